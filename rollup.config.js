import { transformAsync } from '@babel/core'
import blockScoping from '@babel/plugin-transform-block-scoping'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import { dts } from 'rollup-plugin-dts'
import ts from 'typescript'

/**
 * Every import path of the package, by the name of its file in `dist`: its source and, where it has one, its file for a
 * script tag. A row here and its path in the `exports` of package.json are all that a new entry needs;
 * test/unit/entries.test.ts holds the two together.
 */
export const entries = {
  index: { source: 'src/index.ts', global: 'upsdk-kit.min.js' },
  core: { source: 'src/core.ts' },
  simulator: { source: 'src/simulator.ts', global: 'upsdk-kit.simulator.min.js' },
  fallbacks: { source: 'src/fallbacks.ts', global: 'upsdk-kit.fallbacks.min.js' },
  qr: { source: 'src/qr.ts', global: 'upsdk-kit.qr.min.js' },
  'server-codes': { source: 'src/server-codes.ts', global: 'upsdk-kit.server-codes.min.js' },
  'locales/ja': { source: 'src/locales/ja.ts', global: 'upsdk-kit.ja.min.js' },
  'locales/ko': { source: 'src/locales/ko.ts', global: 'upsdk-kit.ko.min.js' },
}

const sources = Object.fromEntries(Object.entries(entries).map(([name, { source }]) => [name, source]))

/** TypeScript, and what is bundled from elsewhere (uqr, in `qr`), down to ES2017. Types are checked by `npm run lint`. */
const compile = () => ({
  name: 'compile',
  transform(code, id) {
    const { outputText, sourceMapText } = ts.transpileModule(code, {
      fileName: id,
      compilerOptions: {
        target: ts.ScriptTarget.ES2017,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        importHelpers: true,
        sourceMap: true,
      },
    })
    return { code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''), map: JSON.parse(sourceMapText) }
  },
})

/**
 * No `let` or `const` in what is published: in the head of a loop, minifiers rename it into what iOS 10.3 cannot parse
 * (upsdk-behaviour §6), also those of the pages that bundle the kit.
 */
const lowerBlockScopes = () => ({
  name: 'lower-block-scopes',
  async renderChunk(code, { fileName }) {
    const lowered = await transformAsync(code, {
      filename: fileName,
      configFile: false,
      babelrc: false,
      compact: false,
      sourceMaps: true,
      plugins: [blockScoping],
    })
    return { code: lowered.code, map: lowered.map }
  },
})

const NOTICE =
  '/*! Contains parts of uqr: MIT License, (c) Project Nayuki, (c) 2023 Anthony Fu. See LICENSE. */'
const banner = ({ name }) => (name === 'qr' ? NOTICE : '')

/** Also what sizes are measured with. */
export const terserOptions = {
  ecma: 2017,
  compress: { passes: 3, hoist_funs: true },
  format: { comments: false, wrap_iife: true },
}

// Only ASCII: a page in GBK may load it from a server that does not tell its encoding.
const globalFormat = { ...terserOptions.format, ascii_only: true, comments: /^!/ }

const scripts = () => [nodeResolve({ extensions: ['.ts', '.js'] }), compile()]

const chunks = (extension) => ({
  banner,
  dir: 'dist',
  entryFileNames: `[name].${extension}`,
  chunkFileNames: `chunks/[name].${extension}`,
})

const modules = {
  input: sources,
  plugins: [...scripts(), lowerBlockScopes()],
  output: [
    { format: 'es', sourcemap: true, ...chunks('js') },
    { format: 'cjs', sourcemap: true, ...chunks('cjs') },
  ],
}

/** Each adds its exports to the one `UpsdkKit`, whichever of them comes first. */
const globals = Object.entries(entries)
  .filter(([, { global }]) => global)
  .map(([name, { source, global }]) => ({
    input: { [name]: source },
    plugins: [...scripts(), lowerBlockScopes()],
    output: {
      banner,
      dir: 'dist',
      entryFileNames: global,
      format: 'iife',
      name: 'UpsdkKit',
      extend: true,
      sourcemap: true,
      plugins: [terser({ ...terserOptions, format: globalFormat })],
    },
  }))

const types = { input: sources, plugins: [dts()], output: [chunks('d.ts'), chunks('d.cts')] }

export default [modules, ...globals, types]
