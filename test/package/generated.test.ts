// @vitest-environment node
/** Every generated file is current. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makers } from '../../scripts/generate.mjs'

const made: Record<string, string> = Object.assign({}, ...(await Promise.all(makers.map((make) => make()))))

// `npm run generate` writes it.
it.each(Object.keys(made))('%s is what `npm run generate` makes', (file) => {
  expect(readFileSync(file, 'utf8')).toBe(made[file])
})
