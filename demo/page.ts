import { write } from './dom'
import type { Texts } from './texts'

/** The attributes that a text may go into. */
const attributes = { label: 'aria-label', title: 'title' } as const

/** Writes the texts of index.html in the chosen language. */
export function writePage({ lang, page }: Texts): void {
  document.documentElement.lang = lang
  document.title = page.title
  for (const element of document.querySelectorAll('[data-text]'))
    write(element, textOf(element, 'text', page))
  for (const [kind, attribute] of Object.entries(attributes)) {
    for (const element of document.querySelectorAll(`[data-${kind}]`))
      element.setAttribute(attribute, textOf(element, kind, page))
  }
}

/** Finds a text by its name. HTML is not type-checked, so a name without a text throws. */
function textOf(element: Element, kind: string, page: Texts['page']): string {
  const name = element.getAttribute(`data-${kind}`) ?? ''
  const text = page[name as keyof Texts['page']]
  if (!text) throw new Error(`No text for data-${kind}="${name}"`)
  return text
}
