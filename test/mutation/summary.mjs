/**
 * Sums up what Stryker found in a room, and names what survived: reports/mutation/summary.json, which keeps what it has
 * of the other rooms. A room may be tried file by file; the summary says which files it has.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resultsOf, rooms } from './rooms.mjs'

const SUMMARY = 'reports/mutation/summary.json'

/**
 * Tests that load modules again. Code that runs only while a module is loaded is left out of mutation
 * (`ignoreStatic`), and these tests alone say little of it.
 */
const LOADS_ANEW = /another copy of the kit|under Trusted Types/

export function summarize(room, every = 1) {
  const { files, testFiles } = JSON.parse(readFileSync(resultsOf(room, every), 'utf8'))
  const tried = Object.keys(files).sort()
  const tests = Object.values(testFiles).flatMap((file) => file.tests)
  const loadAnew = new Set(tests.filter(({ name }) => LOADS_ANEW.test(name)).map(({ id }) => id))
  const sum = { killed: 0, survived: [], reachedByNoTest: [] }
  for (const [file, { mutants }] of Object.entries(files))
    for (const { status, coveredBy = [], location, mutatorName, replacement } of mutants) {
      if (coveredBy.length && coveredBy.every((test) => loadAnew.has(test))) continue
      const name = `${file}:${location.start.line} ${mutatorName}: ${shorten(replacement)}`
      if (status === 'Killed' || status === 'Timeout') sum.killed++
      else if (status === 'Survived') sum.survived.push(name)
      else if (status === 'NoCoverage') sum.reachedByNoTest.push(name)
    }
  const reached = sum.killed + sum.survived.length
  const percent = Math.round((sum.killed / reached) * 1000) / 10
  const date = new Date().toISOString().slice(0, 10)
  const lines = every > 1 ? `ten of each ${every * 10}` : 'all'
  write(room, { date, lines, files: tried, reached, killed: sum.killed, percent, ...sum })
  const rest = sum.reachedByNoTest.length
  console.log(`${room}: ${sum.killed} of ${reached} killed, ${percent} %; ${rest} that no unit test reaches`)
}

function shorten(text = '') {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}

function write(room, found) {
  const before = existsSync(SUMMARY) ? JSON.parse(readFileSync(SUMMARY, 'utf8')) : {}
  const names = Object.keys(rooms).filter((name) => name === room || before[name])
  const summary = Object.fromEntries(names.map((name) => [name, name === room ? found : before[name]]))
  writeFileSync(SUMMARY, `${JSON.stringify(summary, null, 2)}\n`)
}
