import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const first = (places) => places.find((path) => path && existsSync(path))

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Finds a full browser. `CHROMIUM_PATH` comes first. */
export const findChromium = () => first(PLACES)

/**
 * Finds the same engine without windows if it is installed (Debian: `chromium-headless-shell`), in which a tab opens
 * three times as fast. `CHROMIUM_PATH` overrides it.
 */
export const findHeadless = () =>
  first([
    process.env.HEADLESS_SHELL_PATH,
    !process.env.CHROMIUM_PATH && '/usr/bin/chromium-headless-shell',
  ]) || findChromium()

/** The headless shell that `playwright-core install` puts beside Chromium: `…/chromium-1` and `…/chromium_headless_shell-1`. */
export function shellBeside(chromium) {
  const folder = chromium.replace(/([\\/])chromium-(\d+)[\\/].*/, '$1chromium_headless_shell-$2')
  if (folder === chromium || !existsSync(folder)) return undefined
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const file = files.find((name) => /(^|[\\/])(chrome-headless-shell|headless_shell)(\.exe)?$/.test(name))
  return file && join(folder, file)
}

// `node scripts/chromium.mjs`, after `playwright-core install chromium`: the variables of both, for a workflow.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { chromium } = await import('playwright-core')
  const whole = chromium.executablePath()
  const shell = shellBeside(whole)
  console.log(`CHROMIUM_PATH=${whole}`)
  if (shell) console.log(`HEADLESS_SHELL_PATH=${shell}`)
}
