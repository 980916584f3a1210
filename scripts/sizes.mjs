/**
 * `npm run size`: shows what each part of the package costs a page, minified and gzipped, beside its budget, and with
 * brotli. `npm run size -- --rooms` shows which rooms and files the bytes come from. `npm run size -- --against main` compares with
 * another commit, as a Markdown table.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { rollup } from 'rollup'
import { budgetRows, budgets } from '../config/entries.js'
import { minify as minifyChunk, withSourceMaps } from '../rollup.config.js'

/** The guides' page with its own UI library: the imports of its one file. */
const GUIDE = 'core with zh-Hans, backendFailures, vantPresenter'
const guidePage = `import { backendFailures, createUpsdk } from '/dist/core.js'
import { zhHans } from '/dist/locales/zh-hans.js'
import { vantPresenter } from '/dist/presenters.js'
const presenter = vantPresenter(globalThis.vant)
globalThis.kit = createUpsdk({ parts: [backendFailures], locales: [zhHans], presenter })`

/** Packages that a page with such an adapter has anyway. */
const FRAMEWORKS = ['vue', 'react']

/** The build of this folder. A comparison also has another `dist`. */
const DIST = new URL('../dist/', import.meta.url)

/** Lists the exports of `upsdk-kit/fallbacks` that are methods. */
export const fallbackNames = async (dist = DIST) => [
  ...Object.keys((await import(new URL('fallbacks.js', dist))).webFallbacks),
  'navi',
  'openLocation',
]

/** Lists all exports of a file of `dist`; of the fallbacks, only the methods. */
const allNames = async (file, dist) =>
  file === 'fallbacks' ? fallbackNames(dist) : Object.keys(await import(new URL(`${file}.js`, dist)))

/** Builds a page that imports only `names` of one file of `dist`, minified by default. */
export async function bundle(file, names, options) {
  const list = names.join(', ')
  const source = FRAMEWORKS.includes(file)
    ? `export { ${list} } from '/dist/${file}.js'`
    : `import { ${list} } from '/dist/${file}.js'\nglobalThis.kit = [${list}]`
  return (await buildPage(source, options)).code
}

/** Builds a page with everything that it imports. `withMap` adds the source map. */
export async function buildPage(source, { dist = DIST, minify = true, withMap = false } = {}) {
  const resolveId = (id) =>
    id === 'entry' ? id : id.startsWith('/dist/') ? fileURLToPath(new URL(id.slice(6), dist)) : null
  const entry = { name: 'entry', resolveId, load: (id) => (id === 'entry' ? source : null) }
  const plugins = withMap ? [entry, withSourceMaps()] : [entry]
  const built = await rollup({ input: 'entry', plugins, external: FRAMEWORKS })
  const { output } = await built.generate({
    format: 'es',
    sourcemap: withMap,
    plugins: minify ? [minifyChunk()] : [],
  })
  return output[0]
}

export const gzipped = (code) => gzipSync(code, { level: 9 }).length

const brotlied = (code) => brotliCompressSync(code).length

async function codeOf(name, dist) {
  if (name === GUIDE) return (await buildPage(guidePage, { dist })).code
  const [file, exported] = name.split('#')
  if (!exported) return readFileSync(new URL(file, dist))
  return bundle(file, exported === '*' ? await allNames(file, dist) : [exported], { dist })
}

/**
 * Measures the bytes of parts, by default of all with a budget.
 *
 * @returns {Promise<Record<string, number>>}
 */
export async function measure(parts = Object.keys(budgets), dist = DIST) {
  const sizes = {}
  for (const name of parts) sizes[name] = gzipped(await codeOf(name, dist))
  return sizes
}

/** Says that a part is larger than its budget, where that stands and when it may be raised; undefined if it is not. */
export function overBudget(name, size, budget = budgets[name]) {
  if (size <= budget) return undefined
  return `${name}: ${size} B, ${size - budget} B more than its budget of ${budget} B. It stands in the row “${budgetRows[name]}” of config/entries.js. Look for what a page does not need first. If a page or its user gains by the bytes, raise it there to some 3 % above ${size}, and say in the commit what they are for.`
}

async function print() {
  const line = (name, code, budget) =>
    console.log(
      `${name.padEnd(52)} ${String(gzipped(code)).padStart(6)} B${budget.padEnd(10)} brotli ${String(brotlied(code)).padStart(6)} B`,
    )
  const over = []
  for (const name of Object.keys(budgets)) {
    const code = await codeOf(name, DIST)
    line(name, code, ` of ${budgets[name]}`)
    over.push(...[overBudget(name, gzipped(code))].filter(Boolean))
  }
  console.log('\neach fallback alone')
  for (const name of await fallbackNames()) line(name, await bundle('fallbacks', [name]), '')
  if (over.length) throw new Error(`\n${over.join('\n')}`)
}

async function main([option, ref]) {
  if (!option) return print()
  if (option === '--rooms') return (await import('./size-rooms.mjs')).printRooms({ buildPage, gzipped })
  if (option !== '--against' || !ref) throw new Error('Usage: npm run size [-- --rooms | --against <commit>]')
  const { sizesAt, table } = await import('./size-table.mjs')
  console.log(table(await measure(), await sizesAt(ref, measure), budgets))
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  main(process.argv.slice(2)).catch(({ message }) => {
    console.error(message)
    process.exitCode = 1
  })
