import { defineConfig } from 'vite'
import { buildKit, siteFiles } from './files.mjs'

/** The files as they are: nothing is bundled. */
const asTheyAre = {
  name: 'as-they-are',
  configResolved: buildKit,
  // Vite wants something to bundle.
  resolveId: (id) => (id === 'nothing' ? id : null),
  load: (id) => (id === 'nothing' ? '' : null),
  generateBundle(_options, bundle) {
    for (const name of Object.keys(bundle)) delete bundle[name]
    for (const [fileName, source] of Object.entries(siteFiles()))
      this.emitFile({ type: 'asset', fileName, source })
  },
}

export default defineConfig({ plugins: [asTheyAre], build: { rollupOptions: { input: 'nothing' } } })
