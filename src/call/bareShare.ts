import { readString } from '../lib/values'
import type { CallContext } from './context'

/** UnionPay's own pages, one of which leads back into a mini-program. */
const OWN_PAGES = /^https?:\/\/([\w-]+\.)*95516\.com([/:?#]|$)/i

const warned = /* @__PURE__ */ new WeakSet<CallContext>()

/**
 * Says on the console that what is shared opens in a browser, once for each kit. For the development build alone: an
 * inspector cannot say it, since no parameter is in a step.
 */
export function warnOfBareShare(context: CallContext, method: string, argument: unknown): void {
  const address = readString(argument, 'shareUrl')
  if (!address || OWN_PAGES.test(address) || warned.has(context)) return
  warned.add(context)
  console.warn(
    `[upsdk-kit] ${method}: shareUrl is the bare address of a page, which opens in a browser, outside the app. ` +
      'shareLink of upsdk-kit/open-in-app makes one that leads back into the mini-program.',
  )
}
