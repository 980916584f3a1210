import { defineConfig } from 'vitest/config'

/** For `npm run mutate`: the tests that run against each mutant. */
export default defineConfig({
  root: process.cwd(),
  test: {
    include: ['test/mutation/quick.test.ts'],
    environment: 'happy-dom',
    // The slowest takes half a second. A mutant that leaves a promise open fails soon, and costs no new process.
    testTimeout: 3000,
    hookTimeout: 3000,
    restoreMocks: true,
  },
})
