/**
 * What `npm run mutate` leaves alone, as no behaviour: texts that only a developer reads, of which nothing is to be
 * said but that they are there (hints, official texts, the messages of `TypeError`s), and the table of codes, which a
 * test compares with the reference row for row.
 */
const TEXTS = ['hint', 'description', 'solution']
const TABLES = ['commonCodes', 'ofReasons', 'ofCauses', 'ofCodes', 'ofMethods']

const isText = ({ type }) => type === 'StringLiteral' || type === 'TemplateLiteral'

function isDevelopersText({ node, parent }) {
  if (!isText(node)) return false
  if (parent.type === 'ObjectProperty') return parent.value === node && TEXTS.includes(parent.key.name)
  return parent.type === 'NewExpression' && parent.callee.name === 'TypeError'
}

const isTable = ({ node }) => node.type === 'VariableDeclarator' && TABLES.includes(node.id.name)

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'no-behaviour',
    value: {
      shouldIgnore: (path) =>
        isDevelopersText(path) || isTable(path) ? 'A text for developers, or a table.' : undefined,
    },
  },
]
