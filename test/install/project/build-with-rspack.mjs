import { rspack } from '@rspack/core'

const folder = process.cwd()
const config = {
  mode: process.env.MODE || 'production',
  context: folder,
  entry: './page.js',
  output: { path: `${folder}/out`, filename: 'page.js' },
  performance: false,
}
rspack(config, (error, stats) => {
  console.log(error?.stack || stats.toString({ all: false, errors: true, warnings: true }))
  process.exitCode = error || stats.hasErrors() ? 1 : 0
})
