/**
 * `upsdk-kit/presenters`: failures in the toasts and dialogs of a UI library, or of the wallet itself. Each takes the
 * library's functions, so that nothing is imported that a page does not have.
 *
 * @module upsdk-kit/presenters
 */
export { type AntdMobileFunctions, antdMobilePresenter } from './adapters/presenters/antdMobile'
export { type LibraryFunctions, libraryPresenter } from './adapters/presenters/library'
export { type UniFunctions, uniPresenter } from './adapters/presenters/uni'
export { type VantFunctions, vantPresenter } from './adapters/presenters/vant'
export { walletPresenter } from './adapters/presenters/wallet'
