/** Builds the client in the copy of the tree that Stryker has changed; the rest of `dist` stays as it was built before. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { build } from 'vite'

await build({
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  build: {
    outDir: 'dist/wallet',
    emptyOutDir: false,
    minify: false,
    lib: { entry: 'wallet/page/script.ts', name: 'UpsdkKit', formats: ['iife'], fileName: () => 'client.js' },
  },
})
copyFileSync('dist/wallet/client.js', 'dist/upsdk-kit.dev.js')
// Tests load the newest build.
writeFileSync('dist/integrity.json', readFileSync('dist/integrity.json'))
