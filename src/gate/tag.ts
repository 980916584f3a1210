import { lazy } from '../lib/run'
import { isFunction, read } from '../lib/values'
import type { UpsdkWindow } from '../types/window'
import { isUpsdkScript } from './upsdkScript'

/** The types of script elements that run. A consent tool holds others back, such as `text/plain`. */
const RUNS = /^(module)?$|javascript$/i
/** How long a fetched file may take to run in a loaded page, in ms. Otherwise it failed before the kit listened. */
const RUNS_IN = 1000

/**
 * Watches the script element for upsdk that is in the document now. With the tags in the documented order its `error`
 * event comes before the kit.
 *
 * @param clock the kit's, in ms
 * @param url another address of the file, which the page may have given to the kit
 * @returns whether the element has run or failed by now: at the window's `load`, or, in a page that was loaded before, a
 *   second after its file was fetched; undefined if there is no such element
 */
export function watchTag(window: UpsdkWindow, clock: () => number, url: unknown): () => boolean | undefined {
  const { document } = window
  const tag = [...document.querySelectorAll('script')].find(
    // newer-api: a browser without it runs such a script
    (script) => (isUpsdkScript(script) || script.src === url) && RUNS.test(script.type) && !script.noModule,
  )
  const isLoaded = () => document.readyState === 'complete'
  const wasLoaded = isLoaded()
  const fetchedAt = lazy(clock)
  return () =>
    tag && isLoaded() && (!wasLoaded || (isFetched(window, tag.src) && clock() - fetchedAt() >= RUNS_IN))
}

/** Has the browser finished fetching a file, even if that failed? Old browsers only list successful fetches. */
function isFetched(window: UpsdkWindow, url: string): boolean {
  const performance = read(window, 'performance')
  const list = read(performance, 'getEntriesByName')
  return isFunction(list) && (list.call(performance, url) as unknown[]).length > 0
}
