/** `npm run example <folder>`: installs an example if needed, and starts it with the arguments that follow. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { install } from './install.mjs'

const examples = readdirSync('examples', { withFileTypes: true })
  .filter((one) => one.isDirectory() && !['node_modules', 'shared'].includes(one.name))
  .map(({ name }) => name)
const [name, ...more] = process.argv.slice(2)
if (!examples.includes(name)) {
  console.error(`Usage: npm run example ${examples.join('|')}`)
  process.exit(1)
}
// The toolchains of these two are large. The server needs nothing for a page of one's own.
if (name === 'uni-app-h5') install('examples/uni-app-h5')
else if (name === 'taro-h5') install('examples/taro-h5', 'install')
else if (name !== 'server' || !more.length) install('examples')
const { status } = spawnSync('npm', ['run', 'dev', '--prefix', `examples/${name}`, '--', ...more], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1
