import { existsSync } from 'node:fs'

const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

export const findChromium = (): string | undefined => PLACES.find((path) => path && existsSync(path))

/** Runs once, before all browser tests: says in one line that they are left out, or fails where they must not be. */
export default function setup(): void {
  if (findChromium()) return
  const how = 'install Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH to it'
  if (process.env.REQUIRE_BROWSER) throw new Error(`No Chromium found: ${how}`)
  console.warn(`Browser tests left out, no Chromium found: ${how}.`)
}
