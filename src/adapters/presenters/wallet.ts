import type { Presenter } from '../../types/presenter'

/**
 * Shows toasts by the wallet itself (`upsdk.showFlashInfo`). That never calls back (H11), so it is used only if it can
 * be trusted: another call has succeeded on this page, the failure does not mean that the wallet cannot be reached, and
 * in signed mode `jsApiList` has it. Otherwise, and for dialogs, it rejects, and the kit's own UI is used.
 *
 * @example createUpsdk({ presenter: walletPresenter() })
 */
export const walletPresenter = (): Presenter => {
  /** The text that the wallet has been asked for. Without the method, a fallback of the page brings it back. */
  let asked: string | undefined
  return {
    async toast(message, { upsdk, walletAnswers }) {
      const allowed = upsdk?.jsApiList || []
      const isTrusted = upsdk && walletAnswers && (!allowed.length || allowed.includes('showFlashInfo'))
      if (!isTrusted || message === asked) throw new Error('not to be trusted')
      asked = message
      try {
        await upsdk.showFlashInfo(message)
      } finally {
        asked = undefined
      }
    },
    dialog: () => Promise.reject(new Error('the wallet has no dialog')),
  }
}
