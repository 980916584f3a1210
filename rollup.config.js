import { transformAsync } from '@babel/core'
import blockScoping from '@babel/plugin-transform-block-scoping'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'
import { dts } from 'rollup-plugin-dts'
import ts from 'typescript'

/** Every import path of the package, by the name of its file in `dist`. */
const entries = {
  index: 'src/index.ts',
  core: 'src/core.ts',
  simulator: 'src/simulator.ts',
  fallbacks: 'src/fallbacks.ts',
  qr: 'src/qr.ts',
  'server-codes': 'src/server-codes.ts',
  'locales/ja': 'src/locales/ja.ts',
  'locales/ko': 'src/locales/ko.ts',
}

const compile = () => typescript({ include: ['src/**/*.ts'], noEmit: false, declaration: false })

/** Brings what is bundled from elsewhere (uqr, in `qr`) down to ES2017 with the rest. */
const lower = () => ({
  name: 'lower',
  transform: (code, id) =>
    id.includes('node_modules')
      ? {
          code: ts.transpileModule(code, { compilerOptions: { target: 'es2017', module: 'esnext' } })
            .outputText,
        }
      : null,
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

/** Also what sizes are measured with. */
export const terserOptions = {
  ecma: 2017,
  compress: { passes: 3, hoist_funs: true },
  format: { comments: false, wrap_iife: true },
}

const NOTICE =
  '/*! Contains parts of uqr: MIT License, (c) Project Nayuki, (c) 2023 Anthony Fu. See LICENSE. */'

const chunks = (extension) => ({
  banner: ({ name }) => (name === 'qr' ? NOTICE : ''),
  dir: 'dist',
  entryFileNames: `[name].${extension}`,
  chunkFileNames: `chunks/[name].${extension}`,
})

export default [
  {
    input: entries,
    plugins: [nodeResolve(), compile(), lower(), lowerBlockScopes()],
    output: [
      { format: 'es', ...chunks('js') },
      { format: 'cjs', ...chunks('cjs') },
    ],
  },
  {
    input: entries.index,
    plugins: [compile(), lowerBlockScopes()],
    output: {
      file: 'dist/upsdk-kit.min.js',
      format: 'iife',
      name: 'UpsdkKit',
      // Only ASCII: a page in GBK may load it from a server that does not tell its encoding.
      plugins: [terser({ ...terserOptions, format: { ...terserOptions.format, ascii_only: true } })],
    },
  },
  {
    input: entries,
    plugins: [dts()],
    output: [chunks('d.ts'), chunks('d.cts')],
  },
]
