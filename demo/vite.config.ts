import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig({
  // Relative addresses let a built demo work from any folder.
  base: './',
  // The demo uses the kit's own sources, one folder up.
  server: { fs: { allow: ['..'] } },
  build: { rolldownOptions: { input: [page('index.html'), page('phone.html'), page('live.html')] } },
})
