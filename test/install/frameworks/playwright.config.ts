/** The pages of frameworks that are compiled to H5 work as built: `run.mjs` builds and serves them, and runs these. */
import { defineConfig } from '@playwright/test'
import { findHeadless } from '../../../scripts/chromium.mjs'

export default defineConfig({
  testDir: '.',
  outputDir: '../../../node_modules/.cache/upsdk-kit-frameworks',
  // The specifications import the built package by its name, as a project does.
  tsconfig: '../../playwright/tsconfig.json',
  fullyParallel: true,
  workers: 2,
  reporter: 'line',
  use: {
    baseURL: process.env.ADDRESS,
    locale: 'zh-CN',
    launchOptions: { executablePath: findHeadless(), args: ['--no-sandbox'] },
  },
})
