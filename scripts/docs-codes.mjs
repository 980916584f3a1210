/** `npm run docs:codes`: writes docs/codes.md. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const place = (path) => fileURLToPath(new URL(path, import.meta.url))

const { module } = await runnerImport(place('./codes-page.ts'), { logLevel: 'warn' })
mkdirSync(place('../docs'), { recursive: true })
writeFileSync(place('../docs/codes.md'), module.codesPage())
