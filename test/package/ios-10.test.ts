// @vitest-environment node
/**
 * iOS 10 (WebKit 602) refuses a loop variable with the name of a parameter of the function around it, and minifiers
 * rename into just that (upsdk-behaviour §6). So nothing published declares one with `let` or `const`, and neither
 * does a page's bundle of it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { type AnyNode, type Node, type Pattern, parse } from 'acorn'
import { minify as terser } from 'terser'
import { minifySync as oxc } from 'vite'
import { describe, expect, it } from 'vitest'

const files = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.js$/.test(file))
  .sort()

/** The names that a pattern binds. */
function names(pattern: Pattern | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name]
    case 'ObjectPattern':
      return pattern.properties.flatMap((one) => names(one.type === 'Property' ? one.value : one.argument))
    case 'ArrayPattern':
      return pattern.elements.flatMap(names)
    case 'RestElement':
      return names(pattern.argument)
    case 'AssignmentPattern':
      return names(pattern.left)
    default:
      return []
  }
}

const isNode = (value: unknown): value is AnyNode => typeof (value as Node | null)?.type === 'string'

interface LoopHeads {
  /** `let` and `const` in the head of a loop. */
  scoped: string[]
  /** The loop variables with the name of a parameter of a function around the loop, which iOS 10 refuses. */
  refused: string[]
}

/** Returns what the heads of all loops declare. */
function loopHeads(code: string): LoopHeads {
  const found: LoopHeads = { scoped: [], refused: [] }
  const walk = (node: AnyNode, params: readonly string[]): void => {
    if (node.type === 'ForStatement' || node.type === 'ForInStatement' || node.type === 'ForOfStatement') {
      const head = node.type === 'ForStatement' ? node.init : node.left
      if (head?.type === 'VariableDeclaration' && head.kind !== 'var') {
        const text = code.slice(node.start, node.body.start).trim()
        found.scoped.push(text)
        const declared = head.declarations.flatMap(({ id }) => names(id))
        if (declared.some((name) => params.includes(name))) found.refused.push(text)
      }
    }
    const inner = 'params' in node ? [...params, ...node.params.flatMap(names)] : params
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, inner)
  }
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), [])
  return found
}

/** Files that only developers load. */
const DEVELOPMENT = /^(dev[\\/]|wallet-|upsdk-kit\.(dev\.)?js$)/
/** Whether a file is a module to its minifier: the global files are scripts. */
const isModule = (file: string) => !file.endsWith('.min.js')

it('iOS 10 refuses a loop variable that has the name of a parameter', () => {
  const { refused } = loopHeads(`
    function f(e, t) { for (const e of t) {} for (var t of e) {} for (let n = 0; ;) {} }
    (({ a, b: [c = 1, ...d] }) => () => { for (let { x: d } in a) {} for (const a of c) {} })()`)
  expect(refused).toEqual(['for (const e of t)', 'for (let { x: d } in a)', 'for (const a of c)'])
})

describe('a published file', () => {
  it.each(files)(
    'has no let or const in the head of a loop, and no minifier adds such a name: %s',
    async (file) => {
      const code = readFileSync(`dist/${file}`, 'utf8')
      expect(loopHeads(code).scoped).toEqual([])
      // Nobody minifies a development file, and a CommonJS file has the code of the module beside it.
      if (DEVELOPMENT.test(file) || /^cjs\b/.test(file)) return
      const { code: byTerser = '' } = await terser(code, { module: isModule(file) })
      expect(loopHeads(byTerser).refused).toEqual([])
      const { code: byOxc } = oxc(file, code, { module: isModule(file) })
      expect(loopHeads(byOxc).refused).toEqual([])
    },
  )
})
