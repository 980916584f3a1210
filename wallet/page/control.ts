/**
 * The control: a badge that marks the wallet as simulated. It opens the log, the settings, and what a phone would show
 * around the page.
 */

import type { TitleBarState } from '../shared/pageState'
import type { DeskSettings } from '../shared/settings'
import { createCopyButton } from '../view/copyButton'
import { createDiagnosedView } from '../view/diagnoses/view'
import { fill, icon, make, partButton } from '../view/element'
import { createLayer } from '../view/layer'
import { showOnTop } from '../view/modal'
import { makeMovable } from '../view/movable'
import { reportOf } from '../view/report'
import { createSettingsView, type SettingsViewOptions } from '../view/settingsView'
import type { Words } from '../view/texts/words'
import type { Log } from './log'

export interface ControlOptions extends SettingsViewOptions {
  readonly words: Words
  readonly log: Log
  read(): DeskSettings
  /** The title bar that native would draw above the page. */
  titleBar(): TitleBarState
  /** Writes a test from what happened on the page. */
  asTest(): string
  onRightButton(): void
}

export interface Control {
  /** Draws changed settings, or a changed title bar. */
  refresh(): void
}

const CLOSE = 'M6 6l12 12M18 6L6 18'

export function showControl(options: ControlOptions): Control {
  const { words, log } = options
  const layer = createLayer('wallet', () => showOnTop(frame))
  const view = createDiagnosedView(log, { words, kitInPlace: () => !!options.read().inPlace })
  const settings = createSettingsView(options)
  const around = make('div', { class: 'around' })
  const panes = { log: make('div', { class: 'pane log-pane' }), settings: make('div', { class: 'pane' }) }
  const copyButton = (part: string, label: string, text: () => string) =>
    createCopyButton({ part, label, copied: words.copied, text, byHand: around })
  panes.log.appendChild(
    make(
      'div',
      { class: 'row tools' },
      copyButton('copy-report', words.copyReport, () =>
        reportOf(log, options.read(), words, navigator.userAgent),
      ),
      copyButton('copy-test', words.copyTest, options.asTest),
      partButton('clear', words.clear, () => log.clear()),
    ),
  )
  panes.log.appendChild(around)
  panes.log.appendChild(view.element)
  panes.settings.appendChild(settings.element)

  const names = ['log', 'settings'] as const
  const tabs = names.map((name) =>
    make(
      'button',
      { type: 'button', role: 'tab', class: 'tab', 'data-tab': name, onclick: () => choose(name) },
      words.tabs[name],
    ),
  )
  const panel = make(
    'section',
    { class: 'panel', hidden: true, 'aria-label': words.wallet, lang: words.language },
    make(
      'div',
      { class: 'head' },
      make('div', { class: 'tabs', role: 'tablist' }, ...tabs),
      make('span', { class: 'badge' }, words.simulated),
      make(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': words.closeControl,
          onclick: () => open(false),
        },
        icon(CLOSE),
      ),
    ),
    panes.log,
    panes.settings,
  )
  const opener = make(
    'button',
    {
      type: 'button',
      class: 'opener',
      'aria-expanded': 'false',
      'aria-label': words.openControl,
      title: words.moveControl,
      onclick: () => isDrag() || open(!!panel.hidden),
    },
    words.simulated,
  )
  const isDrag = makeMovable(opener)

  function choose(chosen: keyof typeof panes): void {
    names.forEach((name, index) => {
      panes[name].hidden = name !== chosen
      tabs[index]?.setAttribute('aria-selected', String(name === chosen))
    })
    view.refresh()
  }

  function open(isOpen: boolean): void {
    panel.hidden = !isOpen
    // The open badge would cover part of the panel.
    opener.hidden = isOpen
    opener.setAttribute('aria-expanded', String(isOpen))
    view.refresh()
    if (!isOpen) return opener.focus()
    refresh()
    tabs[0]?.focus()
  }

  function refresh(): void {
    settings.refresh()
    view.refresh()
    const { title, rightButton } = options.titleBar()
    fill(
      around,
      title &&
        make(
          'p',
          { class: 'row', 'data-part': 'title' },
          make('span', { class: 'soft' }, words.title),
          title,
        ),
      rightButton &&
        make(
          'p',
          { class: 'row' },
          make('span', { class: 'soft' }, words.rightButton),
          make('span', {}, rightButton.title || rightButton.image),
          partButton('right-button', words.tapIt, options.onRightButton),
        ),
    )
  }

  const frame = make('div', { class: 'control' }, panel, opener)
  layer.root.appendChild(frame)
  layer.attach()
  choose('log')
  showOnTop(frame)
  refresh()
  return { refresh }
}
