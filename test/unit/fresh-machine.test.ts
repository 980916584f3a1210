// @vitest-environment node
/** A fresh machine has Node, npm and nothing else: what a command lacks there is said in one line. */
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findBrowsers } from '../../scripts/chromium.mjs'

let folder: string
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), '一台 新电脑-')))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function put(file: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  return path
}

function run(args: string[], env: Record<string, string> = {}, uid?: number) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
    uid,
  })
  return { status, stdout, stderr }
}

const ONE_LINE = /^[^\n]+\n$/

describe('the browser that tests open', () => {
  const OWN = 'chromium-1255/chrome-linux64/chrome'
  const SHELL = 'chromium_headless_shell-1255/chrome-headless-shell-linux64/chrome-headless-shell'
  /** On a machine whose cache of Playwright is in the folder. */
  const find = (env: Record<string, string> = {}, places: string[] = []) =>
    findBrowsers(env, join(folder, OWN), places)

  it('is the one that playwright-core is made for, with the headless shell beside it', () => {
    const own = put(OWN)
    const places = [put('usr/bin/chromium')]
    expect(find({}, places)).toEqual({ whole: own, headless: own })
    const shell = put(SHELL)
    expect(find({}, places)).toEqual({ whole: own, headless: shell })
  })

  it('lies where PLAYWRIGHT_BROWSERS_PATH says', () => {
    const env = { PLAYWRIGHT_BROWSERS_PATH: folder }
    const core = "require('playwright-core').chromium.executablePath()"
    const own = run(['--print', core], env).stdout.trim()
    expect(own.startsWith(folder)).toBe(true)
    put(own.slice(folder.length + 1))
    expect(run(['scripts/chromium.mjs'], env).stdout).toBe(`Chromium: ${own}\nHeadless: ${own}\n`)
  })

  it('is the system’s, with its shell', () => {
    const whole = put('usr/bin/chromium')
    put('chromium-1300/chrome-linux64/chrome')
    const places = [join(folder, 'opt/chromium'), whole]
    expect(find({}, places)).toEqual({ whole, headless: whole })
    const headless = put('usr/bin/chromium-headless-shell')
    expect(find({}, places)).toEqual({ whole, headless })
  })

  it.each([
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-win/chrome.exe',
  ])('is that of the newest other revision in this cache, if nothing else is found: %s', (file) => {
    put('chromium-900/chrome-linux/chrome')
    const whole = put(`chromium-1100/${file}`)
    put('chromium-1220/half-downloaded.zip')
    put('firefox-1300/firefox/chrome')
    expect(find()).toEqual({ whole, headless: whole })
    const headless = put('chromium_headless_shell-1100/chrome-linux/headless_shell')
    expect(find()).toEqual({ whole, headless })
  })

  it('is the one that CHROMIUM_PATH names, with the shell beside it or the one that is named', () => {
    put(OWN)
    const whole = put('elsewhere/chromium')
    expect(find({ CHROMIUM_PATH: whole })).toEqual({ whole, headless: whole })
    const headless = put('elsewhere/chromium-headless-shell')
    expect(find({ CHROMIUM_PATH: whole })).toEqual({ whole, headless })
    const other = put('shell')
    expect(find({ CHROMIUM_PATH: whole, HEADLESS_SHELL_PATH: other })).toEqual({ whole, headless: other })
  })

  it('is none where CHROMIUM_PATH is none, and where there is none', () => {
    expect(find()).toEqual({})
    put(OWN)
    expect(find({ CHROMIUM_PATH: 'none' })).toEqual({})
  })

  it.each(['CHROMIUM_PATH', 'HEADLESS_SHELL_PATH'])(
    '%s that leads nowhere is said, and replaced by no other',
    (name) => {
      put(OWN)
      for (const path of [join(folder, 'nowhere'), folder])
        expect(() => find({ [name]: path })).toThrow(`${name} is ${path}, and there is no such file.`)
    },
  )

  it('npm test says so in one line', () => {
    const { status, stdout, stderr } = run(['scripts/test.mjs'], { CHROMIUM_PATH: join(folder, 'nowhere') })
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(ONE_LINE)
    expect(stderr).toContain('CHROMIUM_PATH is ')
  })
})

describe('a checkout', () => {
  const NOBODY = 65_534
  /** Root may write anywhere, so it runs the command as nobody. */
  const uid = process.getuid?.() === 0 ? NOBODY : undefined
  const inCheckout = (script: string) => run([join(folder, script)], {}, uid)
  /** Somebody else's programs, such as a Node in root's home, are not for nobody. */
  const canRun = process.platform !== 'win32' && run(['--version'], {}, uid).status === 0

  beforeEach(() => {
    for (const name of ['checkout', 'demo', 'test', 'check', 'builds', 'everyDay'])
      cpSync(`scripts/${name}.mjs`, join(folder, `scripts/${name}.mjs`))
    chmodSync(folder, 0o755)
  })

  it.each(['scripts/demo.mjs', 'scripts/test.mjs', 'scripts/check.mjs'])(
    'without its packages says so: %s',
    (script) => {
      const { status, stderr } = run([join(folder, script)])
      expect(status).toBe(1)
      expect(stderr).toBe('The packages are not installed: run `npm ci` first.\n')
    },
  )

  it.skipIf(!canRun).each([
    ['scripts/demo.mjs', ''],
    ['scripts/test.mjs', ''],
    ['scripts/check.mjs', 'node_modules/.vite-temp'],
    ['scripts/test.mjs', 'node_modules/.vite'],
  ])('that cannot be written is said by %s: “%s”', (script, place) => {
    mkdirSync(join(folder, 'node_modules/vite'), { recursive: true })
    mkdirSync(join(folder, place), { recursive: true })
    for (const path of place ? [folder, join(folder, 'node_modules')] : []) chmodSync(path, 0o777)
    chmodSync(join(folder, place), 0o555)
    const { status, stdout, stderr } = inCheckout(script)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toMatch(ONE_LINE)
    expect(stderr).toContain(`You cannot write to ${join(folder, place)}`)
    chmodSync(join(folder, place), 0o755)
  })
})

it.each([[], ['explain', 'c02'], ['wallet', '.']])(
  'upsdk-kit %s in a tree without a build says how to make one',
  (...args) => {
    cpSync('bin', join(folder, 'bin'), { recursive: true })
    cpSync('package.json', join(folder, 'package.json'))
    const { status, stderr } = run([join(folder, 'bin/upsdk-kit.cjs'), ...args])
    expect(status).toBe(1)
    expect(stderr).toMatch(ONE_LINE)
    expect(stderr).toContain('run `npm ci` and `npm run build` first')
  },
)
