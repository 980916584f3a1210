/** Notes a tap on a page that loads no upsdk. An error that names upsdk says it already, and so does a kit. */

import { isBridgeFile, isSdkFile } from '../../shared/sdkAddress'
import type { Log } from '../log'
import { ownTags } from './sdkTags'

/** How long a page may still load upsdk after the tap, in ms. */
const LOADS_WITHIN = 3000

/** @param needsNoFile whether the page loads upsdk in another way, or is not in a wallet */
export function followMissingSdk(log: Log, needsNoFile: () => boolean): void {
  const note = () => {
    const isSaid =
      log.notes.some(
        (one) => one.kind === 'sdk' || one.kind === 'own-tag' || (one.kind === 'error' && one.missedSdk),
      ) || log.entries.some(({ missedSdk }) => missedSdk)
    if (!isSaid && !ownTags().length && !hasBridgeTag() && !hasFrameWithSdk() && !needsNoFile())
      log.addNote('no-sdk', '')
  }
  // Taps on our own elements are hidden from later listeners (`guardLayers`).
  const onTap = ({ isTrusted }: Event) => {
    if (!isTrusted) return
    window.removeEventListener('click', onTap, true)
    setTimeout(note, LOADS_WITHIN)
  }
  window.addEventListener('click', onTap, true)
}

/** Has the document a tag of the bridge, which an upsdk in a bundle has loaded? */
const hasBridgeTag = (): boolean => Array.from(document.scripts).some(({ src }) => isBridgeFile(src))

/** Does a frame of the page load upsdk, or one in it? */
const hasFrameWithSdk = (page: Document = document): boolean =>
  Array.from(page.querySelectorAll('iframe')).some(
    ({ contentDocument: inner }) =>
      inner && (Array.from(inner.scripts).some(({ src }) => src && isSdkFile(src)) || hasFrameWithSdk(inner)),
  )
