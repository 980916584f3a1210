import { read } from '../lib/values'

/** Is it the wallet's user agent, by the signs that the SDK file uses? */
export const isWalletAgent = (userAgent: string): boolean =>
  /com\.unionpay\.(chsp|mobilepay)/i.test(userAgent)

/** Is it a script element that loads upsdk? */
export const isUpsdkScript = (element: unknown): boolean =>
  /\/upsdk(\.min)?\.js($|[?#])/.test(String(read(element, 'src')))
