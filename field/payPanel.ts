/** Draws the payments on the page. */
import { make } from '../demo/dom'
import { button } from './checkRow'
import { type Payment, pay, payments } from './payment'
import { paymentLines } from './say'
import { state } from './state'
import type { Texts } from './texts/texts'

/** The `tn` of the first call, while the page is open. */
let paid = ''
/** Whether the warning before a second call is shown, which then waits for another tap. */
let isWarned = false

export function payPanel(texts: Texts): HTMLElement {
  const said = texts.pay
  const list = make('ul', { class: 'payments' })
  const warning = make('p', { class: 'warning', role: 'alert' })
  const input = make('input', {
    id: 'tn',
    type: 'text',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    inputmode: 'numeric',
  })
  input.value = paid

  const show = () => {
    list.textContent = ''
    for (const payment of payments) list.append(paymentItem(payment, texts))
    first.disabled = !input.value.trim()
    second.disabled = !paid || paid !== input.value.trim()
    warning.textContent = isWarned ? said.warning : ''
  }
  const first = button(
    said.first,
    () => {
      paid = input.value.trim()
      isWarned = false
      pay(paid, state.mode, 1, show)
    },
    { id: 'pay' },
  )
  const second = button(
    said.second,
    () => {
      const isMeant = isWarned
      isWarned = !isWarned
      if (isMeant) pay(paid, state.mode, 2, show)
      else show()
    },
    { id: 'pay-again' },
  )
  input.addEventListener('input', () => {
    isWarned = false
    show()
  })
  show()
  return make(
    'section',
    { id: 'payment' },
    make('h2', {}, said.heading),
    make('p', { class: 'note' }, said.lead),
    make('label', { for: 'tn' }, said.label),
    input,
    make('div', { class: 'buttons' }, first, second),
    warning,
    list,
  )
}

function paymentItem(payment: Payment, texts: Texts): HTMLElement {
  return make(
    'li',
    { 'data-how': payment.how },
    make('strong', {}, texts.pay.turn(payment.turn, texts.modes[payment.mode])),
    ...paymentLines(payment, texts).map((text) => make('p', { class: 'line' }, text)),
  )
}
