/**
 * The site: `npm run site` serves it and watches the sources, `npm run site:build` checks its types and writes it to
 * site/dist. Both install its packages. Its pages are generated from docs/, the tables and the types into
 * site/.generated.
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, runnerImport } from 'vite'
import { install } from './install.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const PLACE = 'site/.generated'
const VITEPRESS = 'site/node_modules/vitepress/bin/vitepress.js'
const VUE_TSC = 'site/node_modules/vue-tsc/bin/vue-tsc.js'
/** A cache for files that have not changed. */
const KNOWN = 'site/node_modules/.types.json'

const present = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))

/** Writes changed pages, and removes old ones. */
async function generate() {
  const { module } = await runnerImport(join(root, 'scripts/site/pages.ts'), { logLevel: 'warn' })
  const pages = module.makePages()
  mkdirSync(join(PLACE, 'public'), { recursive: true })
  for (const [file, text] of Object.entries(module.makePublicFiles()))
    writeFileSync(join(PLACE, 'public', file), text)
  for (const picture of readdirSync('docs').filter((name) => name.endsWith('.png')))
    cpSync(join('docs', picture), join(PLACE, 'public', picture))
  for (const file of present(PLACE)) if (file.endsWith('.md') && !(file in pages)) rmSync(join(PLACE, file))
  for (const [file, text] of Object.entries(pages)) {
    const path = join(PLACE, file)
    mkdirSync(dirname(path), { recursive: true })
    let before = ''
    try {
      before = readFileSync(path, 'utf8')
    } catch {}
    if (before !== text) writeFileSync(path, text)
  }
  return Object.keys(pages).length
}

/** Builds the demo, whose two phones are on the first page. */
const makeDemo = () =>
  build({
    root: 'demo',
    logLevel: 'warn',
    build: { outDir: join(root, PLACE, 'public/demo'), emptyOutDir: true },
  })

/** Watches the sources of pages and demo. */
function follow() {
  const timers = new Map()
  const again = (make) => () => {
    clearTimeout(timers.get(make))
    timers.set(
      make,
      setTimeout(() => make().catch(console.error), 200),
    )
  }
  for (const folder of ['docs', 'src', 'wallet', 'scripts/site', 'bin', 'test/data'])
    watch(folder, { recursive: true }, again(generate))
  for (const folder of ['demo', 'src', 'wallet']) watch(folder, { recursive: true }, again(makeDemo))
}

/** Runs a Node program to its end. */
const runNode = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => (code ? reject(new Error(`${args[0]} ended with ${code}`)) : resolve()))
  })

process.chdir(root)
install('site')
console.log(`${await generate()} pages`)
await makeDemo()
if (process.argv[2] === 'build') {
  // The two run in parallel, since each uses one processor.
  await Promise.all([
    runNode([VUE_TSC, '-p', 'site/tsconfig.json', '--incremental', '--tsBuildInfoFile', KNOWN]),
    runNode([VITEPRESS, 'build', 'site', ...process.argv.slice(3)]),
  ])
} else {
  follow()
  const server = spawn(process.execPath, [VITEPRESS, 'dev', 'site', ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 0))
}
