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

/** A browser with all that a person has in theirs; `CHROMIUM_PATH` comes first. */
export const findChromium = () => first(PLACES)

/**
 * The same engine without windows, where it is installed (Debian: `chromium-headless-shell`): a tab opens in a third of the
 * time. Whoever names a browser in `CHROMIUM_PATH` means that one.
 */
export const findHeadless = () =>
  first([
    process.env.HEADLESS_SHELL_PATH,
    !process.env.CHROMIUM_PATH && '/usr/bin/chromium-headless-shell',
  ]) || findChromium()
