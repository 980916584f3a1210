import type { Presenter } from '../../types/presenter'
import { finderOf, presserOf, whileOnScreen } from './onScreen'

interface VantToast {
  message: string
  duration: number
  wordBreak: 'break-word'
}
interface VantDialog {
  title: string
  message: string
  confirmButtonText: string
  cancelButtonText: string
  showCancelButton: boolean
  allowHtml: false
  closeOnPopstate: false
}
type ShowToast = (options: VantToast) => unknown
type ShowDialog = (options: VantDialog) => Promise<unknown>

/** The functions of Vant 4, or those of Vant 3 and 2. */
export type VantFunctions =
  | { showToast: ShowToast; showDialog: ShowDialog }
  | { Toast: ShowToast; Dialog: ShowDialog }

/**
 * Shows messages in the toasts and dialogs of Vant.
 *
 * @param vant `{ showToast, showDialog }` of Vant 4, or `{ Toast, Dialog }` of Vant 3 and 2
 * @example createUpsdk({ presenter: vantPresenter({ showToast, showDialog }) })
 */
export function vantPresenter(vant: VantFunctions): Presenter {
  const [showToast, showDialog] =
    'showToast' in vant ? [vant.showToast, vant.showDialog] : [vant.Toast, vant.Dialog]
  return {
    // The default is Vant's own.
    toast(message, { duration = 2000 }) {
      showToast({ message, wordBreak: 'break-word', duration })
    },
    dialog(request) {
      const { title = '', message, confirm, cancel = '' } = request
      const answer = showDialog({
        title,
        message,
        confirmButtonText: confirm,
        cancelButtonText: cancel,
        showCancelButton: !!cancel,
        // Vant 2 renders HTML by default.
        allowHtml: false,
        // The kit closes it, since a dialog about an unconfirmed payment stays.
        closeOnPopstate: false,
      }).then(
        () => true,
        () => false,
      )
      return whileOnScreen(request, answer, finderOf('.van-dialog'), presserOf('button'))
    },
    isOnScreen: () => true,
  }
}
