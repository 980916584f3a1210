/**
 * Part of `npm run lint`: finds browser APIs that the oldest WebViews lack. The compiler refuses newer parts of the
 * language itself (config/tsconfig.es2017.json).
 *
 * It uses types, so it sees `element.animate`, `const { share } = navigator`, globals and statics. Code that is
 * feature-detected takes a member from a `Partial<Navigator>` or the like, so that TypeScript requires the test, is
 * behind a `typeof`, or has a comment in the line before it: `// newer-api: why`. If a browser lacks a whole interface,
 * its members are not checked, except for elements, since the object itself comes from an API that is checked. It does
 * not see styles, or newer parameters of old methods.
 */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const { api } = createRequire(import.meta.url)('@mdn/browser-compat-data')

const OLDEST = { webview_android: 55, safari_ios: 10.3 }
/** The phone runs in the browser of its developer, and in no wallet. */
const OF_TODAY = /[\\/]wallet[\\/]phone[\\/]/
const ALLOWED = /^\s*\/\/ newer-api: \S/

/** Finds the version since which a browser supports an API as standardised; Infinity if it does not. */
function since(support) {
  const versions = [support]
    .flat()
    .filter((one) => one && !one.flags && !one.prefix && !one.alternative_name && !one.version_removed)
    .map(({ version_added }) => Number.parseFloat(String(version_added).replace('≤', '')))
    .filter((version) => !Number.isNaN(version))
  return Math.min(...versions)
}

const lacks = (entry, browser) => since(entry.__compat.support[browser]) > OLDEST[browser]

/** Lists the names of a type, its parts and its bases: HTMLElement, Element, Node, … */
function* namesOf(checker, type) {
  if (type.isUnionOrIntersection()) for (const part of type.types) yield* namesOf(checker, part)
  const { symbol } = type
  if (symbol) yield symbol.name
  if (type.isClassOrInterface()) for (const base of checker.getBaseTypes(type)) yield* namesOf(checker, base)
}

const own = (object, key) => (object && Object.hasOwn(object, key) ? object[key] : undefined)

/** Is a name inside code that tests `typeof name`? */
function isTestedFor(node) {
  const test = new RegExp(`typeof ${node.text}\\b`)
  for (let { parent } = node, child = node; parent; child = parent, parent = parent.parent) {
    if (ts.isTypeOfExpression(parent) && child === node) return true
    const condition =
      ts.isIfStatement(parent) && child === parent.thenStatement
        ? parent.expression
        : ts.isConditionalExpression(parent) && child === parent.whenTrue
          ? parent.condition
          : ts.isBinaryExpression(parent) && child === parent.right
            ? parent.left
            : undefined
    if (condition && test.test(condition.getText())) return true
  }
  return false
}

/** Finds newer APIs in one file. @returns {{ line: number, name: string, problem: string }[]} lines count from 1 */
export function newerApis(program, file) {
  const checker = program.getTypeChecker()
  const lines = file.text.split('\n')
  const allowed = new Set(lines.flatMap((line, index) => (ALLOWED.test(line) ? [index + 1] : [])))
  const used = new Set()
  const found = []
  const isOfLibrary = (declarations) =>
    !!declarations?.some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()))

  function report(node, name, problem) {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
    if (allowed.has(line)) used.add(line)
    else found.push({ line: line + 1, name, problem })
  }

  /** @param whole the entry that it belongs to, if any */
  function checkEntry(node, name, entry, whole) {
    const without = Object.keys(OLDEST).filter(
      (browser) => lacks(entry, browser) && !(whole && lacks(whole, browser)),
    )
    if (without.length)
      report(node, name, `missing in ${without.map((browser) => `${browser} ${OLDEST[browser]}`).join(', ')}`)
  }

  function checkMember(node, object, key) {
    const type = checker.getNonNullableType(checker.getTypeAtLocation(object))
    if (type.aliasSymbol?.name === 'Partial') return
    // The parts of a union have no order that stays.
    const parts = type.isUnion() ? type.types : [type]
    for (const part of parts) checkMemberOf(part, node, object, key)
  }

  function checkMemberOf(type, node, object, key) {
    if (!isOfLibrary(checker.getPropertyOfType(type, key)?.declarations)) return
    const fixed = ts.isIdentifier(object) && own(own(api, object.text), `${key}_static`)
    if (fixed) return checkEntry(node, `${object.text}.${key}`, fixed)
    const name = [...namesOf(checker, type)].find((one) => own(own(api, one), key))
    // Interfaces such as `AbortController` are members of a window, too.
    if (!name) return own(api, key) && checkEntry(node, `window.${key}`, api[key])
    checkEntry(node, `${name}.${key}`, api[name][key], !/^(HTML|SVG)/.test(name) && api[name])
  }

  function checkName(node) {
    const name = node.text
    if (name === 'globalThis') return report(node, name, 'missing in all of them')
    const entry = own(api, name) || own(api.Window, name)
    if (!entry?.__compat || !isOfLibrary(checker.getSymbolAtLocation(node)?.declarations)) return
    if (!isTestedFor(node)) checkEntry(node, name, entry)
  }

  function visit(node) {
    if ((ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) || ts.isInterfaceDeclaration(node))
      return
    if (ts.isPropertyAccessExpression(node)) {
      checkMember(node.name, node.expression, node.name.text)
      return visit(node.expression)
    }
    if (ts.isObjectBindingPattern(node))
      for (const { dotDotDotToken, propertyName, name } of node.elements) {
        const key = propertyName || name
        if (!dotDotDotToken && ts.isIdentifier(key)) checkMember(key, node, key.text)
      }
    if (ts.isIdentifier(node)) checkName(node)
    if (ts.isRegularExpressionLiteral(node) && /\(\?<[=!]/.test(node.text))
      report(node, 'Lookbehind', 'missing in all of them')
    ts.forEachChild(node, visit)
  }

  visit(file)
  for (const line of allowed)
    if (!used.has(line)) found.push({ line, name: 'newer-api', problem: 'there is nothing here to allow' })
  return found
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const config = fileURLToPath(new URL('../config/tsconfig.es2017.json', import.meta.url))
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: ({ messageText }) => console.error(messageText),
  }
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(config, {}, host)
  const program = ts.createProgram(fileNames, options)
  for (const name of fileNames.filter((name) => !OF_TODAY.test(name)))
    for (const { line, name: what, problem } of newerApis(program, program.getSourceFile(name))) {
      console.error(`${name}:${line}: ${what} ${problem}`)
      process.exitCode = 1
    }
}
