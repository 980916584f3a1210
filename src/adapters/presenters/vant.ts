import type { Presenter } from '../../types/presenter'
import { hasText, whileOnScreen } from './onScreen'

interface VantToast {
  message: string
  duration?: number
  wordBreak?: 'break-word'
}
interface VantDialog {
  title?: string
  message: string
  confirmButtonText: string
  cancelButtonText?: string
  showCancelButton: boolean
  allowHtml: false
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
    dialog({ title, message, confirm, cancel }) {
      const options: VantDialog = {
        message,
        confirmButtonText: confirm,
        showCancelButton: cancel !== undefined,
        // Vant 2 shows HTML unless it is told not to.
        allowHtml: false,
      }
      if (title) options.title = title
      if (cancel !== undefined) options.cancelButtonText = cancel
      const answer = showDialog(options).then(
        () => true,
        () => false,
      )
      return whileOnScreen(hasText('.van-dialog', message), answer)
    },
  }
}
