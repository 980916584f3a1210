/** The log with its diagnoses: beside each call, counted above the list, and once per method on the console. */

import { isEntry, type LogEntry, type LogNote } from '../../shared/log'
import type { ReadableLog } from '../../shared/logReceiver'
import { isCancelled } from '../../shared/logStatus'
import { fill, iconButton, make, on, partButton } from '../element'
import { createLogView, type LogView } from '../logView'
import { noteText } from '../noteText'
import { hasFailed, isReadyInTime, isToldAtItsEnd, LATE } from '../shownStatus'
import type { Words } from '../texts/words'
import { causesOf, countsOf, methodOf, rawTextsIn, showsRawText } from './causes'
import { createCausesView } from './causesView'
import { createDiagnoser, type Diagnosis } from './diagnose'
import { countText, type LogCounts, sentencesOf } from './diagnosisTexts'
import { SOURCE } from './why'

export interface DiagnosedViewOptions {
  readonly words: Words
  /** Says what to do while the log is empty. */
  hint?(): string
  /** Stands beside the search. */
  readonly menu?: HTMLElement
  /** Stands at the end of the head. */
  readonly beside?: HTMLElement
  /** Does a log that has no room for its causes begin with the problems? @default false */
  readonly beginsWithProblems?: boolean
  /** Gets the numbers of calls and of problems before each drawing. */
  counted?(calls: number, problems: number): void
  /** Is the kit `window.upsdk` now? */
  kitInPlace(): boolean
}

const SHOWN = ['problems', 'all'] as const
type Shown = (typeof SHOWN)[number]

const GLASS = 'M11 5a6 6 0 1 0 0 12a6 6 0 0 0 0-12M15.500 15.500L20 20'

/** Draws the log. What has changed since the last frame is diagnosed before the next. */
export function createDiagnosedView(
  log: ReadableLog,
  { words, kitInPlace, hint, beside, menu, counted, beginsWithProblems }: DiagnosedViewOptions,
): LogView {
  const { language } = words
  const diagnoser = createDiagnoser()
  const changed = new Set<LogEntry | LogNote>()
  let isAllChanged = true
  let wasVisible = false
  const warned = new Set<string>()
  /** The texts on screen that a diagnosis is about. */
  const saidTexts = new Set<LogNote>()
  /** When an open `pluginReady` was seen first, by its id. */
  const waiting = new Map<number, number>()
  let look: ReturnType<typeof setTimeout> | undefined
  const count = make('p', { class: 'count', 'data-part': 'diagnoses', role: 'status', hidden: true })

  // The list subscribes later, so a change is known here before it is drawn.
  const stop = log.subscribe((records) => {
    records?.forEach((one) => void changed.add(one))
    if (!records) isAllChanged = true
  })
  const optionsNow = () => ({ kitInPlace: kitInPlace() })

  function warnOnce(one: LogEntry | LogNote, diagnosis: Diagnosis): void {
    const key = `${diagnosis.id} ${methodOf(one)}`
    if (diagnosis.isNote || warned.has(key)) return
    warned.add(key)
    const [wrong, instead] = sentencesOf(diagnosis, methodOf(one), language)
    console.warn(
      `[upsdk-kit] ${wrong}${language === 'en' ? '' : '。'} ${instead} (${SOURCE}: ${diagnosis.hazard})`,
    )
  }

  function beforeDraw(): void {
    if (isAllChanged) diagnoser.seeAll(log)
    else changed.forEach(diagnoser.see)
    if (log.dropped) diagnoser.keepOnly(log.entries)
    changed.clear()
    isAllChanged = false
    const found = diagnoser.all(optionsNow())
    saidTexts.clear()
    found.forEach((list, one) => {
      for (const diagnosis of list) {
        warnOnce(one, diagnosis)
        diagnosis.detail.texts?.forEach((text) => void saidTexts.add(text))
      }
    })
    const all = causesOf(found, language)
    const counts = countsOf({ ...log, entries: log.entries.filter(hasRow) }, found, all)
    counted?.(counts.calls, counts.problems)
    showNumbers(counts)
    // A hidden log has no texts: the tests of a page find them.
    const isVisible = view.element.getClientRects().length > 0
    causes.draw(isVisible ? all : [], isVisible ? rawTextsIn(log.notes) : [], counts.problems > 0)
    // Where the causes have no place beside the rows, a log that is opened shows its problems first.
    const isOpened = isVisible && !wasVisible
    wasVisible = isVisible
    if (!beginsWithProblems || !isOpened || isChosen || !counts.problems) return
    if (!causes.element.getClientRects().length) show('problems')
  }

  /** Shows the numbers of the log. A tap leads to the rows of the problems. None is no number: it would say that nothing is wrong. */
  function showNumbers(counts: LogCounts): void {
    const { calls, problems } = counts
    const numbers: Readonly<Record<Shown, number>> = { problems, all: calls }
    for (const name of SHOWN) numberOf[name].textContent = String(numbers[name] || '')
    count.hidden = !log.entries.length && !problems
    count.dataset.count = String(problems)
    const text = countText(counts, language)
    // The same text again would be read again.
    if (text === count.textContent) return
    fill(count, problems > 0 ? partButton('show-problems', text, () => choose('problems'), 'link') : text)
  }

  const search = make('input', {
    type: 'search',
    hidden: true,
    placeholder: words.searchShort,
    'aria-label': words.search,
    'data-part': 'search',
  })
  function toggleSearch(): void {
    search.hidden = !search.hidden
    searchButton.setAttribute('aria-expanded', String(!search.hidden))
    search.value = ''
    view.refresh()
    if (!search.hidden) search.focus()
  }
  const searchButton = iconButton('open-search', words.search, GLASS, toggleSearch, {
    'aria-expanded': 'false',
  })
  /** Searches what a row shows when it is open: the method, parameters, answers and texts. */
  function isShown(one: LogEntry | LogNote): boolean {
    if (isEntry(one) && !hasRow(one)) return false
    const wanted = search.value.trim().toLowerCase()
    if (!wanted) return true
    const text = isEntry(one) ? JSON.stringify([one.method, one.steps]) : noteText(one, words)
    return text.toLowerCase().includes(wanted)
  }
  /** `pluginReady` is called by every page. It has a row if it is late, was refused or never runs. */
  function hasRow(one: LogEntry): boolean {
    if (one.method !== 'pluginReady') return true
    if (hasFailed(one, words) || diagnoser.of(one, optionsNow()).length > 0) return true
    if (one.told || one.answered) return !isReadyInTime(one)
    const since = waiting.get(one.id) ?? performance.now()
    waiting.set(one.id, since)
    if (performance.now() - since < LATE) {
      clearTimeout(look)
      look = setTimeout(view.refresh, LATE)
      return false
    }
    return true
  }
  const countCalls = (): number =>
    log.entries.filter((one) => hasRow(one) && !isToldAtItsEnd(one)).length + log.dropped
  const hasProblem = (one: LogEntry | LogNote): boolean =>
    diagnoser.of(one, optionsNow()).some(({ isNote }) => !isNote) ||
    (isEntry(one)
      ? !!one.threw || !!one.threwInKit
      : /^(error|policy|request|leaves)$/.test(one.kind) || saidTexts.has(one) || showsRawText(one))

  const view = createLogView(log, {
    words,
    ...(hint && { hint }),
    isShown,
    calls: countCalls,
    isTelling: (one) => shown === 'all' || hasProblem(one),
    // It led to the problem of its tap. Alone it is none: calls fail.
    goesWith: (one) => isEntry(one) && hasFailed(one, words) && !isCancelled(one),
    beforeDraw,
    remarksOn(records) {
      const said = causesOf(new Map(records.map((one) => [one, diagnoser.of(one, optionsNow())])), language)
      const counted = said.filter(({ diagnosis }) => !diagnosis.isNote)
      const isOf = (is: (note: LogNote) => boolean) => records.some((one) => !isEntry(one) && is(one))
      const mark =
        counted.length || isOf((one) => saidTexts.has(one))
          ? words.marked.cause
          : isOf(({ kind }) => kind === 'error')
            ? words.marked.error
            : isOf(showsRawText)
              ? words.marked.rawText
              : ''
      if (!said.length && !mark) return undefined
      return {
        name: Array.from(new Set(counted.map(({ diagnosis }) => diagnosis.id))).join(' '),
        mark,
        elements: () =>
          said.map(({ key, sentences }) => {
            const wrong = sentences.map((one) => one.wrong).join(' ')
            return partButton('show-cause', `↑ ${wrong}`, () => showCause(key), 'link')
          }),
      }
    },
  })
  const causes = createCausesView(words, (one) => {
    // Notes are no problems.
    if (!hasProblem(one)) show('all')
    view.reveal(one)
  })

  /** The causes say it in full, so an open row leads there. */
  function showCause(key: string): void {
    if (!causes.element.getClientRects().length) show('problems')
    causes.reveal(key)
  }

  let shown: Shown = 'all'
  /** Has the developer chosen a tab? */
  let isChosen = false
  const number = () => make('span', { class: 'number' })
  const numberOf: Readonly<Record<Shown, HTMLElement>> = { problems: number(), all: number() }
  const tabs = SHOWN.map((name) =>
    make(
      'button',
      { type: 'button', role: 'tab', 'data-tab': `log-${name}`, onclick: () => choose(name) },
      words.logTabs[name],
      ' ',
      numberOf[name],
    ),
  )
  /** Shows one of the tabs. */
  function show(name: Shown): void {
    shown = name
    element.dataset.shown = name
    for (const tab of tabs) tab.setAttribute('aria-selected', String(tab.dataset.tab === `log-${name}`))
    view.showFromStart()
  }
  function choose(name: Shown): void {
    isChosen = true
    show(name)
  }

  on(search, 'input', view.refresh)
  const element = make(
    'div',
    { class: 'diagnosed-log', 'data-part': 'diagnosed-log' },
    make(
      'div',
      { class: 'log-head' },
      make('div', { class: 'segments', role: 'tablist', 'aria-label': words.tabs.log }, ...tabs),
      search,
      searchButton,
      menu,
      beside,
    ),
    make('div', { class: 'count-line' }, count),
    make('div', { class: 'log-body' }, causes.element, view.element),
  )
  show('all')
  return {
    ...view,
    element,
    stop() {
      stop()
      clearTimeout(look)
      view.stop()
    },
  }
}
