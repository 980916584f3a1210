// @vitest-environment node
/**
 * Each import path of the package exists in every form, and so does its file for a script tag; `npm run build` comes
 * first.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

interface Entry {
  source: string
  global?: string
  development?: boolean
  developmentGlobal?: string
}

/** Loads a module of the repository that has no types here. */
const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(file).href)
const { entries }: { entries: Record<string, Entry> } = await load('config/entries.js')

/** One entry of `exports`. */
type Conditions = Record<string, Record<string, string> | undefined>

const packageJson = JSON.parse(readFileSync('package.json', 'utf8'))
const names = Object.keys(entries)

/** The entry that package.json must have for an import path. */
function exportsOf(name: string) {
  const esm = { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` }
  const cjs = { types: `./dist/cjs/${name}.d.ts`, default: `./dist/cjs/${name}.js` }
  if (!entries[name]?.development) return { import: esm, require: cjs }
  return {
    import: { ...esm, development: `./dist/dev/${name}.js` },
    require: { ...cjs, development: `./dist/cjs/dev/${name}.js`, default: `./dist/cjs/${name}.env.js` },
  }
}

const IMPORT = /^(?:import|export)(?! type\b)([^'"]*?) from '(\.[^']+)'/gm
/** The file of an import: a folder is its index. */
const sourceOf = (path: string) => (existsSync(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts'))
const importsOf = (source: string) =>
  [...readFileSync(source, 'utf8').matchAll(IMPORT)].map(([, names = '', path = '']) => ({
    names: (names.match(/\w+/g) || []) as string[],
    file: sourceOf(join(dirname(source), path)),
  }))

/** The modules through which a tool imports names of the kit. The build leaves out all other names. */
const DOORS = ['src/internals.ts', 'src/internalsWithoutDom.ts'].map((file) => join(file))

/** The modules that a source consists of, without those imported for their types only. */
function modulesOf(source: string, found = new Set<string>()): Set<string> {
  found.add(source)
  for (const { names, file } of importsOf(source)) {
    const behind = DOORS.includes(file)
      ? importsOf(file).filter((one) => one.names.some((name) => names.includes(name)))
      : [{ file }]
    for (const one of behind) if (!found.has(one.file)) modulesOf(one.file, found)
  }
  return found
}

describe('package.json', () => {
  it('exports every built entry in its order, then the files that pages copy under their own path, and nothing else', () => {
    const expected: [string, unknown][] = names.map((name) => [
      name === 'index' ? '.' : `./${name}`,
      exportsOf(name),
    ])
    const inDist = readdirSync('dist').filter((file) =>
      /^upsdk-kit\..*js$|^integrity\.json$|^wallet\.mjs$/.test(file),
    )
    const files = Object.keys(packageJson.exports).filter((path) => path.startsWith('./dist/'))
    expect([...files].sort()).toEqual(inDist.map((file) => `./dist/${file}`).sort())
    expect(Object.entries(packageJson.exports)).toEqual([
      ...expected,
      ...files.map((file) => [file, file]),
      ['./package.json', './package.json'],
    ])
  })

  // Create React App and others take any `.cjs` for a file to copy: its import gives an address, without a word.
  it('has no `.cjs` that a bundler could take, but a folder that says of its files that they are CommonJS', () => {
    expect(
      readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => /\.c[jt]s$/.test(file)),
    ).toEqual([])
    expect(JSON.parse(readFileSync('dist/cjs/package.json', 'utf8'))).toMatchObject({ type: 'commonjs' })
  })

  it('names the main entry’s files for tools that read no exports', () => {
    const { main, types, unpkg, jsdelivr } = packageJson
    const { require: cjs, import: esm } = exportsOf('index')
    expect([main, types]).toEqual([cjs.default, esm.types])
    // webpack 4 would take this field, and with it production code during development.
    expect(packageJson).not.toHaveProperty('module')
    expect([unpkg, jsdelivr]).toEqual(Array(2).fill(`./dist/${entries.index?.global}`))
  })
})

/** The entries with a file for a script tag: their exports, and that file. */
const globals = names.flatMap((name) => {
  const { global: file } = entries[name] || {}
  return file ? [{ name, file, code: readFileSync(`dist/${file}`, 'utf8') }] : []
})
const exported = async (name: string) => Object.keys(await load(`dist/${name}.js`)).sort()
const allExported = async () => (await Promise.all(globals.map(({ name }) => exported(name)))).flat().sort()

/** Runs those files in a page one after the other, and returns its globals. */
function open(files: readonly { code: string }[]): Record<string, Record<string, unknown>> {
  const page = createContext({})
  for (const { code } of files) runInContext(code, page)
  return page as Record<string, Record<string, unknown>>
}

describe('the development build', () => {
  // An entry that differs has both builds. A module that is in only one of them would be loaded twice.
  it.each(names)('of %s exists exactly if the entry has something for developers', (name) => {
    const { source = '', development = false } = entries[name] || {}
    const differs = modulesOf(source).has(join('src/lib/development.ts')) || source === entries.dev?.source
    expect(differs).toBe(development)
  })

  it('comes first under its condition, after the types', () => {
    for (const { import: esm, require: cjs } of names.map(
      (name) => packageJson.exports[name === 'index' ? '.' : `./${name}`],
    ) as Conditions[])
      for (const branch of [esm, cjs]) {
        const conditions = Object.keys(branch || {}).filter((one) => one !== 'development')
        expect(conditions).toEqual(branch ? ['types', 'default'] : [])
        expect(Object.keys(branch || {}).indexOf('development')).toBeLessThan(2)
      }
  })

  it('is all of `dev`, which is empty in production and kept by bundlers in development alone', () => {
    expect(
      readFileSync('dist/dev.js', 'utf8')
        .replace(/^\s*\/\/.*$/gm, '')
        .trim(),
    ).toBe('')
    expect(readFileSync('dist/cjs/dev.js', 'utf8').trim()).toBe("'use strict';")
    expect(packageJson.sideEffects).toEqual([
      './dist/dev/dev.js',
      './dist/cjs/dev/dev.js',
      './dist/cjs/dev.env.js',
      './dist/wallet/client.js',
    ])
    const { sideEffects } = JSON.parse(readFileSync('dist/cjs/package.json', 'utf8'))
    expect(sideEffects).toEqual(['./dev/dev.js', './dev.env.js'])
  })

  it('is readable code if loaded by a script tag', () => {
    const file = 'dist/upsdk-kit.js'
    const code = readFileSync(file, 'utf8')
    expect(code).not.toMatch(/[^\n\x20-\x7e]/)
    expect(code.split('\n').length).toBeGreaterThan(2000)
    expect(code).toContain('Wraps the page')
    const { UpsdkKit } = open([{ code }])
    expect(UpsdkKit?.version).toBe(`${packageJson.version}-dev`)
  })
})

describe('the files for script tags', () => {
  it('are those of the table, each with its source map', () => {
    const built = readdirSync('dist').filter((file) => file.includes('.min.js'))
    expect(built.sort()).toEqual(globals.flatMap(({ file }) => [file, `${file}.map`]).sort())
  })

  it('are named after their entries', () => {
    for (const { name, file } of globals) {
      const last = name.replace(/^.*\//, '')
      expect(file).toBe(name === 'index' ? 'upsdk-kit.min.js' : `upsdk-kit.${last}.min.js`)
    }
  })

  // Each file has its own copy of shared code. Of two global names that are equal, the last would win.
  it('share no global name', async () => {
    const all = await allExported()
    expect([...new Set(all)]).toEqual(all)
  })

  it.each(globals)('$file has only ASCII, and adds what its entry exports', async ({ name, code }) => {
    expect(code).not.toMatch(/[^\n\x20-\x7e]/)
    const page = open([{ code }])
    expect(Object.keys(page)).toEqual(['UpsdkKit'])
    expect(Object.keys(page.UpsdkKit || {}).sort()).toEqual(await exported(name))
    // The package has no map.
    expect(code).not.toContain('sourceMappingURL')
  })

  it.each([
    ['one after the other', globals],
    ['in the opposite order', [...globals].reverse()],
    ['twice', [...globals, ...globals]],
  ])('add to one another %s', async (_how, files) => {
    const page = open(files)
    expect(Object.keys(page)).toEqual(['UpsdkKit'])
    expect([...new Set(Object.keys(page.UpsdkKit || {}))].sort()).toEqual(await allExported())
  })

  it('work in one file after a page’s own code that ends without a semicolon', async () => {
    const page = open([{ code: ['var own = function () {}', ...globals.map(({ code }) => code)].join('\n') }])
    expect(Object.keys(page.UpsdkKit || {}).sort()).toEqual((await allExported()).sort())
    expect(page.own).toBeTypeOf('function')
  })

  it.each([
    ['before', (main: string, part: string) => [part, main]],
    ['after', (main: string, part: string) => [main, part]],
  ])('work with the main file %s them', (_when, order) => {
    const codeOf = (name: string) => globals.find((one) => one.name === name)?.code || ''
    const codes = order(codeOf('index'), [codeOf('locales/ja'), codeOf('server-codes')].join('\n'))
    const page = open(codes.map((code) => ({ code })))
    runInContext(
      `const kit = UpsdkKit.createUpsdk({ locale: 'ja', locales: [UpsdkKit.ja], catalogues: [UpsdkKit.serverCodes] })
      var outcome = [kit.locale, kit.explain('94').message, kit.explain('BC0024').documented]`,
      page,
    )
    expect([...(page.outcome as unknown as unknown[])]).toEqual([
      'ja',
      expect.stringMatching(/^[\u3000-\u9fff]+/),
      true,
    ])
  })
})

/** Development and CommonJS files are readable without a map; a development server serves `upsdk-kit.dev.js`. */
const isReadable = (file: string) => /^(dev|cjs)\b|^(upsdk-kit(\.dev)?|wallet[\\/]\w+)\.js$/.test(file)

describe('the source maps', () => {
  it('exist for every module and minified file, and contain the sources', () => {
    const files = readdirSync('dist', { recursive: true, encoding: 'utf8' })
    const scripts = files.filter((file) => /\.js$/.test(file) && !isReadable(file))
    expect(scripts.length).toBeGreaterThan(2 * globals.length)
    for (const file of scripts) {
      const { sources, sourcesContent } = JSON.parse(readFileSync(`dist/${file}.map`, 'utf8'))
      expect(sources.length, file).toBeGreaterThan(0)
      for (const [index, source] of sources.entries()) {
        expect(source, file).toMatch(/^(\.\.\/)+(src|wallet|node_modules)\/.*\.m?[jt]s$/)
        expect(sourcesContent[index], source).toEqual(expect.any(String))
      }
    }
  })
})
