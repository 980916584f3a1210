/** The package's modules, for pages that import them from /dist. */
import { readdirSync } from 'node:fs'
import { testBuild } from '../../scripts/builds.mjs'
import { built, script } from '../browser/harness'

/** Routes to the modules. */
export const MODULES: Record<string, { contentType: string; body: string }> = {}
for (const file of readdirSync(testBuild(), { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.js'),
))
  MODULES[`https://mini.example/dist/${file.replace(/\\/g, '/')}`] = script(built(file))
