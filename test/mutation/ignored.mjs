/**
 * Tells Stryker what to leave alone: texts that only a developer reads, of which nothing is to be said but that they are
 * there (hints, official texts, the messages of `TypeError`s, the words of the wallet's sheets); looks, which pictures
 * show (classes of elements, the drawing of the sample picture); and tables that are made once, at the first failure, so
 * that a later mutant of them changes nothing. Tests compare those of codes with the reference row for row.
 */
const TEXTS = ['hint', 'description', 'solution']
const HINTS = ['reasonHints', 'causeHints', 'codeHints', 'methodHints', 'otherHints', 'officialTexts']
/** The words of a sheet, by language. */
const WORDS = ['zh', 'en']
const TABLES = [...WORDS, 'makeCodes', 'builtInMethodCodes', 'moreMethodCodes', 'reasons', ...HINTS]

const isText = ({ type }) => type === 'StringLiteral' || type === 'TemplateLiteral'

function isDevelopersText({ node, parent }) {
  if (!isText(node)) return false
  if (parent.type === 'ObjectProperty') return parent.value === node && TEXTS.includes(parent.key.name)
  return parent.type === 'NewExpression' && parent.callee.name === 'TypeError'
}

const isClass = ({ key }) => key?.name === 'class'

/** Is it how something looks? A class may be chosen by a condition, and may be all that an element is given. */
function isLook({ node, parent, parentPath }) {
  if (node.type === 'FunctionDeclaration') return node.id?.name === 'drawSample'
  if (node.type === 'ObjectExpression') return node.properties.length === 1 && node.properties.every(isClass)
  if (!isText(node)) return false
  const property = parent.type === 'ConditionalExpression' ? parentPath.parent : parent
  return property.type === 'ObjectProperty' && isClass(property)
}

const isTable = ({ node }) => node.type === 'VariableDeclarator' && TABLES.includes(node.id.name)

export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'no-behaviour',
    value: {
      shouldIgnore: (path) =>
        isDevelopersText(path) || isLook(path) || isTable(path)
          ? 'A text for developers, a look or a table.'
          : undefined,
    },
  },
]
