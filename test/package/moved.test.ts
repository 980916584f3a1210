// @vitest-environment node
/** What stood elsewhere is found from its old address. */
import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { moved } from '../../bin/moved.mjs'
import { headingsOf } from '../support/headings'

const FOLDERS = { zh: 'docs/zh', en: 'docs' } as const

describe.each(['zh', 'en'] as const)('an old address in %s', (language) => {
  const fileOf = (address: string) => `${FOLDERS[language]}/${address.split('#')[0]}.md`
  const addresses = Object.entries(moved[language])

  it.each(addresses)('%s is no heading any more, and leads to one: %s', (before, after) => {
    const [, gone] = before.split('#')
    const [, heading] = after.split('#')
    expect(existsSync(fileOf(after))).toBe(true)
    if (heading) expect(headingsOf(fileOf(after))).toContain(heading)
    if (!gone) return expect(existsSync(fileOf(before))).toBe(false)
    if (existsSync(fileOf(before))) expect(headingsOf(fileOf(before))).not.toContain(gone)
  })

  it('has the same places as in the other language', () => {
    const files = (one: Readonly<Record<string, string>>) =>
      Object.entries(one).map(([before, after]) => [before, after].map((address) => address.split('#')[0]))
    expect(files(moved.zh)).toEqual(files(moved.en))
  })
})
