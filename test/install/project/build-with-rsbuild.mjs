import { createRsbuild } from '@rsbuild/core'

const mode = process.env.MODE || 'production'
process.env.NODE_ENV = mode
const rsbuild = await createRsbuild({
  config: {
    mode,
    logLevel: 'warn',
    source: { entry: { page: './page.js' } },
    output: {
      distPath: { root: 'out', js: '' },
      filename: { js: 'page.js' },
      sourceMap: false,
    },
    splitChunks: false,
  },
})
const { close } = await rsbuild.build()
await close()
