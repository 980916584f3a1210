/** What both shops ask for. */

/** A transaction number, as from a backend. */
export const tn = '202406180930001'

/** The scope for the mobile number. */
export const scope = 'scope.mobile'

/** UnionPay's file. */
export const SDK = 'https://open.95516.com/s/open/js/upsdk.js'

/** What a backend signs for a page. */
export const SIGNED = {
  appId: 'demo-coffee',
  nonceStr: 'Wm3WZYTPz0wzccnW',
  timestamp: '1718674200',
  signature: '0b7ee8a1c0ffee00b7ee8a1c0ffee00b7ee8a1c0ffee00b7ee8a1c0ffee00aa',
}

/** Calls the shop's backend, which never answers. */
export const askBackend = (): Promise<unknown> => fetch('https://coffee.invalid/api/order')
