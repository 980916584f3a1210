/** `npm run bench`: a call through the kit as it is in `dist`, beside a bare wrapper and vk-bridge. */
import { cpus } from 'node:os'
import { findChromium } from '../scripts/chromium.mjs'
import { inChromium } from './chromium.mjs'
import { onNode } from './node.mjs'

/** A line for each contender, with its ratio to the kit. */
function table(title, unit, values) {
  console.log(`\n${title}, ${unit}`)
  const kit = values['upsdk-kit']
  for (const name of Object.keys(values))
    console.log(
      `  ${name.padEnd(20)} ${values[name].toFixed(3).padStart(10)}   kit/this ${(kit / values[name]).toFixed(2)}`,
    )
}

function queue({ queued }) {
  console.log('\nqueued before ready, µs a call')
  for (const count of Object.keys(queued))
    console.log(`  ${count.padEnd(20)} ${queued[count].toFixed(3).padStart(10)}`)
}

console.log(`${cpus()[0]?.model}, ${cpus().length} cores`)
const chromium = await inChromium(findChromium())
console.log(`\n# Chromium ${chromium.version}`)
table('round trip', 'µs a call', chromium.roundTrip)
table('cold start: script, create, first call', 'ms', chromium.coldStart)
table('memory of a call that waits', 'bytes', chromium.memory)
queue(chromium)
const node = await onNode()
console.log(`\n# Node ${node.version}, happy-dom`)
table('round trip', 'µs a call', node.roundTrip)
queue(node)
process.exit(0)
