import type { DialogRequest } from '../../types/presenter'
import type { UpsdkWindow } from '../../types/window'
import { addElement, BORDER, fitLines, matches, newOverlay, putOnScreen, setAttributes } from './elements'
import { takeInput } from './input'

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
