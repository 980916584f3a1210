/**
 * The tabs of the panels, for a narrow window. The tab of the log says how many calls there are, with the mark of the log's
 * rows if there are problems.
 */

import { make } from '../view/element'
import { placeByKey } from './rowKeys'
import type { PhoneTexts } from './texts'

export type PanelName = 'settings' | 'page' | 'log'

/** The panels in the order of their tabs. */
export const PANELS: readonly PanelName[] = ['page', 'log', 'settings']

export const panelId = (name: PanelName): string => `panel-${name}`

export interface PanelTabs {
  readonly element: HTMLElement
  /** Marks the tab of the panel that is shown. */
  select(shown: PanelName): void
  /** Writes how many calls there are, and how many mistakes. */
  count(calls: number, mistakes: number): void
}

export interface PanelTabsOptions {
  readonly texts: PhoneTexts
  /** The name of all tabs. */
  readonly label: string
  /** Stands beside the tabs where the page fills the phone. */
  readonly beside: HTMLElement
  choose(name: PanelName): void
}

export function createPanelTabs({ texts, label, beside, choose }: PanelTabsOptions): PanelTabs {
  let selected: PanelName = 'page'
  const countedCalls = make('span', { 'aria-hidden': 'true' })
  const countedName = make('span', { class: 'sr' })
  const counted = make(
    'span',
    { class: 'counted', hidden: true, 'data-part': 'log-count' },
    countedCalls,
    countedName,
  )
  const flag = make('span', { class: 'flag', 'aria-hidden': 'true', hidden: true })
  const tabOf = (name: PanelName) =>
    make(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        id: `tab-${name}`,
        'data-tab': name,
        'aria-controls': panelId(name),
        onclick: () => choose(name),
      },
      texts.tabs[name],
      name === 'log' && counted,
      name === 'log' && flag,
    )
  const tabs = PANELS.map(tabOf)
  const list = make('div', { class: 'panel-tabs', role: 'tablist', 'aria-label': label }, ...tabs)
  list.addEventListener('keydown', (event) => {
    const place = placeByKey(event.key, PANELS.indexOf(selected), PANELS.length, ['ArrowRight', 'ArrowLeft'])
    const name = place === undefined ? undefined : PANELS[place]
    if (place === undefined || !name) return
    event.preventDefault()
    choose(name)
    tabs[place]?.focus()
  })

  return {
    element: make('div', { class: 'panel-bar', 'data-part': 'panel-bar' }, list, beside),
    select(shown) {
      selected = shown
      PANELS.forEach((name, index) => {
        tabs[index]?.setAttribute('aria-selected', String(name === shown))
        tabs[index]?.setAttribute('tabindex', name === shown ? '0' : '-1')
      })
    },
    count(calls, mistakes) {
      counted.hidden = !calls
      flag.hidden = !mistakes
      flag.textContent = `!${mistakes}`
      countedCalls.textContent = String(calls)
      countedName.textContent = texts.counted(calls, mistakes)
    },
  }
}
