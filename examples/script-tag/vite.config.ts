import { execSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { shopServer } from '../shared/shop-server.ts'
import { developmentFiles, siteFiles } from './files.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

// No charset: the page says itself that it is in GBK, as on many servers of its time.
const TYPES: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' }

/** The files as they are: nothing is bundled. */
const asTheyAre: Plugin = {
  name: 'as-they-are',
  configResolved() {
    // The kit's file for script tags, which a project would take from the package.
    if (!existsSync(`${repository}/dist/upsdk-kit.min.js`))
      execSync('npm run build', { cwd: repository, stdio: 'inherit' })
  },
  configureServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost')
      const name = pathname.slice(1) || 'index.html'
      const file = developmentFiles()[name]
      if (!file) return next()
      response.writeHead(200, { 'Content-Type': TYPES[extname(name)] ?? 'text/plain' }).end(file)
    })
  },
  // Vite wants something to bundle.
  resolveId: (id) => (id === 'nothing' ? id : null),
  load: (id) => (id === 'nothing' ? '' : null),
  generateBundle(_options, bundle) {
    for (const name of Object.keys(bundle)) delete bundle[name]
    for (const [fileName, source] of Object.entries(siteFiles()))
      this.emitFile({ type: 'asset', fileName, source })
  },
}

export default defineConfig({
  appType: 'custom',
  plugins: [asTheyAre, shopServer()],
  build: { rollupOptions: { input: 'nothing' } },
})
