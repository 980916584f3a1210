/**
 * The examples of frameworks that are compiled to H5 work as built, inside and outside the simulated wallet, after
 * `npm run build`: `npm run test:uni-app`, `npm run test:taro`. Each installs its own toolchain first, which is
 * large.
 */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'acorn'
import { install } from '../../../scripts/install.mjs'
import { serveBuild } from '../starters/specs.mjs'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const FRAMEWORKS = {
  'uni-app': { folder: 'examples/uni-app-h5', out: 'dist/build/h5' },
  // Taro 4.2.1 names optional packages for other machines that are not published.
  taro: { folder: 'examples/taro-h5', out: 'dist', command: 'install' },
}
const [name] = process.argv.slice(2)
const framework = FRAMEWORKS[name]
if (!framework)
  throw new Error(`Usage: node test/install/frameworks/run.mjs ${Object.keys(FRAMEWORKS).join('|')}`)

/** Runs a command to its end. @returns what it printed */
const run = (command, args, env = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      process.stdout.write(chunk)
    })
    child.on('exit', (status) => (status ? reject(new Error(output)) : resolve(output)))
  })

/** Starts the command that puts the simulated wallet in front of a folder. @returns the phone's address that it prints */
function startWallet(folder) {
  const child = spawn(process.execPath, ['bin/upsdk-kit.cjs', 'wallet', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk) => {
      printed += chunk
      const [address] = /http:\/\/\S+@upsdk-kit\/\S*/.exec(printed) || []
      if (address) resolve({ address, stop: () => child.kill() })
    })
    child.on('exit', () => reject(new Error(`The simulated wallet has ended: ${printed}`)))
  })
}

install(framework.folder, framework.command)
await run('npm', ['run', 'build', '--prefix', framework.folder], { NODE_ENV: 'production' })
const out = join(root, framework.folder, framework.out)
const sum = { passed: 0, failed: 0 }
/** Old WebViews parse nothing newer than ES2017. */
for (const file of readdirSync(out, { recursive: true }).filter((one) => one.endsWith('.js'))) {
  try {
    parse(readFileSync(join(out, file), 'utf8'), { ecmaVersion: 2017, sourceType: 'module' })
    sum.passed++
  } catch ({ message }) {
    sum.failed++
    console.log(`${file} is not ES2017: ${message}`)
  }
}
const { address, stop } = await serveBuild(out)
const wallet = await startWallet(out)
try {
  const config = 'test/install/frameworks/playwright.config.ts'
  const output = await run('npx', ['playwright', 'test', '-c', config, name, 'phone'], {
    ADDRESS: address,
    PHONE: wallet.address,
    FRAMEWORK: name,
  }).catch(({ message }) => message)
  for (const outcome of Object.keys(sum))
    sum[outcome] += Number(new RegExp(`(\\d+) ${outcome}`).exec(output)?.[1] ?? 0)
} finally {
  stop()
  wallet.stop()
}
// `.ci/long` reads it.
console.log(`${name}: ${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed || !sum.passed ? 1 : 0
