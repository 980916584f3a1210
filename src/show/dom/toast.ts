import type { ToastOptions } from '../../types/presenter'
import type { UpsdkWindow } from '../../types/window'
import { addElement, BORDER, fitLines, newOverlay, putOnScreen, setAttributes } from './elements'

const DEFAULT_DURATION = 2500
/** ms after which a text is put into its live region once more: a region is only read out once it is known. */
const READ_OUT_AFTER = 100

/** @returns takes it away */
export function showToast(
  window: UpsdkWindow,
  message: string,
  { lang, duration = DEFAULT_DURATION }: Pick<ToastOptions, 'lang' | 'duration'>,
): () => void {
  const overlay = newOverlay(window, 'toast', lang, '')
  const { host, layer } = overlay
  setAttributes(host, { role: 'status', 'aria-live': 'polite' })
  const box = addElement(
    layer,
    'div',
    `margin:auto;min-width:0;max-width:19em;box-sizing:border-box;padding:.8em 1.2em;border-radius:.6em;background:rgba(58,58,60,.96);color:#fff;${BORDER}`,
  )
  const text = addElement(box, 'div', '', message)
  let remove = () => host.remove()
  try {
    remove = putOnScreen(window, overlay)
    fitLines(text)
  } catch (error) {
    remove()
    throw error
  }
  const readOut = setTimeout(() => {
    text.textContent = message
  }, READ_OUT_AFTER)
  const end = setTimeout(remove, duration)
  return () => {
    clearTimeout(readOut)
    clearTimeout(end)
    remove()
  }
}
