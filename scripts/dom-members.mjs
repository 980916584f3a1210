/**
 * An ESLint rule: no member of a DOM object that one of the given browsers lacks. It goes by the types, and so sees
 * `element.animate` and `const { share } = navigator`, where `compat/compat` sees little but globals. What is tested
 * for at run time is taken from a `Partial<Navigator>` or the like, which has TypeScript ask for the test, or says so
 * in a comment that disables the rule. Members of a whole interface that a browser lacks are let be, elements
 * excepted: whoever has such an object came by it through something that is checked. Not seen: styles, and newer
 * parameters of old methods.
 */
import { createRequire } from 'node:module'

const { api } = createRequire(import.meta.url)('@mdn/browser-compat-data')

/** The version since which a browser has it as the standard says; Infinity where it has it not. */
function since(support) {
  const versions = [support]
    .flat()
    .filter((one) => one && !one.flags && !one.prefix && !one.alternative_name && !one.version_removed)
    .map(({ version_added }) => Number.parseFloat(String(version_added).replace('≤', '')))
    .filter((version) => !Number.isNaN(version))
  return Math.min(...versions)
}

/** The names of a type, of its parts and of its bases: HTMLElement, Element, Node, … */
function* namesOf(checker, type) {
  if (type.isUnionOrIntersection()) for (const part of type.types) yield* namesOf(checker, part)
  const { symbol } = type
  if (symbol) yield symbol.name
  if (type.isClassOrInterface()) for (const base of checker.getBaseTypes(type)) yield* namesOf(checker, base)
}

export const domMembers = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', additionalProperties: { type: 'number' } }],
  },
  create({ options, report, sourceCode }) {
    const { program, esTreeNodeToTSNodeMap } = sourceCode.parserServices
    const checker = program.getTypeChecker()
    const [oldest] = options
    const lacks = ({ __compat }, browser) => since(__compat.support[browser]) > oldest[browser]

    function check(object, key, node) {
      const type = checker.getNonNullableType(checker.getTypeAtLocation(esTreeNodeToTSNodeMap.get(object)))
      if (type.aliasSymbol?.name === 'Partial') return
      const declarations = checker.getPropertyOfType(type, key)?.declarations || []
      if (!declarations.some((one) => program.isSourceFileDefaultLibrary(one.getSourceFile()))) return
      const name = [...namesOf(checker, type)].find(
        (one) => Object.hasOwn(api, one) && Object.hasOwn(api[one], key),
      )
      // Of a window, `AbortController` and the like are members too.
      const found = name ? api[name][key] : Object.hasOwn(api, key) && api[key]
      if (!found) return
      const isTold = (browser) => name && !/^(HTML|SVG)/.test(name) && lacks(api[name], browser)
      const without = Object.keys(oldest).filter((browser) => lacks(found, browser) && !isTold(browser))
      if (without.length)
        report({
          node,
          message: `${name || 'window'}.${key} is missing in ${without.map((browser) => `${browser} ${oldest[browser]}`).join(', ')}`,
        })
    }

    return {
      MemberExpression({ object, property, computed }) {
        if (!computed) check(object, property.name, property)
      },
      ObjectPattern(pattern) {
        for (const { type, computed, key } of pattern.properties)
          if (type === 'Property' && !computed) check(pattern, key.name, key)
      },
    }
  },
}
