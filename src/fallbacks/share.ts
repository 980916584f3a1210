import { copyText } from '../lib/copyText'
import { pageAddress } from '../lib/pageAddress'
import type { Fallback } from '../types/fallbacks'
import { Refusal } from './fallback'
import { linkCopied, textOf } from './texts'
import { webAddress } from './webAddress'

/**
 * The share panel of the browser; where there is none, the address is copied, and a toast says so. Without a
 * `shareUrl` it is the page's, path and hash route only. Rejects with `cancelled`; `busy` while a
 * panel is open.
 */
export const showSharePopup: Fallback<'showSharePopup'> = async (params, context) => {
  const { window, toast } = context
  const { title, desc, shareUrl } = params || {}
  const url = shareUrl ? webAddress(window, shareUrl) : pageAddress(window) || window.location.href
  const navigator: Partial<Navigator> = window.navigator
  if (navigator.share) {
    try {
      return await navigator.share({ title, text: desc, url })
    } catch (error) {
      const { name } = error as Error
      if (name === 'AbortError') throw new Refusal('cancelled')
      // The panel is open already.
      if (name === 'InvalidStateError') throw new Refusal('busy')
    }
  }
  if (!(await copyText(window, url))) throw new Refusal('unsupported')
  toast(textOf(context, linkCopied))
}
