import type { DialogRequest } from '../../types/presenter'
import type { UpsdkWindow } from '../../types/window'
import {
  addElement,
  BORDER,
  fitLines,
  matches,
  newOverlay,
  type Overlay,
  putOnScreen,
  setAttributes,
} from './elements'

/** @returns cancels it */
export function showDialog(
  window: UpsdkWindow,
  request: DialogRequest,
  done: (confirmed: boolean) => void,
): () => void {
  const { document } = window
  const focusBefore = document.activeElement as HTMLElement | null
  const overlay = newOverlay(
    window,
    'dialog',
    request.lang,
    'overflow:auto;overscroll-behavior:contain;outline:0;background:rgba(0,0,0,.6)',
  )
  const { host, layer } = overlay
  const buttons: HTMLElement[] = []
  let isOpen = true
  let remove = () => host.remove()

  function dismiss(): void {
    isOpen = false
    stopInput()
    const hadFocus = host.contains(document.activeElement)
    remove()
    if (hadFocus && focusBefore) focusBefore.focus({ preventScroll: true })
  }
  function close(confirmed: boolean): void {
    if (!isOpen) return
    dismiss()
    done(confirmed)
  }
  const cancel = () => close(false)

  // Before it is there: a page may look where the focus goes. The button that confirms is the last one.
  const stopInput = takeInput(window, overlay, buttons, (button) =>
    close(!!request.confirm && !!button && buttons.indexOf(button) === buttons.length - 1),
  )
  try {
    remove = putOnScreen(window, overlay, cancel)
    const texts = fillDialog(layer, request, matches(window, '(prefers-color-scheme: dark)'), buttons)
    texts.forEach(fitLines)
    layer.focus({ preventScroll: true })
  } catch (error) {
    dismiss()
    throw error
  }
  request.givenUp?.then(cancel)
  return cancel
}

/** @returns the elements of its texts */
function fillDialog(
  layer: HTMLElement,
  request: DialogRequest,
  dark: boolean,
  buttons: HTMLElement[],
): HTMLElement[] {
  setAttributes(layer, {
    role: 'alertdialog',
    'aria-modal': 'true',
    'aria-labelledby': 'upsdk-kit-text',
    tabindex: '-1',
  })
  const box = addElement(
    layer,
    'div',
    `pointer-events:none;flex:0 1 20em;min-width:0;margin:auto;box-sizing:border-box;border-radius:.8em;${BORDER};${dark ? 'background:#2c2c2e;color:#f2f2f7' : 'background:#fff;color:#1f1f1f'}`,
  )
  const text = addElement(box, 'div', 'padding:1.75em 7% 1.5em')
  text.id = 'upsdk-kit-text'
  const texts = [
    ...(request.title ? [addElement(text, 'div', 'margin-bottom:.5em;font-weight:600', request.title)] : []),
    addElement(text, 'div', '', request.message),
  ]
  if (request.content) text.appendChild(request.content)
  // Where the buttons do not fit side by side, the one that confirms is on top.
  const row = addElement(box, 'div', 'display:flex;flex-wrap:wrap-reverse;padding:0 3.5% .6em')
  if (request.cancel)
    buttons.push(addButton(row, request.cancel, `background:${dark ? '#48484a' : '#f2f3f5'};color:inherit`))
  if (request.confirm)
    buttons.push(addButton(row, request.confirm, 'background:#e21836;color:#fff;font-weight:600'))
  return texts
}

function addButton(row: HTMLElement, label: string, css: string): HTMLElement {
  const button = addElement(
    row,
    'button',
    `flex:1 1 auto;min-width:46%;max-width:96%;margin:0 1.9% .6em;padding:.75em .8em;${BORDER};border-radius:2em;font:inherit;word-break:normal;overflow-wrap:break-word;cursor:pointer;-webkit-appearance:none;${css}`,
    label,
  )
  button.setAttribute('type', 'button')
  return button
}

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
