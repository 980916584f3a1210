/** What plays by itself takes no focus from the page around the phone, as a modal dialog would. */
export function leaveFocusOutside(): void {
  const around = window.frameElement as HTMLElement | null
  if (!around) return
  const { focus } = HTMLElement.prototype
  const { showModal } = HTMLDialogElement.prototype
  HTMLElement.prototype.focus = function (options) {
    returning(around, () => focus.call(this, options))
  }
  HTMLDialogElement.prototype.showModal = function () {
    returning(around, () => showModal.call(this))
  }
}

/** Gives the focus back to what has had it outside; within the phone it moves as ever. */
function returning(around: HTMLElement, run: () => void): void {
  const { activeElement: before, body } = around.ownerDocument
  run()
  if (before === around) return
  if (!before || before === body) around.blur()
  else (before as HTMLElement).focus({ preventScroll: true })
}
