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
 * Toasts and dialogs of Vant.
 *
 * @param vant of Vant 4 `{ showToast, showDialog }`, of Vant 3 and 2 `{ Toast, Dialog }`
 * @example createUpsdk({ presenter: vantPresenter({ showToast, showDialog }) })
 */
export function vantPresenter(vant: VantFunctions): Presenter {
  const [showToast, showDialog] =
    'showToast' in vant ? [vant.showToast, vant.showDialog] : [vant.Toast, vant.Dialog]
  return {
    // By default as long as Vant's own.
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
        // Vant 2 shows HTML unless it is told not to.
        allowHtml: false,
        // The kit says when: an unconfirmed payment's stays.
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
