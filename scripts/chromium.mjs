import { existsSync } from 'node:fs'

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
