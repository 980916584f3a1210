import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Puts the built package into a project as npm installs it: what is only linked, bundlers treat otherwise. */
export function installKit(project: string): void {
  const installed = join(project, 'node_modules/upsdk-kit')
  mkdirSync(installed, { recursive: true })
  cpSync('package.json', join(installed, 'package.json'))
  cpSync('dist', join(installed, 'dist'), { recursive: true })
}
