/** The log with its diagnoses: beside each call, counted above the list, and once per method on the console. */

import { isEntry, type LogEntry, type LogNote, linesOf, seenTexts } from '../../shared/log'
import type { ReadableLog } from '../../shared/logReceiver'
import { fill, make, on, partButton } from '../element'
import { createLogView, type LogView } from '../logView'
import { noteText } from '../noteText'
import { isRawText } from '../rawText'
import { shownStatus } from '../shownStatus'
import type { Words } from '../texts/words'
import { createDiagnoser, type Diagnosis } from './diagnose'
import { countText, sentencesOf } from './diagnosisTexts'
import { openWhy, SOURCE, whyPage } from './why'

export interface DiagnosedViewOptions {
  readonly words: Words
  /** Says what to do while the log is empty. */
  hint?(): string
  /** Stands beside the numbers. */
  readonly beside?: HTMLElement
  /** Stands beside the search. */
  readonly menu?: HTMLElement
  /** Gets the number of calls and of mistakes before each drawing. */
  counted?(calls: number, mistakes: number): void
  /** Is the kit `window.upsdk` now? */
  kitInPlace(): boolean
}

/** The rows that are counted, those that count most first. */
const COUNTED_ROWS = ['[data-diagnosis]', '[data-note=error]', '[data-note=seen]']

/** Is it a text for developers that the user saw? */
const showsRawText = (note: LogNote): boolean => note.kind === 'seen' && linesOf(note).some(isRawText)

/** Draws the log. What has changed since the last frame is diagnosed before the next. */
export function createDiagnosedView(
  log: ReadableLog,
  { words, kitInPlace, hint, beside, menu, counted }: DiagnosedViewOptions,
): LogView {
  const { language } = words
  const diagnoser = createDiagnoser()
  const changed = new Set<LogEntry | LogNote>()
  let isAllChanged = true
  const warned = new Set<string>()
  const count = make('p', { class: 'count', 'data-part': 'diagnoses', role: 'status', hidden: true })

  // The list subscribes later, so a change is known here before it is drawn.
  const stop = log.subscribe((records) => {
    records?.forEach((one) => void changed.add(one))
    if (!records) isAllChanged = true
  })
  const methodOf = (one: LogEntry | LogNote): string => (isEntry(one) ? one.method : '')
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
    let all = 0
    const causes = new Set<string>()
    diagnoser.each(optionsNow(), (one, list) => {
      const counted = list.filter(({ isNote }) => !isNote)
      all += counted.length
      for (const { id } of counted) causes.add(id)
      for (const diagnosis of list) warnOnce(one, diagnosis)
    })
    count.dataset.count = String(all)
    const { entries, notes } = log
    const calls = entries.length + log.dropped
    counted?.(calls, all)
    const rawTexts = seenTexts(notes).filter(showsRawText).length
    const errors = notes.filter(({ kind }) => kind === 'error').length
    count.hidden = !entries.length && !all && !errors && !rawTexts
    const hasProblems = all + errors + rawTexts > 0
    showCounts(hasProblems, countText({ calls, causes: causes.size, errors, rawTexts }, language))
  }

  /** Shows the numbers of the log. A tap leads to the rows that are counted. */
  function showCounts(hasProblems: boolean, text: string): void {
    // The same text again would be read again.
    if (text === count.textContent) return
    fill(count, hasProblems ? partButton('show-problems', text, showProblems, 'link') : text)
  }
  function showProblems(): void {
    onlyProblems.checked = true
    view.refresh()
    // The rows are drawn in the same frame, before this.
    requestAnimationFrame(() => {
      const row = COUNTED_ROWS.map((one) => view.element.querySelector<HTMLElement>(one)).find(Boolean)
      const button = row?.querySelector('button')
      if (row && !button) row.tabIndex = -1
      const target = button || row || onlyProblems
      target.focus()
    })
  }

  function remarkOf(diagnosis: Diagnosis, method: string): HTMLElement {
    const { id, isNote } = diagnosis
    const [wrong, instead] = sentencesOf(diagnosis, method, language)
    return make(
      'div',
      { class: isNote ? 'remark soft' : 'remark', 'data-remark': id },
      make('p', {}, wrong),
      make(
        'p',
        { class: 'instead' },
        instead,
        ' ',
        make(
          'button',
          {
            type: 'button',
            class: 'link',
            'data-part': 'why',
            'aria-label': `${words.why.ask} ${wrong}`,
            onclick: () => openWhy(whyPage(diagnosis, method, words)),
          },
          words.why.ask,
        ),
      ),
    )
  }

  const onlyProblems = make('input', { type: 'checkbox', 'data-part': 'only-problems' })
  const search = make('input', {
    type: 'search',
    placeholder: words.searchShort,
    'aria-label': words.search,
    'data-part': 'search',
  })
  /** Searches what a row shows when it is open: the method, parameters, answers and texts. */
  function isShown(one: LogEntry | LogNote): boolean {
    const wanted = search.value.trim().toLowerCase()
    if (onlyProblems.checked && !hasProblem(one)) return false
    if (!wanted) return true
    const text = isEntry(one) ? JSON.stringify([one.method, one.steps]) : noteText(one, words)
    return text.toLowerCase().includes(wanted)
  }
  const hasProblem = (one: LogEntry | LogNote): boolean =>
    diagnoser.of(one, optionsNow()).some(({ isNote }) => !isNote) ||
    (isEntry(one)
      ? /^(failure|none)$/.test(shownStatus(one, words).status)
      : /^(error|policy|request|leaves)$/.test(one.kind) || showsRawText(one))

  const view = createLogView(log, {
    words,
    ...(hint && { hint }),
    isShown,
    beforeDraw,
    remarksOn(one) {
      const list = diagnoser.of(one, optionsNow())
      if (!list.length) return undefined
      return {
        name: list
          .filter(({ isNote }) => !isNote)
          .map(({ id }) => id)
          .join(' '),
        elements: () => list.map((diagnosis) => remarkOf(diagnosis, methodOf(one))),
      }
    },
  })
  on(onlyProblems, 'change', view.refresh)
  on(search, 'input', view.refresh)
  return {
    ...view,
    element: make(
      'div',
      { 'data-part': 'diagnosed-log' },
      make(
        'div',
        { class: 'log-head' },
        make('div', { class: 'verdict' }, count, beside),
        make(
          'div',
          { class: 'find' },
          search,
          make('label', { class: 'check' }, onlyProblems, words.onlyProblems),
          menu,
        ),
      ),
      view.element,
    ),
    stop() {
      stop()
      view.stop()
    },
  }
}
