/** The frame with the developer's page. A page of another origin gives nothing of itself. */

import { CLIENT, type ClientInFrame } from '../shared/client'
import type { FromPhone } from '../shared/messages'
import { pause } from '../shared/pause'
import { make } from '../view/element'
import { send } from '../view/frameMessages'

const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads'

/** How long the empty document is waited for, in ms. */
const LEAVES_WITHIN = 3000

type PageWindow = Window & typeof globalThis & { [CLIENT]?: ClientInFrame }

export interface PageFrame {
  readonly element: HTMLIFrameElement
  send(message: FromPhone): void
  open(path: string): void
  /** Empties the frame, so that the page leaves before its storage is put back. */
  empty(): Promise<unknown>
  /** Loads the page again, or opens a path in place of a page that has gone to another origin. */
  reload(path: string): void
  /** Is it a page of another origin, or one that refuses the frame? It has no client that could report that. */
  isStranger(): boolean
  /** Is the simulated wallet in it? Not in the server's own pages, of a missing one for example. */
  hasClient(): boolean
  /** The HTTP status of the document; 0 if the browser does not tell. */
  status(): number
  document(): Document | undefined
  /** The page's path, query and hash. */
  path(): string | undefined
  userAgent(): string | undefined
  /** In a run: performs an action, as `ClientInFrame` does. */
  act: NonNullable<ClientInFrame['act']>
  /** In a run: the page tells what is left to tell. */
  endRun(): void
  /** Gets a test of what was done on the page; '' without a client. */
  asTest(): string
  /** Hides the scrollbar of the page, which on a phone takes no width. */
  hideScrollbar(): void
}

type WithStatus = PerformanceEntry & { readonly responseStatus?: number }
const statusIn = ([entry]: readonly WithStatus[]) => entry?.responseStatus

export function createPageFrame(title: string): PageFrame {
  const element = make('iframe', { 'data-upsdk-kit': 'page', sandbox: SANDBOX, title })

  /** Reads something of the page. */
  function read<T>(readIt: (page: PageWindow) => T): T | undefined {
    try {
      const page = element.contentWindow as PageWindow | null
      return page ? readIt(page) : undefined
    } catch {
      return undefined
    }
  }

  return {
    element,
    send(message) {
      if (element.contentWindow) send(element.contentWindow, message)
    },
    open(path) {
      element.src = path
    },
    empty() {
      const done = new Promise((resolve) => element.addEventListener('load', resolve, { once: true }))
      element.src = 'about:blank'
      return Promise.race([done, pause(LEAVES_WITHIN)])
    },
    reload(path) {
      try {
        element.contentWindow?.location.reload()
      } catch {
        element.src = path
      }
    },
    isStranger: () => !read(({ location }) => location.href),
    hasClient: () => !!read((window) => window[CLIENT]),
    status: () => read(({ performance }) => statusIn(performance.getEntriesByType('navigation'))) || 0,
    document: () => read(({ document }) => document),
    path: () => read(({ location }) => location.pathname + location.search + location.hash),
    userAgent: () => read(({ navigator }) => navigator.userAgent),
    act(...given) {
      const client = read((window) => window[CLIENT])
      return client?.act ? client.act(...given) : 'missing'
    },
    endRun: () => read((window) => window[CLIENT]?.endRun?.()),
    asTest: () => read(({ [CLIENT]: client }) => client?.asTest()) || '',
    hideScrollbar: () =>
      read(({ document, CSSStyleSheet }) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(':root { scrollbar-width: none }')
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
      }),
  }
}
