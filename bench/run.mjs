/**
 * `npm run bench`: a start, a call, a failure and a toast of the kit as it is in `dist`, beside a bare wrapper, vk-bridge
 * with notyf, and the SDKs that do the kit's job in other apps. It ends with the goals, and with 1 if one is missed.
 * `npm run bench -- --write` writes the results into bench/README.md.
 */
import { cpus, loadavg } from 'node:os'
import { gzipSync } from 'node:zlib'
import { findChromium } from '../scripts/chromium.mjs'
import { inChromium } from './chromium.mjs'
import { goalsOf } from './goals.mjs'
import { instructions, STEPS, whyNoInstructions } from './instructions.mjs'
import { onNode } from './node.mjs'
import { writeReadme } from './readme.mjs'
import { starts } from './starts.mjs'

const PEER = 'vk-bridge + notyf'

/** A line for each contender, and how many times that of another it is. */
function table(title, unit, values, other = PEER) {
  console.log(`\n${title}, ${unit}`)
  for (const name of Object.keys(values)) {
    const times = values[other] ? `   ${(values[name] / values[other]).toFixed(2)} × ${other}` : ''
    console.log(`  ${name.padEnd(28)} ${values[name].toFixed(3).padStart(10)}${times}`)
  }
}

function roundTrip({ micros, ratio }) {
  table('round trip (in Chromium by thread time)', 'µs a call', micros, 'vk-bridge')
  console.log(`  upsdk-kit, by rounds         ${ratio.toFixed(3).padStart(10)} × vk-bridge`)
}

function queue({ queued, besideOpen }) {
  table('queued before ready, by their number', 'µs a call', queued, '')
  const roundTrips = Object.entries(besideOpen).map(([count, costs]) => [count, costs.roundTrip])
  table('a round trip beside open calls, by their number', 'µs', Object.fromEntries(roundTrips), '0')
}

const total = (counts) => counts.reduce((sum, count) => sum + count, 0)

/** @returns millions of instructions of each step, by contender; what does not run over a stub of a window is not there */
function countInstructions(contenders) {
  const why = whyNoInstructions()
  if (why) {
    console.log(`\nthe start in instructions: left out, ${why}`)
    return {}
  }
  const counts = {}
  console.log(`\nstart, millions of instructions: ${STEPS.join(', ')}, all`)
  for (const name of Object.keys(contenders)) {
    const steps = instructions(contenders[name])
    if (steps) counts[name] = steps
    const text = steps
      ? [...steps, total(steps)].map((one) => one.toFixed(2).padStart(8)).join('')
      : '  does not run here'
    console.log(`  ${name.padEnd(28)}${text}`)
  }
  return counts
}

const where = `${cpus()[0]?.model}, ${cpus().length} cores`
const load = loadavg()[0]
console.log(`${where}, load ${load.toFixed(1)}`)
const contenders = await starts()
const sizes = Object.fromEntries(
  Object.keys(contenders).map((name) => [
    name,
    gzipSync(contenders[name].script, { level: 9 }).length / 1000,
  ]),
)
table('the script, minified and gzipped', 'kB', sizes)
const chromium = await inChromium(findChromium(), contenders)
console.log(`\n# Chromium ${chromium.version}`)
roundTrip(chromium.roundTrip)
table('a failure, 1,000 in a row', 'µs', { 'upsdk-kit': chromium.failure })
table('start: script, create, first call', 'ms', chromium.start)
table("the main thread's time of it", 'ms', chromium.thread)
table('the same less what asking takes', 'ms', chromium.ownThread)
table('first toast', 'ms', chromium.toast)
table("the main thread's time of it", 'ms', chromium.toastThread)
table('memory of a call that waits', 'bytes', chromium.memory, 'vk-bridge')
queue(chromium)
const node = await onNode()
console.log(`\n# Node ${node.version}, happy-dom`)
roundTrip(node.roundTrip)
queue(node)
console.log(`\n# Node ${node.version}, callgrind`)
const steps = countInstructions(contenders)
const instructionsOf = Object.fromEntries(Object.keys(steps).map((name) => [name, total(steps[name])]))

const results = { where, load, sizes, chromium, node, steps, instructions: instructionsOf }
const goals = goalsOf(results, PEER)
console.log('\n# Goals')
for (const { title, limit, said } of goals)
  console.log(`  ${title.padEnd(56)} ≤ ${String(limit).padEnd(6)} ${said}`)
if (process.argv.includes('--write')) writeReadme(results, goals, PEER)
process.exit(goals.some(({ isMissed }) => isMissed) ? 1 : 0)
