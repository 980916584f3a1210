import type { UpsdkWindow } from '../window'

const MODAL = 'dialog:modal'
/** How often it is seen to whether a modal dialog of the page's has come or gone, in ms. */
const LOOK_EVERY = 200

/**
 * Puts an element where the user can see and reach it: next to `body`, or in the page's uppermost modal dialog, since
 * all else is under that, and dead. No event tells of such a dialog in time, so it is looked for, again and again.
 *
 * @returns takes it away
 */
export function place(host: HTMLElement, { document }: UpsdkWindow): () => void {
  const hasModals = knowsModals(document)
  const settle = () => move(host, hasModals ? findModal(document) : undefined)
  settle()
  const timer = hasModals ? setInterval(settle, LOOK_EVERY) : undefined
  return () => {
    clearInterval(timer)
    host.remove()
  }
}

function knowsModals(document: Document): boolean {
  try {
    document.querySelector(MODAL)
    return true
  } catch {
    return false
  }
}

/** The uppermost has the focus, or nothing has. */
function findModal(document: Document): Element | undefined {
  const modals = document.querySelectorAll(MODAL)
  return document.activeElement?.closest(MODAL) || modals[modals.length - 1]
}

function move(host: HTMLElement, modal: Element | undefined): void {
  const document = host.ownerDocument
  const parent = modal || document.documentElement
  if (host.parentNode === parent && document.contains(host)) return
  const focused = host.shadowRoot?.activeElement as HTMLElement | null | undefined
  parent.appendChild(host)
  if (modal) {
    // Out of what it clips or transforms.
    host.setAttribute('popover', 'manual')
    const { showPopover } = host as Partial<HTMLElement>
    if (showPopover) showPopover.call(host)
  }
  if (focused) focused.focus({ preventScroll: true })
}
