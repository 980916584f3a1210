/** Part of `npm version`: puts the new version of package.json into the sources. */
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = new URL('../src/lib/version.ts', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
writeFileSync(FILE, readFileSync(FILE, 'utf8').replace(/'.*'/, `'${version}'`))
