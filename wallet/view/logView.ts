/**
 * The log as a list, for the control in the page and for the phone: a heading for each tap, and below it the calls and
 * what the user saw, oldest first. What comes is added at the end, and nothing moves by itself. A tap opens a row.
 */
import { traitsOf } from '../../src/internalsWithoutDom'
import { isEntry, isForUser, type LogNote } from '../shared/log'
import type { ReadableLog } from '../shared/logReceiver'
import { fill, make, place } from './element'
import { keyParameter } from './keyParameter'
import { isAct, type LogGroup, type LogRecord, type LogRow, logGroups, TOASTS, textRun } from './logRows'
import { fillLogRow, type Remarks, secondsText } from './logRowView'
import { actText, noteText } from './noteText'
import { createReadingPlace } from './readingPlace'
import { isToldAtItsEnd, shownStatus } from './shownStatus'
import type { Words } from './texts/words'

/** The most rows of calls that no user acts at. The log itself keeps more. */
const MOST_ROWS = 300

/** Options of the list. */
export interface LogViewOptions {
  readonly words: Words
  /** Says what to do while the log is empty. */
  hint?(): string
  /** Is a record listed? @default every one is */
  isShown?(one: LogRecord): boolean
  /** A row is listed if it has such a record, and its group with it. @default every row is */
  isTelling?(one: LogRecord): boolean
  /** Is a row listed that has such a record, in a group with a telling one? @default none is */
  goesWith?(one: LogRecord): boolean
  /** Counts the calls so far. @default all of the log */
  calls?(): number
  /** Runs before each drawing. */
  beforeDraw?(): void
  /** Finds what is said of the records of a row. */
  remarksOn?(records: readonly LogRecord[]): Remarks | undefined
}

export interface LogView {
  readonly element: HTMLElement
  /** Draws everything again. */
  refresh(): void
  /** Draws everything again, and shows the first rows: others are listed than before. */
  showFromStart(): void
  /** Brings the row of a record into view, and focuses it. */
  reveal(one: LogRecord): void
  stop(): void
}

/** A row on the screen. */
interface DrawnRow {
  readonly element: HTMLElement
  /** What it says. Other contents are drawn again in the same element, so that focus and scroll position stay. */
  content: string
}

/** @property calls how many it has, listed or not */
type ShownGroup = LogGroup & { readonly calls: number }

const callsIn = (rows: readonly LogRow[]): number =>
  rows.reduce((sum, { records }) => sum + records.filter(isCall).length, 0)
const isCall = (one: LogRecord): boolean => isEntry(one) && !isToldAtItsEnd(one)

type Key = number | LogNote
/** An entry is known by its id, since a changed entry may be another object. */
const keyOf = (one: LogRecord): Key => (isEntry(one) ? one.id : one)

export function createLogView(log: ReadableLog, options: LogViewOptions): LogView {
  const { words, isShown = () => true, remarksOn = () => undefined } = options
  const { isTelling = () => true, goesWith = () => false } = options
  const list = make('div', { class: 'log', 'data-upsdk-kit': 'log', role: 'list', lang: words.language })
  const reading = createReadingPlace(list, words)
  /** The rows and headings by their oldest record. */
  let drawn = new Map<Key | string, DrawnRow>()
  let rowOf = new Map<Key, HTMLElement>()
  const opened = new Set<Key>()
  const changed = new Set<LogRecord>()
  let isAllChanged = true
  let frame = 0

  function schedule(): void {
    if (!frame) frame = requestAnimationFrame(draw)
  }

  function refresh(): void {
    isAllChanged = true
    schedule()
  }

  function draw(): void {
    frame = 0
    options.beforeDraw?.()
    // A hidden log has no rows, since the tests of a page find texts in every shadow root.
    if (!reading.element.getClientRects().length) {
      isAllChanged = true
      drawn.clear()
      return fill(list)
    }
    // The next page's calls will have the same ids.
    if (!log.entries.length) opened.clear()
    const { groups, left, hasUntold } = shownGroups()
    const before = drawn
    drawn = new Map()
    rowOf = new Map()
    const elements: HTMLElement[] = []
    if (left > 0) elements.push(line('soft empty', words.dropped(left)))
    for (const group of groups) {
      elements.push(drawHeading(group, before))
      for (const row of group.rows) {
        const element = drawRow(row, group, before)
        elements.push(element)
        for (const one of row.records) rowOf.set(keyOf(one), element)
      }
    }
    const isEmpty = !log.entries.length && !log.notes.length
    if (hasUntold) elements.push(line('soft empty', words.untold))
    else if (!groups.length) elements.push(line('soft empty', isEmpty ? emptyText() : words.noneFound))
    const hintText = !log.entries.length && !log.isCleared && options.hint?.()
    if (hintText) {
      const hint = line('hint', hintText)
      hint.dataset.part = 'hint'
      elements.push(hint)
    }
    place(list, elements)
    reading.drawn(options.calls?.() ?? log.entries.filter(isCall).length + log.dropped)
    isAllChanged = false
    changed.clear()
  }

  /** Makes the groups, without the oldest of very many rows, and without rows that tell nothing. */
  function shownGroups() {
    let ordinary = 0
    let { dropped: left } = log
    let hasUntold = false
    const groups: ShownGroup[] = []
    // What came of a tap stands below it, whether or not it was searched for.
    const shown = [...log.entries, ...log.notes].filter((one) => isAct(one) || isShown(one))
    for (const group of logGroups(shown, { subject, run }).reverse()) {
      const tells = group.rows.some(({ records }) => records.some(isTelling))
      const rows = group.rows
        .slice()
        .reverse()
        .filter(({ records }) => {
          const [one] = records
          const isTold = tells && records.some((each) => isTelling(each) || goesWith(each))
          const isKept = isTold && (!isEntry(one) || isForUser(one) || ++ordinary <= MOST_ROWS)
          if (!isTold) hasUntold = true
          else if (!isKept) left += records.length
          return isKept
        })
        .reverse()
      if (rows.length || (!group.rows.length && isShown(group.first) && isTelling(group.first)))
        groups.unshift({ ...group, rows, calls: callsIn(group.rows) })
    }
    return { groups, left, hasUntold }
  }

  const emptyText = () => (log.isCleared ? words.cleared : words.noCalls)
  const line = (className: string, text: string) => make('p', { class: className, role: 'listitem' }, text)

  /** What a record is about: it is known from the first, and does not change. */
  const subject = (one: LogRecord): string =>
    isEntry(one) ? [one.method, one.by, keyParameter(one)].join('\n') : noteText(one, words)

  /**
   * Calls that never get an answer are a run if they went alike: that is known as they are made, so that no row moves
   * later. Other calls end one by one.
   */
  function run(one: LogRecord): string {
    if (!isEntry(one)) {
      if (one.kind !== 'seen') return ''
      if (one.form === 'text') return textRun(one.message)
      return one.by === 'wallet' && one.form === 'toast' ? TOASTS : ''
    }
    if (traitsOf(one.method).settles !== 'never') return ''
    const { status, shown, thrown } = shownStatus(one, words)
    const failed = /^(failure|none)$/.test(status) && shown
    return [one.method, one.by, one.called?.state, failed, thrown, remarksOn([one])?.name].join('\n')
  }

  /** Gets the element for a key, and whether it says something else than before. */
  function elementFor(key: Key | string, content: string, before: ReadonlyMap<Key | string, DrawnRow>) {
    const known = before.get(key)
    const kept = known || { element: make('div', { role: 'listitem' }), content: '' }
    const isSame = !isAllChanged && kept.content === content
    kept.content = content
    drawn.set(key, kept)
    return { element: kept.element, isSame }
  }

  function drawHeading(
    { act, isNextPage, first, rows, calls }: ShownGroup,
    before: ReadonlyMap<Key | string, DrawnRow>,
  ) {
    const count = calls ? words.callCount(callsIn(rows) || calls, calls) : ''
    const name = act ? actText(act, words) : isNextPage ? words.loadedNext : words.loaded
    const key = `heading ${isEntry(first) ? first.id : `${first.at} ${name}`}`
    const { element, isSame } = elementFor(key, [name, count].join('\n'), before)
    if (isSame) return element
    element.className = 'tap'
    element.dataset.part = 'tap'
    fill(
      element,
      make('span', { class: 'soft time' }, secondsText(act || isNextPage ? first.at : 0)),
      make('h2', {}, name),
      count && make('span', { class: 'times' }, count),
    )
    return element
  }

  /** Draws a row, in the element that it has already, and only if it says something else now. */
  function drawRow(row: LogRow, group: LogGroup, before: ReadonlyMap<Key | string, DrawnRow>): HTMLElement {
    const { records } = row
    const [first] = records
    const key = keyOf(first)
    const remarks = remarksOn(records)
    const content = [records.length, opened.has(key), remarks?.name, remarks?.mark].join('\n')
    const { element, isSame } = elementFor(key, content, before)
    if (isSame && !records.some((one) => changed.has(one))) return element
    const { activeElement = null } = element.getRootNode() as Document
    const hasFocus = element.contains(activeElement)
    const time = group.act ? `+${secondsText(first.at - group.act.at)}` : secondsText(first.at)
    const fillRow = () => fillLogRow(element, row, { words, time, isOpen: opened.has(key), remarks, toggle })
    function toggle(): void {
      if (!opened.delete(key)) opened.add(key)
      fillRow()
      element.scrollIntoView({ block: 'nearest' })
      element.querySelector('button')?.focus()
    }
    fillRow()
    if (hasFocus) element.querySelector('button')?.focus()
    return element
  }

  const stop = log.subscribe((records) => {
    if (!records) isAllChanged = true
    records?.forEach((one) => void changed.add(one))
    schedule()
  })
  schedule()

  return {
    element: reading.element,
    refresh,
    showFromStart() {
      reading.startAnew()
      refresh()
    },
    reveal(one) {
      if (frame) {
        cancelAnimationFrame(frame)
        draw()
      }
      const element = rowOf.get(keyOf(one))
      const head = element?.querySelector<HTMLElement>('.entry-head')
      element?.scrollIntoView({ block: 'center' })
      if (head?.tagName === 'DIV') head.tabIndex = -1
      head?.focus({ preventScroll: true })
    },
    stop() {
      stop()
      cancelAnimationFrame(frame)
    },
  }
}
