import webpack from 'webpack'

const folder = process.cwd()
const config = {
  mode: process.env.MODE || 'production',
  context: folder,
  entry: './page.js',
  output: { path: `${folder}/out`, filename: 'page.js' },
  // Its size hints are for whole sites.
  performance: false,
}
webpack(config, (error, stats) => {
  console.log(error?.stack || stats.toString({ all: false, errors: true, warnings: true }))
  process.exitCode = error || stats.hasErrors() ? 1 : 0
})
