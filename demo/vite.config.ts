import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

export default defineConfig(({ command }) => ({
  // Relative addresses let a built demo work from any folder.
  base: './',
  // A file that is missing is missing, as on a static site.
  appType: 'mpa',
  // The demo uses the kit's own sources, one folder up.
  server: { fs: { allow: ['..'] } },
  // Its lines to copy name the folder that it is served from.
  define: { CHECKOUT: JSON.stringify(command === 'serve' ? page('..').replace(/[\\/]$/, '') : '') },
  build: { rolldownOptions: { input: ['index.html', 'phone.html', 'shop.html', 'live.html'].map(page) } },
}))
