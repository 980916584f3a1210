import { buildIfStale } from '../../scripts/builds.mjs'
import { install } from '../../scripts/install.mjs'

/** Builds `dist` if it is older than the sources, and installs the libraries of test pages. */
export default function setup(): void {
  buildIfStale()
  install('examples')
  install('test/frameworks')
}
