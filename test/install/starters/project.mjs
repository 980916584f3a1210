/** Makes, serves, pays on and builds one starter project, as the guide says. */
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { gzipSync } from 'node:zlib'
import { parse } from 'acorn'

/** What only the simulated wallet has, and what each build of the kit names. */
const SIMULATOR = /sa-sdk-|upsdkKitDev|upsdk-kit\.dev|upsdk-kit\/dev/
const KIT = /pluginReady/

/** A person's shell says nothing of a mode, and opens no browser here. */
const shell = (more) => {
  const { NODE_ENV: _mode, ...env } = process.env
  return { ...env, BROWSER: 'none', ...more }
}

/** Runs what the guide has in a block for a shell; what it prints is in the error where it fails. */
export async function runInShell(folder, commands, env = {}) {
  try {
    const options = { cwd: folder, env: shell(env), timeout: 300_000 }
    return await promisify(execFile)('sh', ['-e', '-c', commands], options)
  } catch ({ message, stdout, stderr }) {
    throw new Error([message, stdout, stderr].join('\n').trim())
  }
}

export function writeFiles(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const LOCAL = /http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]):\d+/

/** Starts the guide's server. @returns its address, as it prints it, and what ends it */
export async function serve(folder, command) {
  const options = { cwd: folder, env: shell(), detached: true }
  const server = spawn('sh', ['-c', command], options)
  let printed = ''
  const stop = () => {
    try {
      process.kill(-server.pid)
    } catch {
      // The process has ended by itself.
    }
  }
  const address = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no address after a minute:\n${printed}`)), 60_000)
    const take = (chunk) => {
      // Without the colours.
      printed += stripVTControlCharacters(String(chunk))
      const found = LOCAL.exec(printed)
      if (found) resolve(found[0])
    }
    server.stdout.on('data', take)
    server.stderr.on('data', take)
    server.on('exit', () => reject(new Error(`the server has ended:\n${printed}`)))
    server.once('exit', () => clearTimeout(timer))
  })
    .then(answering)
    .catch((error) => {
      stop()
      throw error
    })
  return { address, stop }
}

/** Some servers print the address a moment before they listen. */
async function answering(address) {
  for (let left = 50; left; left--) {
    if (await fetch(address).catch(() => undefined)) return address
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`${address} does not answer`)
}

/**
 * A button of the page. One that is a framework's own element has no role.
 *
 * @param element what it is called
 */
export const buttonOf = (page, name, element) =>
  element
    ? page.locator(element).filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
    : page.getByRole('button', { name, exact: true })

/**
 * Opens the page as it is developed, and pays. What is paid is not paid again.
 *
 * @param page Playwright's, of a phone in Chinese
 * @param sdk UnionPay's own file, for the page's script tag
 * @returns how long it took until the button was there, and from the tap to the paid page, in ms
 */
export async function payOn(page, address, { pay, paid }, sdk, { element } = {}) {
  const lines = []
  const onLine = (message) => lines.push(message.text())
  const onError = (error) => lines.push(`error: ${error}`)
  page.on('console', onLine)
  page.on('pageerror', onError)
  const FILES = 'https://open.95516.com/**'
  const contentType = 'text/javascript; charset=utf-8'
  await page.route(FILES, (route) => route.fulfill({ contentType, body: sdk }))
  try {
    const start = performance.now()
    await page.goto(address)
    const button = buttonOf(page, pay, element)
    await button.waitFor({ timeout: 60_000 }).catch((error) => {
      throw new Error([error.message, ...lines].join('\n'))
    })
    const opened = performance.now()
    await button.click()
    const done = await seePaid(page, paid, element)
    assert.ok(
      lines.some((line) => /^\[upsdk-kit\] pay 成功/.test(line)),
      `pay is not logged:\n${lines.join('\n')}`,
    )
    assert.deepEqual(
      lines.filter((line) => line.startsWith('error: ')),
      [],
    )
    await page.getByRole('button', { name: '模拟云闪付' }).waitFor()
    return { opened: opened - start, paid: done - opened }
  } finally {
    page.off('console', onLine)
    page.off('pageerror', onError)
    await page.unroute(FILES)
  }
}

/** Playwright knows it of native buttons alone. */
const isDisabled = (button) =>
  button.evaluate((one) => one.disabled === true || one.matches('[disabled]:not([disabled=false])'))

/** @returns when it was seen */
async function seePaid(page, paid, element) {
  const button = buttonOf(page, paid, element)
  await button.waitFor({ timeout: 10_000 })
  const done = performance.now()
  assert.equal(await isDisabled(button), true, 'the button of a paid order pays again')
  return done
}

/**
 * Pays in a wallet that does not say how it went: the dialog of the page's own library tells the user, and leads to the
 * order, where no button pays again.
 *
 * @param starter where its dialog stands, and what its buttons are
 */
export async function payInVain(page, address, { pay, order }, sdk, { dialog = 'html', element }) {
  const contentType = 'text/javascript; charset=utf-8'
  await page.route('https://open.95516.com/**', (route) => route.fulfill({ contentType, body: sdk }))
  const answers = await page.addInitScript("window.upsdkKitDev = { answers: { pay: '02' } }")
  await page.goto(address)
  const button = buttonOf(page, pay, element)
  await button.click()
  const shown = page.locator(dialog)
  await shown.getByText('请先查看订单，请勿重复支付').waitFor()
  await shown.getByText('查看订单', { exact: true }).click()
  await page.getByText(order, { exact: true }).waitFor({ timeout: 10_000 })
  assert.equal(await button.count(), 0, 'an order that may be paid is offered again')
  await answers.dispose()
  await page.unroute('https://open.95516.com/**')
}

/** What a phone in Chinese is, for Playwright. */
export const PHONE = { locale: 'zh-CN', viewport: { width: 375, height: 667 } }

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))

/** The kit is in what was built, nothing of the simulated wallet is, and old WebViews can parse it. */
export function checkBuild(folder) {
  // A map lists imports whether or not their code is in the bundle.
  const files = filesIn(folder).filter((file) => !file.endsWith('.map'))
  const texts = files.map((file) => [file, readFileSync(file, 'utf8')])
  assert.ok(
    texts.some(([, text]) => KIT.test(text)),
    'the kit is not in the build',
  )
  for (const [file, text] of texts) {
    assert.equal(SIMULATOR.exec(text)?.[0], undefined, 'of the simulator')
    if (file.endsWith('.js')) parse(text, { ecmaVersion: 2017, sourceType: 'module' })
  }
}

/** All scripts that a new WebView loads, each as a server sends it: for old ones Vue CLI writes copies beside them. */
export const scriptBytes = (folder) =>
  filesIn(folder)
    .filter((file) => /(?<!-legacy\.\w+)\.js$/.test(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0)
