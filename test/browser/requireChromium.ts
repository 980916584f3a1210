import { buildForTestsIfStale } from '../../scripts/builds.mjs'
import { findChromium } from '../../scripts/chromium.mjs'

/**
 * Builds what pages load, if that is older than the sources. Says once, in one line, that browser tests are left out where
 * there is no browser; or fails where they must not be.
 */
export default function setup(): void {
  if (findChromium()) return buildForTestsIfStale()
  const how = 'install Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH to it'
  if (process.env.REQUIRE_BROWSER) throw new Error(`No Chromium found: ${how}`)
  console.warn(`Browser tests left out, no Chromium found: ${how}.`)
}
