/** Reads facts about an upsdk.js without running it, and none of its code. */
import { createHash } from 'node:crypto'
import { parse } from 'acorn'

const CODE_KEY = /^(err|error)?_?code$/i
const TEXT_KEY = /^(err|error)?_?(msg|message|desc)$/i
const isNode = (value) => !!value && typeof value === 'object' && typeof value.type === 'string'

/** Visits each node of a program. */
function walk(node, visit) {
  visit(node)
  for (const value of Object.values(node))
    for (const part of Array.isArray(value) ? value : [value]) if (isNode(part)) walk(part, visit)
}

const keyOf = ({ key, computed }) => (computed ? undefined : (key?.name ?? key?.value))
const textOf = (node) => (node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined)

/** `{ errcode: 'c02', errmsg: '…' }` → the code and its text. */
function codeOf({ properties }) {
  const find = (pattern) => properties.find((one) => pattern.test(keyOf(one) || '') && textOf(one.value))
  const code = find(CODE_KEY)
  return code && [textOf(code.value), textOf(find(TEXT_KEY)?.value) || '']
}

/** Chooses the list of a text. Each text is in one list. */
function kindOf(text) {
  if (/com\.unionpay/i.test(text)) return 'signs'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: whatever is not ASCII is a text for people
  if (/[^\x00-\x7f]|_EXCEPTION/.test(text)) return 'texts'
  if (/^\S*\/\S*$/.test(text) && text.length > 1) return 'addresses'
  return 'words'
}

const sorted = (set) => [...set].sort()

/** @returns lists of texts, codes, signs of a user agent, addresses, events, and everything else in the file */
export function readSdk(source) {
  const lists = { texts: [], signs: [], addresses: [], events: [], words: [], names: [] }
  const found = Object.fromEntries(Object.keys(lists).map((name) => [name, new Set()]))
  const codes = {}
  const add = (text) => void (text.trim() && found[kindOf(text)].add(text))

  walk(parse(source, { ecmaVersion: 'latest', sourceType: 'script' }), (node) => {
    if (node.type === 'Literal' && node.regex) found.signs.add(node.regex.pattern)
    else if (node.type === 'Literal' && typeof node.value === 'string') add(node.value)
    else if (node.type === 'TemplateElement') add(node.value.cooked || '')
    else if (node.type === 'MemberExpression' && !node.computed) found.names.add(node.property.name)
    else if (node.type === 'Property') found.names.add(String(keyOf(node) ?? ''))
    if (node.type === 'CallExpression' && node.callee.property?.name === 'addEventListener')
      found.events.add(textOf(node.arguments[0]) || '')
    const code = node.type === 'ObjectExpression' && codeOf(node)
    if (code) codes[code[0]] = code[1]
  })

  for (const set of Object.values(found)) set.delete('')
  const read = Object.fromEntries(Object.entries(found).map(([name, set]) => [name, sorted(set)]))
  const sha256 = createHash('sha256').update(source).digest('hex')
  return { sha256, bytes: Buffer.byteLength(source), codes, ...read }
}
