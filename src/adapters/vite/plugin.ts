/** Vite 2 to 8 have the same. */
export type HtmlHook = (html: string) => string | { html: string; tags: Tag[] }

interface Tag {
  tag: string
  attrs?: Record<string, string>
  children?: string
  injectTo: 'head-prepend'
}

/** The members of Vite's server that the plug-in uses. */
interface DevServer {
  middlewares: { use(answer: (request: Request, response: Answer, next: () => void) => void): unknown }
}

interface Request {
  url?: string
}

interface Answer {
  setHeader(name: string, value: string): unknown
  end(body: Uint8Array): unknown
}

/** The plug-in that `upsdkKit` gives: a `Plugin` of any Vite from 2 to 8, without the types of one of them. */
export interface UpsdkKitPlugin {
  /** Vite shows it in what it logs. */
  name: string
  /** Not in a build. */
  apply: 'serve'
  /** Before Vite looks for the scripts of the page. */
  enforce: 'pre'
  /** Tells Vite of the script that it serves itself. */
  load(id: string): string | null
  /** Serves the simulated wallet. */
  configureServer(server: DevServer): void
  /** Puts the wallet into the page. */
  transformIndexHtml: { order: 'pre'; handler: HtmlHook; enforce: 'pre'; transform: HtmlHook }
}
