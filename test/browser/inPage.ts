/** Functions that run in a page, checked as any other code: they use nothing but their arguments. */
import type { Page } from 'playwright-core'
import type { Upsdk, UpsdkOptions } from '../../src/index'
import { openPage, type PageOptions } from './harness'

/** Native's answer to one call, as in support/nativeSide.mjs. */
interface NativeAnswer {
  success?: unknown
  fail?: unknown
  status?: string
  silent?: boolean
  times?: number
  thenFail?: unknown
}

interface Native {
  answers: Record<string, NativeAnswer | ((args: unknown) => NativeAnswer)>
  calls: { name: string; args: Record<string, unknown>[] }[]
  answered: number
  wait: number
  /** Events that were registered with the bridge itself. */
  handlers?: Record<string, (data: unknown) => void>
}

type RawMethod = (params?: object) => unknown

/** How a call ended: its value, what its error says, or that it is still open. */
export type End =
  | 'pending'
  | { value?: unknown; reason?: string; code?: string; sent?: boolean; message?: string; retry?: string }

/** The page's own window, with what scripts of a test have left there. */
export interface TestWindow extends Window {
  native: Native
  upsdk: Record<string, RawMethod> & {
    pluginReady(callback: () => void): void
    ready(callback: () => void): void
  }
  UpsdkKit: { createUpsdk(options?: UpsdkOptions): Upsdk }
  /** The kit that `make` has made. */
  kit: Upsdk
  /** A call that a script of the page has made. */
  early: Promise<unknown>
  /** Lets the bridge come up, over cordova. */
  deviceReady?: () => void
  /** When the bridge comes up, in ms; by itself at once. */
  readyAfter?: number | 'never'
  [name: `test${string}`]: unknown
}

/** The argument of a function that runs in the page. */
export interface InPage {
  window: TestWindow
  native: Native
  /** Makes a kit that shows nothing, and keeps it as `window.kit`. */
  make(options?: UpsdkOptions): Upsdk
  /** Never rejects, and ends after 20 s. */
  settled(promise: Promise<unknown>): Promise<End>
  until(holds: () => unknown): Promise<void>
  pause(ms: number): Promise<void>
  addScript(url: string): HTMLScriptElement
}

/** The page's side of this file: handed over as text. */
function tools(): InPage {
  const page = window as unknown as TestWindow
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  return {
    window: page,
    native: page.native,
    pause,
    make(options) {
      page.kit = page.UpsdkKit.createUpsdk(Object.assign({ notify: false }, options))
      return page.kit
    },
    settled: (promise) =>
      Promise.race([
        promise.then(
          (value) => ({ value }),
          ({ reason, code, sent, message, retry }) => ({ reason, code, sent, message, retry }),
        ),
        pause(20_000).then((): End => 'pending'),
      ]),
    async until(holds) {
      while (!holds()) await pause(5)
    },
    addScript: (src) => document.head.appendChild(Object.assign(document.createElement('script'), { src })),
  }
}

/** The source of a function, for `PageOptions.before` or a script of the page: it is run with what a page has. */
export const sourceOf = <A = undefined>(run: (page: InPage, args: A) => unknown, args?: A): string =>
  `(${run})((${tools})(), ${JSON.stringify(args)})`

/** Runs a function in a page. */
export const run = <T, A = undefined>(
  opened: Page,
  inside: (page: InPage, args: A) => T | Promise<T>,
  args?: A,
): Promise<T> => opened.evaluate<T>(sourceOf(inside, args))

/** Runs a function in a page of its own. */
export async function inPage<T, A = undefined>(
  options: PageOptions,
  inside: (page: InPage, args: A) => T | Promise<T>,
  args?: A,
): Promise<T> {
  const opened = await openPage(options)
  try {
    return await run(opened, inside, args)
  } finally {
    await opened.done()
  }
}

/** The body of an async function, as text, in a page of its own: where that is made up of parts. */
export async function bodyInPage<T>(body: string, options: PageOptions): Promise<T> {
  const opened = await openPage(options)
  try {
    return await opened.evaluate<T>(`(async () => { ${body} })()`)
  } finally {
    await opened.done()
  }
}

/** Leaves the page of a tab. What it kept is not for the next one. */
export async function leave(tab: Page): Promise<void> {
  await tab.evaluate("localStorage.clear(); sessionStorage.clear(); window.name = ''")
  await tab.goto('about:blank')
}

/** Lets a page's own time pass, as fast as it can, until something has ended. */
export async function passing<T>(opened: Page, end: Promise<T>): Promise<T> {
  let ended = false
  const stop = () => {
    ended = true
  }
  end.then(stop, stop)
  // An error in a timer of the page still reaches the page.
  while (!ended) await opened.clock.runFor(250).catch(() => {})
  return end
}

/** The same as `inPage`, in a page whose time passes as fast as it can: for what waits for nothing but time. */
export async function inOwnTime<T, A = undefined>(
  options: PageOptions,
  inside: (page: InPage, args: A) => T | Promise<T>,
  args?: A,
): Promise<T> {
  const opened = await openPage({ ...options, ownTime: true })
  try {
    return await passing(opened, run(opened, inside, args))
  } finally {
    await opened.done()
  }
}

/** Before the scripts of a page: what native says. */
export const answering = (answers: Native['answers'], wait = 0): string =>
  `window.native = ${JSON.stringify({ answers, calls: [], answered: 0, wait })};`

export const SIGNED = { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }
