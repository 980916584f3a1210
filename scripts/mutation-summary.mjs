/**
 * Sums up what Stryker found, room by room: reports/mutation/summary.json, and the table in CONTRIBUTING.md. Runs after
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
  const sum = rooms[room] || (rooms[room] = { mutants: 0, killed: 0 })
  for (const { status, coveredBy = [] } of mutants) {
    if (coveredBy.length && coveredBy.every((test) => loadAnew.has(test))) continue
    if (!['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status)) continue
    sum.mutants++
    if (status === 'Killed' || status === 'Timeout') sum.killed++
  }
}

const percent = ({ mutants, killed }) => Math.round((killed / mutants) * 1000) / 10
const summary = Object.fromEntries(
  ROOMS.filter((room) => rooms[room]).map((room) => [
    room,
    { ...rooms[room], percent: percent(rooms[room]) },
  ]),
)
const date = new Date().toISOString().slice(0, 10)
writeFileSync('reports/mutation/summary.json', `${JSON.stringify({ date, rooms: summary }, null, 2)}\n`)

const NAMES = { kit: '`kit.ts`, `kit/`', heartbeat: '`lib/heartbeat.ts`' }
const rows = Object.entries(summary).map(
  ([room, { mutants, killed, percent }]) =>
    `| ${NAMES[room] || `\`${room}/\``} | ${mutants} | ${killed} | ${percent.toFixed(1)} % |`,
)
const table = ['| Room | Mutants | Killed | |', '|---|---|---|---|', ...rows].join('\n')
const guide = readFileSync('CONTRIBUTING.md', 'utf8')
const [start, end] = ['<!-- mutation -->', '<!-- /mutation -->']
const before = guide.slice(0, guide.indexOf(start) + start.length)
const after = guide.slice(guide.indexOf(end))
writeFileSync('CONTRIBUTING.md', `${before}\nOf ${date}:\n\n${table}\n${after}`)
console.log(table)
