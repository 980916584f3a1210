import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** Installs the built package into a project as npm does: bundlers treat a linked package differently. */
export function installKit(project: string): void {
  const installed = join(project, 'node_modules/upsdk-kit')
  mkdirSync(installed, { recursive: true })
  cpSync('package.json', join(installed, 'package.json'))
  cpSync('dist', join(installed, 'dist'), { recursive: true })
}
