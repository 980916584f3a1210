/**
 * Sums up what Stryker found, room by room, and names what survived: reports/mutation/summary.json. The last step of
 * `npm run mutate`; rooms that were tried one after the other are in Stryker's incremental file together.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const { files, testFiles } = JSON.parse(readFileSync('reports/mutation/incremental.json', 'utf8'))
const ROOMS = ['call', 'gate', 'failure', 'show', 'events', 'kit', 'heartbeat']

/** The room of a file; `kit.ts` and `kit/` are one. */
const roomOf = (file) =>
  ROOMS.find((room) => file.startsWith(`src/${room}/`) || file.endsWith(`/${room}.ts`)) || file

/**
 * Tests that load modules anew. What nothing else runs is what runs while a module is loaded; it is left out
 * (`ignoreStatic`), and these alone say little of it.
 */
const loadAnew = new Set(
  Object.values(testFiles)
    .flatMap(({ tests }) => tests)
    .filter(({ name }) => /of another copy of the kit$|^script under Trusted Types/.test(name))
    .map(({ id }) => id),
)

const rooms = {}
for (const [file, { mutants }] of Object.entries(files)) {
  const room = roomOf(file)
  const sum = rooms[room] || (rooms[room] = { mutants: 0, killed: 0, survived: [] })
  for (const { status, coveredBy = [], location, mutatorName, replacement } of mutants) {
    if (coveredBy.length && coveredBy.every((test) => loadAnew.has(test))) continue
    if (!['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status)) continue
    sum.mutants++
    if (status === 'Killed' || status === 'Timeout') sum.killed++
    else sum.survived.push(`${file}:${location.start.line} ${mutatorName}: ${shorten(replacement)}`)
  }
}

function shorten(text = '') {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

const percent = ({ mutants, killed }) => Math.round((killed / mutants) * 1000) / 10
const summary = {}
for (const room of ROOMS.filter((name) => rooms[name])) {
  const { survived, ...sum } = rooms[room]
  summary[room] = { ...sum, percent: percent(sum), survived }
  console.log(`${room.padEnd(10)} ${sum.killed} of ${sum.mutants} killed, ${percent(sum)} %`)
}
const date = new Date().toISOString().slice(0, 10)
writeFileSync('reports/mutation/summary.json', `${JSON.stringify({ date, rooms: summary }, null, 2)}\n`)
