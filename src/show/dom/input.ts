import type { UpsdkWindow } from '../../lib/window'
import type { Overlay } from './elements'

/** Events kept from bubbling to the page: they would close its popups, or libraries for quick taps would act on them. */
const OWN_EVENTS =
  'click mousedown mouseup pointerdown pointerup touchstart touchmove touchend keyup keypress'.split(' ')

/**
 * @param buttons of the dialog, in their order
 * @param answer runs with the button that was pressed, or without one to cancel
 * @returns listens no more
 */
export function takeInput(
  window: UpsdkWindow,
  { host, layer, isModal }: Overlay,
  buttons: readonly HTMLElement[],
  answer: (button?: HTMLElement) => void,
): () => void {
  const onKeydown = (event: KeyboardEvent) => onKey(event, window.document, host, buttons, answer)
  // A modal dialog has the focus; without one, keys may go to wherever the page has put it.
  if (isModal) host.addEventListener('keydown', onKeydown)
  else window.addEventListener('keydown', onKeydown, true)
  // The phone's way back.
  layer.addEventListener('cancel', (event) => {
    event.preventDefault()
    answer()
  })
  layer.addEventListener('click', ({ target }) => {
    const pressed = buttons.filter((button) => button.contains(target as Node))[0]
    if (pressed) answer(pressed)
  })
  for (const name of OWN_EVENTS) host.addEventListener(name, (event) => event.stopPropagation())
  layer.addEventListener('touchmove', (event) => keepFromPage(event, layer))
  return () => {
    if (!isModal) window.removeEventListener('keydown', onKeydown, true)
  }
}

/** Keys belong to the uppermost dialog, wherever the page may have put the focus. */
function onKey(
  event: KeyboardEvent,
  document: Document,
  host: HTMLElement,
  buttons: readonly HTMLElement[],
  answer: () => void,
): void {
  const dialogs = document.querySelectorAll('[data-upsdk-kit=dialog]')
  if (dialogs[dialogs.length - 1] !== host) return
  event.stopPropagation()
  if (event.key === 'Escape') {
    // Nor does it close a dialog of the page's.
    event.preventDefault()
    answer()
  }
  if (event.key !== 'Tab') return
  // Tab goes round among the buttons.
  event.preventDefault()
  const index = buttons.indexOf((host.shadowRoot || document).activeElement as HTMLElement)
  const next = event.shiftKey ? (index > 0 ? index : buttons.length) - 1 : (index + 1) % buttons.length
  buttons[next]?.focus()
}

/** A finger on the dialog does not scroll the page under it; two may still zoom. */
function keepFromPage(event: TouchEvent, layer: HTMLElement): void {
  const fits = layer.scrollHeight <= layer.clientHeight
  if (fits && event.cancelable && event.touches.length < 2) event.preventDefault()
}
