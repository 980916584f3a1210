import type { TestCase, TestProject } from 'vitest/node'
import { buildForTestsIfStale } from '../../scripts/builds.mjs'
import { findChromium, whyNoBrowser } from '../../scripts/chromium.mjs'

/** A skipped group in a skipped group leaves its tests pending. */
const wasLeftOut = (test: TestCase) => ['skipped', 'pending'].includes(test.result().state)

/**
 * Builds the files that pages load, if they are older than the sources. Without a browser, says at the end which tests
 * were left out and how to get one, or fails if they are required.
 */
export default function setup(project: TestProject): (() => void) | undefined {
  if (findChromium()) {
    buildForTestsIfStale()
    return undefined
  }
  if (process.env.REQUIRE_BROWSER) throw new Error(`The tests need a browser: ${whyNoBrowser()}`)
  return () => {
    const modules = project.vitest.state.getTestModules().filter((one) => one.project === project)
    const counts = modules
      .map(({ children }) => [...children.allTests()].filter(wasLeftOut).length)
      .filter(Boolean)
    const tests = counts.reduce((sum, one) => sum + one, 0)
    console.warn(
      `Left out: ${tests} tests in ${counts.length} files of “${project.name}”, since ${whyNoBrowser()}`,
    )
  }
}
