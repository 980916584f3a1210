import { isTapFresh } from '../lib/userActivation'
import type { FallbackContext, WebWindow } from '../types/fallbacks'
import { Refusal, withoutTap } from './fallback'

/**
 * How long to wait for the chosen file after the page is visible again, in ms. A browser may have to prepare a large
 * file.
 */
const CHOSEN_IN = 5000

/**
 * Does the browser raise `cancel`? Chrome 113, iOS 16.4 and Firefox 91 and newer do. The property `oncancel` proves
 * nothing. A kind of easing does, which came with Chrome 113 and later to the others.
 */
const tellsOfCancelling = ({ CSS }: Partial<WebWindow>): boolean =>
  !!CSS && CSS.supports('transition-timing-function', 'linear(0, 1)')

/**
 * Lets the user choose a file or take a picture. Rejects with `cancelled`, and with `unsupported` without a tap, which
 * browsers require.
 *
 * @param accept media types, 'image/*'
 * @param camera opens the camera directly, on phones
 */
export function pickFile({ window, onEnd }: FallbackContext, accept: string, camera = false): Promise<File> {
  if (!isTapFresh(window)) throw withoutTap()
  const { document } = window
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  if (camera) input.setAttribute('capture', 'environment')
  // iOS raises `change` only if the element is in the document.
  input.style.cssText = 'position:fixed;left:-9999px'
  input.tabIndex = -1
  input.setAttribute('aria-hidden', 'true')
  document.body.appendChild(input)
  return new Promise<File>((resolve, reject) => {
    const cancel = () => reject(new Refusal('cancelled'))
    // Without the event `cancel`, the page only becomes visible again.
    let timer = 0
    const onFocus = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(cancel, CHOSEN_IN)
    }
    if (!tellsOfCancelling(window)) window.addEventListener('focus', onFocus)
    onEnd(() => {
      window.clearTimeout(timer)
      input.remove()
      window.removeEventListener('focus', onFocus)
    })
    input.addEventListener('cancel', cancel)
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      if (file) resolve(file)
      else cancel()
    })
    input.click()
  })
}
