/**
 * Runs the parts of `.ci/run` and `.ci/long`: `node scripts/ci.mjs run`. A part that fails does not stop the others. At
 * the end stands what each took, in processor seconds too, as a busy machine takes longer but does not work more; a part
 * that grew by a quarter since `.ci/times.json` says so. `--write` keeps there what this run took, and the test files
 * that took longest, which begin first (`test/support/longestFirst.mjs`). Names after that run some parts:
 * `node scripts/ci.mjs run test docs`.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const TIMES = '.ci/times.json'
/** Below it, chance is larger than growth. */
const LEAST_GROWTH = 5
/** The folder in which vitest keeps how long each test file took. */
const VITEST_CACHE = 'node_modules/.vite/vitest'
/** In seconds. A shorter test file fits in anywhere. */
const LONG_FILE = 5

const vitest = (...options) => `npx vitest run ${options.join(' ')}`
const project = (name) => vitest('--project', name)
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
/** More cases than the tests have every day, others each time. A failure prints its seed. */
const fuzzed = ['fuzz', 'payment-fuzz'].map((name) => `test/unit/${name}.test.ts`).filter(existsSync)

/**
 * The parts that prove each promise once, in stages, one after the other. The lanes of a stage run beside one another:
 * installs and starters wait for downloads, servers and pages, and lint has steps that use one core.
 */
const STAGES = [
  [
    { lint: 'npm run lint' },
    {
      // On a machine without a browser it passes too. It comes before any build, since a fresh clone has none.
      'no-browser': 'CHROMIUM_PATH=none REQUIRE_BROWSER= npm run test:browser',
      // The README's command: units and browser.
      test: 'FUZZ_RUNS=1200 npm test',
    },
  ],
  // All that follows reads it.
  [{ build: 'npm run build -- --configUnchecked' }],
  [
    // It computes more than it waits: one more worker than there are cores. The others have two more.
    { package: vitest('--project', 'package', '--maxWorkers', availableParallelism() + 1) },
    { install: 'npm run test:install', starters: 'npm run starters' },
    {
      engines: 'npm run test:engines',
      // The reference out of the docstrings: a warning fails it.
      docs: 'npm run docs',
      // With gzip and with brotli.
      size: 'npm run size',
    },
  ],
  [{ pages: project('pages') }],
]

export const RUN = Object.assign({}, ...STAGES.flat())

/** The parts that take long: all rows of the tables that are sampled elsewhere, many random cases, and large toolchains. */
export const LONG = {
  build: 'npm run build -- --configUnchecked',
  // Anybody who builds these sources gets the files that were tested.
  'build-again': 'npm run build:again',
  whole: `WHOLE=1 ${vitest('--project', 'unit', '--project', 'browser')}`,
  'whole-pages': `WHOLE=1 ${vitest('--project', 'pages', '--project', 'package')}`,
  'whole-install': 'WHOLE=1 npm run test:install',
  'whole-starters': 'WHOLE=1 npm run starters',
  fuzz: `FUZZ_RUNS=20000 FUZZ_SEED=random ${vitest(...fuzzed)}`,
  'starters-en': 'WHOLE=1 npm run starters -- en',
  'starters-uni-app': 'npm run starters -- uni-app',
  'starters-taro': 'npm run starters -- taro',
  ...Object.fromEntries(
    ['test:uni-app', 'test:taro'].filter((name) => name in scripts).map((name) => [name, `npm run ${name}`]),
  ),
  // docs/architecture.md promises it, and no test runs it.
  walks: 'npm run walks',
  // One room a day: all of them take hours.
  mutate: 'npm run mutate -- today',
  'mutate-by-hand': 'npm run mutate:hand',
}

const RUNS = { run: STAGES, long: Object.entries(LONG).map(([part, command]) => [{ [part]: command }]) }

/** Reads what `times` of a shell printed: processor seconds of the shell itself, then those of what it ran. */
export function childSeconds(times) {
  const [, ofChildren = ''] = times.trim().split('\n')
  return Array.from(ofChildren.matchAll(/(\d+)m([\d.]+)s/g)).reduce(
    (sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds),
    0,
  )
}

const secondsSince = (start) => Math.round((performance.now() - start) / 1000)

/** Counts in what a part printed: how many of its checks passed, and how many failed. */
export function count(output) {
  let passed = 0
  let failed = 0
  for (const line of stripVTControlCharacters(output).split('\n')) {
    // Vitest's summary, and those of the projects that installed the tarball, followed the guide or are compiled to H5.
    if (/^ *Tests {2}|^(Install|Starters|uni-app|taro): /.test(line)) {
      passed += Number(/(\d+) passed/.exec(line)?.[1] || 0)
      failed += Number(/(\d+) failed/.exec(line)?.[1] || 0)
    }
    // A line for each engine: `webkit 26: 4 of 5 checks passed`. One that did not run counts as one failure.
    const [, some, all] = /^[a-z0-9]+ .*: (\d+) of (\d+) checks passed/.exec(line) || []
    if (all) {
      passed += Number(some)
      failed += Number(all) - Number(some)
    }
    if (/^(v8|chromium64|webkit|firefox) (left out|failed): /.test(line)) failed++
  }
  return { passed, failed }
}

/** Runs a part, and keeps what it prints. @param isShown whether that is shown at once */
async function runPart(command, isShown) {
  const start = performance.now()
  const measured = process.platform === 'win32' ? command : `${command}\ncode=$?; times >&3; exit $code`
  const child = spawn(measured, { shell: true, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  let output = ''
  let times = ''
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])
    from.on('data', (chunk) => {
      output += chunk
      if (isShown) to.write(chunk)
    })
  child.stdio[3].on('data', (chunk) => {
    times += chunk
  })
  const [code] = await once(child, 'close')
  const seconds = secondsSince(start)
  return { isOk: code === 0, output, seconds, cpu: Math.round(childSeconds(times)), ...count(output) }
}

/** Says by how much a part grew since it was last kept, in processor seconds if they are known. */
export function grown({ seconds, cpu }, before) {
  if (!before) return ''
  const [now, then] = cpu && before.cpu ? [cpu, before.cpu] : [seconds, before.seconds]
  if (now < then * 1.25 || now - then < LEAST_GROWTH) return ''
  return `grew by ${Math.round((now / then - 1) * 100)} %: ${then} → ${now}`
}

/**
 * The test files that take long, with their seconds, longest first: as this run measured them, and as an earlier one did
 * those that it left out.
 */
function longTests(before) {
  const tests = { ...before }
  const paths = existsSync(VITEST_CACHE) ? readdirSync(VITEST_CACHE, { recursive: true }) : []
  for (const path of paths.filter((one) => one.endsWith('results.json')))
    for (const [key, { duration }] of JSON.parse(readFileSync(`${VITEST_CACHE}/${path}`, 'utf8')).results) {
      // A file of no project is one of the mutants' tests.
      const [, file] = /^\w+:(.*)/.exec(key) || []
      if (file) tests[file] = Math.round(duration / 1000)
    }
  const long = Object.entries(tests).filter(([file, seconds]) => seconds >= LONG_FILE && existsSync(file))
  return Object.fromEntries(long.sort(([, one], [, other]) => other - one))
}

async function main([name, ...options]) {
  const stages = RUNS[name]
  if (!stages) throw new Error(`Usage: node scripts/ci.mjs ${Object.keys(RUNS).join('|')} [--write] [part …]`)
  const parts = Object.assign({}, ...stages.flat())
  const wanted = options.filter((one) => one !== '--write')
  const unknown = wanted.find((one) => !(one in parts))
  if (unknown) throw new Error(`There is no part ${unknown}: ${Object.keys(parts).join(', ')}`)
  const kept = JSON.parse(readFileSync(TIMES, 'utf8'))
  const chosen = Object.keys(parts).filter((part) => !wanted.length || wanted.includes(part))
  const start = performance.now()
  const ends = {}
  async function runLane(lane, isShown) {
    for (const part of lane) {
      const title = `\n── ${part}: ${parts[part]}`
      if (isShown) console.log(title)
      ends[part] = { title, ...(await runPart(parts[part], isShown)) }
    }
  }
  for (const stage of stages) {
    const lanes = stage
      .map((lane) => Object.keys(lane).filter((part) => chosen.includes(part)))
      .filter(({ length }) => length)
    await Promise.all(lanes.map((lane, index) => runLane(lane, index === 0)))
    // Only the first lane was shown as it came.
    for (const part of lanes.slice(1).flat()) console.log(`${ends[part].title}\n${ends[part].output}`)
  }

  const row = (...cells) =>
    console.log(
      cells
        .map((cell, at) => String(cell)[at ? 'padStart' : 'padEnd'](at ? 10 : 18))
        .join(' ')
        .trimEnd(),
    )
  console.log('')
  row('part', 'seconds', 'processor')
  for (const part of chosen) {
    const { seconds, cpu, isOk } = ends[part]
    row(part, seconds, cpu, isOk ? '' : 'FAILED', grown(ends[part], kept[name]?.[part]))
  }
  const sum = (key) => Object.values(ends).reduce((total, end) => total + end[key], 0)
  row('all', secondsSince(start), sum('cpu'))
  if (options.includes('--write')) {
    const took = Object.fromEntries(
      Object.entries(ends).map(([part, { seconds, cpu }]) => [part, { seconds, cpu }]),
    )
    // A file takes as long as its rows: `long` runs all of them.
    const tests = name === 'run' ? longTests(kept.tests) : kept.tests
    const times = { ...kept, [name]: { ...kept[name], ...took }, tests }
    writeFileSync(TIMES, `${JSON.stringify(times, null, 2)}\n`)
  }
  // The last line counts all.
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  if (Object.values(ends).some(({ isOk }) => !isOk)) process.exitCode = 1
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  main(process.argv.slice(2)).catch(({ message }) => {
    console.error(message)
    process.exitCode = 1
  })
