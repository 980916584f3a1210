import type { Presenter } from '../../types/presenter'
import { finderOf, onceOnScreen, presserOf, whileOnScreen } from './onScreen'

/** The members of antd-mobile that the presenter uses. */
export interface AntdMobileFunctions {
  Toast: {
    /** Shows a toast. */
    show(options: { content: string; duration?: number }): unknown
  }
  Dialog: {
    /** Shows a dialog with one button. */
    alert(options: { title?: string; content: string; confirmText: string; onConfirm(): void }): unknown
    /** Shows a dialog with two buttons. */
    confirm(options: {
      title?: string
      content: string
      confirmText: string
      cancelText: string
      onConfirm(): void
      onCancel(): void
    }): unknown
  }
}

/**
 * Shows messages in the toasts and dialogs of antd-mobile 5. On React 19, antd-mobile shows nothing without its patch;
 * the kit's own UI is used then.
 *
 * @example createUpsdk({ presenter: antdMobilePresenter({ Toast, Dialog }) })
 */
export const antdMobilePresenter = ({ Toast, Dialog }: AntdMobileFunctions): Presenter => ({
  // The default is antd-mobile's own.
  toast(content, { duration = 2000 }) {
    Toast.show({ content, duration })
    // Any of its toasts shows that it works: the next failure may have replaced this one before the first look.
    return onceOnScreen(() => finderOf('.adm-toast-main')(''))
  },
  dialog(request) {
    const { title = '', message: content, confirm: confirmText, cancel: cancelText = '' } = request
    // The promises of `Dialog` are not used, since they also resolve if the page closes the dialog (`Dialog.clear`).
    const answer = new Promise<boolean>((resolve) => {
      const onConfirm = () => resolve(true)
      const onCancel = () => resolve(false)
      if (cancelText) Dialog.confirm({ title, content, confirmText, cancelText, onConfirm, onCancel })
      else Dialog.alert({ title, content, confirmText, onConfirm })
    })
    return whileOnScreen(request, answer, finderOf('.adm-dialog-body'), presserOf('button'))
  },
})
