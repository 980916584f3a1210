import { isFunction, read } from '../lib/values'
import type { UpsdkWindow } from '../types/window'
import { isUpsdkScript } from './signs'

/** The types of script elements that run. A consent tool holds others back, such as `text/plain`. */
const RUNS = /^(module)?$|javascript$/i
/** How long a fetched file may take to run in a loaded page, in ms. Otherwise it failed before the kit listened. */
export const RUNS_IN = 1000

/** Finds the script element that loads upsdk. */
const findTag = (document: Document): HTMLScriptElement | undefined =>
  [...document.querySelectorAll('script')].find(
    (script) => isUpsdkScript(script) && RUNS.test(script.type) && !script.noModule,
  )

/**
 * Watches the script element for upsdk that is in the document now. With the tags in the documented order its `error`
 * event comes before the kit.
 *
 * @param clock the kit's, in ms
 * @returns whether the element has run or failed by now: at the window's `load`, or, in a page that was loaded before, a
 *   second after its file was fetched
 */
export function watchTag(window: UpsdkWindow, clock: () => number): () => boolean {
  const { document } = window
  const since = clock()
  const tag = findTag(document)
  const isLoaded = () => document.readyState === 'complete'
  const wasLoaded = isLoaded()
  return () =>
    !!tag && isLoaded() && (!wasLoaded || (clock() - since >= RUNS_IN && isFetched(window, tag.src)))
}

/** Has the browser finished fetching a file, even if that failed? Old browsers only list successful fetches. */
export function isFetched(window: UpsdkWindow, url: string): boolean {
  const performance = read(window, 'performance')
  const list = read(performance, 'getEntriesByName')
  return isFunction(list) && (list.call(performance, url) as unknown[]).length > 0
}
