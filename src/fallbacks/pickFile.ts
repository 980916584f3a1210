import { isTapFresh } from '../lib/userActivation'
import type { FallbackContext, WebWindow } from '../types/fallbacks'
import { Refusal, withoutTap } from './fallback'

/** ms after the page is back in which a browser tells of the chosen file; a large one may have to be made ready. */
const CHOSEN_IN = 5000

/**
 * `cancel` comes from Chrome 113, iOS 16.4 and Firefox 91 on; that `oncancel` is there says nothing. A kind of easing
 * that came with Chrome 113, and later to the others, does.
 */
const tellsOfCancelling = ({ CSS }: Partial<WebWindow>): boolean =>
  !!CSS && CSS.supports('transition-timing-function', 'linear(0, 1)')

/**
 * Lets the user choose a file, or take a picture. Rejects with `cancelled`; with `unsupported` without a tap of the
 * user's, which browsers ask for.
 *
 * @param accept media types, 'image/*'
 * @param camera straight to the camera, on phones
 */
export function pickFile({ window, onEnd }: FallbackContext, accept: string, camera = false): Promise<File> {
  if (!isTapFresh(window)) throw withoutTap()
  const { document } = window
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  if (camera) input.setAttribute('capture', 'environment')
  // iOS tells of the choice only where the element stands in the page.
  input.style.cssText = 'position:fixed;left:-9999px'
  input.tabIndex = -1
  input.setAttribute('aria-hidden', 'true')
  document.body.appendChild(input)
  return new Promise<File>((resolve, reject) => {
    const cancel = () => reject(new Refusal('cancelled'))
    // Where no `cancel` comes: the page is back, and that is all.
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
