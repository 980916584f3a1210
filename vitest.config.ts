import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // By itself vitest leaves one core unused: of two, half.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: 'unit',
          
          include: ['test/unit/**/*.test.ts'],
          environment: 'happy-dom',
          testTimeout: 20_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          // They leave nothing behind but pages: what they import is loaded once for all.
          isolate: false,
          globalSetup: 'test/browser/chromium.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
