import type { Presenter } from '../../types/presenter'
import { finderOf, onceOnScreen, presserOf, whileOnScreen } from './onScreen'

/** The members of antd-mobile that the presenter uses. */
export interface AntdMobileFunctions {
  Toast: {
    /** Shows a toast. */
    show(options: { content: string; duration?: number }): unknown
  }
  Dialog: {
    /** A dialog with one button. */
    alert(options: { title?: string; content: string; confirmText: string; onConfirm(): void }): unknown
    /** A dialog with two. */
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
 * Toasts and dialogs of antd-mobile 5. On React 19 without antd-mobile's own patch it shows nothing: then the kit's
 * own UI does.
 *
 * @example createUpsdk({ presenter: antdMobilePresenter({ Toast, Dialog }) })
 */
export const antdMobilePresenter = ({ Toast, Dialog }: AntdMobileFunctions): Presenter => ({
  // By default as long as antd-mobile's own.
  toast(content, { duration = 2000 }) {
    Toast.show({ content, duration })
    return onceOnScreen(() => finderOf('.adm-toast-main')(content))
  },
  dialog(request) {
    const { title = '', message: content, confirm: confirmText, cancel: cancelText = '' } = request
    // Not what they resolve to: closed by the page (`Dialog.clear`), that is an answer as well.
    const answer = new Promise<boolean>((resolve) => {
      const show = cancelText ? Dialog.confirm : Dialog.alert
      show({
        title,
        content,
        confirmText,
        cancelText,
        onConfirm: () => resolve(true),
        onCancel: () => resolve(false),
      })
    })
    return whileOnScreen(request, answer, finderOf('.adm-dialog-body'), presserOf('button'))
  },
})
