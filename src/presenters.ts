/**
 * `upsdk-kit/presenters`: shows messages in the toasts and dialogs of a UI library, or of the wallet itself. A
 * presenter gets the library's functions, so that it imports no library.
 *
 * @module upsdk-kit/presenters
 */
export { type AntdMobileFunctions, antdMobilePresenter } from './adapters/presenters/antdMobile'
export { type LibraryFunctions, libraryPresenter } from './adapters/presenters/library'
export { type UniFunctions, uniPresenter } from './adapters/presenters/uni'
export { type VantFunctions, vantPresenter } from './adapters/presenters/vant'
export { walletPresenter } from './adapters/presenters/wallet'
