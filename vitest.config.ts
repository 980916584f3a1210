import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { seed } from './test/support/drawn.mjs'
import { LongestFirst } from './test/support/longestFirst.mjs'

// All workers draw with it.
process.env.TEST_SEED = String(seed)

const LIBRARIES = 'test/support/libraries.ts'

/**
 * The time limits of tests, in ms: for one that hangs. A busy machine may take ten times as long as an idle one, which is
 * no fault of a test.
 */
const PATIENCE = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 60_000 } } }

const inBrowser = (name: string, ...more: string[]) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`, `test/wallet/${name}/**/*.test.ts`],
    environment: 'node',
    // They leave nothing behind but pages: what they import is loaded once for all.
    isolate: false,
    globalSetup: [...more, 'test/browser/requireChromium.ts'],
    ...PATIENCE,
    // Real browsers on a busy machine: what fails twice is a fault.
    retry: process.env.CI ? 1 : 0,
  },
})

export default defineConfig({
  test: {
    // Two more than there are cores, since a browser test often waits: with one more, a sixth of the time passes idle.
    maxWorkers: availableParallelism() + 2,
    // A line for each file; what a test wrote, only where it failed.
    silent: 'passed-only',
    slowTestThreshold: 30_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/wallet/unit/**/*.test.ts'],
          environment: 'happy-dom',
          setupFiles: 'test/support/leftBehind.ts',
          // They clean up behind themselves: one window for all of a worker.
          pool: 'threads',
          isolate: false,
          // A mock of one file must not reach the next.
          restoreMocks: true,
          ...PATIENCE,
        },
      },
      inBrowser('browser'),
      inBrowser('pages', LIBRARIES),
      {
        test: {
          name: 'package',
          // Each loads TypeScript, Vite or rollup, and changes nothing of them.
          isolate: false,
          include: ['test/package/**/*.test.ts', 'test/wallet/package/**/*.test.ts'],
          environment: 'node',
          globalSetup: LIBRARIES,
          ...PATIENCE,
        },
      },
    ],
  },
})
