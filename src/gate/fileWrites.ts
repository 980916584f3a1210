import type { UpsdkWindow } from '../lib/window'

/**
 * Tells what the SDK file writes on `window.upsdk` from what the page writes there, while the kit stands in its place.
 * The file writes while it loads, between `isInsideWallet` and `pluginReady`; and its methods whenever the bridge comes
 * up, at once: at each `deviceready`, or when the bridge's script has loaded (H23, H26).
 */
export interface FileWrites {
  isWriting(): boolean
  /** The file begins to write; it has ended by the end of the task. */
  begin(): void
  end(): void
  stop(): void
}

export function createFileWrites(window: UpsdkWindow | undefined): FileWrites {
  let writing = false
  const end = () => {
    writing = false
  }
  const begin = () => {
    writing = true
    setTimeout(end)
  }
  const onLoad = ({ target }: Event) => {
    if (/WebViewJavascriptBridge/.test(String((target as HTMLScriptElement).src))) begin()
  }
  // Before the file's own listeners.
  window?.addEventListener('deviceready', begin, true)
  window?.document.addEventListener('load', onLoad, true)
  return {
    isWriting: () => writing,
    begin,
    end,
    stop() {
      window?.removeEventListener('deviceready', begin, true)
      window?.document.removeEventListener('load', onLoad, true)
    },
  }
}
