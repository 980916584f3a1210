/** By the configuration of `react-scripts build` and `start`. The files that its page loads become one, in their order. */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const mode = process.env.MODE || 'production'
Object.assign(process.env, { NODE_ENV: mode, BABEL_ENV: mode, INLINE_RUNTIME_CHUNK: 'false' })

// Create React App takes nothing from outside `src`, and wants a page.
mkdirSync('src', { recursive: true })
mkdirSync('public', { recursive: true })
copyFileSync('page.js', 'src/index.js')
if (existsSync('dev.js')) copyFileSync('dev.js', 'src/dev.js')
writeFileSync('public/index.html', '<!doctype html><title>Page</title>')

const { resolve } = createRequire(`${process.cwd()}/package.json`)
const require = createRequire(resolve('react-scripts/package.json'))
const config = require('./config/webpack.config')(mode)
config.output.path = `${process.cwd()}/build`
require('webpack')(config, (error, stats) => {
  console.log(error?.stack || stats.toString({ all: false, errors: true, warnings: true }))
  process.exitCode = error || stats.hasErrors() ? 1 : 0
  if (process.exitCode) return
  const page = readFileSync('build/index.html', 'utf8')
  const scripts = Array.from(page.matchAll(/<script[^>]* src="([^"]+)"/g), ([, path]) => path)
  mkdirSync('out', { recursive: true })
  writeFileSync('out/page.js', scripts.map((path) => readFileSync(`build${path}`, 'utf8')).join('\n'))
})
