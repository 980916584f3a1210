import { parseObject } from '../../../../src/internalsWithoutDom'
import { make, on } from '../../../view/element'
import { drawnSheet } from './drawnSheet'

const asJson = (value: unknown): string => {
  try {
    return JSON.stringify(value, null, 2) || ''
  } catch {
    return ''
  }
}

const texts = {
  'zh-Hans': {
    heading: '需要用户操作',
    act: '完成',
    parameters: '参数',
    result: '返回值（JSON）',
    invented: '文档没有写明返回值，这是示例',
    notJson: '不是 JSON，将按文本返回',
  },
  en: {
    heading: 'The user has to act',
    act: 'Done',
    parameters: 'Parameters',
    result: 'Result (JSON)',
    invented: 'No document says what this method returns; this is an example',
    notJson: 'Not JSON: returned as text',
  },
}

/** The sheet of methods without one of their own: the parameters, and a result to edit. */
export const other = drawnSheet(texts, ({ question, words, example }) => {
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
})

/** Reads JSON as its value, other text as text, and an empty field as undefined. */
function read(text: string): unknown {
  if (!text.trim()) return undefined
  return parseObject(text) ?? text
}
