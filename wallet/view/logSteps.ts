/** The steps of a call, as its open row lists them. */
import { inspectorWords } from '../../src/internals'
import { isObject } from '../../src/internalsWithoutDom'
import type { LogEntry, LogStep } from '../shared/log'
import { errorText } from '../shared/logStatus'
import { make } from './element'
import { shortened } from './shortened'
import { byKit, heardSteps, stepName } from './shownStatus'
import type { Words } from './texts/words'

export const drawSteps = (entry: LogEntry, words: Words): HTMLElement =>
  make('ol', { class: 'steps' }, ...heardSteps(entry).map((step) => drawStep(entry, step, words)))

function drawStep(entry: LogEntry, step: LogStep, words: Words): HTMLElement {
  const { text, value } = stepText(step, words)
  return make(
    'li',
    {},
    make('span', { class: 'soft time' }, `+${Math.round(step.at - entry.at)} ms`),
    make('div', {}, text, value !== undefined && shownValue(value, words)),
  )
}

/** Describes a step, with its value. */
function stepText(step: LogStep, words: Words): { text: string; value?: unknown } {
  const name = [byKit(step), stepName(step, words)].filter(Boolean).join(' ')
  if (step.from === 'client') {
    if (step.type === 'chosen') return { text: name, value: step.outcome }
    return { text: step.type === 'threwInKit' ? `${name}: ${errorText(step.error)}` : name }
  }
  if (step.from === 'kit') {
    if (step.type === 'quiet')
      return { text: inspectorWords[words.language === 'en' ? 'en' : 'zh'].quiet[step.why] }
    if (step.type !== 'settled') return { text: name }
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
      return {
        text: [`${name}: ${step.how}`, step.isInvented && words.invented].filter(Boolean).join(' · '),
        value: step.value,
      }
    case 'told':
      return { text: `${name}: ${step.callback}`, value: step.value }
    case 'threw':
      return { text: `${name}: ${errorText(step.error)}` }
    default:
      return { text: name }
  }
}

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
