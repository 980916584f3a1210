import { noop } from '../../lib/run'
import { globalWindow } from '../../lib/window'
import type { Presenter } from '../../types/presenter'
import type { UpsdkWindow } from '../../types/window'
import { showDialog } from './dialog'
import { showToast } from './toast'

/**
 * Toasts and dialogs made of the page's own elements: under a shadow root and with styles set by script,
 * so that neither the page's CSS nor a strict Content-Security-Policy has a say in them.
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
      openDialogs.forEach((cancel) => {
        cancel()
      })
    },
  }
}
