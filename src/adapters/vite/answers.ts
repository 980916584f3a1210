import { button, make } from '../../inspector/panel/elements'
import { type Answers, fail, silent, succeed } from '../../simulator/answers'
import { methodsOf } from '../../simulator/methods'
import { type Change, FIELD, type Labels } from './parts'
import type { WalletSettings } from './settings'

/** Methods that pages use most. */
const COMMON = [
  'pay',
  'appletAuth',
  'appletExplicitAuth',
  'bioDetect',
  'scanQRCode',
  'getLocationGps',
  'chooseImage',
  'showSharePopup',
]

/** How native says that the user cancelled; of other methods by its text alone. */
const CANCELLATIONS: Readonly<Record<string, string>> = {
  pay: '01',
  collectCurrentApplet: '04',
  addCommonApp: '02',
}

/** Answers by what the settings say in words. */
export function toAnswers({ answers = {}, results = {} }: WalletSettings): Answers {
  const made: Record<string, Answers[string]> = {}
  for (const method of Object.keys(results)) made[method] = succeed(results[method])
  for (const method of Object.keys(answers)) {
    const answer = answers[method]
    if (answer === 'silent') made[method] = silent()
    else if (answer === 'cancelled') made[method] = fail(CANCELLATIONS[method] || { msg: '用户取消' })
    else if (answer) made[method] = fail(answer)
  }
  return made
}

/** Which method answers what. A code that the page's settings name is among those to choose from. */
export function answersOf({ answers = {} }: WalletSettings, change: Change, words: Labels): HTMLElement {
  const given = Object.keys(answers).filter((method) => answers[method])
  const others = methodsOf('latest').filter((method) => !COMMON.includes(method))
  const own = given
    .map((method) => answers[method] || '')
    .filter((answer, index, all) => !textOf(answer, words) && all.indexOf(answer) === index)
  const method = select(
    words.method,
    [...COMMON, ...others.sort()].map((name) => [name, name]),
  )
  const choices = [...words.answers, ...own.map((one) => [one, one] as const)]
  const answer = select(words.answer, choices)
  const showCurrent = () => {
    answer.value = answers[method.value] || ''
  }
  method.addEventListener('change', showCurrent)
  showCurrent()
  const set = button(words.set, () => change({ answers: { ...answers, [method.value]: answer.value } }))
  const list = given.map((name) =>
    make('li', {}, `${name}: ${textOf(answers[name], words) || answers[name]}`),
  )
  return make(
    'div',
    { padding: '8px 0' },
    make('ul', { margin: '0 0 6px', padding: '0 0 0 18px' }, ...list),
    make('div', { display: 'flex', flexWrap: 'wrap', gap: '6px' }, method, answer, set),
  )
}

const textOf = (answer: string | undefined, { answers }: Labels): string | undefined =>
  answers.filter(([value]) => value === answer)[0]?.[1]

function select(
  name: string,
  values: readonly (readonly [value: string, text: string])[],
): HTMLSelectElement {
  const field = make('select', FIELD)
  field.setAttribute('aria-label', name)
  for (const [value, text] of values) field.appendChild(Object.assign(make('option', {}, text), { value }))
  return field
}
