/**
 * What `npm run mutate` leaves alone: texts that only a developer reads, of which nothing is to be said but that they are
 * there (hints, official texts, the messages of `TypeError`s); and tables that are made once, at the first failure, so that
 * a later mutant of them changes nothing. Tests compare those of codes with the reference row for row.
 */
const TEXTS = ['hint', 'description', 'solution']
const HINTS = ['reasonHints', 'causeHints', 'codeHints', 'methodHints', 'otherHints', 'officialTexts']
const TABLES = ['makeCodes', 'builtInMethodCodes', 'moreMethodCodes', 'reasons', ...HINTS]

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
