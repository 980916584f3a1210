/** Beside the phone: two tabs, the film, and the lines to begin with on a page of one's own. */
import { make } from './dom'
import { createFirstCode } from './first/code'
import { createFirstPhones } from './first/phones'
import type { Language } from './language'
import { texts } from './texts'

const TABS = ['film', 'lines'] as const
type Tab = (typeof TABS)[number]

export function createBeside(place: HTMLElement, language: Language) {
  const panelOf = (tab: Tab) =>
    make('div', { id: `panel-${tab}`, role: 'tabpanel', 'aria-labelledby': `tab-${tab}` })
  const panels: Readonly<Record<Tab, HTMLElement>> = { film: panelOf('film'), lines: panelOf('lines') }
  const tabs = TABS.map((tab) => {
    const button = make('button', {
      type: 'button',
      role: 'tab',
      id: `tab-${tab}`,
      'aria-controls': `panel-${tab}`,
    })
    button.addEventListener('click', () => choose(tab))
    return button
  })
  const list = make('div', { class: 'segments', role: 'tablist' }, ...tabs)
  list.addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowLeft' || key === 'ArrowRight') choose(panels.film.hidden ? 'film' : 'lines').focus()
  })

  /** @returns the button of the tab */
  function choose(chosen: Tab): HTMLElement {
    TABS.forEach((tab, at) => {
      panels[tab].hidden = tab !== chosen
      tabs[at]?.setAttribute('aria-selected', String(tab === chosen))
      tabs[at]?.setAttribute('tabindex', tab === chosen ? '0' : '-1')
    })
    return tabs[TABS.indexOf(chosen)] as HTMLElement
  }

  place.replaceChildren(list, panels.film, panels.lines)
  choose('film')
  const parts = [createFirstPhones(panels.film, language), createFirstCode(panels.lines, language)]
  return {
    /** Shows the lines to begin with, in place of the film. */
    showLines: () => void choose('lines'),
    translate(wanted: Language): void {
      const { page, tabs: names } = texts[wanted]
      list.setAttribute('aria-label', page.beside)
      for (const [at, tab] of TABS.entries()) tabs[at]?.replaceChildren(names[tab])
      for (const part of parts) part.translate(wanted)
    },
  }
}
