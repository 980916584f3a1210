/** F6 goes from panel to panel, with Shift back, also out of the page in the frame. */
import type { PageFrame } from './pageFrame'
import type { Panels } from './panels'

export function followPanelKeys({ goOn }: Pick<Panels, 'goOn'>, page: PageFrame): void {
  function onKey(event: KeyboardEvent): void {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
    if (document.querySelector('dialog[open]')) return
    event.preventDefault()
    goOn(event.shiftKey ? -1 : 1)
  }
  window.addEventListener('keydown', onKey)
  page.onKeyDown(onKey)
}
