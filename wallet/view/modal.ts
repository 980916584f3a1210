import { on } from './element'

/**
 * Shows a dialog above everything that is open now. Anything that the page opens later covers it until that is closed.
 * An engine without modal dialogs shows it as an ordinary element on top.
 *
 * @param onEscape runs for the Escape key
 * @returns shows the dialog; call it again if the page removed the dialog from the document
 */
export function showModally(dialog: HTMLDialogElement, onEscape: () => void): () => void {
  on(dialog, 'cancel', (event) => {
    event.preventDefault()
    onEscape()
  })
  // A second Escape closes a modal dialog even if its listeners prevent that.
  on(dialog, 'close', onEscape)
  return () => {
    // newer-api: undefined in older engines
    if (dialog.open) dialog.removeAttribute('open')
    // newer-api: feature-detected here
    if (typeof dialog.showModal !== 'function') return dialog.setAttribute('open', '')
    try {
      // newer-api: feature-detected above
      dialog.showModal()
      // It scrolls to the focused element, past the sheet's title.
      dialog.scrollTop = 0
    } catch {
      dialog.setAttribute('open', '')
    }
  }
}

/**
 * Shows an element above everything that is open now, without moving the focus. In engines without popovers, `z-index`
 * keeps it on top.
 */
export function showOnTop(element: HTMLElement): void {
  // newer-api: feature-detected here
  if (typeof element.showPopover !== 'function') return
  element.setAttribute('popover', 'manual')
  try {
    // newer-api: feature-detected above
    element.showPopover()
  } catch {
    // It is already shown, or the document is being unloaded.
  }
}
