import { copyText } from '../lib/copyText'
import { pageAddress } from '../lib/pageAddress'
import type { Fallback } from '../types/fallbacks'
import { Refusal } from './fallback'
import { linkCopied, textOf } from './texts'
import { webAddress } from './webAddress'

/**
 * Opens the browser's share panel. Without one, it copies the address and shows a toast about that. The address is
 * `shareUrl`, by default the page's, with path and hash route only. Rejects with `cancelled`, and `busy` while a panel
 * is open.
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
      // A panel is already open.
      if (name === 'InvalidStateError') throw new Refusal('busy')
    }
  }
  if (!(await copyText(window, url))) throw new Refusal('unsupported')
  toast(textOf(context, linkCopied))
}
