// wallet.ts, imported in the first line of the entry
import { createUpsdk } from 'upsdk-kit'

export const upsdk = createUpsdk({
  script: true, // Loads upsdk.js if the page does not.
  translateFail: true, // An old `fail` gets the user's words, not the raw text.
  // “View order”, in the dialog of a payment that may have been made.
  actions: { 'payment-unconfirmed': { run: () => location.assign('/order') } },
})
Object.assign(window, { upsdk })
