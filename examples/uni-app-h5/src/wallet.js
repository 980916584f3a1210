import { createUpsdk } from 'upsdk-kit'
import { uniPresenter } from 'upsdk-kit/presenters'

/** One for the whole app. The kit is for H5: in a project for more targets, import this under `#ifdef H5` only. */
export const upsdk = createUpsdk({
  script: true, // Loads UnionPay's own upsdk.js where the page has none.
  // Named one by one: from a build for H5 uni-app takes out what nobody names, and `uni` itself has neither then.
  presenter: uniPresenter({ showToast: uni.showToast, showModal: uni.showModal }),
})
