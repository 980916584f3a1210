import { runLater } from '../lib/run'
import { isFunction, read } from '../lib/values'
import { listen } from '../lib/window'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import { isPlaceholder, type RawSource } from './rawUpsdk'

/**
 * Takes writes on a kit while it is `window.upsdk`. A function goes to raw upsdk if the SDK file may have written
 * it, and otherwise replaces the kit's method for the page. The file writes while it loads, beginning with
 * `isInsideWallet`. It writes its methods again whenever the bridge becomes ready: at each `deviceready`, or when the
 * bridge's script has loaded (H23, H26).
 *
 * A page's wrapper that went to raw upsdk still reaches the function that it wraps: `Shared.handOns`.
 */
export interface Writes {
  /** The page's own functions. They replace the kit's methods, and may still call them. */
  readonly own: Map<PropertyKey, unknown>
  write(key: string, value: unknown): void
  /**
   * Runs inside upsdk's own `pluginReady` or `ready`, before callbacks of the page. The file's writing ends with the code
   * that is running now.
   */
  onReady(): void
}

/** Names that the SDK file writes while it loads, and not again when the bridge becomes ready. */
const WRITTEN_ONCE = /^(applet(Auth|Config)|ready|pluginReady|config|error)$/

/** @param onDestroy keeps functions that remove the listeners */
export function createWrites(
  window: UpsdkWindow,
  { get, raw, wrapped }: RawSource,
  onDestroy: (stop: () => void) => void,
): Writes {
  const own = new Map<PropertyKey, unknown>()
  /** The kind of functions that the file may be writing now. */
  let filesWriting: 'all' | 'methods' | undefined
  const fileEnds = () => {
    filesWriting = undefined
  }
  function onBridge(): void {
    filesWriting = 'methods'
    setTimeout(fileEnds)
  }
  function onLoad({ target }: Event): void {
    // The page may put this kit in the place of the upsdk that the script has brought.
    get()
    if (/WebViewJavascriptBridge/.test((target as HTMLScriptElement).src)) onBridge()
  }
  let stops: (() => void)[]
  /** Listens before the file does. Safe to call again: the browser ignores a duplicate listener. */
  function listenToBridge(): void {
    stops = [listen(window, 'deviceready', onBridge, true), listen(window.document, 'load', onLoad, true)]
  }
  listenToBridge()
  // A destroyed kit that is `window.upsdk` hands all functions on. Its calls reject.
  let isDestroyed = false
  onDestroy(() => {
    isDestroyed = true
    for (const stop of stops) stop()
  })

  /** May the SDK file have written a function? @param before the one that it replaces */
  function mayBeFiles(target: RawUpsdk, key: string, before: unknown): boolean {
    if (isDestroyed) return true
    if (filesWriting) return filesWriting === 'all' || !WRITTEN_ONCE.test(key)
    // The file replaces its placeholders, unless it has said that the page is outside the wallet.
    return isPlaceholder(before) && read(target, 'isInsideWallet') !== false
  }

  return {
    own,
    write(key, value) {
      const target = raw()
      const before = read(target, key)
      if (key === 'isInsideWallet') {
        filesWriting = 'all'
        // After the file's script.
        runLater(fileEnds)
        // `document.open()` may have removed the listeners.
        if (!isDestroyed) listenToBridge()
      }
      if (isFunction(value)) {
        if (!mayBeFiles(target, key, before)) return void own.set(key, value)
        // Written before the file has run, so the file replaces it.
        if (!before) own.delete(key)
        else if (!isPlaceholder(before)) wrapped.set(value, before)
      }
      // Without effect if the page has frozen it.
      Reflect.set(target, key, value)
    },
    // A page's callbacks run after this, and with `deviceready` after all files.
    onReady: () => runLater(fileEnds),
  }
}
