import { readdirSync, readFileSync } from 'node:fs'

/**
 * The files that are mutated, room by room. Left out are files that are written from a table that a test compares,
 * and files that need a browser (`show/dom`, `fallbacks`, `openInApp`, `lib/copyText.ts`): for all but the last,
 * byHand.mjs has mutants.
 */
export const rooms = {
  call: ['src/call/*.ts', '!src/call/methodTable.ts'],
  gate: ['src/gate/*.ts'],
  failure: ['src/failure/*.ts'],
  show: ['src/show/*.ts'],
  events: ['src/events/*.ts'],
  kit: ['src/kit.ts', 'src/options.ts', 'src/proxy.ts'],
  // One pattern each: Stryker takes them as one list, with commas.
  lib: ['src/lib/*.ts', '!src/lib/copyText.ts', '!src/lib/version.ts', '!src/lib/development.ts'],
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
  const [first, ...more] = rooms[room]
  if (!isGlob(first)) return rooms[room]
  const folder = first.replace('/*.ts', '')
  const leftOut = more.join(' ')
  const names = readdirSync(folder).filter(
    (name) => name.endsWith('.ts') && !leftOut.includes(name.slice(0, -3)),
  )
  return names.map((name) => `${folder}/${name}`)
}
