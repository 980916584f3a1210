/** Specifications of `upsdk-kit/playwright`, in the Chromium that is there. `test/wallet/pages/playwright.test.ts` runs them, after a build. */
import { defineConfig } from '@playwright/test'
import { findHeadless } from '../../scripts/chromium.mjs'

export default defineConfig({
  testDir: '.',
  outputDir: process.env.PLAYWRIGHT_OUTPUT || '../../node_modules/.cache/upsdk-kit-playwright',
  // The specifications import the built package by its name, as a project does.
  tsconfig: './tsconfig.json',
  fullyParallel: true,
  reporter: 'line',
  projects: [
    { name: 'passing', testIgnore: 'failing/**' },
    // The specifications that must fail, whose messages are read.
    { name: 'failing', testMatch: 'failing/**' },
  ],
  use: { launchOptions: { executablePath: findHeadless(), args: ['--no-sandbox'] } },
})
