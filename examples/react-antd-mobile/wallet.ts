import { Dialog, Toast } from 'antd-mobile'
import { createUpsdk } from 'upsdk-kit'
import { antdMobilePresenter } from 'upsdk-kit/presenters'
import { openShop } from '../shared/shop'

/** One for the whole page, made outside of components. */
export const upsdk = createUpsdk({
  script: true, // Loads UnionPay's own upsdk.js where the page has none.
  presenter: antdMobilePresenter({ Toast, Dialog }),
})

/** The shop's own server; where that fails, the kit tells the user. */
export const { ask, lookUp, openOrder } = openShop(upsdk)
