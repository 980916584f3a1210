/** The checks of each project. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { parse } from 'acorn'
import { budgets } from '../../config/entries.js'
import { openPage } from './page.mjs'
import { blocksOfSteps } from './starters/guide.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** Only what makes it quick; no setting of this computer may help an install that would be refused elsewhere. */
export const NPM_SETTINGS = {
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_force: 'false',
  npm_config_ignore_scripts: 'true',
  npm_config_legacy_peer_deps: 'false',
  npm_config_prefer_offline: 'true',
  npm_config_update_notifier: 'false',
}

/** Runs a program in a project; what it prints is in the error where it fails. */
const run = (folder, program, ...options) => runWith({}, folder, program, ...options)

async function runWith(more, folder, program, ...options) {
  const env = { ...process.env, ...NPM_SETTINGS, NODE_ENV: '', ...more }
  try {
    return await promisify(execFile)(program, options, { cwd: folder, env, timeout: 300_000 })
  } catch ({ message, stdout, stderr }) {
    throw new Error([message, stdout, stderr].join('\n').trim())
  }
}

/** Reads the version that package.json asks for, and the one that is there, of every package but the kit. */
function installed(folder) {
  const { dependencies } = readJson(join(folder, 'package.json'))
  const { packages } = readJson(join(folder, 'package-lock.json'))
  const names = Object.keys(packages).filter((path) => path && path !== 'node_modules/upsdk-kit')
  const { 'upsdk-kit': _kit, ...asked } = dependencies
  return { asked, there: Object.fromEntries(names.map((path) => [path, packages[path].version])) }
}

/** The error of an adapter whose framework is too old for it. */
const NEEDS = {
  'vue-2.6': 'upsdk-kit/vue: needs Vue 2.7 or newer',
  'react-16.7': 'upsdk-kit/react: needs React 16.8 or newer',
}
const expected = (page) => ['scanned', 'identity', ...(NEEDS[page] ? [NEEDS[page], NEEDS[page]] : [])]

/** The guide's blocks for Create React App: its list of browsers, and the file that asks for `upsdk-kit/dev` in version 4. */
const [{ text: BROWSERS }, { text: DEV_FILE }] = blocksOfSteps(
  { guide: 'react', heading: 'Create React App' },
  'zh',
)

async function install({ folder, packages, pinned = {}, tarball, page, bundler }) {
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: pinned }))
  const names = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
  await run(folder, 'npm', 'install', ...names)
  // The first install of Create React App 4 leaves a package that any further one removes.
  await run(folder, 'npm', 'install')
  const before = installed(folder)
  await run(folder, 'npm', 'install', tarball)
  cpSync(here(`pages/${page}.js`), join(folder, 'page.js'))
  cpSync(here('project'), folder, { recursive: true })
  if (bundler === 'react-scripts') {
    const packageJson = { ...readJson(join(folder, 'package.json')), ...JSON.parse(BROWSERS) }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(packageJson))
  }
  writeFileSync(join(folder, 'before.json'), JSON.stringify(before))
}

function keepsVersions({ folder, packages, pinned }) {
  assert.deepEqual(installed(folder), readJson(join(folder, 'before.json')))
  for (const [name, version] of Object.entries({ ...packages, ...pinned }))
    assert.equal(readJson(join(folder, 'node_modules', name, 'package.json')).version, version)
}

/** Bundles page.js into out/page.js. @returns what the bundler printed */
async function build({ folder, bundler, nodeOptions = '' }, MODE = 'production') {
  const env = { MODE, NODE_OPTIONS: nodeOptions }
  const { stdout, stderr } = await runWith(env, folder, process.execPath, `build-with-${bundler}.mjs`)
  return stdout + stderr
}

async function bundle({ warnings, ...project }) {
  assert.match(await build(project), warnings || /^\s*$/)
}

function isParsed({ folder }) {
  parse(readFileSync(join(folder, 'out/page.js'), 'utf8'), { ecmaVersion: 2017 })
}

async function pageWorks({ folder, page }) {
  assert.deepEqual(await openPage(readFileSync(join(folder, 'out/page.js'), 'utf8')), expected(page))
}

/** The page of the guides with a UI library of its own, as `npm run size` measures it. */
const CORE = `import { backendFailures, createUpsdk } from 'upsdk-kit/core'
import { zhHans } from 'upsdk-kit/locales/zh-hans'
import { vantPresenter } from 'upsdk-kit/presenters'
const presenter = vantPresenter(window.vant)
window.kit = createUpsdk({ parts: [backendFailures], locales: [zhHans], presenter })
`
const CORE_BUDGET = budgets['core with zh-Hans, backendFailures, vantPresenter']

/** Each bundler has a minifier and a frame of its own: 6 % more than Rollup and Terser. */
async function shakes(project) {
  const { folder } = project
  writeFileSync(join(folder, 'page.js'), CORE)
  await build(project)
  const size = gzipSync(readFileSync(join(folder, 'out/page.js')), { level: 9 }).length
  assert.ok(size < CORE_BUDGET * 1.06, `${size} bytes, min + gzip; ${CORE_BUDGET} by Rollup`)
}

/** webpack 4, so react-scripts 4 too, knows no conditions: there a file of the page's own asks. */
const isWebpack4 = ({ packages }) => /^4/.test(packages.webpack || packages['react-scripts'])

/** The page with one more line, the first. */
async function hasDev(project) {
  const { folder, page } = project
  const buildOf = async (mode, code) => {
    writeFileSync(join(folder, 'page.js'), code)
    await build(project, mode)
    return readFileSync(join(folder, 'out/page.js'), 'utf8')
  }
  writeFileSync(join(folder, 'dev.js'), DEV_FILE)
  const code = readFileSync(here(`pages/${page}.js`), 'utf8')
  const withLine = `import '${isWebpack4(project) ? './dev' : 'upsdk-kit/dev'}'\n${code}`
  const [without, production] = [await buildOf('production', code), await buildOf('production', withLine)]
  if (isWebpack4(project)) {
    // The file of the page's own is a module, with nothing in it.
    assert.doesNotMatch(production, /upsdkKitDev|sa-sdk-/)
    assert.ok(production.length - without.length < 100, `${production.length - without.length} more`)
  } else assert.equal(production, without, 'production has to be the same byte for byte')
  assert.match(await buildOf('development', withLine), /upsdkKitDev/)
  assert.doesNotMatch(await buildOf('development', code), /upsdkKitDev/)
}

/** Loads a module as a browser does, file by file. */
const simulates =
  (base) =>
  async ({ folder }) => {
    const served = JSON.parse((await run(folder, process.execPath, 'serve.mjs', base)).stdout)
    assert.match(
      served.html,
      /<script type="application\/json" data-upsdk-kit="settings">\{[^<]*<\/script><script src="[\w/]*\/@upsdk-kit\/client\.js"><\/script>/,
    )
    assert.match(served.client, /data-upsdk-kit/)
    // The development build loads the inspector.
    assert.match(
      served.page,
      /from ["'][\w/]*\/node_modules\/(\.vite\/(deps\/)?upsdk-kit\.js|upsdk-kit\/dist\/dev\/index\.js)/,
    )
    assert.match(served.kit, /upsdk-kit\.dev/)
    assert.equal(served.log, '')
  }

/** Finds the files that pages copy by their paths, as copy steps do. */
async function findsFiles({ folder }) {
  const { resolve } = createRequire(join(folder, 'package.json'))
  for (const file of ['upsdk-kit.min.js', 'upsdk-kit.ja.min.js', 'integrity.json', 'wallet.mjs'])
    assert.equal(
      realpathSync(resolve(`upsdk-kit/dist/${file}`)),
      realpathSync(join(folder, 'node_modules/upsdk-kit/dist', file)),
    )
  assert.throws(() => resolve('upsdk-kit/dist/index.js'), /not defined by "exports"/)
}

export const checks = [
  { name: 'installs', check: install },
  { name: 'finds the files that pages copy', check: findsFiles },
  { name: 'keeps its versions', check: keepsVersions },
  { name: 'bundles', check: bundle },
  { name: 'works in a wallet', check: pageWorks },
  { name: 'is ES2017', check: isParsed, where: ({ bundler }) => bundler === 'react-scripts' },
  {
    name: 'has upsdk-kit/dev while it is developed, and nothing of it in production',
    check: hasDev,
    // Vite 2 reads the folder of the import path, which knows no conditions: there it is the plug-in. Vite 3 builds for
    // production whatever its mode says.
    where: ({ page, bundler, packages }) =>
      bundler === 'react-scripts' || (page === 'plain' && !/^[23]/.test(packages.vite)),
  },
  ...['/', '/h5/', 'https://cdn.example.com/h5/'].map((base) => ({
    name: `has the simulated wallet while it is developed under ${base}`,
    check: simulates(base),
    where: ({ bundler, page }) => bundler === 'vite' && page === 'plain',
  })),
  {
    name: 'gets of upsdk-kit/core what the page uses',
    check: shakes,
    where: ({ page }) => page === 'plain',
  },
]
