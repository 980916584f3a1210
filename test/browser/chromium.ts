import { findChromium } from '../../scripts/chromium.mjs'

/** Runs once, before all browser tests: says in one line that they are left out, or fails where they must not be. */
export default function setup(): void {
  if (findChromium()) return
  const how = 'install Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH to it'
  if (process.env.REQUIRE_BROWSER) throw new Error(`No Chromium found: ${how}`)
  console.warn(`Browser tests left out, no Chromium found: ${how}.`)
}
