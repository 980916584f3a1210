/** `npm run field`: builds one HTML file with everything in it, which any web server can serve. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { lowerBlockScopes } from '../rollup.config.js'

const place = (name) => fileURLToPath(new URL(name, import.meta.url))

/** Escapes code to ASCII, since a server may serve the file without its encoding. */
const ascii = (code) =>
  code.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Puts script and styles into the page. The script is an ordinary one, since Chrome 55 has no modules. */
const intoOneFile = {
  name: 'into-one-file',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      let code = ''
      for (const name of Object.keys(bundle)) {
        const file = bundle[name]
        if (file?.type === 'chunk') code = file.code
        delete bundle[name]
      }
      // Replacements are functions, so that a `$&` in the inserted text stays.
      const source = readFileSync(place('index.html'), 'utf8')
        .replace('/* style.css */', () => readFileSync(place('style.css'), 'utf8'))
        .replace('/* main.ts */', () => ascii(code).replace(/<\/(script)/gi, '<\\/$1'))
      this.emitFile({ type: 'asset', fileName: 'upsdk-field-test.html', source })
    },
  },
}

export default defineConfig({
  root: place('.'),
  plugins: [lowerBlockScopes(), intoOneFile],
  build: {
    target: 'es2017',
    minify: 'terser',
    terserOptions: { format: { ascii_only: true, comments: /^!/ } },
    lib: { entry: place('main.ts'), formats: ['iife'], name: 'UpsdkFieldTest' },
  },
})
