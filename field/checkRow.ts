/** Draws a check on the page. */
import { make } from '../demo/dom'
import type { Check } from './checks'
import { cameOf, expectedOf } from './say'
import { answer, resultOf, start, state } from './state'
import type { Texts } from './texts/texts'

/** Makes a button that is large enough for a thumb. */
export function button(text: string, onClick: () => void, attributes: Record<string, string> = {}) {
  const element = make('button', { type: 'button', ...attributes }, text)
  element.addEventListener('click', onClick)
  return element
}

export function checkRow(check: Check, texts: Texts): HTMLElement {
  const result = resultOf(check)
  const { status, outcome, why } = result
  const head = make(
    'div',
    { class: 'head' },
    make('div', { class: 'what' }, make('div', {}, texts.checks[check.id]), make('code', {}, check.method)),
    make(
      'div',
      { class: 'side' },
      status !== 'waiting' && make('span', { class: 'status' }, texts.status[status]),
      check.domain === 'reads' ? status === 'waiting' && texts.status.waiting : startButton(check, texts),
    ),
  )
  const row = make('li', { class: 'check', 'data-check': check.id, 'data-status': status }, head)
  const came = cameOf(result, texts)
  if (status === 'differs') row.append(line(texts.expected, expectedOf(check, texts)))
  if (came) row.append(line(texts.actual, came))
  if (why) row.append(make('p', { class: 'line' }, texts.why[why]))
  if (check.asks && outcome && !why && outcome.how !== 'fail') row.append(questionOf(check, texts))
  return row
}

const line = (name: string, text: string) =>
  make('p', { class: 'line' }, make('span', { class: 'name' }, `${name} `), text)

function startButton(check: Check, texts: Texts): HTMLElement {
  const { status } = resultOf(check)
  const isFirst = status === 'waiting' || status === 'running'
  const element = button(isFirst ? texts.start : texts.again, () => void start(check, state.mode), {
    'aria-label': `${isFirst ? texts.start : texts.again}: ${texts.checks[check.id]}`,
  })
  element.disabled = status === 'running'
  return element
}

function questionOf(check: Check, texts: Texts): HTMLElement {
  const question = check.asks ? texts.asks[check.asks] : ''
  const { seen } = resultOf(check)
  const choice = (text: string, value: boolean) =>
    button(text, () => answer(check, value), {
      'aria-pressed': String(seen === value),
      'aria-label': `${question} ${text}`,
    })
  return make(
    'div',
    { class: 'question' },
    make('p', { class: 'line' }, question),
    make('div', { class: 'buttons' }, choice(texts.yes, true), choice(texts.no, false)),
  )
}
