// @vitest-environment node
/**
 * The tarball that npm would publish is complete, and programs that install it work: `npm run test:all` builds
 * `dist` first.
 */
import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, posix, resolve } from 'node:path'
import { promisify } from 'node:util'
import { runInContext } from 'node:vm'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { parse } from 'acorn'
import { Window } from 'happy-dom'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { pack, subpaths } from '../../scripts/subpaths.mjs'
import { eventually } from '../support/eventually'

interface PackageJson {
  name: string
  version: string
  main: string
  types: string
  unpkg: string
  jsdelivr: string
  sideEffects: string[]
  bin: Record<string, string>
  exports: Record<string, unknown>
  peerDependencies: Record<string, string>
  peerDependenciesMeta: Record<string, unknown>
}

const packageJson: PackageJson = JSON.parse(readFileSync('package.json', 'utf8'))
/** The path of files that pages copy, which are no modules. */
const COPIED = './dist/'
/** The import paths that need no framework; test/pages/adapters.test.ts tests the adapters. */
const paths = Object.keys(packageJson.exports).filter(
  (path) => !/\.json$|^\.\/dist\/|^\.\/(vue|react|vite|playwright)$/.test(path),
)
/** How a consumer names them. */
const specifiers = paths.map((path) => path.replace('.', packageJson.name))

/** The fresh folder of a consumer, and the kit in it. */
let folder = ''
let installed = ''
/** The result of `npm pack`: the archive, and its paths. */
let tarball: Uint8Array<ArrayBuffer>
let files: string[] = []
let windows: Window[] = []

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-package-'))
  installed = join(folder, 'node_modules', packageJson.name)
  const npm = (cwd: string, ...args: string[]) => execFileSync('npm', args, { cwd, encoding: 'utf8' })
  const packed = pack(folder)
  files = packed.files
  tarball = new Uint8Array(readFileSync(packed.file))
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(folder, 'install', '--offline', '--no-audit', '--no-fund', packed.file)
})

afterAll(() => {
  if (folder) rmSync(folder, { recursive: true })
})

afterEach(async () => {
  for (const window of windows) await window.happyDOM.close()
  windows = []
})

/** Runs Node on a file of the consumer, and returns its output once it has exited by itself. */
async function runNode(name: string, text: string): Promise<string> {
  writeFileSync(join(folder, name), text)
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--no-warnings', name], {
    cwd: folder,
    timeout: 240_000,
  })
  expect(stderr).toBe('')
  return stdout
}

/** The names that every import path of the installed kit exports, by the path. */
async function exportedNames(): Promise<Record<string, string[]>> {
  const imports = paths.map((_, index) => `import * as path${index} from '${specifiers[index]}'`)
  const names = paths.map((path, index) => `'${path}': Object.keys(path${index}).sort()`)
  return JSON.parse(
    await runNode('names.mjs', `${imports.join('\n')}\nconsole.log(JSON.stringify({ ${names} }))`),
  )
}

/** A page's window, and what its script leaves in it. */
type Page = Window & { outcome?: unknown; names?: unknown; UpsdkKit?: object }

/** A page in a wallet that scans at once, and refuses a face. */
function walletPage(): Page {
  const window = new Window({
    settings: { navigator: { userAgent: 'Android (com.unionpay.mobilepay) (cordova 4.5.4) (language en)' } },
  })
  windows.push(window)
  const upsdk = {
    pluginReady: (ready: () => void) => ready(),
    scanQRCode: ({ success }: { success: (text: string) => void }) => success('scanned'),
    bioDetect: ({ fail }: { fail: (error: object) => void }) => fail({ errcode: '94', errmsg: '' }),
  }
  return Object.assign(window, { upsdk })
}

/** A page's script, once with each module system; it leaves its result in `window.outcome`. */
const APP_WORK = `
const kit = createUpsdk({ locale: 'en' })
window.outcome = Promise.all([
  kit.scanQRCode(),
  kit.bioDetect().catch((error) => [error instanceof UpsdkError, error.code, error.reason, error.message]),
])
`
const appModule = () =>
  [
    "import { createUpsdk, UpsdkError } from 'upsdk-kit'",
    ...specifiers.map((specifier, index) => `import * as path${index} from '${specifier}'`),
    APP_WORK,
    `window.names = { ${paths.map((path, index) => `'${path}': Object.keys(path${index}).sort()`)} }`,
  ].join('\n')
const appCommonJs = () =>
  [
    "const { createUpsdk, UpsdkError } = require('upsdk-kit')",
    APP_WORK,
    `window.names = { ${paths.map((path, index) => `'${path}': Object.keys(require('${specifiers[index]}')).sort()`)} }`,
  ].join('\n')

/** Runs a page's scripts in a wallet, and checks that they work. */
async function expectToWork(...scripts: string[]): Promise<Page> {
  const page = walletPage()
  for (const script of scripts) runInContext(script, page)
  expect(await page.outcome).toEqual([
    'scanned',
    [true, '94', 'identity', 'Face not verified. Try again tomorrow.'],
  ])
  await eventually(() => expect(page.document.querySelector('[data-upsdk-kit="dialog"]')).not.toBeNull())
  return page
}

/** Builds a script of the consumer by Vite for production. */
async function viteBuild(name: string, text: string, minify = true): Promise<string> {
  writeFileSync(join(folder, name), text)
  const result = await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify,
      rolldownOptions: { input: join(folder, name), output: { format: 'iife' } },
    },
  })
  if (!('output' in result)) throw new Error('Vite gave no single build')
  expect(result.output.map(({ type }) => type)).toEqual(['chunk'])
  return result.output[0].code
}

interface Compiler {
  run(done: (error: Error | null, stats?: { toJson(options: object): object }) => void): void
  close(done: (error?: Error | null) => void): void
}
const webpack: (options: object) => Compiler = createRequire(resolve('test/frameworks/package.json'))(
  'webpack',
)

/** Builds a script of the consumer by webpack for production. */
async function webpackBuild(name: string, text: string): Promise<string> {
  writeFileSync(join(folder, name), text)
  const path = join(folder, 'webpack', name)
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: `./${name}`,
    target: ['web', 'es2017'],
    output: { path, filename: 'out.js' },
    // Its size hints are for whole sites.
    performance: false,
  })
  const stats = await promisify<{ toJson(options: object): object } | undefined>((done) =>
    compiler.run(done),
  )()
  await promisify<void>((done) => compiler.close((error) => done(error || null)))()
  expect(stats?.toJson({ all: false, errors: true, warnings: true })).toMatchObject({
    errors: [],
    warnings: [],
  })
  return readFileSync(join(path, 'out.js'), 'utf8')
}

describe('the tarball', () => {
  it('has the built files, the folders of the import paths and the texts for people, and nothing else', () => {
    const rest = files.filter((file) => !(file in subpaths))
    expect([...new Set(rest.map((file) => file.split('/')[0]))].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'README.zh-CN.md',
      'bin',
      'dist',
      'docs',
      'package.json',
    ])
    expect(files.filter((file) => /^bin\//.test(file))).toEqual(
      expect.arrayContaining(Object.values(packageJson.bin)),
    )
    expect(files.filter((file) => /^bin\//.test(file) && !/^bin\/[\w-]+\.[cm]js$/.test(file))).toEqual([])
    expect(
      files.filter(
        (file) =>
          /^docs\//.test(file) &&
          !/^docs\/(zh\/|skill\/)?[\w.-]+\.(md|png)$/.test(file) &&
          file !== 'docs/llms.txt',
      ),
    ).toEqual([])
    expect(files.filter((file) => /^dist\//.test(file) && !/\.(js(\.map)?|d\.ts)$/.test(file))).toEqual([
      'dist/cjs/package.json',
      'dist/integrity.json',
      'dist/minisearch.mjs',
      'dist/wallet.mjs',
      'dist/wallet/package.json',
    ])
  })

  it('has the wallet’s client three times: readable, in the command, and in the script for all others', () => {
    const isClient = (file: string) => /js$/.test(file) && readFileSync(file, 'utf8').includes('upsdkKitDev')
    expect(files.filter((file) => file.startsWith('dist/') && isClient(file))).toEqual([
      'dist/upsdk-kit.dev.js',
      'dist/wallet.mjs',
      'dist/wallet/client.js',
    ])
  })

  it('has every picture that its guides show', () => {
    const shown = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        Array.from(readFileSync(file, 'utf8').matchAll(/\]\(([^)\s]+\.png)\)/g), ([, picture = '']) =>
          posix.join(dirname(file), picture),
        ),
      )
    expect(shown.length).toBeGreaterThan(6)
    expect(shown.filter((picture) => !files.includes(picture))).toEqual([])
  })

  it('has every file that package.json names', () => {
    const { main, types, unpkg, jsdelivr, bin, exports } = packageJson
    const named = JSON.stringify([main, types, unpkg, jsdelivr, bin, exports])
      .match(/"(\.\/)?[^"]+\.(json|mjs|cjs|js|d\.ts)"/g)
      ?.map((quoted) => quoted.replace(/^"(\.\/)?|"$/g, ''))
    expect(named?.length).toBeGreaterThan(4 * paths.length)
    expect(named?.filter((file) => !files.includes(file))).toEqual([])
  })

  // webpack 4, Jest before 28 and ESLint's resolver look for these folders; `npm run test:install` has webpack 4
  // itself.
  it('has each import path as a folder, for tools that read no exports', () => {
    const found = Object.keys(packageJson.exports).filter((path) => !/^\.$|\.json$|^\.\/dist\//.test(path))
    expect(found.map((path) => `${path.slice(2)}/package.json`).sort()).toEqual(Object.keys(subpaths).sort())
    for (const path of found) {
      const content = JSON.parse(readFileSync(join(installed, path, 'package.json'), 'utf8'))
      const { import: esm, require: cjs } = packageJson.exports[path] as Record<
        string,
        Record<string, string>
      >
      const { main, types, ...rest } = content
      expect([main, types].map((file) => `./${posix.join(path, file)}`)).toEqual([cjs?.default, esm?.types])
      // With `module`, webpack 4 would find the empty `dev` even during development.
      const field = path === './dev' ? 'jsnext:main' : 'module'
      expect(rest).toEqual({ [field]: posix.relative(path, String(esm?.default)) })
    }
  })

  it('leaves no folder of an import path behind in the repository', () => {
    expect(Object.keys(subpaths).filter((file) => existsSync(dirname(file)))).toEqual([])
  })

  it('does not make a package manager refuse an older Node', () => {
    expect(packageJson).not.toHaveProperty('engines')
  })

  // A range would refuse the install, or raise the page's own framework; `npm run test:install` installs it in old ones.
  it('accepts the page’s framework in any version', () => {
    expect(packageJson.peerDependencies).toEqual({ '@playwright/test': '*', react: '*', vue: '*' })
    const optional = { optional: true }
    expect(packageJson.peerDependenciesMeta).toEqual({
      '@playwright/test': optional,
      react: optional,
      vue: optional,
    })
  })

  // A sixth of it is `dist/wallet.mjs`, which contains all that it needs.
  it('is no larger than 1.9 MB', () => {
    expect(tarball.length).toBeLessThan(1_900_000)
  })

  it('has no source map, and no file that asks for one', () => {
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([])
    expect(readFileSync(join(folder, 'node_modules/upsdk-kit/dist/upsdk-kit.min.js'), 'utf8')).not.toContain(
      'sourceMappingURL',
    )
  })

  it('installs without other packages', () => {
    expect(readdirSync(join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      packageJson.name,
    ])
  })

  it('passes publint without suggestions', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true })
    // `engines` would stop yarn on an older Node, which has no part in what runs in a browser. A file that is
    // exported to be copied is no module.
    const rest = messages.filter(
      ({ code, path }) => code !== 'USE_ENGINES_NODE' && !path[1]?.startsWith(COPIED),
    )
    expect(rest.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([])
  })

  it('has the right types for every way to import every path', async () => {
    const excludeEntrypoints = Object.keys(packageJson.exports).filter((path) => path.startsWith(COPIED))
    const result = await checkPackage(createPackageFromTarballData(tarball), { excludeEntrypoints })
    if (!result.types) throw new Error('no types')
    expect(result.problems).toEqual([])
    expect(Object.keys(result.entrypoints)).toEqual(
      Object.keys(packageJson.exports).filter((path) => !excludeEntrypoints.includes(path)),
    )
    // The oldest resolution of TypeScript, `node10`, reads `typesVersions` instead of `exports`.
    const unresolved = Object.entries(result.entrypoints).flatMap(([path, { resolutions }]) =>
      Object.values(resolutions)
        .filter(({ resolution }) => !resolution)
        .map(({ resolutionKind }) => `${path} ${resolutionKind}`),
    )
    expect(unresolved).toEqual([])
  })
})

describe('every script in dist', () => {
  const es2017 = (text: string, sourceType: 'module' | 'script') =>
    parse(text, { ecmaVersion: 2017, sourceType })

  it('has the syntax of ES2017', () => {
    // The Vite plug-in and the fixture of Playwright run on the developer's computer, and so does the phone, whose clock
    // of a run counts in BigInt.
    const scripts = files.filter((file) =>
      /^dist\/(?!(cjs\/)?(vite|playwright)\.|wallet\/phone\.).*\.js$/.test(file),
    )
    expect(scripts.length).toBeGreaterThan(2 * paths.length)
    for (const file of scripts) {
      const isModule = !/\.min\.|^dist\/cjs\//.test(file)
      const text = readFileSync(join(installed, file), 'utf8')
      expect(() => es2017(text, isModule ? 'module' : 'script'), file).not.toThrow()
    }
  })

  // This proves the test above: a compiler or minifier might leave newer syntax in.
  it.each(["import('a')", 'a?.b', 'a ?? b', 'a ||= b', '({ ...a })', 'try {} catch {}', '/(?<=a)b/', '1n'])(
    'would fail this test with %s',
    (text) => {
      expect(() => es2017(text, 'module')).toThrow(SyntaxError)
    },
  )
})

// React's server components take hooks only from such a file.
it.each(['dist/react.js', 'dist/cjs/react.js'])(
  '%s says in its first line that it is for the client (“use client”)',
  (file) => {
    const [first] = parse(readFileSync(join(installed, file), 'utf8'), {
      ecmaVersion: 2017,
      sourceType: file.includes('/cjs/') ? 'script' : 'module',
    }).body
    expect(first).toHaveProperty('directive', 'use client')
  },
)

describe('the package in Node', () => {
  it('has the same exports as ES modules and as CommonJS', async () => {
    const names = await exportedNames()
    // `dev` is imported for its effect alone.
    for (const path of paths) if (path !== './dev') expect(names[path], path).not.toEqual([])
    const entries = paths.map(
      (path, index) => `'${path}': Object.keys(require('${specifiers[index]}')).sort()`,
    )
    const text = `console.log(JSON.stringify({ ${entries} }))`
    expect(JSON.parse(await runNode('names.cjs', text))).toEqual(names)
    expect(names['.']).toEqual(expect.arrayContaining(['UpsdkError', 'createUpsdk', 'explain']))
  })

  it('gives its package.json to import and to require', async () => {
    const text = "import json from 'upsdk-kit/package.json' with { type: 'json' }\nconsole.log(json.version)"
    expect(await runNode('json.mjs', text)).toBe(`${packageJson.version}\n`)
    const required = "console.log(require('upsdk-kit/package.json').version)"
    expect(await runNode('json.cjs', required)).toBe(`${packageJson.version}\n`)
  })

  it('has a working command', async () => {
    const command = join(folder, 'node_modules/.bin/upsdk-kit')
    const { stdout } = await promisify(execFile)(command, ['--version'], { cwd: folder })
    expect(stdout).toBe(`${packageJson.version}\n`)
  })

  const SERVER = `
const known = new Set(Reflect.ownKeys(globalThis))
async function main(load) {
  const { setTimeout, setInterval, setImmediate } = globalThis
  let timers = 0
  const count = () => void timers++
  Object.assign(globalThis, { setTimeout: count, setInterval: count, setImmediate: count })
  for (const specifier of SPECIFIERS) await load(specifier)
  Object.assign(globalThis, { setTimeout, setInterval, setImmediate })
  const added = Reflect.ownKeys(globalThis).filter((key) => !known.has(key))
  const imported = { added: added.map(String), timers }
  const { createUpsdk, UpsdkError, explain } = await load('upsdk-kit')
  const core = await load('upsdk-kit/core')
  const failed = (kit) => kit.pay({ tn: '1' }).then(
    () => 'paid',
    (error) => [error instanceof UpsdkError, error.reason, error.sent],
  )
  const calls = [await failed(createUpsdk()), await failed(core.createUpsdk())]
  console.log(JSON.stringify({ ...imported, window: typeof window, calls, explained: explain('94').code }))
}
`
  it.each([
    ['mjs', 'main((specifier) => import(specifier))'],
    ['cjs', 'main(require)'],
  ])('does no harm on a server, as .%s', async (extension, start) => {
    const text = SERVER.replace('SPECIFIERS', JSON.stringify(specifiers)) + start
    expect(JSON.parse(await runNode(`server.${extension}`, text))).toEqual({
      added: [],
      timers: 0,
      window: 'undefined',
      calls: [
        [true, 'outside-wallet', false],
        [true, 'outside-wallet', false],
      ],
      explained: '94',
    })
  })
})

describe('the package in a page', () => {
  it('works in a Vite build', async () => {
    const page = await expectToWork(await viteBuild('vite.js', appModule()))
    expect(page.names).toEqual(await exportedNames())
  })

  it.each([
    ['ES modules', 'webpack.mjs', appModule],
    ['CommonJS', 'webpack.cjs', appCommonJs],
  ])('works in a webpack build of %s', async (_, name, app) => {
    const page = await expectToWork(await webpackBuild(name, app()))
    expect(page.names).toEqual(await exportedNames())
  })

  it.each(['unpkg', 'jsdelivr'] as const)(
    'works as the script that %s serves, with one global',
    async (cdn) => {
      const script = readFileSync(join(installed, packageJson[cdn]), 'utf8')
      const known = new Set<PropertyKey>(Reflect.ownKeys(walletPage()))
      const app = `(function () { const { createUpsdk, UpsdkError } = UpsdkKit\n${APP_WORK}})()`
      const page = await expectToWork(script, app)
      expect(Reflect.ownKeys(page).filter((key) => !known.has(key))).toEqual([
        'UpsdkKit',
        'outcome',
        // The one record that kits and copies of the kit share.
        Symbol.for('upsdk-kit.shared.1'),
      ])
      expect(Object.keys(page.UpsdkKit || {}).sort()).toEqual((await exportedNames())['.'])
    },
  )
})

describe('the bundle of a page that uses little', () => {
  const bundle = (text: string) => viteBuild('small.js', text, false)
  // An empty script still has the frame of every bundle.
  let frame: Promise<string> | undefined

  it.each([
    ['no calls and no UI for explain', '', 'explain', 0.5],
    ['no languages and no UI for core', '/core', 'createUpsdk', 0.85],
    ['no calls and no UI for chunks', '/helpers', 'readChunks', 0.1],
    ['no calls and no languages for a link', '/open-in-app', 'walletLink', 0.1],
  ])(
    'has %s',
    async (_, path, name, share) => {
      const use = (one: string, from: string) =>
        bundle(`import { ${one} } from 'upsdk-kit${from}'\nwindow.used = ${one}`)
      const whole = await use('createUpsdk', '')
      const code = await use(name, path)
      expect(code).toContain(`window.used = ${name}`)
      expect(code.length / whole.length).toBeLessThan(share)
    },
    30_000,
  )

  it.each(specifiers)(
    'has nothing of %s if it is imported without use',
    async (specifier) => {
      // Vite's command line sets this; vitest has set another.
      vi.stubEnv('NODE_ENV', 'production')
      frame ||= bundle('')
      expect(await bundle(`import '${specifier}'`)).toBe(await frame)
    },
    30_000,
  )
  afterEach(() => vi.unstubAllEnvs())
})
