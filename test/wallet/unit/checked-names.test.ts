/** A test that names what the wallet does not have is told so, and what is so of the name. */
import { expect, it } from 'vitest'
import { methodProblem } from '../../../wallet/playwright/check'

it.each(['pluginReady', 'ready', 'error', 'getNFCAdapter'])(
  'says of %s that it never reaches the wallet',
  (name) => {
    expect(methodProblem(name)).toBe(`"${name}" never reaches the wallet: upsdk answers it itself.`)
  },
)

it('says of other names that upsdk has no such method, and which was probably meant', () => {
  expect(methodProblem('pya')).toBe('upsdk has no method "pya". Did you mean "pay"?')
  expect(methodProblem('toString')).toBe('upsdk has no method "toString".')
  expect(methodProblem('config')).toBeUndefined()
})
