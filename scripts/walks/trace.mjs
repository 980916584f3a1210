/** Builds sources so that each function reports when it is entered, and counts the way that a run takes through them. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transformSync } from '@babel/core'
import { rollup } from 'rollup'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')

/** Does a function only read something? */
function isAccessor({ kind, body }) {
  if (kind === 'get') return true
  const [only] = body.body
  const isOne = body.body.length === 1 && only.type === 'ReturnStatement'
  return (
    isOne &&
    /^(Identifier|MemberExpression|Literal|\w+Literal|LogicalExpression|BinaryExpression)$/.test(
      only.argument?.type,
    )
  )
}

/** Gets the name of a function, or of what it is assigned or passed to. */
function nameOf({ node, parent }) {
  const { callee = {} } = parent
  const named = node.id || node.key || parent.id || parent.key || callee.property || callee
  return named.name || '(a function)'
}

/** Makes the plug-in that reports each entered function to the trace. */
const reporting = (file) => ({
  visitor: {
    Function(path) {
      path.ensureBlock()
      const accessor = isAccessor(path.node)
      path.node.body.body.unshift({
        type: 'ExpressionStatement',
        expression: {
          type: 'CallExpression',
          callee: { type: 'Identifier', name: 'enterFunction' },
          arguments: [
            { type: 'StringLiteral', value: file },
            { type: 'StringLiteral', value: nameOf(path) },
            { type: 'BooleanLiteral', value: accessor },
          ],
        },
      })
    },
  },
})

const instrument = (production) => ({
  name: 'instrument',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.')) return null
    const path = resolve(importer, '..', source)
    return [path, `${path}.ts`, `${path}/index.ts`].find((file) => /\.ts$/.test(file) && existsSync(file))
  },
  load: (id) => (production && /lib[\\/]development\.ts$/.test(id) ? 'export const DEV = false' : null),
  transform(code, id) {
    const compilerOptions = { target: 'es2020', module: 'esnext', verbatimModuleSyntax: false }
    const { outputText } = ts.transpileModule(code, { fileName: id, compilerOptions })
    const plugins = [reporting(relative(root, id))]
    return transformSync(outputText, { configFile: false, babelrc: false, plugins }).code
  },
})

/**
 * Builds entries, and runs a function with their modules. Whatever happens, nothing stays behind.
 *
 * @param entries their source files, by name
 */
export async function withTraced(entries, production, run) {
  const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, resolve(root, file)]))
  const bundle = await rollup({ input, plugins: [instrument(production)], external: /^[^./]/ })
  // Inside node_modules, so that the packages are found.
  const folder = mkdtempSync(resolve(root, 'node_modules/.walks-'))
  try {
    await bundle.write({
      dir: folder,
      format: 'es',
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name].mjs',
    })
    const load = (name) => import(pathToFileURL(resolve(folder, `${name}.mjs`)).href)
    await run(load)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

let entered = []
globalThis.enterFunction = (file, name, isAccessor) => entered.push({ file, name, isAccessor })

const movesOf = (way) => way.filter(({ file }, index) => index > 0 && file !== way[index - 1].file).length

/**
 * Counts the way of a run.
 *
 * @param counts whether a file belongs to the way
 */
export async function walk(run, counts) {
  entered = []
  await run()
  const way = entered.filter(({ file }) => counts(file))
  return {
    files: [...new Set(way.map(({ file }) => file))],
    functions: way.length,
    moves: movesOf(way),
    handOvers: movesOf(way.filter(({ isAccessor }) => !isAccessor)),
    steps: way.filter(({ isAccessor }) => !isAccessor).map(({ file, name }) => `${file} ${name}`),
  }
}
