import type { Step } from '../../types/inspector'
import type { Words } from '../words'
import { COLORS, chevron, FAINT, fact, LINE, make, pill, replaceChildren } from './elements'
import type { Labels } from './labels'
import { type CallRecord, durationOf, type Records, statusOf, timeOf } from './records'

/** Says in the panel's language what a failure is. */
export interface Says {
  /** Finds what to check after a failure; '' for any other step. */
  check(step: Step): string
  reason(method: string, reason: string): string
}

/** Makes the list of calls, newest first. A tap opens a call. */
export function createCallList(records: Records, labels: Labels, words: Words, says: Says) {
  const element = make('div', {})
  const opened = new Set<CallRecord>()
  const rows = new Map<CallRecord, HTMLElement>()

  function rowOf(record: CallRecord): HTMLElement {
    const row = make('div', { borderBottom: LINE })
    rows.set(record, row)
    fill(record, row)
    return row
  }

  function fill(record: CallRecord, row: HTMLElement): void {
    const isOpen = opened.has(record)
    const head = headOf(record, isOpen, labels, says)
    head.addEventListener('click', () => {
      if (isOpen) opened.delete(record)
      else opened.add(record)
      fill(record, row)
    })
    replaceChildren(row, head, ...(isOpen ? [stepsOf(record, labels, words, says)] : []))
  }

  function showAll(): void {
    rows.clear()
    const newestFirst = [...records.all].reverse().map(rowOf)
    const nothing = make('p', { padding: '16px 0' }, labels.noCalls)
    replaceChildren(element, ...(newestFirst.length ? newestFirst : [nothing]))
  }

  return {
    element,
    showAll,
    /** Draws a call again after a new step, without the rest of the list. */
    show(record: CallRecord): void {
      const row = rows.get(record)
      if (row) return fill(record, row)
      if (!rows.size) return showAll()
      element.insertBefore(rowOf(record), element.firstChild)
      // The list keeps as many calls as there are records.
      while (element.children.length > records.all.length) element.lastElementChild?.remove()
    },
  }
}

/** Describes the outcome of a call in words, with code and reason of a failure. */
export function outcomeText(record: CallRecord, labels: Labels, says: Says): string {
  const { status, outcome = '', code } = statusOf(record)
  return status === 'failure'
    ? [code, says.reason(record.method, outcome)].filter(Boolean).join(' ')
    : labels.status[status]
}

function headOf(record: CallRecord, isOpen: boolean, labels: Labels, says: Says): HTMLElement {
  const { status } = statusOf(record)
  const what = outcomeText(record, labels, says)
  const time = status === 'success' || status === 'failure' ? `${durationOf(record)} ms` : ''
  const head = make(
    'button',
    {
      display: 'flex',
      alignItems: 'center',
      gap: '8px',
      width: '100%',
      minHeight: '48px',
      padding: '6px 0',
      border: '0',
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      textAlign: 'left',
      cursor: 'pointer',
    },
    make('span', { flex: '1', minWidth: '0', overflowWrap: 'anywhere' }, record.method),
    pill(what, COLORS[status]),
    make('span', { flex: 'none', fontSize: '12px' }, time),
    chevron(isOpen),
  )
  head.type = 'button'
  head.setAttribute('aria-expanded', String(isOpen))
  return head
}

function stepsOf(record: CallRecord, labels: Labels, words: Words, says: Says): HTMLElement {
  const list = make('ol', { listStyle: 'none', margin: '0', padding: '0' })
  for (const step of record.steps) {
    list.appendChild(
      make(
        'li',
        { display: 'flex', gap: '10px', padding: '4px 0' },
        make(
          'span',
          { flex: 'none', width: '64px', fontSize: '12px', textAlign: 'right' },
          `${timeOf(record, step)} ms`,
        ),
        make(
          'span',
          { flex: '1', minWidth: '0', overflowWrap: 'anywhere' },
          stepText(step, labels, words, says),
        ),
      ),
    )
  }
  const box = make(
    'div',
    { padding: '4px 12px 8px', marginBottom: '10px', borderRadius: '10px', background: FAINT },
    list,
  )
  for (const step of record.steps) {
    if (step.type !== 'settled' || step.outcome === 'success') continue
    if (step.description) box.appendChild(fact(labels.officialText, step.description))
    const check = says.check(step)
    if (check) box.appendChild(fact(labels.check, check))
  }
  // A line stands between two facts, not below the last.
  const { lastChild } = box
  if (lastChild instanceof HTMLElement && lastChild !== list) lastChild.style.borderBottom = '0'
  return box
}

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Describes a step in words. */
export function stepText(step: Step, labels: Labels, words: Words, says: Says): string {
  if (step.type === 'quiet') return sentence(words.quiet[step.why])
  if (step.type === 'shown') return sentence(words.shown[step.presentation])
  if (step.type !== 'settled') return labels.steps[step.type]
  const what =
    step.outcome === 'success'
      ? words.success
      : [step.code, says.reason(step.method, step.outcome)].filter(Boolean).join(' ')
  return `${labels.steps.settled} · ${what}`
}
