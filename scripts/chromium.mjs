/**
 * Finds the browser that tests and scripts open. `node scripts/chromium.mjs` says which one that is.
 *
 * `CHROMIUM_PATH` and `HEADLESS_SHELL_PATH` come first. `CHROMIUM_PATH=none` stands for a machine without a browser: CI
 * runs the browser tests once so, as whoever has none would.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

/** Downloads a browser on any system, for this user alone, into Playwright's own cache. */
export const GET_BROWSER = 'npx playwright-core install chromium'

const NONE = 'none'

const { ProgramFiles = 'C:\\Program Files', LOCALAPPDATA = '' } = process.env
const SYSTEM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(ProgramFiles, 'Google\\Chrome\\Application\\chrome.exe'),
  join(LOCALAPPDATA, 'Google\\Chrome\\Application\\chrome.exe'),
]

/** The names of the programs in the folders of Playwright's cache. */
const CHROMIUM = /^(chrome|chrome\.exe|Chromium|Google Chrome for Testing)$/
const SHELL = /^(chrome-headless-shell|headless_shell)(\.exe)?$/

const isFile = (path) => existsSync(path) && statSync(path).isFile()

/** Finds a program anywhere in a folder. */
function programIn(folder, name) {
  if (!existsSync(folder)) return undefined
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => name.test(basename(file)))
    .map((file) => join(folder, file))
    .find(isFile)
}

/** The program of this playwright-core, whether it is installed or not: `<cache>/chromium-1255/chrome-linux64/chrome`. */
function ownProgram() {
  try {
    return resolve(chromium.executablePath())
  } catch {
    // Playwright has no browsers for this system.
    return undefined
  }
}

/** Splits the path of a program in Playwright's cache into the cache and the revision. */
function inCache(program) {
  const parts = program.split(sep)
  const at = parts.findIndex((part) => /^chromium-\d+$/.test(part))
  return at < 0 ? undefined : { cache: parts.slice(0, at).join(sep), revision: Number(parts[at].slice(9)) }
}

/** Lists the browsers that other versions of Playwright put into the cache, newest first. */
function otherPrograms(own) {
  const { cache } = (own && inCache(own)) || {}
  if (!cache || !existsSync(cache)) return []
  return readdirSync(cache)
    .flatMap((name) => Number(/^chromium-(\d+)$/.exec(name)?.[1]) || [])
    .sort((one, other) => other - one)
    .flatMap((revision) => programIn(join(cache, `chromium-${revision}`), CHROMIUM) || [])
}

/** Reads a variable that names a program. A path that leads nowhere is a mistake, so no other program takes its place. */
function named(variable, env) {
  const path = env[variable]
  if (!path || path === NONE || isFile(path)) return path
  throw new Error(
    `${variable} is ${path}, and there is no such file. Correct it, or unset it to use a browser that is found; CHROMIUM_PATH=${NONE} leaves out the tests that need one.`,
  )
}

/** Finds the headless shell that Playwright, or Debian's `chromium-headless-shell`, puts beside a browser. */
function shellBeside(program) {
  const { cache, revision } = inCache(program) || {}
  if (cache !== undefined) return programIn(join(cache, `chromium_headless_shell-${revision}`), SHELL)
  const shell = join(dirname(program), 'chromium-headless-shell')
  return isFile(shell) ? shell : undefined
}

/**
 * Finds a full browser, and the same engine without windows, in which a tab opens three times as fast. Looked for are, in
 * this order, the browser that playwright-core is made for, the system's, and those of other revisions in the cache.
 *
 * @param own where this playwright-core has its browser
 * @returns {{ whole?: string, headless?: string }} headless is the full browser if there is no shell
 */
export function findBrowsers(env = process.env, own = ownProgram(), places = SYSTEM_PLACES) {
  const path = named('CHROMIUM_PATH', env)
  const shell = named('HEADLESS_SHELL_PATH', env)
  if (path === NONE) return {}
  const whole = path || [own, ...places].find((one) => one && isFile(one)) || otherPrograms(own)[0]
  return whole ? { whole, headless: shell || shellBeside(whole) || whole } : {}
}

export const findChromium = () => findBrowsers().whole
export const findHeadless = () => findBrowsers().headless

/** Says why there is no browser, and how to get one. */
export const whyNoBrowser = () =>
  process.env.CHROMIUM_PATH === NONE
    ? `CHROMIUM_PATH is ${NONE}.`
    : `no browser was found. \`${GET_BROWSER}\` gets one on any system; CHROMIUM_PATH names another.`

if (process.argv[1] === fileURLToPath(import.meta.url))
  try {
    const { whole, headless } = findBrowsers()
    console.log(whole ? `Chromium: ${whole}\nHeadless: ${headless}` : `Chromium: ${whyNoBrowser()}`)
  } catch ({ message }) {
    console.error(message)
    process.exitCode = 1
  }
