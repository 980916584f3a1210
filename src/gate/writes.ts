import { runLater } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { isFunction } from '../lib/values'
import { listen } from '../lib/window'
import type { UpsdkWindow } from '../types/window'
import { hasRun, type RawSource } from './rawUpsdk'

/**
 * Tells who writes on a kit while it is `window.upsdk`: the SDK file, whose functions belong to upsdk, or the page, whose
 * functions replace the kit's. The file writes while it loads, from `isInsideWallet` to `pluginReady`. It writes its
 * methods again whenever the bridge becomes ready: at each `deviceready`, or when the bridge's script has loaded (H23,
 * H26).
 */
export interface Writes {
  /** The page's own functions. They replace the kit's methods, and may still call them. */
  readonly own: Map<PropertyKey, unknown>
  /** Writes a property. @param isUp whether upsdk has let calls through, so that the file has no reason to write */
  write(key: string, value: unknown, isUp: boolean): void
  /**
   * Runs inside upsdk's own `pluginReady` or `ready`, before callbacks of the page. The file's writing ends with the code
   * that is running now.
   */
  onReady(): void
}

/**
 * Names that the SDK file writes while it loads, and not again when the bridge becomes ready. A function that the page
 * writes there later stays. The kit itself registers with upsdk's own `ready` and `pluginReady`.
 */
const WRITTEN_ONCE = /^(applet(Auth|Config)|ready|pluginReady|config|error)$/

/** @param onDestroy keeps functions that remove the listeners */
export function createWrites(
  window: UpsdkWindow,
  { raw, isInPlace }: RawSource,
  onDestroy: (stop: () => void) => void,
): Writes {
  const own = new Map<PropertyKey, unknown>()
  /** Functions written before upsdk was up, perhaps by the file. By name, with what upsdk had before. */
  const inDoubt = new Map<string, unknown>()
  let isFileWriting = false
  const fileEnds = () => {
    isFileWriting = false
  }
  const fileBegins = () => {
    isFileWriting = true
    setTimeout(fileEnds)
  }
  /** Makes functions that the file has not written again the page's own. */
  const settleDoubt = () => {
    inDoubt.forEach((before, key) => {
      own.set(key, raw()[key])
      raw()[key] = before
    })
    inDoubt.clear()
  }
  // These listeners run before the file's own.
  const stops = [
    listen(window, 'deviceready', fileBegins, true),
    listen(
      window.document,
      'load',
      ({ target }) => {
        if (/WebViewJavascriptBridge/.test((target as HTMLScriptElement).src)) fileBegins()
      },
      true,
    ),
  ]
  // A destroyed kit that is still `window.upsdk` hands the file's writes on.
  onDestroy(() => {
    if (!isInPlace()) for (const stop of stops) stop()
  })
  return {
    own,
    write(key, value, isUp) {
      const target = raw()
      if (key === 'isInsideWallet') fileBegins()
      if (!isFunction(value) || isFileWriting) inDoubt.delete(key)
      else if (isUp || (hasRun(target) && WRITTEN_ONCE.test(key))) return void own.set(key, value)
      else if (!inDoubt.has(key)) {
        inDoubt.set(key, target[key])
        sharedOf(window).settleDoubt = settleDoubt
      }
      target[key] = value
      if (key === 'pluginReady') fileEnds()
    },
    // A page's callbacks run after this, and with `deviceready` after all files.
    onReady() {
      if (isFileWriting) runLater(fileEnds)
    },
  }
}
