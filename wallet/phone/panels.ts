/** The three panels: page, log and settings. They stand beside each other, or are tabs in a narrow window. */

import { make } from '../view/element'
import type { Words } from '../view/texts/words'
import { keepLayout, type Layout, readLayout, type Side, type SizeName } from './keptLayout'
import { placeByKey } from './rowKeys'
import { createSplitter, type PanelSize } from './splitter'
import type { PhoneTexts } from './texts'

export type PanelName = 'settings' | 'page' | 'log'

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

/** The sizes of the sides, in em of the panels. The rest is the page's. */
const LEAST: Readonly<Record<SizeName, number>> = { settings: 14, log: 20, logBelow: 8 }
const LEAST_OF_PAGE = { width: 19, height: 12 } as const
/** The width of an edge with its button, in em. */
const GUTTER = 1.7

const ORDER: readonly PanelName[] = ['page', 'log', 'settings']

export function createPanels(options: PanelsOptions): Panels {
  const { words, texts, contents, over, focusPage, shown } = options
  const names: Readonly<Record<PanelName, string>> = {
    settings: words.phone.controls,
    page: words.phone.page,
    log: words.tabs.log,
  }
  const idOf = (name: PanelName) => `panel-${name}`
  const panel = (name: PanelName, className: string) =>
    make(
      'section',
      { class: className, id: idOf(name), tabindex: '-1', 'aria-label': names[name] },
      ...contents[name],
    )
  const panels: Readonly<Record<PanelName, HTMLElement>> = {
    settings: panel('settings', 'side settings-side'),
    page: panel('page', 'stage'),
    log: panel('log', 'side log-side'),
  }
  const narrow = window.matchMedia(TABS)
  const twoPanels = window.matchMedia(TWO_PANELS)
  let layout: Layout = readLayout()
  let tab: PanelName = 'page'
  let isLandscape = false
  let isWide = false

  const sizeName = (side: Side): SizeName => (side === 'log' && isLandscape ? 'logBelow' : side)
  const isFolded = (side: Side): boolean => layout.folded[side] ?? (side === 'settings' && twoPanels.matches)
  const widthOf = (side: Side): number =>
    isFolded(side) || sizeName(side) === 'logBelow' ? 0 : sizeOf(side).now

  /** The size of a side within its limits, in px: the page keeps its least size. */
  function sizeOf(side: Side): PanelSize {
    const name = sizeName(side)
    const em = parseFloat(getComputedStyle(desk).fontSize) || 16
    const { clientWidth, clientHeight } = desk
    const usual = {
      settings: 18 * em,
      log: Math.min(37 * em, clientWidth * 0.4),
      logBelow: clientHeight * 0.36,
    }
    const least = LEAST[name] * em
    const other: Side = side === 'log' ? 'settings' : 'log'
    const room =
      name === 'logBelow'
        ? clientHeight - (LEAST_OF_PAGE.height + GUTTER) * em
        : // The sides give way to each other by their least sizes, since each asks for the other's.
          clientWidth -
          (LEAST_OF_PAGE.width + 2 * GUTTER) * em -
          (isFolded(other) || sizeName(other) === 'logBelow'
            ? 0
            : Math.max(LEAST[other] * em, layout.sizes[other] || 0))
    const most = Math.max(least, room)
    return { now: Math.min(Math.max(layout.sizes[name] ?? usual[name], least), most), least, most }
  }

  function change(changed: Layout): void {
    layout = changed
    keepLayout(layout)
    draw()
  }
  function fold(side: Side): void {
    change({ ...layout, folded: { ...layout.folded, [side]: !isFolded(side) } })
    if (!isFolded(side)) shown(side)
  }
  function resize(side: Side, size: number | undefined): void {
    const name = sizeName(side)
    const { least, most } = sizeOf(side)
    const sizes: Partial<Record<SizeName, number>> = { ...layout.sizes }
    if (size === undefined) delete sizes[name]
    else sizes[name] = Math.min(Math.max(size, least), most)
    change({ ...layout, sizes })
  }
  const splitter = (side: Side, direction: () => 'left' | 'right' | 'below') =>
    createSplitter({
      part: side,
      panel: idOf(side),
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
  const desk = make(
    'div',
    { class: 'desk' },
    panels.settings,
    splitters.settings.element,
    panels.page,
    splitters.log.element,
    panels.log,
    over,
  )

  const countedCalls = make('span', { 'aria-hidden': 'true' })
  const countedName = make('span', { class: 'sr' })
  const counted = make(
    'span',
    { class: 'counted', hidden: true, 'data-part': 'log-count' },
    countedCalls,
    countedName,
  )
  const tabOf = (name: PanelName) =>
    make(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'tab',
        id: `tab-${name}`,
        'data-tab': name,
        'aria-controls': idOf(name),
        onclick: () => choose(name),
      },
      texts.tabs[name],
      name === 'log' && counted,
    )
  const tabButtons = ORDER.map(tabOf)
  const tabs = make(
    'div',
    { class: 'panel-tabs', role: 'tablist', 'aria-label': words.wallet },
    ...tabButtons,
  )
  tabs.addEventListener('keydown', (event) => {
    const next = placeByKey(event.key, ORDER.indexOf(tab), ORDER.length, ['ArrowRight', 'ArrowLeft'])
    const name = next === undefined ? undefined : ORDER[next]
    if (next === undefined || !name) return
    event.preventDefault()
    choose(name)
    tabButtons[next]?.focus()
  })

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
    tabs.hidden = !hasTabs
    ORDER.forEach((name, index) => {
      const isShown = tab === name
      tabButtons[index]?.setAttribute('aria-selected', String(isShown))
      tabButtons[index]?.setAttribute('tabindex', isShown ? '0' : '-1')
      // The page keeps its place: it goes on while the log is read.
      if (name === 'page') hidePage(hasTabs && !isShown)
      else panels[name].hidden = isWide || (isTabs ? !isShown : isFolded(name))
      // What is no tab has the role of its element.
      if (hasTabs) panels[name].setAttribute('role', 'tabpanel')
      else panels[name].removeAttribute('role')
    })
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
    const name = ORDER.find((one) => panels[one] === to)
    if (name) go(name)
    else to?.focus()
  }

  narrow.addEventListener('change', draw)
  twoPanels.addEventListener('change', draw)
  new ResizeObserver(draw).observe(desk)

  over.tabIndex = -1
  return {
    element: make('main', { class: 'work' }, tabs, desk),
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
    count(calls, mistakes) {
      counted.hidden = !calls
      counted.classList.toggle('bad', mistakes > 0)
      // In red it would read as so many mistakes.
      countedCalls.textContent = String(mistakes || calls)
      countedName.textContent = texts.counted(calls, mistakes)
    },
  }
}
