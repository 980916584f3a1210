/** Keeps the focus in the page around a film, from which a modal dialog in its frame would take it. */
export function leaveFocusOutside(): void {
  const around = window.frameElement as HTMLElement | null
  if (!around?.closest('[inert]')) return
  const { focus } = HTMLElement.prototype
  const { showModal } = HTMLDialogElement.prototype
  HTMLElement.prototype.focus = function (options) {
    returning(around, () => focus.call(this, options))
  }
  HTMLDialogElement.prototype.showModal = function () {
    returning(around, () => showModal.call(this))
  }
}

/** Returns the focus to the element outside that had it. Inside the phone, focus moves as usual. */
function returning(around: HTMLElement, run: () => void): void {
  const { activeElement: before, body } = around.ownerDocument
  run()
  if (before === around) return
  if (!before || before === body) around.blur()
  else (before as HTMLElement).focus({ preventScroll: true })
}
