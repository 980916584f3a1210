import { buildForTestsIfStale } from '../../scripts/builds.mjs'
import { findChromium } from '../../scripts/chromium.mjs'

/**
 * Builds the files that pages load, if they are older than the sources. Without a browser, says once in one line
 * that browser tests are left out, or fails if they are required.
 */
export default function setup(): void {
  if (findChromium()) return buildForTestsIfStale()
  const how = 'install Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH to it'
  if (process.env.REQUIRE_BROWSER) throw new Error(`No Chromium found: ${how}`)
  console.warn(`Browser tests left out, no Chromium found: ${how}.`)
}
