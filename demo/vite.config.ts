import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig({
  // Relative addresses, so that a built demo works from any folder.
  base: './',
  // The demo runs the kit's own source, one folder up.
  server: { fs: { allow: ['..'] } },
  build: { rolldownOptions: { input: [page('index.html'), page('phone.html'), page('live.html')] } },
})
