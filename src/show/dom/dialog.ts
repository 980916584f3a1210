import type { UpsdkWindow } from '../../lib/window'
import type { DialogRequest } from '../../types/presenter'
import { addElement, addOverlay, fadeIn, fitLines, matches, setAttributes } from './elements'

/** Events kept from bubbling to the page: they would close its popups, or libraries for quick taps would act on them. */
const OWN_EVENTS =
  'click mousedown mouseup pointerdown pointerup touchstart touchmove touchend keyup keypress'.split(' ')

/** @returns cancels it */
export function showDialog(
  window: UpsdkWindow,
  request: DialogRequest,
  done: (confirmed: boolean) => void,
): () => void {
  const { document } = window
  const focusBefore = document.activeElement as HTMLElement | null
  let isOpen = true
  const { host, layer, isModal, remove } = addOverlay(
    window,
    'dialog',
    request.lang,
    'overflow:auto;overscroll-behavior:contain;outline:0;background:rgba(0,0,0,.6)',
    () => close(false),
  )
  const { texts, buttons, confirmButton } = fillDialog(
    layer,
    request,
    matches(window, '(prefers-color-scheme: dark)'),
  )

  function close(confirmed: boolean): void {
    if (!isOpen) return
    isOpen = false
    if (!isModal) window.removeEventListener('keydown', onKey, true)
    const hadFocus = host.contains(document.activeElement)
    remove()
    if (hadFocus && focusBefore) focusBefore.focus({ preventScroll: true })
    done(confirmed)
  }
  const cancel = () => close(false)

  const onKey = (event: KeyboardEvent) => handleKey(event, document, host, buttons, cancel)
  // A modal dialog has the focus; without one, keys may go to wherever the page has put it.
  if (isModal) host.addEventListener('keydown', onKey)
  else window.addEventListener('keydown', onKey, true)
  // The phone's way back.
  layer.addEventListener('cancel', (event) => {
    event.preventDefault()
    cancel()
  })
  request.givenUp?.then(cancel)
  buttons.forEach((button) => {
    button.addEventListener('click', () => close(button === confirmButton))
  })
  keepTouches(host, layer)
  fadeIn(window, layer)
  texts.forEach(fitLines)
  layer.focus({ preventScroll: true })
  return cancel
}

function fillDialog(layer: HTMLElement, request: DialogRequest, dark: boolean) {
  setAttributes(layer, {
    role: 'alertdialog',
    'aria-modal': 'true',
    'aria-labelledby': 'upsdk-kit-text',
    tabindex: '-1',
  })
  const box = addElement(
    layer,
    'div',
    `flex:0 1 20em;min-width:0;margin:auto;border-radius:.8em;${dark ? 'background:#2c2c2e;color:#f2f2f7' : 'background:#fff;color:#1f1f1f'}`,
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
  const buttons: HTMLElement[] = []
  if (request.cancel)
    buttons.push(addButton(row, request.cancel, `background:${dark ? '#48484a' : '#f2f3f5'};color:inherit`))
  const confirmButton =
    request.confirm && addButton(row, request.confirm, 'background:#e21836;color:#fff;font-weight:600')
  if (confirmButton) buttons.push(confirmButton)
  return { texts, buttons, confirmButton }
}

function addButton(row: HTMLElement, label: string, css: string): HTMLElement {
  const button = addElement(
    row,
    'button',
    `flex:1 1 auto;min-width:46%;max-width:96%;margin:0 1.9% .6em;padding:.75em .8em;border:0;border-radius:2em;font:inherit;word-break:normal;overflow-wrap:break-word;cursor:pointer;-webkit-appearance:none;${css}`,
    label,
  )
  button.setAttribute('type', 'button')
  return button
}

/** Keys belong to the uppermost dialog, wherever the page may have put the focus. */
function handleKey(
  event: KeyboardEvent,
  document: Document,
  host: HTMLElement,
  buttons: readonly HTMLElement[],
  cancel: () => void,
): void {
  const dialogs = document.querySelectorAll('[data-upsdk-kit=dialog]')
  if (dialogs[dialogs.length - 1] !== host) return
  event.stopPropagation()
  if (event.key === 'Escape') {
    // Nor does it close a dialog of the page's.
    event.preventDefault()
    cancel()
  }
  if (event.key !== 'Tab') return
  // Tab goes round among the buttons.
  event.preventDefault()
  const index = buttons.indexOf((host.shadowRoot || document).activeElement as HTMLElement)
  const next = event.shiftKey ? (index > 0 ? index : buttons.length) - 1 : (index + 1) % buttons.length
  buttons[next]?.focus()
}

function keepTouches(host: HTMLElement, layer: HTMLElement): void {
  for (const name of OWN_EVENTS) host.addEventListener(name, (event) => event.stopPropagation())
  // A finger on the dialog does not scroll the page under it; two may still zoom.
  layer.addEventListener('touchmove', (event) => {
    const fits = layer.scrollHeight <= layer.clientHeight
    if (fits && event.cancelable && event.touches.length < 2) event.preventDefault()
  })
}
