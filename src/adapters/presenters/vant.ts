import type { Presenter } from '../../types/presenter'
import { findOnScreen, pressButton, whileOnScreen } from './onScreen'

interface VantToast {
  message: string
  duration?: number
  wordBreak?: 'break-word'
}
interface VantDialog {
  title: string
  message: string
  confirmButtonText: string
  cancelButtonText: string
  showCancelButton: boolean
  allowHtml: false
  closeOnPopstate: boolean
}
type ShowToast = (options: VantToast) => unknown
type ShowDialog = (options: VantDialog) => Promise<unknown>

/** The functions of Vant 4, or those of Vant 3 and 2. */
export type VantFunctions =
  | { showToast: ShowToast; showDialog: ShowDialog }
  | { Toast: ShowToast; Dialog: ShowDialog }

/**
 * Toasts and dialogs of Vant.
 *
 * @param vant of Vant 4 `{ showToast, showDialog }`, of Vant 3 and 2 `{ Toast, Dialog }`
 * @example createUpsdk({ presenter: vantPresenter({ showToast, showDialog }) })
 */
export function vantPresenter(vant: VantFunctions): Presenter {
  const [showToast, showDialog] =
    'showToast' in vant ? [vant.showToast, vant.showDialog] : [vant.Toast, vant.Dialog]
  return {
    toast(message, { duration }) {
      const options: VantToast = { message, wordBreak: 'break-word' }
      if (duration !== undefined) options.duration = duration
      showToast(options)
    },
    dialog(request) {
      const { title, message, confirm, cancel, unconfirmed } = request
      const answer = showDialog({
        title: title || '',
        message,
        confirmButtonText: confirm,
        cancelButtonText: cancel || '',
        showCancelButton: !!cancel,
        // Vant 2 shows HTML unless it is told not to.
        allowHtml: false,
        closeOnPopstate: !unconfirmed,
      }).then(
        () => true,
        () => false,
      )
      return whileOnScreen(request, answer, (text) => findOnScreen('.van-dialog', text), pressButton)
    },
    isOnScreen: (kind) => !!findOnScreen(`.van-${kind}`),
  }
}
