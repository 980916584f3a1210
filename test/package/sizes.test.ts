// @vitest-environment node
/** A page pays no more than the budget for what it imports; `npm run build` comes first. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { budgetRows, budgets } from '../../config/entries.js'
import { bundle, fallbackNames, gzipped, measure, overBudget } from '../../scripts/sizes.mjs'

const sizes = await measure()
const fallbacks = await fallbackNames()

describe('a page pays no more than the budget', () => {
  it.each(Object.keys(budgets))('for %s', (name) => {
    expect(sizes[name]).toBeGreaterThan(100)
    expect(overBudget(name, Number(sizes[name]))).toBeUndefined()
  })

  it.each([
    ['core#createUpsdk', 'core'],
    ['upsdk-kit.min.js', 'index'],
  ])('or the message names the row to look at, and when it may be raised: %s', (name, row) => {
    const budget = Number(budgets[name])
    expect(overBudget(name, budget)).toBeUndefined()
    expect(overBudget(name, budget + 7)).toMatch(
      new RegExp(
        `^${name}: ${budget + 7} B, 7 B more than its budget of ${budget} B\\. It stands in the row “${row}” of config/entries\\.js\\. .*raise it`,
      ),
    )
  })
})

describe('the budgets', () => {
  it('stand in a row each', () => {
    expect(Object.keys(budgetRows)).toEqual(Object.keys(budgets))
  })

  it('exist for every import path', () => {
    const paths = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).exports)
    const entries = paths
      .map((path) => path.replace('./', ''))
      // `dev` is empty in production: test/wallet/pages/dev.test.ts holds builds with and without it to the same bytes.
      .filter((path) => !/^\.$|\.json$|^dist\/|^(vite|playwright|dev)$/.test(path))
    const named = Object.keys(budgets).map((name) => name.split('#')[0])
    expect(entries.filter((entry) => !named.includes(entry))).toEqual([])
  })
})

describe('the size in the READMEs', () => {
  it.each(['README.md', 'README.zh-CN.md'])('is true within half a kB: %s', (readme) => {
    const said = Array.from(readFileSync(readme, 'utf8').matchAll(/(\d+\.\d) kB/g), ([, size]) =>
      Number(size),
    )
    for (const name of ['upsdk-kit.min.js', 'core#createUpsdk', 'fallbacks#*']) {
      const size = Number(sizes[name]) / 1000
      expect(
        said.filter((one) => Math.abs(one - size) < 0.5),
        `${name}: ${size.toFixed(1)} kB`,
      ).not.toEqual([])
    }
  })
})

/** What a row of the guide's table measures, by the import that it names, and what is a file of its own. */
const MEASURED: Readonly<Record<string, string>> = {
  '`upsdk-kit.min.js`': 'upsdk-kit.min.js',
  '`upsdk-kit/core` …': 'core with zh-Hans, backendFailures, vantPresenter',
  '`upsdk-kit/core`': 'core#createUpsdk',
  '`upsdk-kit/vue`': 'vue#*',
  '`upsdk-kit/react`': 'react#*',
  '`upsdk-kit/presenters`': 'presenters#vantPresenter',
  '`upsdk-kit/open-in-app`': 'open-in-app#openInApp',
  '`upsdk-kit/server-codes`': 'server-codes#serverCodes',
  '`upsdk-kit/fallbacks`': 'fallbacks#*',
  '`upsdk-kit/qr`': 'qr#drawQr',
  '`upsdk-kit/simulator`': 'simulator#installSimulator',
  '`upsdk-kit/inspector`': 'inspector#consoleInspector',
  '`upsdk-kit/locales/ja`': 'locales/ja#ja',
  '`upsdk-kit/locales/ko`': 'locales/ko#ko',
}

describe.each(['docs/options.md', 'docs/zh/options.md'])('the sizes in %s', (guide) => {
  const rows = [...readFileSync(guide, 'utf8').matchAll(/^\|[^|]*\| ([^|]+) \| (\d+\.\d) kB \|$/gm)]

  it('are those of the build, within half a kB', () => {
    const said = rows.filter(([, name = '']) => MEASURED[name])
    expect(said.map(([, name]) => name)).toEqual(expect.arrayContaining(Object.keys(MEASURED)))
    for (const [, name = '', size] of said) {
      const measured = Number(sizes[MEASURED[name] ?? '']) / 1000
      expect(Math.abs(Number(size) - measured), `${name}: ${measured.toFixed(1)} kB`).toBeLessThan(0.5)
    }
  })
})

describe('a page that imports one fallback does not get the others', () => {
  /**
   * The gzipped size of such a page's bundle. It is not minified, which takes ten times as long: only the modules in
   * it matter here.
   */
  const gets = async (names: readonly string[]) =>
    gzipped(await bundle('fallbacks', names, { minify: false }))
  const all = gets(fallbacks)

  it.each(fallbacks)('%s', async (name) => {
    expect(await gets([name])).toBeLessThan((await all) / 1.7)
  })
})
