import type { Presenter } from '../../types/presenter'
import { hasText, onceOnScreen, whileOnScreen } from './onScreen'

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
    }): Promise<boolean>
  }
}

/**
 * Toasts and dialogs of antd-mobile 5. On React 19 without antd-mobile's own patch it shows nothing: then the kit's
 * own UI does.
 *
 * @example createUpsdk({ presenter: antdMobilePresenter({ Toast, Dialog }) })
 */
export const antdMobilePresenter = ({ Toast, Dialog }: AntdMobileFunctions): Presenter => ({
  toast(content, { duration }) {
    Toast.show(duration === undefined ? { content } : { content, duration })
    return onceOnScreen(hasText('.adm-toast-main', content))
  },
  dialog({ title, message: content, confirm: confirmText, cancel: cancelText }) {
    const options = { content, confirmText, ...(title && { title }) }
    const answer =
      cancelText === undefined
        ? Dialog.alert(options).then(() => true)
        : Dialog.confirm({ ...options, cancelText })
    return whileOnScreen(hasText('.adm-dialog-body', content), answer)
  },
})
