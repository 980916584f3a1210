import type { Action } from '../scenarios'
import type { Happening } from '../setup'
import type { Outcome, ToolName } from './tools'

/** Tells the page around the phone what happened. */
export type Tell = (happening: Happening) => void

/** Something that a tap can do: with the kit, or without it. */
export interface Runner {
  locale: string
  run(): void
  /** Tries one of the things that a page can do outside the wallet. */
  use(name: ToolName): Promise<Outcome>
  /** The wallet's native side got a call, which the kit's own steps tell as well. */
  reached?(): void
}

/** The calls of a page without the kit, so that what reaches the wallet can be told of the call that it belongs to. */
export function createCalls(tell: Tell) {
  const unsent: number[] = []
  let last = 0
  return {
    begin(line: string): number {
      const id = ++last
      unsent.push(id)
      tell({ kind: 'called', id, line, byBrowser: false })
      return id
    },
    /** Calls reach the wallet in the order in which they were made. */
    reached(): void {
      const id = unsent.shift()
      if (id) tell({ kind: 'sent', id })
    },
    settled(id: number): void {
      const index = unsent.indexOf(id)
      if (index >= 0) unsent.splice(index, 1)
    },
  }
}

/** A transaction number as a backend gives it. */
export const tn = '202406180930001'

/** What the mobile number is asked for by. */
export const scope = 'scope.mobile'

/** How a call is written. */
export const lines: Readonly<Record<Action, string>> = {
  pay: 'pay({ tn })',
  bioDetect: 'bioDetect()',
  scanQRCode: 'scanQRCode()',
  appletExplicitAuth: 'appletExplicitAuth({ scope })',
  backend: 'notify(error)',
}

/** How a call of one of the page's tools is written: `saveData({ key, value })`. */
export const lineOf = (method: string, params: unknown): string =>
  params ? `${method}({ ${Object.keys(params).join(', ')} })` : `${method}()`

/** What a call gave, as it is written in code. */
export const resultOf = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/"(\w+)":/g, ' $1: ')
    .replace(/}$/, ' }')
