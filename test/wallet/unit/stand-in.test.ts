/** The address of upsdk.js's replacement contains the page's own address of upsdk.js. */
import { expect, it } from 'vitest'
import { replacedAddress, standInAddress } from '../../../wallet/shared/sdkAddress'
import { standInFor } from '../../../wallet/shared/standIn'

it.each([
  'https://open.95516.com/s/open/js/upsdk.js',
  '//open.95516.com/upsdk.js?v=1&t=2',
  '/js/upsdk.js',
  'upsdk.js?a=%20',
])('an upsdk.js address is unchanged after its way through a server: %s', (own) => {
  const address = standInAddress('/@upsdk-kit/upsdk.js', own)
  // Vite makes one slash of two.
  expect(address).not.toContain('//')
  expect(replacedAddress(address)).toBe(own)
})

it('an upsdk.js address written by hand is used unchanged', () => {
  expect(replacedAddress('/@upsdk-kit/upsdk.js?https://a.test/upsdk.js?%')).toBe('https://a.test/upsdk.js?%')
})

it('an upsdk.js that is missing, by a setting or a situation, has no script', () => {
  const scriptOf = (settings: Parameters<typeof standInFor>[1]) =>
    standInFor('https://open.95516.com/s/open/js/upsdk.js', settings)?.script
  expect(scriptOf({})).toContain('sdkLoaded')
  expect([scriptOf({ upsdk: 'missing' }), scriptOf({ situation: 'sdk-missing' })]).toEqual([
    undefined,
    undefined,
  ])
})

it('an upsdk.js ends as the real file does: a page with an AMD loader gets upsdk from it', () => {
  const script = standInFor('https://open.95516.com/s/open/js/upsdk.js', {})?.script || ''
  const run = (define: unknown, upsdk: unknown) =>
    (new Function('window', 'define', script) as (...given: unknown[]) => void)({ upsdk }, define)
  const made: unknown[] = []
  const define = Object.assign((factory: () => unknown) => void made.push(factory()), { amd: {} })
  run(define, 'upsdk')
  run(define, 'upsdk of a second tag')
  expect(made).toEqual(['upsdk', 'upsdk of a second tag'])
  run(() => made.push('no loader'), 'upsdk')
  run(undefined, 'upsdk')
  expect(made).toHaveLength(2)
  const broken = Object.assign(
    () => {
      throw new Error('of the loader')
    },
    { amd: {} },
  )
  expect(() => run(broken, 'upsdk')).toThrow('of the loader')
})
