import terser from '@rollup/plugin-terser'
import typescript from '@rollup/plugin-typescript'
import { dts } from 'rollup-plugin-dts'

/** Every import path of the package, by the name of its file in `dist`. */
const entries = {
  index: 'src/index.ts',
  core: 'src/core.ts',
  simulator: 'src/simulator.ts',
  'server-codes': 'src/server-codes.ts',
  'locales/ja': 'src/locales/ja.ts',
  'locales/ko': 'src/locales/ko.ts',
}

const compile = () => typescript({ include: ['src/**/*.ts'], noEmit: false, declaration: false })

const chunks = (extension) => ({
  dir: 'dist',
  entryFileNames: `[name].${extension}`,
  chunkFileNames: `chunks/[name].${extension}`,
})

export default [
  {
    input: entries,
    plugins: [compile()],
    output: [
      { format: 'es', ...chunks('js') },
      { format: 'cjs', ...chunks('cjs') },
    ],
  },
  {
    input: entries.index,
    plugins: [compile()],
    output: {
      file: 'dist/upsdk-kit.min.js',
      format: 'iife',
      name: 'UpsdkKit',
      plugins: [terser({ ecma: 2017, compress: { passes: 3 }, format: { comments: false } })],
    },
  },
  {
    input: entries,
    plugins: [dts()],
    output: [chunks('d.ts'), chunks('d.cts')],
  },
]
