import { noop } from '../../lib/run'
import { globalWindow } from '../../lib/window'
import type { Presenter, ToastOptions } from '../../types/presenter'
import type { UpsdkWindow } from '../../types/window'
import { showDialog } from './dialog'
import {
  addElement,
  BORDER,
  fill,
  fitLines,
  newOverlay,
  putOnScreen,
  setAttributes,
  shrink,
} from './elements'

/**
 * Makes the presenter that shows toasts and dialogs as elements of the page. They are in a shadow root, and script sets
 * their styles, so that neither the page's CSS nor a strict Content-Security-Policy affects them.
 */
export function domPresenter(options: { window?: UpsdkWindow } = {}): Presenter {
  const window = options.window || globalWindow()
  let removeToast = noop
  const openDialogs = new Set<() => void>()
  return {
    toast(message, toastOptions) {
      removeToast()
      if (window) removeToast = showToast(window, message, toastOptions)
    },
    dialog(request) {
      if (!window) return Promise.resolve(false)
      return new Promise((resolve) => {
        const cancel = showDialog(window, request, (confirmed) => {
          openDialogs.delete(cancel)
          resolve(confirmed)
        })
        openDialogs.add(cancel)
      })
    },
    isOnScreen: (kind) => !!window && !!window.document.querySelector(`[data-upsdk-kit=${kind}]`),
    destroy() {
      removeToast()
      for (const cancel of openDialogs) cancel()
    },
  }
}

const DEFAULT_DURATION = 2500
/** How long until a text is set again, in ms: screen readers only read changes of a live region that they know. */
const READ_OUT_AFTER = 100

/** Shows a toast. @returns removes it */
function showToast(
  window: UpsdkWindow,
  message: string,
  { lang, duration = DEFAULT_DURATION }: Pick<ToastOptions, 'lang' | 'duration'>,
): () => void {
  const overlay = newOverlay(window, 'toast', lang, '')
  const { host, layer } = overlay
  setAttributes(host, { role: 'status', 'aria-live': 'polite' })
  const box = addElement(
    layer,
    'div',
    `margin:auto;min-width:0;max-width:25em;box-sizing:border-box;padding:.8em;padding:.8em min(.8em,12px);border-radius:.6em;background:rgba(58,58,60,.96);color:#fff;${BORDER}`,
  )
  const text = addElement(box, 'div', '', message)
  let remove = () => host.remove()
  let marked = message
  try {
    remove = putOnScreen(window, overlay)
    marked = fitLines(text)
    shrink(text)
  } catch (error) {
    remove()
    throw error
  }
  const readOut = setTimeout(() => fill(text, marked), READ_OUT_AFTER)
  const end = setTimeout(remove, duration)
  return () => {
    clearTimeout(readOut)
    clearTimeout(end)
    remove()
  }
}
