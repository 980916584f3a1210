/** A button that opens a list of buttons below it. Escape, a tap elsewhere and the focus elsewhere close it. */
import { iconButton, make } from '../view/element'
import { placeByKey } from './rowKeys'

const DOTS = 'M5 12h.01M12 12h.01M19 12h.01'

export interface MenuOptions {
  /** Its name in `data-part`. */
  readonly part: string
  readonly name: string
  readonly items: readonly HTMLButtonElement[]
}

export function createMenu({ part, name, items }: MenuOptions): HTMLElement {
  const list = make('div', { class: 'menu-list', id: `${part}-list`, hidden: true }, ...items)
  const button = iconButton(part, name, DOTS, open, {
    'aria-expanded': 'false',
    'aria-controls': list.id,
  })
  const menu = make('div', { class: 'menu' }, button, list)

  function show(isOpen: boolean): void {
    list.hidden = !isOpen
    button.setAttribute('aria-expanded', String(isOpen))
  }
  function open(): void {
    show(!!list.hidden)
    if (!list.hidden) items[0]?.focus()
  }
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!menu.contains(relatedTarget as Node | null)) show(false)
  })
  document.addEventListener('pointerdown', ({ target }) => {
    if (!menu.contains(target as Node)) show(false)
  })
  menu.addEventListener('keydown', (event) => {
    if (list.hidden) return
    const at = items.indexOf(document.activeElement as HTMLButtonElement)
    const next = placeByKey(event.key, at, items.length, ['ArrowDown', 'ArrowUp'])
    if (next !== undefined) items[next]?.focus()
    else if (event.key === 'Escape') {
      show(false)
      button.focus()
    } else return
    event.preventDefault()
  })
  return menu
}
