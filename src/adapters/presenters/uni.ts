import type { Presenter } from '../../types/presenter'
import { hasText, whileOnScreen } from './onScreen'

/** The members of uni-app's global `uni` that the presenter uses. */
export interface UniFunctions {
  /** Shows a toast. */
  showToast(options: { title: string; icon: 'none'; duration?: number }): unknown
  /** Shows a modal. */
  showModal(options: {
    title?: string
    content: string
    showCancel: boolean
    confirmText: string
    cancelText?: string
    success(result: { confirm: boolean }): void
    fail(error: unknown): void
  }): unknown
}

/**
 * Toasts and modals of uni-app on H5. Name the two functions: from a build uni-app takes out what nobody names, and
 * `uni` itself has neither then.
 *
 * @example createUpsdk({ presenter: uniPresenter({ showToast: uni.showToast, showModal: uni.showModal }) })
 */
export const uniPresenter = (uni: UniFunctions): Presenter => ({
  toast(title, { duration }) {
    uni.showToast({ title, icon: 'none', ...(duration !== undefined && { duration }) })
  },
  dialog({ title, message: content, confirm: confirmText, cancel: cancelText }) {
    const answer = new Promise<boolean>((resolve, reject) => {
      uni.showModal({
        ...(title && { title }),
        content,
        showCancel: cancelText !== undefined,
        confirmText,
        ...(cancelText !== undefined && { cancelText }),
        success: ({ confirm }) => resolve(confirm),
        fail: reject,
      })
    })
    return whileOnScreen(hasText('uni-modal, .uni-modal', content), answer)
  },
})
