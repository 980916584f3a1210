import type { Outcome, ToolName } from './tools'

/** Something that a tap can do: with the kit, or without it. */
export interface Runner {
  locale: string
  run(): void
  /** Tries one of the things that a page can do outside the wallet. */
  use(name: ToolName): Promise<Outcome>
}

/** A transaction number as a backend gives it. */
export const tn = '202406180930001'

/** What the mobile number is asked for by. */
export const scope = 'scope.mobile'

/** The page's backend, which nobody has ever reached. */
export const askBackend = (): Promise<unknown> => fetch('https://coffee.invalid/api/order')
