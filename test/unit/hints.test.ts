/** Hints say in Chinese what they say in English. */
import { describe, expect, it } from 'vitest'
import { commonCodes } from '../../src/failure/codes'
import { methodCodes } from '../../src/failure/methodCodes'
import { reasons } from '../../src/failure/reasons'
import { createUpsdk, explain } from '../../src/index'
import { hintInChinese } from '../../src/inspector'
import { serverCodes } from '../../src/server-codes'

const hints = new Set([
  ...Object.values(reasons).map(({ hint }) => hint),
  ...Object.keys({ ...commonCodes, ...serverCodes }).flatMap((code) => [
    explain(code).hint,
    explain(code, { catalogues: [serverCodes] }).hint,
    explain(code, { payment: true }).hint,
  ]),
  ...Object.values(serverCodes).flatMap(({ variants = [] }) => variants.map(({ hint = '' }) => hint)),
  ...methodCodes.flatMap(([, codes]) =>
    Object.values(codes).flatMap((meaning) => meaning.split(': ').slice(1).join(': ') || []),
  ),
])

describe('hints for who reads Chinese', () => {
  it.each([...hints])('%s', (hint) => {
    const chinese = hintInChinese(hint)
    expect(chinese).toMatch(/\p{Script=Han}/u)
    // Names stay as they are; an English sentence does not. Official texts have English inside them.
    const own = chinese.replace(/可能为：.*/, '')
    expect(own).not.toMatch(/[A-Za-z]{2,} [a-z]{2,} [a-z]/)
    expect(own).not.toMatch(/[。：] |\.$/)
  })

  it('leave what the kit did not write', () => {
    expect(hintInChinese('A hint of my own.')).toBe('A hint of my own.')
    expect(hintInChinese('')).toBe('')
  })

  it('are there for a kit that was destroyed, which is the most common mistake with React', async () => {
    const upsdk = createUpsdk()
    upsdk.destroy()
    const error = await upsdk.getSystemInfo().catch((failure) => failure)
    expect(hintInChinese(error.hint)).toMatch(/React/)
  })
})
