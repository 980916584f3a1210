import { existsSync } from 'node:fs'
import { install } from '../../scripts/install.mjs'

/** Installs the libraries of pages that the tests of some projects use, where that has not been done. */
export default function setup(): void {
  // `npm test` builds less than is published.
  if (!existsSync('dist/index.d.ts')) throw new Error('npm run build comes first')
  install('examples')
  install('test/frameworks')
}
