/**
 * `npm run example <folder>`: installs an example if needed, starts it with the arguments that follow, and opens the
 * simulated wallet's phone around it, whose address it prints.
 */
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { buildIfStale } from './builds.mjs'
import { install } from './install.mjs'

const examples = readdirSync('examples', { withFileTypes: true })
  .filter((one) => one.isDirectory() && !['node_modules', 'shared', 'snippets'].includes(one.name))
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
buildIfStale()

const isWindows = process.platform === 'win32'
const running = []
/** Ends a program with all that it has started: npm leaves its own behind. */
function end({ pid, exitCode }, signal) {
  if (exitCode !== null || !pid) return
  try {
    process.kill(isWindows ? pid : -pid, signal)
  } catch {
    // It has ended meanwhile.
  }
}
function start(command, args, output) {
  const child = spawn(command, args, {
    // Of its own group, which is ended as a whole.
    detached: !isWindows,
    stdio: ['ignore', output, output],
    shell: isWindows,
    // A pipe has no colours of its own accord.
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  })
  running.push(child)
  // With one of them, all end.
  child.on('exit', (code) => {
    process.exitCode ??= code ?? 0
    for (const other of running) end(other, 'SIGTERM')
  })
  return child
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    for (const child of running) end(child, signal)
  })

const server = start('npm', ['run', 'dev', '--prefix', `examples/${name}`, '--', ...more], 'pipe')
let printed = ''
// The server of a page of one's own prints that page's address.
let isFound = name === 'server' && more.length > 0
function read(chunk) {
  if (isFound) return
  printed += chunk
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours
  const [address] = /http:\/\/(localhost|127\.0\.0\.1):\d+/.exec(printed.replace(/\x1b\[\d+m/g, '')) || []
  if (!address) return
  isFound = true
  start(process.execPath, ['dist/wallet.mjs', address], 'inherit')
}
// webpack prints the address among its errors.
for (const [from, to] of [
  [server.stdout, process.stdout],
  [server.stderr, process.stderr],
])
  from.on('data', (chunk) => {
    to.write(chunk)
    read(chunk)
  })
