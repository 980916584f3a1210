/**
 * `npm run bench`: a start, a call, a failure and a toast of the kit as it is in `dist`, beside a bare wrapper, vk-bridge
 * with notyf, and the SDKs that do the kit's job in other apps.
 */
import { cpus, loadavg } from 'node:os'
import { findChromium } from '../scripts/chromium.mjs'
import { inChromium } from './chromium.mjs'
import { instructions, STEPS, whyNoInstructions } from './instructions.mjs'
import { onNode } from './node.mjs'
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

function queue({ queued }) {
  console.log('\nqueued before ready, µs a call')
  for (const count of Object.keys(queued))
    console.log(`  ${count.padEnd(28)} ${queued[count].toFixed(3).padStart(10)}`)
}

const total = (counts) => counts.reduce((sum, count) => sum + count, 0)

function countInstructions(contenders) {
  const why = whyNoInstructions()
  if (why) return console.log(`\nthe start in instructions: left out, ${why}`)
  const counts = {}
  for (const name of Object.keys(contenders)) counts[name] = instructions(contenders[name])
  console.log(`\nstart, millions of instructions: ${STEPS.join(', ')}, all`)
  for (const name of Object.keys(counts)) {
    const numbers = counts[name] && [...counts[name], total(counts[name])]
    const text = numbers ? numbers.map((one) => one.toFixed(2).padStart(8)).join('') : '  does not run here'
    console.log(`  ${name.padEnd(28)}${text}`)
  }
  return Object.fromEntries(
    ['upsdk-kit', 'upsdk-kit/core'].filter((name) => counts[name]).map((name) => [name, total(counts[name])]),
  )
}

/** The goals, of which none is a test: they are for a machine that does nothing else. */
function goals(chromium, counted) {
  const kit = 'upsdk-kit'
  const rows = [
    ['start, million instructions', counted?.[kit], 24.6],
    ['start of core, million instructions', counted?.['upsdk-kit/core'], 19.5],
    [`start, thread time × ${PEER}`, chromium.thread[kit] / chromium.thread[PEER], 2],
    ['a call × vk-bridge', chromium.roundTrip[kit] / chromium.roundTrip['vk-bridge'], 0.5],
    ['a failure of 1,000 in a row, µs', chromium.failure, 50],
  ]
  console.log('\n# Goals')
  for (const [title, value, goal] of rows) {
    const said =
      value === undefined ? 'not measured' : `${value.toFixed(2)}, ${value <= goal ? 'met' : 'missed'}`
    console.log(`  ${title.padEnd(42)} ≤ ${String(goal).padEnd(6)} ${said}`)
  }
}

console.log(
  `${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')}`,
)
const contenders = await starts()
const chromium = await inChromium(findChromium(), contenders)
console.log(`\n# Chromium ${chromium.version}`)
table('round trip', 'µs a call', chromium.roundTrip, 'vk-bridge')
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
table('round trip', 'µs a call', node.roundTrip, 'vk-bridge')
queue(node)
console.log(`\n# Node ${node.version}, callgrind`)
const counted = countInstructions(contenders)
goals(chromium, counted)
process.exit(0)
