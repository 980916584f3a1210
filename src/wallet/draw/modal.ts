import { on } from './element'

/**
 * Shows a dialog above all that is open now. What the page opens afterwards lies above it, and closing that gives it
 * back. An engine without modal dialogs shows it as an ordinary element on top.
 *
 * @param onEscape runs for the Escape key
 * @returns shows it (again, where the page took it out of the document)
 */
export function showModally(dialog: HTMLDialogElement, onEscape: () => void): () => void {
  on(dialog, 'cancel', (event) => {
    event.preventDefault()
    onEscape()
  })
  // A second Escape closes a modal dialog whatever its listeners say.
  on(dialog, 'close', onEscape)
  return () => {
    // newer-api: undefined there
    if (dialog.open) dialog.removeAttribute('open')
    // newer-api: it is asked for here
    if (typeof dialog.showModal !== 'function') return dialog.setAttribute('open', '')
    try {
      // newer-api: asked for above
      dialog.showModal()
      // It scrolls to what it gives the focus, past the name of what is asked.
      dialog.scrollTop = 0
    } catch {
      dialog.setAttribute('open', '')
    }
  }
}

/** Shows an element above all that is open now, and leaves the focus alone; `z-index` does it where there are no popovers. */
export function showOnTop(element: HTMLElement): void {
  // newer-api: it is asked for here
  if (typeof element.showPopover !== 'function') return
  element.setAttribute('popover', 'manual')
  // newer-api: asked for above
  if (!element.matches(':popover-open')) element.showPopover()
}
