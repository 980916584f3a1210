import { copyText } from '../../src/internals'
import type { UpsdkWindow } from '../../src/types/window'
import { fill, make } from './element'

/** How long the button says that it has copied, in ms. */
const COPIED_FOR = 1500

export interface CopyButtonOptions {
  /** Its name in `data-part`. */
  readonly part: string
  readonly label: string
  /** The label after copying. */
  readonly copied: string
  /** Makes the text to copy. */
  text(): string
  /** Shows the text for copying by hand if the page may not use the clipboard. @default it is not shown */
  readonly byHand?: HTMLElement
}

/** Makes a button that copies a text. */
export function createCopyButton({
  part,
  label,
  copied,
  text,
  byHand,
}: CopyButtonOptions): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'plain', 'data-part': part, onclick: copy }, label)

  function copy(): void {
    const copiedText = text()
    void copyText(window as unknown as UpsdkWindow, copiedText).then((isCopied) => {
      if (!isCopied) return byHand && showByHand(byHand, label, copiedText)
      button.textContent = copied
      setTimeout(() => {
        button.textContent = label
      }, COPIED_FOR)
    })
  }
  return button
}

function showByHand(place: HTMLElement, label: string, text: string): void {
  const area = make('textarea', { class: 'mono', readonly: true, 'aria-label': label })
  area.value = text
  fill(place, area)
  area.select()
}
