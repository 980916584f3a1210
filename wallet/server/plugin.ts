/** The types of Vite that the plug-in (`../vite.ts`) needs, since it depends on the types of no version. */

/** Transforms the HTML of a page. The signature is the same in Vite 2 to 8. */
export type HtmlHook = (html: string) => string

/** The members of Vite's server that the plug-in uses. */
export interface DevServer {
  /** Their requests and responses are Node's. */
  middlewares: { use(answer: (request: unknown, response: unknown, next: () => void) => void): unknown }
  /** Vite 3 and later. */
  printUrls?: () => void
  /** Vite 3 and later. */
  readonly resolvedUrls?: { readonly local: readonly string[]; readonly network?: readonly string[] } | null
}

/**
 * The plug-in that `upsdkKit` returns. It fits `Plugin` of every Vite from 2 to 8, and depends on the types of none.
 */
export interface UpsdkKitPlugin {
  /** The name in Vite's log. */
  name: string
  /** Keeps the plug-in out of builds. */
  apply: 'serve'
  /** Runs before Vite looks for the scripts of the page. */
  enforce: 'pre'
  /** Reads the base path of the project. */
  configResolved(config: { readonly base: string }): void
  /** Gives Vite an empty module for the scripts that the plug-in serves. */
  load(id: string): string | null
  /** Serves the simulated wallet. */
  configureServer(server: DevServer): void
  /** Puts the wallet into the page. */
  transformIndexHtml: { order: 'pre'; handler: HtmlHook; enforce: 'pre'; transform: HtmlHook }
}
