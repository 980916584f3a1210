import type { Presenter } from '../../types/presenter'
import { finderOf, presserOf, whileOnScreen } from './onScreen'

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
 * Shows messages in the toasts and modals of uni-app on H5. Name the two functions explicitly: a build of uni-app drops
 * functions that nobody names, and `uni` has neither then.
 *
 * @example createUpsdk({ presenter: uniPresenter({ showToast: uni.showToast, showModal: uni.showModal }) })
 */
export const uniPresenter = (uni: UniFunctions): Presenter => ({
  // The default is uni-app's own.
  toast(title, { duration = 1500 }) {
    uni.showToast({ title, icon: 'none', duration })
  },
  isOnScreen: () => true,
  dialog(request) {
    // uni-app writes messages in #999 on white, which is too faint to read. They get the colour of the modal's title.
    const paint = (isOwn?: unknown) => {
      for (const element of document.querySelectorAll<HTMLElement>('.uni-modal__bd'))
        element.style.color = isOwn ? 'inherit' : ''
    }
    const findModal = finderOf('.uni-modal')
    const find = (text: string) => {
      // The page's own modals use the same element.
      paint(findModal(request.message))
      return findModal(text)
    }
    const answer = new Promise<boolean>((resolve, fail) => {
      uni.showModal({
        title: request.title,
        content: request.message,
        confirmText: request.confirm,
        cancelText: request.cancel,
        showCancel: !!request.cancel,
        success(result) {
          paint()
          resolve(result.confirm)
        },
        fail,
      })
    })
    return whileOnScreen(request, answer, find, presserOf('.uni-modal__btn'))
  },
})
