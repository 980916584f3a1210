/** The three panels: page, log and settings. They stand beside each other, or are tabs in a narrow window. */

import { iconButton, make } from '../view/element'
import type { Words } from '../view/texts/words'
import { createPanelTabs, PANELS, type PanelName, panelId } from './panelTabs'
import type { PhoneTexts } from './texts'

export interface PanelsOptions {
  readonly words: Words
  readonly texts: PhoneTexts
  /** What is in each panel. */
  readonly contents: Readonly<Record<PanelName, readonly HTMLElement[]>>
  /** Stands beside the tabs where the page fills the phone. */
  readonly besideTabs: HTMLElement
  /** Gives the focus to the page in its frame. */
  focusPage(): void
  /** Runs after a panel has come into sight. */
  shown(name: PanelName): void
}

export interface Panels {
  /** The panels, with their tabs. */
  readonly element: HTMLElement
  /** The buttons that fold the sides and open them again. */
  readonly folds: Readonly<Record<Side, HTMLElement>>
  /** Brings a panel into sight, and gives it the focus. */
  go(name: PanelName): void
  /** Something covers the panels. The page is not taken out of sight: it goes on behind it. */
  setCovered(isCovered: boolean): void
  /** A device on its side has the log below it. */
  setLandscape(isOn: boolean): void
  /** Writes how many calls there are on the tab of the log, and how many mistakes. */
  count(calls: number, mistakes: number): void
}

/** In a window up to this width, the panels are tabs: 900 px with ordinary text. */
const TABS = '(max-width: 56.24em)'
/** In a window up to this width, the settings are folded at first. */
const TWO_PANELS = '(max-width: 68em)'

/** The sides beside the page. */
type Side = Exclude<PanelName, 'page'>
const FOLD: Readonly<Record<Side, string>> = {
  settings: 'M3 5h18v14H3zM9 5v14',
  log: 'M3 5h18v14H3zM15 5v14',
}

export function createPanels(options: PanelsOptions): Panels {
  const { words, texts, contents, besideTabs, focusPage, shown } = options
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
  let isCovered = false
  /** What the developer has folded or opened. */
  const folded: Partial<Record<Side, boolean>> = {}
  const isFolded = (side: Side): boolean => folded[side] ?? (side === 'settings' && twoPanels.matches)

  const desk = make('div', { class: 'desk' }, panels.settings, panels.page, panels.log)
  function fold(side: Side): void {
    folded[side] = !isFolded(side)
    draw()
    if (!isFolded(side)) shown(side)
  }
  const foldButton = (side: Side) =>
    iconButton(`fold-${side}`, names[side], FOLD[side], () => fold(side), {
      class: 'icon-button fold',
      'aria-controls': panelId(side),
    })
  const folds = { settings: foldButton('settings'), log: foldButton('log') }
  const tabs = createPanelTabs({ texts, label: words.wallet, beside: besideTabs, choose })

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
    desk.dataset.layout = isTabs ? 'tabs' : 'columns'
    desk.classList.toggle('landscape', isLandscape && !isTabs)
    tabs.element.hidden = !isTabs
    tabs.element.inert = isCovered
    tabs.select(tab)
    hidePage(!isCovered && isTabs && tab !== 'page')
    for (const side of ['settings', 'log'] as const) {
      panels[side].inert = isCovered
      panels[side].hidden = isTabs ? tab !== side : isFolded(side)
      desk.classList.toggle(`no-${side}`, isFolded(side))
      folds[side].hidden = isTabs
      folds[side].setAttribute('aria-expanded', String(!isFolded(side)))
    }
    // What is no tab has the role of its element.
    for (const name of PANELS)
      if (isTabs) panels[name].setAttribute('role', 'tabpanel')
      else panels[name].removeAttribute('role')
  }

  function go(name: PanelName): void {
    if (narrow.matches) choose(name)
    else if (name !== 'page' && isFolded(name)) fold(name)
    if (name === 'page') focusPage()
    else panels[name].focus()
  }

  /** On a phone the page fills the phone: its path stands above the settings. */
  const phone = window.matchMedia('(max-width: 480px)')
  function placePath(): void {
    const [path] = contents.page
    if (phone.matches && path) panels.settings.prepend(path)
    else if (path) panels.page.prepend(path)
  }
  phone.addEventListener('change', placePath)
  placePath()
  narrow.addEventListener('change', draw)
  twoPanels.addEventListener('change', draw)
  draw()

  return {
    element: make('main', { class: 'work' }, tabs.element, desk),
    folds,
    go,
    setCovered(next) {
      isCovered = next
      draw()
    },
    setLandscape(next) {
      isLandscape = next
      draw()
    },
    count: tabs.count,
  }
}
