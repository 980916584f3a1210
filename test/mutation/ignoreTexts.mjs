/**
 * For `npm run mutate`: texts that only a developer reads are no behaviour, so nothing is to be said of them but that
 * they are there. Left alone are hints, official texts, and the messages of `TypeError`s.
 */
const TEXTS = ['hint', 'description', 'solution']

const isText = ({ type }) => type === 'StringLiteral' || type === 'TemplateLiteral'

function isDevelopersText(path) {
  const { node, parent } = path
  if (!isText(node)) return false
  if (parent.type === 'ObjectProperty') return parent.value === node && TEXTS.includes(parent.key.name)
  if (parent.type === 'NewExpression') return parent.callee.name === 'TypeError'
  // `row(retry, presentation, hint)` of the table of reasons.
  return parent.type === 'CallExpression' && parent.callee.name === 'row' && parent.arguments[2] === node
}

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'developers-texts',
    value: {
      shouldIgnore: (path) =>
        isDevelopersText(path) ? 'A text for developers: its wording is no behaviour.' : undefined,
    },
  },
]
