/** The three panels: page, log and settings. They stand beside each other, or are tabs in a narrow window. */

import { make } from '../view/element'
import type { Words } from '../view/texts/words'
import type { Side } from './keptLayout'
import { createPanelSizes } from './panelSizes'
import { createPanelTabs, PANELS, type PanelName, panelId } from './panelTabs'
import { createSplitter } from './splitter'
import type { PhoneTexts } from './texts'

export interface PanelsOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  /** What is in each panel. */
  readonly contents: Readonly<Record<PanelName, readonly HTMLElement[]>>
  /** Stands over page and log while it is shown. */
  readonly over: HTMLElement
  /** Gives the focus to the page in its frame. */
  focusPage(): void
  /** Runs after a panel has come into sight. */
  shown(name: PanelName): void
}

export interface Panels {
  /** The panels, with their tabs. */
  readonly element: HTMLElement
  /** Brings a panel into sight, and gives it the focus. */
  go(name: PanelName): void
  /** Goes to the next panel in sight, or the one before. */
  goOn(step: 1 | -1): void
  /** Leaves only the page, beside what stands over the others. */
  setWide(isWide: boolean): void
  /** A device on its side has the log below it. */
  setLandscape(isOn: boolean): void
  /** Writes how many calls there are on the tab of the log, and how many mistakes. */
  count(calls: number, mistakes: number): void
}

/** In a window up to this width, the panels are tabs: 900 px with ordinary text. */
const TABS = '(max-width: 56.24em)'
/** In a window up to this width, the settings are folded at first. */
const TWO_PANELS = '(max-width: 68em)'

export function createPanels(options: PanelsOptions): Panels {
  const { words, texts, contents, over, focusPage, shown } = options
  const names: Readonly<Record<PanelName, string>> = {
    settings: words.phone.controls,
    page: words.phone.page,
    log: words.tabs.log,
  }
  const panel = (name: PanelName, className: string) =>
    make(
      'section',
      { class: className, id: panelId(name), tabindex: '-1', 'aria-label': names[name] },
      ...contents[name],
    )
  const panels: Readonly<Record<PanelName, HTMLElement>> = {
    settings: panel('settings', 'side settings-side'),
    page: panel('page', 'stage'),
    log: panel('log', 'side log-side'),
  }
  const narrow = window.matchMedia(TABS)
  const twoPanels = window.matchMedia(TWO_PANELS)
  let tab: PanelName = 'page'
  let isLandscape = false
  let isWide = false

  const desk = make('div', { class: 'desk' })
  const { isFolded, sizeOf, widthOf, resize, ...sizes } = createPanelSizes({
    desk,
    isLogBelow: () => isLandscape,
    isNarrow: () => twoPanels.matches,
    changed: draw,
  })
  function fold(side: Side): void {
    sizes.fold(side)
    if (!isFolded(side)) shown(side)
  }
  const splitter = (side: Side, direction: () => 'left' | 'right' | 'below') =>
    createSplitter({
      part: side,
      panel: panelId(side),
      resizeName: texts.resize(names[side]),
      foldName: names[side],
      direction,
      size: () => sizeOf(side),
      resize: (size) => resize(side, size),
      reset: () => resize(side, undefined),
      fold: () => fold(side),
    })
  const splitters = {
    settings: splitter('settings', () => 'left'),
    log: splitter('log', () => (isLandscape ? 'below' : 'right')),
  }
  desk.append(
    panels.settings,
    splitters.settings.element,
    panels.page,
    splitters.log.element,
    panels.log,
    over,
  )
  const tabs = createPanelTabs({ texts, label: words.wallet, choose })

  function choose(name: PanelName): void {
    tab = name
    draw()
    shown(name)
  }

  /** Takes the page out of sight and reach. It keeps its size, since a page without one would not go on. */
  function hidePage(isHidden: boolean): void {
    panels.page.classList.toggle('unseen', isHidden)
    panels.page.toggleAttribute('inert', isHidden)
  }

  function draw(): void {
    const isTabs = narrow.matches
    const hasTabs = isTabs && !isWide
    desk.dataset.layout = isTabs ? 'tabs' : 'columns'
    desk.classList.toggle('wide', isWide)
    desk.classList.toggle('landscape', isLandscape && !isTabs)
    tabs.element.hidden = !hasTabs
    tabs.select(tab)
    for (const name of PANELS) {
      const isShown = tab === name
      // The page keeps its place: it goes on while the log is read.
      if (name === 'page') hidePage(hasTabs && !isShown)
      else panels[name].hidden = isWide || (isTabs ? !isShown : isFolded(name))
      // What is no tab has the role of its element.
      if (hasTabs) panels[name].setAttribute('role', 'tabpanel')
      else panels[name].removeAttribute('role')
    }
    for (const side of ['settings', 'log'] as const) {
      splitters[side].element.hidden = isTabs || isWide
      desk.style.setProperty(`--${side}-width`, `${widthOf(side)}px`)
      splitters[side].refresh(isFolded(side))
    }
    desk.style.setProperty('--log-height', `${isFolded('log') ? 0 : sizeOf('log').now}px`)
  }

  function go(name: PanelName): void {
    if (narrow.matches) choose(name)
    else if (name !== 'page' && isFolded(name)) fold(name)
    if (name === 'page') focusPage()
    else panels[name].focus()
  }

  function goOn(step: 1 | -1): void {
    const stops = [
      { within: panels.settings, isThere: !isWide && (narrow.matches || !isFolded('settings')) },
      { within: panels.page, isThere: true },
      { within: panels.log, isThere: !isWide && (narrow.matches || !isFolded('log')) },
      { within: over, isThere: isWide },
    ].filter(({ isThere }) => isThere)
    const now = stops.findIndex(({ within }) => within.contains(document.activeElement))
    const next = now < 0 ? (step > 0 ? 0 : stops.length - 1) : (now + step + stops.length) % stops.length
    const to = stops[next]?.within
    const name = PANELS.find((one) => panels[one] === to)
    if (name) go(name)
    else to?.focus()
  }

  narrow.addEventListener('change', draw)
  twoPanels.addEventListener('change', draw)
  new ResizeObserver(draw).observe(desk)

  over.tabIndex = -1
  return {
    element: make('main', { class: 'work' }, tabs.element, desk),
    go,
    goOn,
    setWide(next) {
      isWide = next
      draw()
    },
    setLandscape(next) {
      isLandscape = next
      draw()
    },
    count: tabs.count,
  }
}
