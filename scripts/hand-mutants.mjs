/**
 * `npm run mutate:hand`: tries the mutants of test/mutation/byHand.mjs, each in a copy of the tree: builds what browser
 * tests load, runs the one test that is named, and expects it to fail. Some words choose some: `npm run mutate:hand --
 * show/dom`. `--check` only looks whether each line still stands where it should, which takes no time.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build as vite } from 'vite'
import { mutants } from '../test/mutation/byHand.mjs'

const root = process.cwd()
const [...words] = process.argv.slice(2)
const onlyCheck = words.includes('--check')
const wanted = words.filter((word) => !word.startsWith('--'))
const chosen = mutants.filter(
  ({ file, line, killedBy }) =>
    !wanted.length || wanted.some((word) => `${file} ${line} ${killedBy}`.includes(word)),
)

/** The source with the mutant in it. */
function mutate({ file, line, becomes }) {
  const source = readFileSync(join(root, 'src', file), 'utf8')
  if (source.split(line).length !== 2) throw new Error(`Not once in src/${file}: ${line}`)
  return source.replace(line, () => becomes)
}

for (const mutant of chosen) mutate(mutant)
if (onlyCheck) process.exit()

const copy = mkdtempSync(join(tmpdir(), 'upsdk-kit-mutants-'))
process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
const COPIED = [
  'src',
  'test',
  'scripts',
  'dist',
  'package.json',
  'rollup.config.js',
  'tsconfig.json',
  'vitest.config.ts',
]
for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true })
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
process.chdir(copy)
const { entries } = await import(join(copy, 'rollup.config.js'))

/** The modules, and the file of the whole kit, as Chromium takes them: in a second, where `npm run build` takes many. */
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

/** Runs the tests that are named. @returns their names, and whether each passed */
function run(named) {
  const names = named.map(({ killedBy }) => killedBy.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const files = [...new Set(named.map(({ test }) => `test/${test}`))]
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const args = ['vitest', 'run', ...files, '-t', names, '--reporter=json', `--outputFile=${report}`]
  const env = { ...process.env, REQUIRE_BROWSER: '1' }
  const { stderr } = spawnSync('npx', args, { encoding: 'utf8', env })
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'))
    return testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({ fullName, passed: status === 'passed' }))
  } catch {
    throw new Error(`No report of ${files.join(', ')}: ${stderr}`)
  }
}

const failures = []
await build()
const before = run(chosen)
for (const { killedBy } of chosen) {
  const found = before.filter(({ fullName }) => fullName.includes(killedBy))
  if (!found.length) failures.push(`There is no such test: ${killedBy}`)
  else if (!found.every(({ passed }) => passed)) failures.push(`Fails without a mutant: ${killedBy}`)
}
for (const mutant of failures.length ? [] : chosen) {
  const target = join(copy, 'src', mutant.file)
  const original = readFileSync(target, 'utf8')
  writeFileSync(target, mutate(mutant))
  if (mutant.test.startsWith('browser')) await build()
  const killed = run([mutant]).some(({ passed }) => !passed)
  console.log(`${killed ? 'killed  ' : 'SURVIVED'} src/${mutant.file}: ${mutant.line.replace(/\s+/g, ' ')}`)
  if (!killed) failures.push(`Survived “${mutant.killedBy}”: ${mutant.line}`)
  writeFileSync(target, original)
}
for (const failure of failures) console.error(failure)
console.log(`${chosen.length} mutants, ${failures.length} failures`)
process.exitCode = failures.length ? 1 : 0
