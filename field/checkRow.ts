/** One check on the page. */
import { make } from '../demo/dom'
import type { Check } from './checks'
import { cameOf, expectedOf } from './say'
import { answer, resultOf, start } from './state'
import type { Texts } from './texts/texts'

/** A button that a thumb can hit. */
export function button(text: string, onClick: () => void, attributes: Record<string, string> = {}) {
  const element = make('button', { type: 'button', ...attributes }, text)
  element.addEventListener('click', onClick)
  return element
}

export function checkRow(check: Check, texts: Texts, isPossible: boolean): HTMLElement {
  const result = resultOf(check)
  const { standing, outcome } = result
  const isTapped = check.domain !== 'reads'
  const head = make(
    'div',
    { class: 'head' },
    make('div', { class: 'what' }, make('div', {}, texts.checks[check.id]), make('code', {}, check.method)),
    make('span', { class: 'standing' }, texts.standing[standing]),
  )
  const row = make('li', { class: 'check', 'data-check': check.id, 'data-standing': standing }, head)
  const came = cameOf(result, texts)
  if (standing === 'differs') row.append(line(texts.expected, expectedOf(check, texts)))
  if (came) row.append(line(texts.came, came))
  if (isTapped && isPossible) row.append(buttonsOf(check, texts))
  if (check.asks && outcome && result.why === undefined && outcome.how !== 'fail')
    row.append(questionOf(check, texts))
  return row
}

const line = (name: string, text: string) =>
  make('p', { class: 'line' }, make('span', { class: 'name' }, `${name} `), text)

function buttonsOf(check: Check, texts: Texts): HTMLElement {
  const { standing } = resultOf(check)
  const isFirst = standing === 'waiting' || standing === 'running'
  const element = button(isFirst ? texts.start : texts.again, () => void start(check), {
    'aria-label': `${isFirst ? texts.start : texts.again}: ${texts.checks[check.id]}`,
  })
  element.disabled = standing === 'running'
  return make('div', { class: 'buttons' }, element)
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
