/**
 * Traces a successful call and a shown failure through the sources of the production build: the files that they visit,
 * the functions that they enter, and the moves from a function in one file to one in another. Hand-overs are moves
 * except those into an accessor, which only reads something, or back out of one. `npm run walks` prints them; `npm run
 * walks -- --development` traces the development build. CONTRIBUTING.md has the numbers.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transformSync } from '@babel/core'
import { Window } from 'happy-dom'
import { rollup } from 'rollup'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '..')

const production = !process.argv.includes('--development')

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

/** Makes the plug-in that reports each entered function to the trace. */
const tracing = (file) => ({
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
            { type: 'BooleanLiteral', value: accessor },
          ],
        },
      })
    },
  },
})

const instrument = {
  name: 'instrument',
  resolveId(source, importer) {
    if (!importer || !source.startsWith('.')) return null
    return resolve(importer, '..', source.endsWith('.ts') ? source : `${source}.ts`)
  },
  load: (id) => (production && /lib[\\/]dev\.ts$/.test(id) ? 'export const DEV = false' : null),
  transform(code, id) {
    const compilerOptions = { target: 'es2020', module: 'esnext', verbatimModuleSyntax: false }
    const { outputText } = ts.transpileModule(code, { fileName: id, compilerOptions })
    const file = relative(resolve(root, 'src'), id)
    if (file.startsWith('..')) return outputText
    return transformSync(outputText, { configFile: false, babelrc: false, plugins: [tracing(file)] }).code
  },
}

const entries = { index: 'src/index.ts', simulator: 'wallet/simulator.ts' }
const input = Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, resolve(root, file)]))
const bundle = await rollup({ input, plugins: [instrument] })
const folder = mkdtempSync(resolve(root, 'node_modules/.walks-'))
await bundle.write({ dir: folder, format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' })
const load = (name) => import(pathToFileURL(resolve(folder, `${name}.mjs`)).href)

const window = new Window()
Object.assign(globalThis, { window, document: window.document, MutationObserver: window.MutationObserver })
let steps = []
globalThis.enterFunction = (name, accessor) => steps.push({ name, accessor })
try {
  const { createUpsdk } = await load('index')
  const { installSimulator, fail } = await load('simulator')
  const presenter = { toast() {}, dialog: async () => true }
  installSimulator({ window, answers: { bioDetect: fail('95') } })
  const upsdk = createUpsdk({ window, presenter })
  await upsdk.getLocationGps()

  const walk = async (run) => {
    steps = []
    await run()
    // Functions of lib/, which know nothing of upsdk, belong to no room.
    const ways = steps.filter(({ name }) => !name.startsWith('lib/'))
    const movesOf = (way) => way.filter(({ name }, index) => index > 0 && name !== way[index - 1].name).length
    const names = [...new Set(ways.map(({ name }) => name))]
    const handOvers = movesOf(ways.filter(({ accessor }) => !accessor))
    return { functions: ways.length, moves: movesOf(ways), handOvers, names }
  }
  const call = await walk(() => upsdk.getLocationGps())
  const failure = await walk(async () => {
    await upsdk.bioDetect().catch(() => {})
    await new Promise((done) => setTimeout(done, 1000))
  })
  for (const [name, { functions, moves, handOvers, names }] of Object.entries({ call, failure }))
    console.log(
      `${name}: ${names.length} files, ${functions} functions, ${moves} moves, ${handOvers} hand-overs\n  ${names.join(' ')}`,
    )
  upsdk.destroy()
} finally {
  rmSync(folder, { recursive: true })
}
process.exit(0)
