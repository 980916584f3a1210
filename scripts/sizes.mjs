/**
 * `npm run size`: what each part of the package costs a page, minified and gzipped, beside its budget, and with brotli.
 * `npm run size -- --rooms`: which rooms and files the bytes come from.
 * `npm run size -- --against main`: beside what it costs at that commit, as a Markdown table.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { rollup } from 'rollup'
import { minify as minifyChunk, withSourceMaps } from '../rollup.config.js'

/**
 * What is measured, and the most that it may be in bytes. A budget that grows is a decision: say why in the commit.
 *
 * @type {Record<string, number>}
 */
export const budgets = JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8'))

/** The page of the guides with a UI library of its own: what stands in its one file. */
const GUIDE = 'core with zh-Hans, backendFailures, vantPresenter'
const guidePage = `import { backendFailures, createUpsdk } from '/dist/core.js'
import { zhHans } from '/dist/locales/zh-hans.js'
import { vantPresenter } from '/dist/presenters.js'
const presenter = vantPresenter(globalThis.vant)
globalThis.kit = createUpsdk({ parts: [backendFailures], locales: [zhHans], presenter })`

/** What a page has anyway, where it uses an adapter for it. */
const FRAMEWORKS = ['vue', 'react']

/** What was built here; a comparison has another `dist` beside it. */
const DIST = new URL('../dist/', import.meta.url)

/** The names that `upsdk-kit/fallbacks` has for methods. */
export const fallbackNames = async (dist = DIST) => [
  ...Object.keys((await import(new URL('fallbacks.js', dist))).webFallbacks),
  'navi',
  'openLocation',
]

/** All that a file of `dist` exports; of the fallbacks, those for methods. */
const allNames = async (file, dist) =>
  file === 'fallbacks' ? fallbackNames(dist) : Object.keys(await import(new URL(`${file}.js`, dist)))

/** The code of a page that imports `names` of one file of `dist` and nothing else, minified if nothing else is said. */
export async function bundle(file, names, options) {
  const list = names.join(', ')
  const source = FRAMEWORKS.includes(file)
    ? `export { ${list} } from '/dist/${file}.js'`
    : `import { ${list} } from '/dist/${file}.js'\nglobalThis.kit = [${list}]`
  return (await buildPage(source, options)).code
}

/** A page with all that it imports; `withMap`: with the way back to the sources. */
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
 * Bytes of each part: of those with a budget, if nothing else is said.
 *
 * @returns {Promise<Record<string, number>>}
 */
export async function measure(parts = Object.keys(budgets), dist = DIST) {
  const sizes = {}
  for (const name of parts) sizes[name] = gzipped(await codeOf(name, dist))
  return sizes
}

async function print() {
  const line = (name, code, budget) =>
    console.log(
      `${name.padEnd(52)} ${String(gzipped(code)).padStart(6)} B${budget.padEnd(10)} brotli ${String(brotlied(code)).padStart(6)} B`,
    )
  for (const name of Object.keys(budgets)) line(name, await codeOf(name, DIST), ` of ${budgets[name]}`)
  console.log('\neach fallback alone')
  for (const name of await fallbackNames()) line(name, await bundle('fallbacks', [name]), '')
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
