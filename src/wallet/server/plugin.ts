import type { DeskRequest } from './desk'
import type { Answer } from './sdkRoute'

/** Vite 2 to 8 have the same. */
export type HtmlHook = (html: string) => string

/** The members of Vite's server that the plug-in uses. */
export interface DevServer {
  middlewares: { use(answer: (request: DeskRequest, response: Answer, next: () => void) => void): unknown }
  /** Vite 3 and later. */
  printUrls?: () => void
  /** Vite 3 and later. */
  readonly resolvedUrls?: { readonly local: readonly string[] } | null
}

/** The plug-in that `upsdkKit` gives: a `Plugin` of any Vite from 2 to 8, without the types of one of them. */
export interface UpsdkKitPlugin {
  /** Vite shows it in what it logs. */
  name: string
  /** Not in a build. */
  apply: 'serve'
  /** Before Vite looks for the scripts of the page. */
  enforce: 'pre'
  /** Reads where the project is served. */
  configResolved(config: { readonly base: string }): void
  /** Tells Vite of the scripts that it serves itself. */
  load(id: string): string | null
  /** Serves the simulated wallet. */
  configureServer(server: DevServer): void
  /** Puts the wallet into the page. */
  transformIndexHtml: { order: 'pre'; handler: HtmlHook; enforce: 'pre'; transform: HtmlHook }
}
