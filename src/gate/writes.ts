import { runLater } from '../lib/run'
import { isFunction, read } from '../lib/values'
import { listen } from '../lib/window'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import { countPlaceholders, isPlaceholder, type RawSource, textOf } from './rawUpsdk'

/**
 * Takes writes on a kit while it is `window.upsdk`. A function that the SDK file wrote goes to raw upsdk; one of the
 * page replaces the kit's method. The file writes while it loads, beginning with `isInsideWallet`, and writes its methods
 * again whenever the bridge becomes ready (H23, H26).
 */
export interface Writes {
  /** The page's own functions. They replace the kit's methods, and may still call them. */
  readonly own: Map<PropertyKey, unknown>
  write(key: string, value: unknown): void
}

/** Names that the SDK file writes while it loads, and not again when the bridge becomes ready. */
const WRITTEN_ONCE = /^(applet(Auth|Config)|ready|pluginReady|config|error)$/

/** How many methods may stay empty when the file has written all others: some files never write one. */
const MAY_STAY_EMPTY = 3

/** @param onDestroy keeps functions that remove the listener */
export function createWrites(
  window: UpsdkWindow,
  { get, raw }: RawSource,
  onDestroy: (stop: () => void) => void,
): Writes {
  const own = new Map<PropertyKey, unknown>()
  let isFileLoading = false
  // The page may put this kit in the place of the upsdk that a script has just brought.
  onDestroy(listen(window.document, 'load', () => void get(), true))

  /** Did the SDK file write a function, rather than the page? What the function replaces shows it. */
  function isFiles(target: RawUpsdk, key: string, value: () => unknown): boolean {
    if (isFileLoading) return true
    const before = read(target, key)
    const isInside = read(target, 'isInsideWallet') !== false
    // The file fills its placeholders, and overwrites what the page put in the place of one.
    if (isInside && isPlaceholder(before)) return true
    if (isInside && !WRITTEN_ONCE.test(key) && countPlaceholders(target, MAY_STAY_EMPTY + 1) > MAY_STAY_EMPTY)
      return true
    // At each further `deviceready` the file writes the same functions.
    const text = textOf(value)
    return !!text && isFunction(before) && textOf(before) === text
  }

  return {
    own,
    write(key, value) {
      const target = raw()
      if (key === 'isInsideWallet') {
        isFileLoading = true
        // Runs after the file's script.
        runLater(() => {
          isFileLoading = false
        })
      }
      if (isFunction(value)) {
        if (!isFiles(target, key, value)) return void own.set(key, value)
        // Written before the file has run, so the file replaces it.
        if (!read(target, key)) own.delete(key)
      }
      // Without effect if the page has frozen it.
      Reflect.set(target, key, value)
    },
  }
}
