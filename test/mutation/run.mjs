/**
 * `npm run mutate -- lib`: changes the sources of a room in many small ways, runs its tests against each, and writes what
 * it found into reports/mutation/summary.json. Without a name all rooms, one after the other. What begins with a
 * dash goes to Stryker: `npm run mutate -- lib --concurrency 1`, or `--mutate src/lib/clock.ts` for some of a room.
 * `--every 4` tries a quarter of each room: ten lines of each forty; `--every 1` all, of the client's start too.
 * `npm run mutate -- today` tries the day's room: each has its turn, since all of them take hours (`.ci/long`).
 */
import { spawnSync } from 'node:child_process'
import { buildIfStale } from '../../scripts/builds.mjs'
import { install } from '../../scripts/install.mjs'
import { resultsOf, roomOfTheDay, rooms, sampleOf } from './rooms.mjs'
import { summarize } from './summary.mjs'

const args = process.argv.slice(2)
const dash = args.findIndex((arg) => arg.startsWith('-'))
const given = dash < 0 ? args : args.slice(0, dash)
const rest = args.slice(given.length)
const named = given.map((name) => (name === 'today' ? roomOfTheDay() : name))
const sample = rest.indexOf('--every')
const givenEvery = sample < 0 ? undefined : Number(rest.splice(sample, 2)[1])
const unknown = named.find((name) => !(name in rooms))
if (unknown) {
  console.error(`There is no room ${unknown}: today, ${Object.keys(rooms).join(', ')}`)
  process.exit(1)
}

install('test/mutation')
const stryker = 'test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js'
for (const room of named.length ? named : Object.keys(rooms)) {
  const { files, tests, every: usual = 1, more = [] } = rooms[room]
  if (tests === 'start') buildIfStale()
  const every = givenEvery ?? usual
  const patterns = every > 1 ? sampleOf(room, every) : files
  const what = ['--mutate', patterns.join(','), '--incrementalFile', resultsOf(room, every)]
  const { status } = spawnSync(
    process.execPath,
    [stryker, 'run', 'config/stryker.json', ...what, ...more, ...rest],
    { stdio: 'inherit', env: { ...process.env, MUTATION_TESTS: tests } },
  )
  if (status !== 0) process.exit(status ?? 1)
  summarize(room, every)
}
