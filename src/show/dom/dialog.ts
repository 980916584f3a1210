import { listen } from '../../lib/window'
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

/** Shows a dialog. @returns cancels it */
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

  // Listens before the focus moves, which the page may watch. The button that confirms is the last one.
  const stopInput = handleInput(window, overlay, buttons, (button) =>
    close(!!request.confirm && !!button && buttons.indexOf(button) === buttons.length - 1),
  )
  try {
    remove = putOnScreen(window, overlay, cancel)
    // A page that was made for light alone says so.
    const { colorScheme } = (document.defaultView as Window).getComputedStyle(document.documentElement)
    const dark = matches(window, '(prefers-color-scheme: dark)') && !/^(only|light| )+$/.test(colorScheme)
    const texts = fillDialog(layer, request, dark, buttons)
    texts.forEach(fitLines)
    layer.focus({ preventScroll: true })
  } catch (error) {
    dismiss()
    throw error
  }
  request.givenUp?.then(cancel)
  return cancel
}

/** Matches the end of a sentence before another one. */
const SENTENCE_END = /([。！？]|[^\s.]{3}[.!?] )(?=.)/g

/** Adds a dialog's texts and buttons. @returns the elements of its texts */
function fillDialog(
  layer: HTMLElement,
  request: DialogRequest,
  dark: boolean,
  buttons: HTMLElement[],
): HTMLElement[] {
  setAttributes(layer, {
    role: 'alertdialog',
    'aria-modal': 'true',
    'aria-labelledby': request.title ? 'upsdk-kit-title' : 'upsdk-kit-text',
    tabindex: '-1',
  })
  const box = addElement(
    layer,
    'div',
    `pointer-events:none;flex:0 1 20em;min-width:0;margin:auto;box-sizing:border-box;border-radius:.8em;${BORDER};${dark ? 'background:#2c2c2e;color:#f2f2f7' : 'background:#fff;color:#1f1f1f'}`,
  )
  const text = addElement(box, 'div', 'padding:1.75em 4.5% 1.5em')
  text.id = 'upsdk-kit-text'
  const texts: HTMLElement[] = []
  const addText = (id: string, css: string, value: string) => {
    const element = addElement(text, 'div', css)
    element.id = id
    for (const sentence of value.replace(SENTENCE_END, '$&\v').split('\v'))
      texts.push(addElement(element, 'div', '', sentence))
  }
  if (request.title) {
    addText('upsdk-kit-title', 'margin-bottom:.5em;font-weight:600', request.title)
    // Tools and tests read both as one text.
    text.appendChild(text.ownerDocument.createTextNode(' '))
    layer.setAttribute('aria-describedby', 'upsdk-kit-message')
  }
  addText('upsdk-kit-message', '', request.message)
  if (request.content) text.appendChild(request.content)
  // If the buttons do not fit side by side, the one that confirms is on top.
  const row = addElement(box, 'div', 'display:flex;flex-wrap:wrap-reverse;padding:0 3.5% .6em')
  const quiet = `background:${dark ? '#48484a' : '#f2f3f5'};color:inherit`
  if (request.cancel) buttons.push(addButton(row, request.cancel, quiet))
  // A button that only closes is not the main one, and neither is one beside which the user does more elsewhere.
  const isMain = request.cancel && !request.quiet
  if (request.confirm)
    buttons.push(
      addButton(row, request.confirm, isMain ? 'background:#e21836;color:#fff;font-weight:600' : quiet),
    )
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
 * Events inside a dialog that the page does not get. They would close the page's popups and start libraries for fast
 * taps, and the page's focus traps and click guards would block the buttons.
 */
const OWN_EVENTS =
  'click mousedown mouseup pointerdown pointerup touchstart touchmove touchend keydown keyup keypress focus focusin'.split(
    ' ',
  )

/** How long after its first frame a dialog ignores taps, in ms: a double tap would close it unread. */
const UNREAD = 400
/** How long the first frame may take, in ms. It may never come if the page has its own `requestAnimationFrame`. */
const FRAME_COMES_IN = 3000
/** The greatest age of a tap, in ms. If it seems older, the WebView uses another clock for taps. */
const OLDEST_TAP = 5000

/**
 * Handles the events inside a dialog before the page does.
 *
 * @param buttons the buttons of the dialog, in order
 * @param answer runs with the button that was pressed, or without one to cancel
 * @returns removes the listeners
 */
function handleInput(
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
    // If the dialog is not modal, keys go to the element that the page has focused.
    if (path.indexOf(host) < 0 && (isModal || !isKey)) return
    if (isKey) return onKey(event as KeyboardEvent, host, buttons, answer)
    event.stopImmediatePropagation()
    if (type === 'touchmove') preventScroll(event as TouchEvent, layer)
    const pressed = type === 'click' && buttons.filter((button) => path.indexOf(button) >= 0)[0]
    if (pressed && !pointer.isEarly(event as MouseEvent)) answer(pressed)
  }

  // The window's capture phase comes first. Passive listeners could not prevent `touchmove`.
  const options = { capture: true, passive: false }
  const stops = OWN_EVENTS.map((name) => listen(window, name, onEvent, options))
  // The phone's back button cancels the dialog.
  layer.addEventListener('cancel', (event) => {
    event.preventDefault()
    answer()
  })
  return () => {
    pointer.stop()
    for (const stop of stops) stop()
  }
}

/** Ignores taps until the user can have read the dialog. */
function watchPointer(window: UpsdkWindow, layer: HTMLElement) {
  const { requestAnimationFrame, cancelAnimationFrame } = window as Partial<Window>
  // Uses the clock of events, which differs from others in old WebKit.
  const now = () => window.document.createEvent('Event').timeStamp
  const acceptTaps = () =>
    (layer.firstElementChild as HTMLElement).style.setProperty('pointer-events', 'auto', 'important')
  let shownAt = now()
  let timer = setTimeout(acceptTaps, FRAME_COMES_IN)
  const frame = requestAnimationFrame?.call(window, () => {
    shownAt = now()
    clearTimeout(timer)
    timer = setTimeout(acceptTaps, UNREAD)
  })
  return {
    /** Was the tap made too early, even if it arrives late? Keys, switches and screen readers click without a tap. */
    isEarly({ detail, timeStamp }: MouseEvent): boolean {
      const time = now()
      const isSameClock = time >= shownAt && time - timeStamp < OLDEST_TAP
      return detail > 0 && isSameClock && timeStamp - shownAt < UNREAD
    },
    stop() {
      clearTimeout(timer)
      if (frame) cancelAnimationFrame?.call(window, frame)
    },
  }
}

/** Handles a key if the dialog is the uppermost one, whichever element of the page has the focus. */
function onKey(
  event: KeyboardEvent,
  host: HTMLElement,
  buttons: readonly HTMLElement[],
  answer: () => void,
): void {
  const document = host.ownerDocument
  const dialogs = document.querySelectorAll('[data-upsdk-kit=dialog]')
  if (dialogs[dialogs.length - 1] !== host) return
  event.stopImmediatePropagation()
  if (event.key === 'Escape') {
    // Escape must not close a dialog of the page too.
    event.preventDefault()
    answer()
  }
  if (event.key !== 'Tab') return
  // Tab moves the focus among the buttons only.
  event.preventDefault()
  const index = buttons.indexOf((host.shadowRoot || document).activeElement as HTMLElement)
  const next = event.shiftKey ? (index > 0 ? index : buttons.length) - 1 : (index + 1) % buttons.length
  buttons[next]?.focus()
}

/** Prevents one finger on the dialog from scrolling the page under it. Two may still zoom. */
function preventScroll(event: TouchEvent, layer: HTMLElement): void {
  const fits = layer.scrollHeight <= layer.clientHeight
  if (fits && event.cancelable && event.touches.length < 2) event.preventDefault()
}
