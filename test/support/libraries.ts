import { install } from '../../scripts/install.mjs'

/** Installs the libraries of pages that the tests of some projects use, where that has not been done. */
export default function setup(): void {
  install('examples')
  install('test/frameworks')
}
