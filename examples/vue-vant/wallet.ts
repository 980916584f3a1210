import { createUpsdk } from 'upsdk-kit'
import { vantPresenter } from 'upsdk-kit/presenters'
import { showDialog, showToast } from 'vant'
import { openShop } from '../shared/shop'

/** One for the whole page. */
export const upsdk = createUpsdk({
  script: true, // Loads UnionPay's own upsdk.js where the page has none.
  presenter: vantPresenter({ showToast, showDialog }),
})

/** The shop's own server; where that fails, the kit tells the user. */
export const { ask, lookUp, openOrder } = openShop(upsdk)
