import { readdirSync, readFileSync } from 'node:fs'

/**
 * The files that are mutated, room by room, with the tests that run against them (`config/vitest.mutate.ts`). Left out are
 * files that are written from a table that a test compares, and files that need a browser (`show/dom`, `fallbacks`,
 * `openInApp`, `lib/copyText.ts`): for all but the last, byHand.mjs has mutants. Of the server, its texts and the program
 * around it are left out, which runs in a process of its own.
 *
 * @typedef {object} Room
 * @property {string[]} files as Stryker takes them. One pattern each: it reads them as one list, with commas
 * @property {string} tests
 * @property {number} [every] see sampleOf, if no `--every` is given
 * @property {string[]} [more] more arguments for Stryker
 */

/** The files that start the client and join its parts, which only a browser shows. */
const started = ['client', 'script', 'startHere', 'whenParsed'].map((name) => `wallet/page/${name}.ts`)

/** @type {Record<string, Room>} */
export const rooms = {
  call: { tests: 'kit', files: ['src/call/*.ts', '!src/call/methodTable.ts'] },
  gate: { tests: 'kit', files: ['src/gate/*.ts'] },
  failure: { tests: 'kit', files: ['src/failure/*.ts'] },
  show: { tests: 'kit', files: ['src/show/*.ts'] },
  events: { tests: 'kit', files: ['src/events/*.ts'] },
  kit: { tests: 'kit', files: ['src/kit.ts', 'src/options.ts', 'src/proxy.ts'] },
  lib: {
    tests: 'kit',
    files: ['src/lib/*.ts', '!src/lib/copyText.ts', '!src/lib/version.ts', '!src/lib/development.ts'],
  },
  server: {
    tests: 'server',
    files: ['wallet/server/*.ts', '!wallet/server/command.ts', '!wallet/server/serverTexts.ts'],
  },
  client: { tests: 'client', files: ['wallet/page/**/*.ts', ...started.map((file) => `!${file}`)] },
  // It is built in Stryker's copy of the tree, and a mutant takes seconds, since its tests run in a browser.
  start: {
    tests: 'start',
    files: started,
    every: 4,
    more: [
      '--buildCommand',
      'node test/mutation/buildClient.mjs',
      '--ignorePatterns',
      '/docs,/bench,/examples,/reports',
    ],
  },
}

const DAY = 24 * 60 * 60 * 1000

/** Gets the room whose turn it is on a day: one after the other. */
export function roomOfTheDay(now = Date.now()) {
  const names = Object.keys(rooms)
  return names[Math.floor(now / DAY) % names.length]
}

/** The file with Stryker's results of a room, for the next run of it; not checked in. */
export const resultsOf = (room, every = 1) =>
  `reports/mutation/${room}${every > 1 ? `.1-of-${every}` : ''}.json`

const LINES = 10

/**
 * A sample of a room: ten lines of each `every` times ten, counted through all its files. A mutant that spans more
 * lines is left out.
 */
export function sampleOf(room, every) {
  const ranges = []
  let before = 0
  for (const file of filesOf(room)) {
    const count = readFileSync(file, 'utf8').split('\n').length
    for (let first = LINES * every - (before % (LINES * every)); first <= count; first += LINES * every)
      ranges.push(`${file}:${first}-${Math.min(first + LINES - 1, count)}`)
    before += count
  }
  return ranges
}

const isGlob = (pattern) => /[*{]/.test(pattern)

function filesOf(room) {
  const { files } = rooms[room]
  const [first, ...more] = files
  if (!isGlob(first)) return files
  const folder = first.replace(/\/\*.*/, '')
  return readdirSync(folder, { recursive: first.includes('**') })
    .map((name) => `${folder}/${name}`)
    .filter((path) => path.endsWith('.ts') && !more.includes(`!${path}`))
}
