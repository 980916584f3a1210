import { defineConfig } from 'vitest/config'

/** For `npm run mutate`: the tests that run against each mutant. */
export default defineConfig({
  root: process.cwd(),
  test: {
    include: ['test/mutation/quick.test.ts'],
    environment: 'happy-dom',
    testTimeout: 15_000,
    restoreMocks: true,
  },
})
