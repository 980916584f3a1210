import { readFileSync } from 'node:fs'
import { transformAsync } from '@babel/core'
import blockScoping from '@babel/plugin-transform-block-scoping'
import nullishCoalescing from '@babel/plugin-transform-nullish-coalescing-operator'
import objectRestSpread from '@babel/plugin-transform-object-rest-spread'
import optionalCatchBinding from '@babel/plugin-transform-optional-catch-binding'
import optionalChaining from '@babel/plugin-transform-optional-chaining'
import commonjs from '@rollup/plugin-commonjs'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import typescript from '@rollup/plugin-typescript'
import MagicString from 'magic-string'
import { minify as terser } from 'terser'
import ts from 'typescript'
import { COMMON_JS, entries } from './config/entries.js'
import { TEST_BUILD } from './scripts/builds.mjs'

const manifest = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'))

const sourcesOf = (rows) => Object.fromEntries(rows.map(([name, { source }]) => [name, source]))
const sources = sourcesOf(Object.entries(entries))
/** The entries that differ in development. */
const both = Object.entries(entries).filter(([, { development }]) => development)

/** Sets `DEV`, so that the production build contains nothing that depends on it. */
const forProduction = () => ({
  name: 'for-production',
  load(id) {
    if (/[\\/]src[\\/]lib[\\/]development\.ts$/.test(id)) return 'export const DEV = false'
    return /[\\/]wallet[\\/]dev\.ts$/.test(id) ? 'export {}' : null
  },
})

/** Writes the file for tools that do not read `exports`: webpack 4, Jest, servers. Bundlers evaluate the condition and keep one branch. */
const switchOf = (name) => `'use strict'
if (typeof process === 'undefined' || !process.env) module.exports = require('./${name}.js')
else if (process.env.NODE_ENV === 'production') module.exports = require('./${name}.js')
else module.exports = require('./dev/${name}.js')
`

const emitSwitches = () => ({
  name: 'emit-switches',
  generateBundle() {
    for (const [name] of both)
      this.emitFile({ type: 'asset', fileName: `${name}.env.js`, source: switchOf(name) })
  },
})

/** Says of the folder that its files are no ES modules, as those of the package are. */
const classic = (more) => ({
  name: 'classic',
  generateBundle() {
    const source = `${JSON.stringify({ type: 'commonjs', ...more }, null, 2)}\n`
    this.emitFile({ type: 'asset', fileName: 'package.json', source })
  },
})

/** webpack reads the package.json that is nearest to a file, so the folder has its part of the list. */
const commonJsSideEffects = manifest.sideEffects.flatMap((file) => {
  const [, inFolder] = file.split(`./${COMMON_JS}/`)
  return inFolder ? `./${inFolder}` : []
})

/** @param checks whether TypeScript also checks the types */
const compile = (checks) =>
  typescript({
    tsconfig: 'config/tsconfig.build.json',
    include: ['src/**/*.ts', 'wallet/**/*.ts'],
    // Babel lowers syntax newer than ES2017, with less code than TypeScript would.
    target: 'es2020',
    noEmit: false,
    declaration: false,
    noCheck: !checks,
    sourceMap: true,
    inlineSources: true,
  })

/** Keeps the compiler's state between outputs, so that TypeScript does not start again for each. */
const compiledBy = ({ buildStart: _, ...plugin }) => plugin

/** Most modules stand in several files for script tags: each is compiled once. */
function once(compiled) {
  const before = new Map()
  return (code, filename) => {
    const key = filename + code
    if (!before.has(key)) before.set(key, compiled(code, filename))
    return before.get(key)
  }
}

/** Compiles each file by itself: no types are looked at, and none of the other files. */
function transpile(name, isMeant, target) {
  const compilerOptions = { target, module: 'esnext', sourceMap: true, verbatimModuleSyntax: true }
  const transpiled = once((code, fileName) => {
    const { outputText, sourceMapText } = ts.transpileModule(code, { fileName, compilerOptions })
    return { code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''), map: JSON.parse(sourceMapText) }
  })
  return { name, transform: (code, id) => (isMeant(id) ? transpiled(code, id) : null) }
}

/** Brings what is bundled from elsewhere (uqr, in `qr`) down to ES2017 with the rest. */
const lower = () => transpile('lower', (id) => id.includes('node_modules'), 'es2017')

/**
 * Removes `let` and `const` from what is published: minifiers, also those of pages that bundle the kit, rename them in
 * the head of a loop to code that iOS 10.3 cannot parse (upsdk-behaviour §6). The field test's file uses it too.
 */
export const lowerBlockScopes = () => ({
  name: 'lower-block-scopes',
  renderChunk: (code, { fileName }) => lowered(code, fileName),
})

/** Does the same in each module, before they are wrapped in one function, so that its helpers are no globals. */
const lowerModules = () => ({ name: 'lower-modules', transform: lowered })

const lowered = once(async (code, filename) => {
  const { code: lower, map } = await transformAsync(code, {
    filename,
    configFile: false,
    babelrc: false,
    compact: false,
    sourceMaps: true,
    // The kit never meets `document.all`, nor getters that must run twice.
    assumptions: {
      noDocumentAll: true,
      pureGetters: true,
      objectRestNoSymbols: true,
      setSpreadProperties: true,
    },
    plugins: [
      optionalChaining,
      nullishCoalescing,
      [objectRestSpread, { useBuiltIns: true }],
      optionalCatchBinding,
      blockScoping,
    ],
  })
  return { code: lower, map }
})

/** Loads the source maps of the first step, so that those of the next step lead to the sources. */
export const withSourceMaps = () => ({
  name: 'with-source-maps',
  load: (id) => ({
    code: readFileSync(id, 'utf8').replace(/\/\/# sourceMappingURL=.*\s*$/, ''),
    map: JSON.parse(readFileSync(`${id}.map`, 'utf8')),
  }),
})

const NOTICE =
  '/*! Contains parts of uqr: MIT License, (c) Project Nayuki, (c) 2023 Anthony Fu. See LICENSE. */'
/** Adds `use client`, since React's hooks cannot run in a server component. */
const BANNERS = { qr: NOTICE, react: "'use client'" }
const banner = ({ name }) => BANNERS[name] || ''

/** Nothing in the sources makes an object of a function expression. */
const terserOptions = {
  ecma: 2017,
  compress: {
    passes: 6,
    hoist_funs: true,
    inline: 1,
    unsafe_arrows: true,
    keep_fargs: false,
    lhs_constants: false,
    unsafe_methods: true,
    unsafe_proto: true,
  },
  format: { comments: false },
}

/**
 * Runs Terser in this process: the usual plug-in starts a worker for each file, which takes longer than minifying it.
 * `scripts/sizes.mjs` uses it too.
 */
export const minify = (options = terserOptions) => ({
  name: 'minify',
  async renderChunk(code, _chunk, { format, sourcemap }) {
    const sourceMap = sourcemap && { asObject: true }
    return terser(code, { ...options, module: format === 'es', sourceMap })
  },
})

/**
 * More passes, hoisted functions and shorter comparisons save characters, but cost bytes with gzip. Only ASCII: a page in
 * GBK may load it from a server that does not tell its encoding.
 */
const minifyGlobal = () =>
  minify({
    ...terserOptions,
    compress: {
      ...terserOptions.compress,
      passes: 1,
      comparisons: false,
      hoist_funs: false,
    },
    // Pages concatenate files, some of which end without a semicolon.
    format: { ...terserOptions.format, ascii_only: true, comments: /^!/, preamble: ';' },
  })

/**
 * Puts the function that makes a kit into parentheses. V8 compiles it together with the script then. It would otherwise
 * read it twice, as each page calls it at once: 0.3 of 23.5 million instructions (`npm run bench`).
 */
const compiledAtOnce = () => ({
  name: 'compiled-at-once',
  renderChunk(code) {
    const [, , name] = /\.createUpsdk=\((\w)=\{\}\)=>([\w$]+)\(\1,/.exec(code) || []
    const [{ expression }] = this.parse(code).body.filter(({ type }) => type === 'ExpressionStatement')
    const made = expression.argument.callee.body.body.find((one) => one.id?.name === name)
    if (made?.type !== 'FunctionDeclaration') throw new Error('createUpsdk calls no function of the script')
    const text = new MagicString(code)
    text.overwrite(made.start, made.id.end, `var ${name}=(function`).appendLeft(made.end, ');')
    return { code: text.toString(), map: text.generateMap({ hires: true }) }
  },
})

const chunks = (extension, dir = 'dist') => ({
  banner,
  dir,
  entryFileNames: `[name].${extension}`,
  chunkFileNames: `chunks/[name].${extension}`,
  // Inspectors read them too: beside the rows they would make the entry a façade before a chunk.
  manualChunks: (id) => (/[\\/]serverCodes[\\/]hints\.ts$/.test(id) ? 'serverHints' : undefined),
})

/** Libraries that the page brings, if it uses an adapter for them. */
const external = ['vue', 'react', '@playwright/test', 'node:fs']

/** Vite 3 makes an ES module of the page's configuration, which imports this CommonJS: its default is all of `exports`. */
const outro = ({ name }) =>
  name === 'vite' ? 'module.exports = Object.assign(exports.default, exports)' : ''

// Vue is used directly. The interop copy of its exports is only needed for Babel's default exports.
const commonJs = { format: 'cjs', exports: 'named', interop: 'esModule', outro }

/** What a module reads beside itself lies beside the folder of the CommonJS files. */
const besideFolder = () => ({
  name: 'beside-folder',
  resolveImportMeta: (property) =>
    property === 'url' ? "require('url').pathToFileURL(__dirname).href" : null,
})

/** TypeScript's plug-in asks for source maps of every output; `dev` is to be empty in production. */
const onwarn = (warning, warn) =>
  void (/'sourcemap' option|empty chunk/.test(warning.message) || warn(warning))

const modules = (compiler) => ({
  input: sources,
  external,
  onwarn,
  plugins: [forProduction(), nodeResolve(), compiler, lower(), lowerBlockScopes()],
  output: [
    // Their maps make those of the files for script tags, and are not in the package: the modules can be read.
    { format: 'es', sourcemap: 'hidden', ...chunks('js') },
    // Readable too: source maps would hold the sources once more.
    {
      ...commonJs,
      plugins: [emitSwitches(), classic({ sideEffects: commonJsSideEffects }), besideFolder()],
      ...chunks('js', COMMON_JS),
    },
  ],
})

/** `upsdk-kit/dev` loads the script that servers put into pages: the package has it once for all of them. */
const CLIENT = 'upsdk-kit/client'
const CLIENT_SOURCE = 'wallet/page/script.ts'
const loadClient = () => ({
  name: 'load-client',
  resolveId: (id) => (id === CLIENT ? { id, external: true, moduleSideEffects: true } : null),
  load: (id) => (/[\\/]wallet[\\/]dev\.ts$/.test(id) ? `import '${CLIENT}'` : null),
})

/** Written without source maps, since they are readable. */
const developmentModules = (compiler) => ({
  input: sourcesOf(both),
  external,
  onwarn,
  plugins: [loadClient(), nodeResolve(), compiledBy(compiler), lower(), lowerBlockScopes()],
  output: [
    { format: 'es', ...chunks('js', 'dist/dev'), paths: { [CLIENT]: '../wallet/client.js' } },
    { ...commonJs, ...chunks('js', `${COMMON_JS}/dev`), paths: { [CLIENT]: '../../wallet/client.js' } },
  ],
})

/** Escapes everything but ASCII, as in the minified files: it occurs in strings, patterns and comments only. */
const escapeOthers = () => ({
  name: 'escape-others',
  renderChunk: (code) =>
    code.replace(/[^\n -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`),
})

/** The client's comes from the sources, since the module in `dist/dev` only loads the minified script. */
const developmentGlobals = (compiler) =>
  both
    .filter(([, { developmentGlobal }]) => developmentGlobal)
    .map(([name, { developmentGlobal }]) => ({
      input: name === 'dev' ? CLIENT_SOURCE : `dist/dev/${name}.js`,
      onwarn,
      plugins: name === 'dev' ? [nodeResolve(), compiledBy(compiler), lowerModules()] : [],
      output: {
        file: `dist/${developmentGlobal}`,
        format: 'iife',
        name: 'UpsdkKit',
        extend: true,
        plugins: [ownRepository(), escapeOthers()],
      },
    }))

/**
 * Files for script tags. Each adds its exports to one global `UpsdkKit`, in any order. They are built from the sources,
 * since the order of the prebuilt modules costs 100 bytes with gzip.
 */
const globals = (compiler, dir = 'dist', isMeant = () => true) =>
  Object.entries(entries)
    .filter(([name, { global }]) => global && isMeant(name))
    .map(([name, { global, source }]) => ({
      input: { [name]: source },
      onwarn,
      plugins: [forProduction(), nodeResolve(), compiledBy(compiler), lower(), lowerModules()],
      output: {
        banner,
        dir,
        entryFileNames: global,
        format: 'iife',
        name: 'UpsdkKit',
        extend: true,
        // For whoever serves a build of the repository. The package leaves them out: the main file's alone was 354 kB.
        sourcemap: 'hidden',
        plugins: [minifyGlobal(), name === 'index' && compiledAtOnce()],
      },
    }))

/** Declarations have no banner, since a directive is no declaration. */
const typesOf = (dir) => ({ ...chunks('d.ts', dir), banner: '' })
async function types() {
  const { dts } = await import('rollup-plugin-dts')
  return { input: sources, external, plugins: [dts()], output: [typesOf('dist'), typesOf(COMMON_JS)] }
}

/** The scripts that a development server has beside a page: classic ones, in before its first. No source maps: `upsdk-kit.dev.js` is to be read. */
const WALLET_SCRIPTS = [
  [CLIENT_SOURCE, 'client.js'],
  ['wallet/page/kitInPlace.ts', 'kit.js'],
  ['wallet/phone/script.ts', 'phone.js'],
  // The command alone has it, inside `dist/wallet.mjs`.
  ['wallet/recorder/panel/panel.ts', 'recorder.js'],
]
/** The repository's address stands in package.json alone (`npm run claim`). */
const ownRepository = () => ({
  name: 'own-repository',
  renderChunk: (code) =>
    code.replace(/https:\/\/repository\.invalid/g, manifest.repository.url.replace(/^git\+|\.git$/g, '')),
})

/**
 * The clock of a run is CommonJS. It asks for modules of Node, which it does without in a browser, and of all that its
 * helpers export it reads the global object alone.
 */
const clockLibrary = () => [
  {
    name: 'clock-helpers',
    resolveId: (id) => (id === '@sinonjs/commons' ? '\0clock-helpers' : null),
    load: (id) => (id === '\0clock-helpers' ? 'export const global = globalThis' : null),
  },
  commonjs({
    include: /[\\/]@sinonjs[\\/]/,
    ignore: ['util', 'timers', 'timers/promises', 'perf_hooks'],
    ignoreTryCatch: false,
  }),
]

const walletScripts = (compiler) =>
  WALLET_SCRIPTS.map(([input, file]) => ({
    input,
    onwarn,
    plugins: [...clockLibrary(), nodeResolve(), compiledBy(compiler), lowerModules()],
    output: {
      file: `dist/wallet/${file}`,
      format: 'iife',
      // `require` loads one of them too: `upsdk-kit/dev` in Jest.
      plugins: [ownRepository(), minifyGlobal(), classic()],
    },
  }))

const COMMAND_NOTICE = `/*!
 * Contains parts of httpxy (MIT License, (c) Pooya Parsa, and of node-http-proxy: (c) 2010-2016 Charlie Robbins, Jarrett
 * Cruger and the contributors), mrmime (MIT License, (c) Luke Edwards) and uqr. See LICENSE.
 */`

/** Puts the scripts into the command's file, in place of the empty list in `wallet/server/files.ts`. */
const embedFiles = () => ({
  name: 'embed-files',
  load(id) {
    if (!/[\\/]wallet[\\/]server[\\/]files\.ts$/.test(id)) return null
    const files = WALLET_SCRIPTS.map(([, file]) => [file, readFileSync(`dist/wallet/${file}`, 'utf8')])
    return `export const FILES = ${JSON.stringify(Object.fromEntries(files))}`
  },
})

/** Builds `upsdk-kit wallet` as one file for Node 18, with its dependencies. */
const walletCommand = (compiler) => ({
  input: 'wallet/server/command.ts',
  external: /^node:/,
  onwarn,
  plugins: [
    embedFiles(),
    nodeResolve({ exportConditions: ['node'], preferBuiltins: true }),
    compiledBy(compiler),
  ],
  output: {
    file: 'dist/wallet.mjs',
    format: 'es',
    banner: COMMAND_NOTICE,
    plugins: [minify({ ...terserOptions, ecma: 2020, format: { comments: /^!/ } })],
  },
})

/** Bundles the search engine of the command line, so that the package has no dependency. */
const searchEngine = {
  input: 'minisearch',
  plugins: [nodeResolve()],
  output: {
    banner: '/*! MiniSearch: MIT License, (c) 2022 Luca Ongaro. See LICENSE. */',
    file: 'dist/minisearch.mjs',
    format: 'es',
    plugins: [minify({ ...terserOptions, format: { ...terserOptions.format, comments: /^!/ } })],
  },
}

/** What `npm test` loads: the main file for script tags, in a folder of its own. `npm run lint` checks the types. */
function forTests() {
  const compiler = transpile('transpile', (id) => id.endsWith('.ts'), 'es2020')
  const findSources = nodeResolve({ extensions: ['.ts', '.mjs', '.js'] })
  return globals(compiler, TEST_BUILD, (name) => name === 'index').map((part) => ({
    ...part,
    plugins: [findSources, ...part.plugins],
    output: { ...part.output, sourcemap: false },
  }))
}

function code(checks) {
  const compiler = compile(checks)
  return [
    modules(compiler),
    developmentModules(compiler),
    ...globals(compiler),
    ...developmentGlobals(compiler),
    ...walletScripts(compiler),
    walletCommand(compiler),
    searchEngine,
  ]
}

/**
 * `--configTests` builds what `npm test` loads, `--configTypes` the declarations alone; `--configUnchecked` leaves the
 * types of the code to `npm run lint`.
 */
export default ({ configTests, configTypes, configUnchecked }) => {
  if (configTypes) return types()
  const builds = configTests ? forTests() : code(!configUnchecked)
  // A module's side effects are for those who import it, so an entry that re-exports others does not load them all.
  return builds.map((build) => ({ treeshake: { moduleSideEffects: false }, ...build }))
}
