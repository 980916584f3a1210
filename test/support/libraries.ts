import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildIfStale } from '../../scripts/builds.mjs'
import { install } from '../../scripts/install.mjs'

/** What test files name, and what it needs: the whole build takes half a minute, and an install some twenty seconds. */
const NEEDS: readonly [name: RegExp, prepare: () => void][] = [
  [/\bdist\b|\bglobalFile\('/, buildIfStale],
  [/\bexamples\b/i, () => install('examples')],
  [/\bframeworks\b/i, () => install('test/frameworks')],
]

/** Collects a test file's text, and the texts of all files of `test` that it imports. */
function collectTexts(file: string, texts: Map<string, string>): void {
  const path = [file, `${file}.ts`].find((one) => existsSync(one) && /\.m?ts$/.test(one))
  if (!path || texts.has(path) || !relative('test', path).match(/^(?!\.\.)/)) return
  const text = readFileSync(path, 'utf8')
  texts.set(path, text)
  for (const [, imported = ''] of text.matchAll(/(?:from|import) '(\.[^']+)'/g))
    collectTexts(join(dirname(path), imported), texts)
}

/** Builds `dist` if it is older than the sources, and installs the libraries of test pages, where a file that runs needs them. */
export default function setup({ vitest }: TestProject): void {
  const texts = new Map<string, string>()
  for (const file of vitest.state.getPaths()) collectTexts(relative('', file), texts)
  const all = [...texts.values()].join('\n')
  for (const [name, prepare] of NEEDS) if (name.test(all)) prepare()
}
