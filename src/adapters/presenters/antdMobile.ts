import type { Presenter } from '../../types/presenter'
import { findOnScreen, onceOnScreen, pressButton, whileOnScreen } from './onScreen'

/** The members of antd-mobile that the presenter uses. */
export interface AntdMobileFunctions {
  Toast: {
    /** Shows a toast. */
    show(options: { content: string; duration?: number }): unknown
  }
  Dialog: {
    /** A dialog with one button. */
    alert(options: { title?: string; content: string; confirmText: string }): Promise<unknown>
    /** A dialog with two. */
    confirm(options: {
      title?: string
      content: string
      confirmText: string
      cancelText: string
      onCancel(): void
    }): Promise<boolean>
  }
}

const TOAST = '.adm-toast-main'
const DIALOG = '.adm-dialog-body'

/**
 * Toasts and dialogs of antd-mobile 5. On React 19 without antd-mobile's own patch it shows nothing: then the kit's
 * own UI does.
 *
 * @example createUpsdk({ presenter: antdMobilePresenter({ Toast, Dialog }) })
 */
export const antdMobilePresenter = ({ Toast, Dialog }: AntdMobileFunctions): Presenter => ({
  toast(content, { duration }) {
    Toast.show(duration === undefined ? { content } : { content, duration })
    return onceOnScreen(() => findOnScreen(TOAST, content))
  },
  dialog(request) {
    const { title, message: content, confirm: confirmText, cancel: cancelText } = request
    // Closed by the page (`Dialog.clear`), it resolves to false as well.
    let cancelled: false | undefined
    const options = { title: title || '', content, confirmText }
    const answer =
      cancelText === undefined
        ? Dialog.alert(options).then(() => true)
        : Dialog.confirm({
            ...options,
            cancelText,
            onCancel() {
              cancelled = false
            },
          }).then((confirmed) => confirmed || cancelled)
    return whileOnScreen(request, answer, (text) => findOnScreen(DIALOG, text), pressButton)
  },
  isOnScreen: (kind) => !!findOnScreen(kind === 'toast' ? TOAST : DIALOG),
})
