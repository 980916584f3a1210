/** A page on the simulated wallet, and what the log of its calls is diagnosed as. */
import type { Answers, SimulatorOptions } from '../../src/simulator'
import { methodsOf } from '../../src/simulator/methods'
import { diagnose } from '../../src/wallet/diagnoses/diagnose'
import { createLog, type Log } from '../../src/wallet/log/log'
import type { NoteKind } from '../../src/wallet/log/store'
import type { PageTools, PageUpsdk } from './rawPages'
import { kit, pass, recorder, wallet } from './wallet'

/** As the tools set it up. */
const USUAL: SimulatorOptions = { readyAfter: 300, latency: 300, examples: true }

export interface RunOptions extends SimulatorOptions {
  /** The kit is in the place of `window.upsdk`. */
  readonly kitInPlace?: boolean
  /** Notes that the client would make, before the page starts. */
  readonly notes?: readonly (readonly [kind: NoteKind, text: string])[]
}

/** Runs a page: half a minute after each of its taps is over when this ends. */
export async function runPage(
  page: (upsdk: PageUpsdk, tools: PageTools) => void,
  { kitInPlace = false, notes = [], ...options }: RunOptions = {},
): Promise<Log> {
  const log = createLog()
  wallet({ ...USUAL, ...options, observe: log.addRaw })
  for (const [kind, text] of notes) log.addNote(kind, text)
  if (kitInPlace) {
    const inspector = { created: log.kitIsThere, step: log.addKit }
    window.upsdk = kit({ translateFail: true, presenter: recorder(), inspector })
  }
  const taps: (() => unknown)[] = []
  page(window.upsdk as PageUpsdk, { tap: (run) => void taps.push(run), note: () => undefined })
  await pass(1500)
  for (let index = 0; index < taps.length; index++) {
    // Not waited for: time stands until the next line.
    void Promise.resolve(taps[index]?.()).catch(() => undefined)
    await pass(6000)
  }
  return log
}

/** `method: id` for each call, `id` for each note. Notes that are not counted are in brackets. */
export const saidOf = (log: Log, kitInPlace = false): string[] => {
  const found: string[] = []
  diagnose(log, { kitInPlace }).forEach((list, one) => {
    for (const { id, isNote } of list) {
      const name = 'method' in one ? `${one.method}: ${id}` : id
      found.push(isNote ? `(${name})` : name)
    }
  })
  return found.sort()
}

/** Gives every method but the way in the same answer. */
export const allAnswer = (answer: Answers[string]): Answers => {
  const answers: Record<string, Answers[string]> = {}
  for (const method of methodsOf('latest')) if (method !== 'config') answers[method] = answer
  return answers
}
