/** The log as a list, newest first, for the control in the page and for the phone. A tap opens a call. */
import { isObject } from '../../src/internalsWithoutDom'
import { isEntry, isForUser, type LogEntry, type LogNote, type LogStep } from '../shared/log'
import type { ReadableLog } from '../shared/logReceiver'
import { errorText } from '../shared/logStatus'
import { fill, icon, make } from './element'
import { noteText } from './noteText'
import { choiceText, shownStatus } from './shownStatus'
import type { Words } from './texts/words'

/** The most rows of calls that no user acts at. The log itself keeps more. */
const MOST_ROWS = 300

const CHEVRON = 'M9 6l6 6-6 6'

/** Options of the list. */
export interface LogViewOptions {
  readonly words: Words
  /** Are calls open until a tap closes them? @default false: a tap opens a call */
  readonly startsOpen?: boolean
  /** Says what to do while the log is empty. */
  hint?(): string
  /** Is a row shown? @default every row is */
  isShown?(one: LogEntry | LogNote): boolean
  /** Runs before each drawing. */
  beforeDraw?(): void
  /** Makes the elements below a call or a note, and the names of its diagnoses; '' if it has none. */
  remarksOn?(
    one: LogEntry | LogNote,
  ): { readonly name: string; readonly elements: readonly HTMLElement[] } | undefined
}

export interface LogView {
  readonly element: HTMLElement
  /** Draws everything again. */
  refresh(): void
  stop(): void
}

export function createLogView(log: ReadableLog, options: LogViewOptions): LogView {
  const { words, startsOpen = false } = options
  const element = make('div', { class: 'log', 'data-upsdk-kit': 'log', role: 'list', lang: words.language })
  const rows = new Map<LogEntry, HTMLElement>()
  /** Ids of the toggled entries: on the phone, a changed entry is another object. */
  const toggled = new Set<number>()
  const changed = new Set<LogEntry>()
  let isAllChanged = true
  let frame = 0

  function schedule(): void {
    if (!frame) frame = requestAnimationFrame(draw)
  }

  function draw(): void {
    frame = 0
    options.beforeDraw?.()
    // A hidden log has no rows, since the tests of a page find texts in every shadow root.
    if (!element.getClientRects().length) {
      isAllChanged = true
      rows.clear()
      return fill(element)
    }
    if (isAllChanged) {
      rows.clear()
      // The next page's calls will have the same ids.
      if (!log.entries.length) toggled.clear()
      const isShown = options.isShown || (() => true)
      const entries = log.entries.filter(isShown)
      const newest = entries.filter((one, index) => index >= entries.length - MOST_ROWS || isForUser(one))
      const hidden = log.dropped + entries.length - newest.length
      const isEmpty = !log.entries.length && !log.notes.length
      const items = [
        ...newest.map((entry) => ({ at: entry.at, row: rowOf(entry) })),
        ...log.notes.filter(isShown).map(noteOf),
      ]
      fill(
        element,
        ...newestFirst(items).map(({ row }) => row),
        !items.length &&
          make('p', { class: 'soft empty', role: 'listitem' }, isEmpty ? emptyText() : words.noneFound),
        !log.entries.length &&
          !log.isCleared &&
          options.hint &&
          make('p', { class: 'hint', role: 'listitem', 'data-part': 'hint' }, options.hint()),
        hidden > 0 && make('p', { class: 'soft empty', role: 'listitem' }, words.dropped(hidden)),
      )
    } else
      changed.forEach((entry) => {
        const row = rows.get(entry)
        if (row) drawRow(entry, row)
      })
    isAllChanged = false
    changed.clear()
  }

  const emptyText = () => (log.isCleared ? words.cleared : words.noCalls)

  function noteOf(note: LogNote): { at: number; row: HTMLElement } {
    const { at, kind } = note
    const remarks = options.remarksOn?.(note)
    const row = make(
      'div',
      {
        class: 'entry note',
        role: 'listitem',
        'data-note': kind,
        'data-diagnosis': remarks?.name || undefined,
      },
      noteText(note, words),
      ...(remarks?.elements || []),
    )
    return { at, row }
  }

  function rowOf(entry: LogEntry): HTMLElement {
    const row = make('div', { class: 'entry', role: 'listitem', 'data-method': entry.method })
    rows.set(entry, row)
    drawRow(entry, row)
    return row
  }

  function drawRow(entry: LogEntry, row: HTMLElement): void {
    const isOpen = toggled.has(entry.id) !== startsOpen
    const { status, shown } = shownStatus(entry, words)
    const choice = choiceText(entry, words)
    const remarks = options.remarksOn?.(entry)
    const toggle = () => {
      if (!toggled.delete(entry.id)) toggled.add(entry.id)
      drawRow(entry, row)
      row.querySelector('button')?.focus()
    }
    row.dataset.status = status
    if (remarks?.name) row.dataset.diagnosis = remarks.name
    else row.removeAttribute('data-diagnosis')
    const by = entry.by === 'kit' ? words.fromKit : entry.by === 'bridge' ? words.fromBridge : ''
    fill(
      row,
      make(
        'button',
        { type: 'button', class: 'entry-head', 'aria-expanded': String(isOpen), onclick: toggle },
        make('span', { class: 'soft time' }, `${(entry.at / 1000).toFixed(2)} s`),
        make(
          'span',
          { class: 'entry-line' },
          make('span', { class: 'mono name' }, entry.method),
          by && make('span', { class: 'soft' }, by),
          choice && make('span', { class: 'soft', 'data-part': 'chosen' }, choice),
          make('span', { class: 'status', 'data-status': status }, shown),
        ),
        icon(CHEVRON, 'icon chevron'),
      ),
      ...(remarks?.elements || []),
      isOpen && make('ol', { class: 'steps' }, ...entry.steps.map((step) => stepOf(entry, step))),
    )
  }

  function stepOf(entry: LogEntry, step: LogStep): HTMLElement {
    const { text, value } = stepText(step, words)
    return make(
      'li',
      {},
      make('span', { class: 'soft time' }, `+${Math.round(step.at - entry.at)} ms`),
      make('div', {}, text, value !== undefined && shownValue(value, words)),
    )
  }

  const stop = log.subscribe((records) => {
    if (!records) isAllChanged = true
    records?.forEach((one) => {
      if (isEntry(one) && rows.has(one)) changed.add(one)
      else isAllChanged = true
    })
    schedule()
  })
  schedule()

  return {
    element,
    refresh() {
      isAllChanged = true
      schedule()
    },
    stop() {
      stop()
      cancelAnimationFrame(frame)
    },
  }
}

/** Sorts by time, and what has the same time by its place: the list has calls oldest first. */
const newestFirst = <Item extends { readonly at: number }>(items: readonly Item[]): Item[] =>
  items
    .map((item, place) => ({ item, place }))
    .sort((a, b) => b.item.at - a.item.at || b.place - a.place)
    .map(({ item }) => item)

/** Describes a step, with its value. */
function stepText(step: LogStep, words: Words): { text: string; value?: unknown } {
  const name = words.steps[step.type as keyof Words['steps']] || step.type
  if (step.from === 'client') {
    if (step.type === 'chosen') return { text: name, value: step.outcome }
    return { text: step.type === 'threwInKit' ? `${name}: ${errorText(step.error)}` : name }
  }
  if (step.from === 'kit') {
    if (step.type !== 'settled') return { text: step.type === 'quiet' ? `${name}: ${step.why}` : name }
    return { text: `${name}: ${[step.code, step.outcome].filter(Boolean).join(' ')}` }
  }
  switch (step.type) {
    case 'called': {
      const why = step.through === 'method' ? '' : words.through[step.through]
      const state = step.state === 'open' ? '' : words.states[step.state]
      return { text: [name, why, state].filter(Boolean).join(' · '), value: step.params }
    }
    case 'reached':
      return { text: name }
    case 'answered':
      return { text: `${name}: ${step.how}`, value: step.value }
    case 'told':
      return { text: `${name}: ${step.callback}`, value: step.value }
    case 'threw':
      return { text: `${name}: ${errorText(step.error)}` }
    default:
      return { text: name }
  }
}

/** Matches long words, which may be tokens and are shortened until a tap. */
const TOKEN = /[\w+/=.-]{20,}/g
/** Matches a name of native's errors, such as ILLEGAL_ACCESS_EXCEPTION, which is no token. */
const ERROR_NAME = /^[A-Z]+(_[A-Z]+)+$/
const shortened = (text: string) =>
  text.replace(TOKEN, (word) => (ERROR_NAME.test(word) ? word : `${word.slice(0, 6)}…`))

function shownValue(value: unknown, words: Words): HTMLElement {
  const text = typeof value === 'string' ? JSON.stringify(value) : JSON.stringify(value, null, 1)
  const short = shortened(text || '')
  const shown = make('code', { class: 'mono value' }, short)
  if (short === text || (isObject(value) && !Object.keys(value).length)) return shown
  const showAll = () => {
    shown.textContent = text
    more.remove()
  }
  const more = make('button', { type: 'button', class: 'link', onclick: showAll }, words.showToken)
  return make('span', {}, shown, ' ', more)
}
