/** Every hint has a Chinese translation. */

import { describe, expect, it } from 'vitest'
import { methodNames } from '../../scripts/methods.mjs'
import { commonCodes, methodCodes } from '../../src/failure/codes'
import { hintOf, otherHints } from '../../src/failure/hints'
import { reasons } from '../../src/failure/reasons'
import { type Cause, createUpsdk, explain, type Reason } from '../../src/index'
import { hintInChinese } from '../../src/inspector'
import { serverCodes } from '../../src/server-codes'

/** Each hint with the reason that it belongs to. */
const causes: { readonly [C in Cause]: Reason } = {
  destroyed: 'aborted',
  'given up': 'aborted',
  replaced: 'aborted',
  'malformed signal': 'invalid-params',
  fallback: 'system',
  'no tap': 'unsupported',
}

const hints = new Set([
  otherHints.carried,
  ...(Object.keys(reasons()) as Reason[]).map((reason) => hintOf({ reason })),
  ...(Object.keys(causes) as Cause[]).map((cause) => hintOf({ cause, reason: causes[cause] })),
  ...Object.keys({ ...commonCodes(), ...serverCodes }).flatMap((code) => [
    explain(code).hint,
    explain(code, { catalogues: [serverCodes] }).hint,
    explain(code, { payment: true }).hint,
  ]),
  ...Object.values(serverCodes).flatMap(({ variants = [] }) => variants.map(({ hint = '' }) => hint)),
  ...methodNames.flatMap((method) =>
    methodCodes
      .ownCodes()
      .filter(([methods]) => methods.test(method))
      .flatMap(([, codes]) => Object.keys(codes).map((code) => explain({ code }, { method }).hint)),
  ),
])

describe('a hint is translated into Chinese:', () => {
  it.each([...hints])('%s', (hint) => {
    const chinese = hintInChinese(hint)
    expect(chinese).toMatch(/\p{Script=Han}/u)
    // Names stay English; no English sentence may stay. Official texts contain English.
    const own = chinese.replace(/可能为：.*/, '')
    expect(own).not.toMatch(/[A-Za-z]{2,} [a-z]{2,} [a-z]/)
    expect(own).not.toMatch(/[。：] |\.$/)
  })

  it('but not in texts that the kit did not write', () => {
    expect(hintInChinese('A hint of my own.')).toBe('A hint of my own.')
    expect(hintInChinese('')).toBe('')
  })

  it('and one exists for a destroyed kit, which is the most common mistake with React', async () => {
    const upsdk = createUpsdk()
    upsdk.destroy()
    const error = await upsdk.getSystemInfo().catch((failure) => failure)
    expect(hintInChinese(error.hint)).toMatch(/React/)
  })
})
