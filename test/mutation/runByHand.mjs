/**
 * `npm run mutate:hand`: tries the mutants of byHand.mjs, each in a copy of the tree: builds what browser tests load,
 * runs the one test that is named, and expects it to fail. Some words choose some: `npm run mutate:hand -- show/dom`.
 * It tries none if the place or the test of one has gone, and says so.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { build as vite } from 'vite'
import { install } from '../../scripts/install.mjs'
import { mutants } from './byHand.mjs'

const root = process.cwd()
const words = process.argv.slice(2)
const nameOf = (mutant) => `src/${mutant.file}, ${mutant.in}: ${mutant.find} → ${mutant.becomes || 'nothing'}`
const chosen = mutants.filter(
  (mutant) => !words.length || words.some((word) => `${nameOf(mutant)} ${mutant.killedBy}`.includes(word)),
)
const failures = []

/** Every function of a name: a declaration, or the value of a variable or property of that name. */
function functionsOf(source, name) {
  const found = []
  const visit = (node) => {
    const own = ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)
    const held =
      (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) &&
      node.initializer &&
      ts.isFunctionLike(node.initializer)
    if ((own || held) && node.name?.getText(source) === name) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Returns the source with the mutant in it. Throws if its place cannot be found. */
function mutate({ file, in: name, find, becomes }) {
  const text = readFileSync(join(root, 'src', file), 'utf8')
  const functions = functionsOf(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), name)
  if (functions.length !== 1) throw new Error(`src/${file} has ${functions.length} functions ${name}`)
  const [{ pos, end }] = functions
  const code = text.slice(pos, end)
  const times = code.match(new RegExp(find, 'g'))?.length || 0
  if (times !== 1) throw new Error(`src/${file}, ${name}: ${find} is there ${times} times`)
  return text.slice(0, pos) + code.replace(find, () => becomes) + text.slice(end)
}

const sources = new Map()
for (const mutant of chosen)
  try {
    sources.set(mutant, mutate(mutant))
  } catch ({ message }) {
    failures.push(message)
  }
stopIfFailed()

function stopIfFailed() {
  if (!failures.length) return
  for (const failure of failures) console.error(failure)
  process.exit(1)
}

const copy = mkdtempSync(join(tmpdir(), 'upsdk-kit-mutants-'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
const COPIED = [
  '.ci',
  'docs',
  'reports',
  'src',
  'wallet',
  'test',
  'scripts',
  'dist',
  'examples',
  'package.json',
  'rollup.config.js',
  'config',
  'tsconfig.json',
  'vitest.config.ts',
]
const filter = (path) => !path.includes('node_modules')
for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true, filter })
const LIBRARIES = ['examples', 'test/frameworks']
LIBRARIES.forEach(install)
for (const folder of ['.', ...LIBRARIES])
  symlinkSync(join(root, folder, 'node_modules'), join(copy, folder, 'node_modules'))
process.chdir(copy)
const { entries } = await import(join(copy, 'config/entries.js'))

/** Builds the modules and the whole kit's file for Chromium: in a second, while `npm run build` takes many. */
async function build() {
  const sources = Object.fromEntries(Object.entries(entries).map(([name, { source }]) => [name, source]))
  const modules = {
    lib: { entry: sources, formats: ['es'] },
    rolldownOptions: {
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  }
  const whole = {
    lib: {
      entry: entries.index.source,
      name: 'UpsdkKit',
      formats: ['iife'],
      fileName: () => 'upsdk-kit.min.js',
    },
    rolldownOptions: { output: { extend: true } },
  }
  for (const one of [modules, whole])
    await vite({
      configFile: false,
      logLevel: 'error',
      publicDir: false,
      build: { outDir: 'dist', emptyOutDir: false, minify: false, ...one },
    })
}

/**
 * Runs the tests that are named. A mutant may leave a page that never ends: then its test fails by time.
 *
 * @returns their names, and whether each passed
 */
function run(named, limits = []) {
  const names = named.map(({ killedBy }) => killedBy.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const files = [...new Set(named.map(({ test }) => `test/${test}`))]
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const args = [
    'vitest',
    'run',
    ...files,
    '-t',
    names,
    '--reporter=json',
    `--outputFile=${report}`,
    ...limits,
  ]
  // A test that is drawn on other days has to run.
  const env = { ...process.env, REQUIRE_BROWSER: '1', WHOLE: '1' }
  const stdio = ['ignore', 'pipe', 'pipe']
  const { stdout, stderr } = spawnSync('npx', args, { encoding: 'utf8', env, stdio, maxBuffer: 2 ** 26 })
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
    if (!testResults.length) throw new Error('no tests')
    // A file that cannot be loaded has a message, and no test.
    const broken = testResults.find(({ assertionResults, message }) => message && !assertionResults.length)
    if (broken) throw new Error(broken.message)
    return testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({ fullName, passed: status === 'passed' }))
  } catch ({ message }) {
    throw new Error(`No report of ${files.join(', ')} (${message}): ${stdout}${stderr}`)
  }
}

/** In ms. The slowest of the tests takes some seconds. */
const MUTANT_LIMITS = ['--testTimeout=60000', '--hookTimeout=60000']

await build()
const before = run(chosen)
for (const { killedBy } of chosen) {
  const found = before.filter(({ fullName }) => fullName.includes(killedBy))
  if (!found.length) failures.push(`There is no such test: ${killedBy}`)
  else if (!found.every(({ passed }) => passed)) failures.push(`Fails without a mutant: ${killedBy}`)
}
stopIfFailed()
for (const mutant of chosen) {
  const target = join(copy, 'src', mutant.file)
  const original = readFileSync(target, 'utf8')
  writeFileSync(target, sources.get(mutant))
  await build()
  const killed = run([mutant], MUTANT_LIMITS).some(({ passed }) => !passed)
  console.log(`${killed ? 'killed  ' : 'SURVIVED'} ${nameOf(mutant)}`)
  if (!killed) failures.push(`Survived “${mutant.killedBy}”: ${nameOf(mutant)}`)
  writeFileSync(target, original)
}
console.log(`${chosen.length} mutants, ${failures.length} survived`)
stopIfFailed()
