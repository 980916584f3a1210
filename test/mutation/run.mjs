/**
 * `npm run mutate`: changes the sources in many small ways, and runs quick.test.ts against each. One room:
 * `npm run mutate -- --mutate 'src/gate/*.ts'`.
 */
import { spawnSync } from 'node:child_process'
import { install } from '../../scripts/install.mjs'

install('test/mutation')
const stryker = 'test/mutation/node_modules/@stryker-mutator/core/bin/stryker.js'
const args = [stryker, 'run', 'config/stryker.json', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
if (status) process.exit(status)
await import('./summary.mjs')
