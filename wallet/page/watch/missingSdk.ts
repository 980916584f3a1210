/** Notes a tap on a page that loads no upsdk: the simulated wallet always has it, the real one does not. */

import { isBridgeFile, isSdkFile } from '../../shared/sdkAddress'
import type { Log } from '../log'

/** How long a page may still load upsdk after the tap, in ms. */
const LOADS_WITHIN = 3000

/** @param needsNoFile whether the page loads upsdk in another way, or is not in a wallet */
export function followMissingSdk(log: Log, needsNoFile: () => boolean): void {
  const note = () => {
    const hasNote = log.notes.some(({ kind }) => kind === 'sdk')
    if (!hasNote && !hasSdkTag() && !needsNoFile()) log.addNote('no-sdk', '')
  }
  // Taps on our own elements are hidden from later listeners (`guardLayers`).
  const onTap = ({ isTrusted }: Event) => {
    if (!isTrusted) return
    window.removeEventListener('click', onTap, true)
    setTimeout(note, LOADS_WITHIN)
  }
  window.addEventListener('click', onTap, true)
}

/** Has the document a tag of upsdk, or of the bridge that an upsdk in a bundle has loaded? */
const hasSdkTag = (): boolean =>
  Array.from(document.scripts).some(({ src }) => src && (isSdkFile(src) || isBridgeFile(src)))
