/** `npm run demo`: the demo, on the sources. Arguments go to Vite: `npm run demo -- --port 3000`. */
import { fileURLToPath } from 'node:url'
import { stopUnlessUsable } from './checkout.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
stopUnlessUsable()
// Vite's program reads its arguments itself. It runs in this process, so that a signal ends it.
process.argv.splice(2, 0, 'demo')
await import('../node_modules/vite/bin/vite.js')
