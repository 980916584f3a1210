import type { Presenter } from '../../types/presenter'

/**
 * Toasts by the wallet itself (`upsdk.showFlashInfo`), where that can be trusted, since it never calls back (H11):
 * another call has succeeded on this page, the failure does not say that the wallet cannot be reached, and in signed
 * mode `jsApiList` has it. Else, and for dialogs, it rejects: the kit's own UI is used.
 *
 * @example createUpsdk({ presenter: walletPresenter() })
 */
export const walletPresenter = (): Presenter => ({
  toast(message, { upsdk, walletAnswers }) {
    const allowed = upsdk?.jsApiList || []
    const isTrusted = upsdk && walletAnswers && (!allowed.length || allowed.includes('showFlashInfo'))
    return isTrusted ? upsdk.showFlashInfo(message) : Promise.reject(new Error('not to be trusted'))
  },
  dialog: () => Promise.reject(new Error('the wallet has no dialog')),
})
