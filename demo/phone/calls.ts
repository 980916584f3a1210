import type { ToolName, ToolResult } from './tools'

/** The actions of the page, with or without the kit. */
export interface Runner {
  locale: string
  run(): void
  /** Tries one of the methods that a page can use outside the wallet. */
  use(name: ToolName): Promise<ToolResult>
}

/** A transaction number, as from a backend. */
export const tn = '202406180930001'

/** The scope for the mobile number. */
export const scope = 'scope.mobile'

/** Calls the page's backend, which never answers. */
export const askBackend = (): Promise<unknown> => fetch('https://coffee.invalid/api/order')
