/** `npm run size`: what each part of the package costs a page, minified and gzipped, beside its budget. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import terser from '@rollup/plugin-terser'
import { rollup } from 'rollup'
import { terserOptions } from '../rollup.config.js'

/** What is measured, and the most that it may be in bytes. A budget that grows is a decision: say why in the commit. */
export const budgets = JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8'))

/** What the parts may be in the end, where the budget is still above it: what is measured now, and 1 %. */
export const goals = {
  'upsdk-kit.min.js': 15_000,
  'core#createUpsdk': 10_000,
  'open-in-app#openInApp': 2200,
  'vue#*': 700,
  'react#*': 700,
}

/** What a page has anyway, where it uses an adapter for it. */
const FRAMEWORKS = ['vue', 'react']

/** The names that `upsdk-kit/fallbacks` has for methods. */
export const fallbackNames = async () => [
  ...Object.keys((await import('../dist/fallbacks.js')).webFallbacks),
  'navi',
  'openLocation',
]

/** All that a file of `dist` exports; of the fallbacks, those for methods. */
const allNames = async (file) =>
  file === 'fallbacks' ? fallbackNames() : Object.keys(await import(`../dist/${file}.js`))

/** The code of a page that imports `names` of one file of `dist` and nothing else, minified. */
export async function bundle(file, names) {
  const list = names.join(', ')
  const source = FRAMEWORKS.includes(file)
    ? `export { ${list} } from '/dist/${file}.js'`
    : `import { ${list} } from '/dist/${file}.js'\nglobalThis.kit = [${list}]`
  const entry = { name: 'entry', resolveId: resolve, load: (id) => (id === 'entry' ? source : null) }
  const built = await rollup({ input: 'entry', plugins: [entry], external: FRAMEWORKS })
  const { output } = await built.generate({ format: 'es', plugins: [terser(terserOptions)] })
  return output[0].code
}

const resolve = (id) =>
  id === 'entry' ? id : id.startsWith('/dist/') ? new URL(`..${id}`, import.meta.url).pathname : null

export const gzipped = (code) => gzipSync(code, { level: 9 }).length

/** Bytes of each part that has a budget. */
export async function measure() {
  const sizes = {}
  for (const name of Object.keys(budgets)) {
    const [file, exported] = name.split('#')
    sizes[name] = exported
      ? gzipped(await bundle(file, exported === '*' ? await allNames(file) : [exported]))
      : gzipped(readFileSync(new URL(`../dist/${file}`, import.meta.url)))
  }
  return sizes
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const sizes = await measure()
  for (const name of Object.keys(sizes)) {
    const goal = goals[name] ? `, goal ${goals[name]}` : ''
    console.log(`${name.padEnd(30)} ${String(sizes[name]).padStart(6)} B of ${budgets[name]}${goal}`)
  }
  console.log('\neach fallback alone')
  for (const name of await fallbackNames())
    console.log(`${name.padEnd(30)} ${String(gzipped(await bundle('fallbacks', [name]))).padStart(6)} B`)
}
