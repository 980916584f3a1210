import { parseObject } from '../../../../src/plainTools'
import { make, on } from '../../../view/element'
import type { MakeBody } from './body'

const asJson = (value: unknown): string => {
  try {
    return JSON.stringify(value, null, 2) || ''
  } catch {
    return ''
  }
}

/** The body for methods without one of their own: the parameters, and a result to edit. */
export const other: MakeBody = ({ question, words, example }) => {
  const params = asJson(question.params)
  const result = make('textarea', { class: 'mono', spellcheck: 'false', rows: 4 })
  result.value = typeof example.value === 'string' ? example.value : asJson(example.value)
  const status = make('span', { class: 'soft', role: 'status' })
  const isJson = () => /^\s*$/.test(result.value) || read(result.value) !== result.value
  on(result, 'input', () => {
    status.textContent = isJson() ? '' : words.notJson
  })
  const shown = params && params !== '{}' ? make('pre', { class: 'mono' }, params) : undefined
  return {
    elements: [
      ...(shown ? [make('div', { class: 'field' }, make('span', {}, words.parameters), shown)] : []),
      ...(example.value === undefined
        ? []
        : [make('label', { class: 'field' }, make('span', {}, words.result), result, status)]),
      ...(example.invented ? [make('p', { class: 'note' }, words.invented)] : []),
    ],
    value: () => (example.value === undefined ? undefined : read(result.value)),
  }
}

/** Reads JSON as its value, other text as text, and an empty field as undefined. */
function read(text: string): unknown {
  if (!text.trim()) return undefined
  return parseObject(text) ?? text
}
