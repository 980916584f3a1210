/** The kit finds the raw upsdk behind whatever stands in its place. */
import { describe, expect, it } from 'vitest'
import { createRawSource, KIT } from '../../src/gate/rawUpsdk'
import type { UpsdkWindow } from '../../src/types/window'
import { kit, type RawAnswers, rawUpsdk, useWallets } from '../support/wallet'

useWallets()

/** The source of a window with nothing but upsdk. */
function sourceOf(there: Partial<UpsdkWindow>) {
  const target = { addEventListener() {}, removeEventListener() {} }
  return createRawSource(Object.assign(there, target, { document: target }) as unknown as UpsdkWindow)
}

describe('the raw upsdk', () => {
  it('is found behind a kit, and kept when a kit takes its place', () => {
    const raw = { pay() {} }
    const window = { upsdk: raw as unknown } as UpsdkWindow
    const source = sourceOf(window)
    window.upsdk = { [KIT]: () => undefined }
    expect(source.get()).toBe(raw)
    const other = { pay() {} }
    window.upsdk = { [KIT]: () => other }
    expect(source.get()).toBe(other)
    window.upsdk = undefined
    expect(source.get()).toBeUndefined()
  })

  it('is not looked up in a circle if the kit is its own window.upsdk', () => {
    const window = {} as UpsdkWindow
    const source = sourceOf(window)
    window.upsdk = { [KIT]: source.get }
    expect(source.get()).toBeUndefined()
    const raw = source.raw()
    expect(source.raw()).toBe(raw)
    // It was made for what the page wrote, since the SDK file has not run.
    expect(source.get()).toBeUndefined()
    raw.isInsideWallet = true
    expect(source.get()).toBe(raw)
    expect(source.raw()).toBe(raw)
  })

  it('may be a function', () => {
    const upsdk = Object.assign(() => {}, { pay() {} })
    expect(sourceOf({ upsdk } as unknown as UpsdkWindow).get()).toBe(upsdk)
  })

  it('may be a proxy of the page, which has no property of its own', async () => {
    const raw = rawUpsdk({ scanQRCode: ({ success }: RawAnswers) => success('text') })
    window.upsdk = new Proxy({}, { get: (_, name) => Reflect.get(raw, name) })
    expect(await kit().scanQRCode()).toBe('text')
  })

  it('has its own functions as methods, but not ready', async () => {
    rawUpsdk({ pay() {}, ready() {}, configure() {}, isready() {}, text: 'x', toString() {} })
    const upsdk = kit()
    const names = ['pay', 'configure', 'isready', 'ready', 'text', 'toString', 'missing']
    const supported = await Promise.all(names.map((name) => upsdk.supports(name)))
    expect(names.filter((_, index) => supported[index])).toEqual(['pay', 'configure', 'isready'])
  })
})
