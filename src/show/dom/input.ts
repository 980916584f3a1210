import type { UpsdkWindow } from '../../types/window'
import type { Overlay } from './elements'

/**
 * Events inside a dialog that the page does not get. They would close the page's popups, libraries for quick taps
 * would act on it, and focus traps and guards of clicks would keep it from the buttons.
 */
const OWN_EVENTS =
  'click mousedown mouseup pointerdown pointerup touchstart touchmove touchend keydown keyup keypress focus focusin'.split(
    ' ',
  )

/** ms after its first frame in which a dialog takes no pointer: the second tap of two would close it unread. */
const UNREAD = 400
/** ms in which the first frame comes, but where a page has its own `requestAnimationFrame`. */
const FRAME_COMES_IN = 3000
/** ms; no tap is on its way for longer: some WebViews count the time of taps from elsewhere. */
const LONGEST_WAY = 5000

/**
 * Hears what happens inside a dialog before the page does.
 *
 * @param buttons of the dialog, in their order
 * @param answer runs with the button that was pressed, or without one to cancel
 * @returns listens no more
 */
export function takeInput(
  window: UpsdkWindow,
  overlay: Overlay,
  buttons: readonly HTMLElement[],
  answer: (button?: HTMLElement) => void,
): () => void {
  const { host, layer, isModal } = overlay
  const pointer = watchPointer(window, layer)

  function onEvent(event: Event): void {
    const { type } = event
    const path = event.composedPath()
    const isKey = type === 'keydown'
    // Where the dialog is no modal one, keys may go to wherever the page has put the focus.
    if (path.indexOf(host) < 0 && (isModal || !isKey)) return
    if (isKey) return onKey(event as KeyboardEvent, window.document, host, buttons, answer)
    event.stopImmediatePropagation()
    if (type === 'touchmove') keepFromPage(event as TouchEvent, layer)
    const pressed = type === 'click' && buttons.filter((button) => path.indexOf(button) >= 0)[0]
    if (pressed && !pointer.isEarly(event as MouseEvent)) answer(pressed)
  }

  // First of all, in the capture phase of the window; not passive, for `touchmove`.
  const options = { capture: true, passive: false }
  for (const name of OWN_EVENTS) window.addEventListener(name, onEvent, options)
  // The phone's way back.
  layer.addEventListener('cancel', (event) => {
    event.preventDefault()
    answer()
  })
  return () => {
    pointer.stop()
    for (const name of OWN_EVENTS) window.removeEventListener(name, onEvent, options)
  }
}

/** Lets the pointer through once the dialog can have been read. */
function watchPointer(window: UpsdkWindow, layer: HTMLElement) {
  const { requestAnimationFrame, cancelAnimationFrame } = window as Partial<Window>
  // By the clock of events, which in old WebKit is another one.
  const now = () => window.document.createEvent('Event').timeStamp
  const take = () =>
    (layer.firstElementChild as HTMLElement).style.setProperty('pointer-events', 'auto', 'important')
  let shownAt = now()
  let timer = setTimeout(take, FRAME_COMES_IN)
  const frame = requestAnimationFrame?.call(window, () => {
    shownAt = now()
    clearTimeout(timer)
    timer = setTimeout(take, UNREAD)
  })
  return {
    /** Was it made before, whenever it came? Keys, switches and screen readers make clicks without a pointer. */
    isEarly({ detail, timeStamp }: MouseEvent): boolean {
      const time = now()
      const isSameClock = time >= shownAt && time - timeStamp < LONGEST_WAY
      return detail > 0 && isSameClock && timeStamp - shownAt < UNREAD
    },
    stop() {
      clearTimeout(timer)
      if (frame) cancelAnimationFrame?.call(window, frame)
    },
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
  event.stopImmediatePropagation()
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
