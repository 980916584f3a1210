/** No payment is lost, and none holds the others back for ever. */
import { describe, expect, it, vi } from 'vitest'
import type { Upsdk } from '../../src/index'
import { silent } from '../../wallet/simulator'
import { payments } from '../support/payments'
import { paymentsOf, sdkWindow } from '../support/sdkWindow'
import {
  failureOf,
  ignore,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('a payment whose answer comes after the next tap', () => {
  it('still resolves, and its success runs', async () => {
    const sent = payments()
    const upsdk = kit({ notify: false })
    const [success, fail] = [vi.fn(), vi.fn()]
    const first = upsdk.pay({ tn: '1', success, fail })
    await pass(6000)
    const second = upsdk.pay({ tn: '2' })
    await pass(100)
    expect(sent).toHaveLength(2)
    expect(fail).not.toHaveBeenCalled()
    sent[0]?.success('paid')
    await pass(100)
    expect(success).toHaveBeenCalledWith('paid')
    expect(await stateOf(first)).toBeUndefined()
    expect(await stateOf(second)).toBe('pending')
    sent[1]?.success('paid')
    await second
  })

  it('does not end the hold of that later payment', async () => {
    const sent = payments()
    const upsdk = kit({ notify: false })
    ignore(upsdk.pay({ tn: '1' }))
    await pass(6000)
    ignore(upsdk.pay({ tn: '2' }))
    await pass(100)
    sent[0]?.success()
    await pass(100)
    expect(await stateOf(upsdk.pay({ tn: '3' }))).toMatchObject({ reason: 'busy' })
    expect(sent).toHaveLength(2)
  })

  it('a late answer reaches its payment even if the next payment is another kit’s', async () => {
    const sent = payments()
    const success = vi.fn()
    const first = kit({ presenter: recorder() }).pay({ tn: '1', success })
    await pass(6000)
    ignore(kit({ notify: false }).pay({ tn: '2' }))
    await pass(100)
    sent[0]?.success()
    await first
    expect(success).toHaveBeenCalledTimes(1)
  })

  it('late answers of interactive calls reach their own calls', async () => {
    const sent: RawAnswers[] = []
    rawUpsdk({ scanQRCode: (answers: RawAnswers) => void sent.push(answers) })
    const upsdk = kit()
    const first = upsdk.scanQRCode()
    await pass(4000)
    const second = upsdk.scanQRCode()
    await pass(100)
    sent[0]?.success('one')
    sent[1]?.success('two')
    expect(await first).toBe('one')
    expect(await second).toBe('two')
  })
})

describe('a cause that keeps one payment from being sent does not block a later one:', () => {
  it('window.upsdk as a getter that throws', async () => {
    const sim = wallet({ answers: { pay: { value: undefined } as never } })
    const raw = window.upsdk
    const upsdk = kit({ notify: false, readyTimeout: 300 })
    const throwing = vi.fn(() => {
      throw new Error('getter')
    })
    Object.defineProperty(window, 'upsdk', { configurable: true, get: throwing })
    const failed = failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    expect(await failed).toMatchObject({ name: 'UpsdkError', sent: false })
    Object.defineProperty(window, 'upsdk', { configurable: true, writable: true, value: raw })
    ignore(upsdk.pay({ tn: '2' }))
    await pass(100)
    expect(sim.calls).toHaveLength(1)
  })

  it('a bridge that never comes, with readyTimeout: 0: after 8 s a new tap replaces the old one', async () => {
    const sim = wallet({ readyAfter: 30_000, answers: { pay: silent() } })
    const upsdk = kit({ readyTimeout: 0, presenter: recorder() })
    const first = upsdk.pay({ tn: '1' })
    await pass(5000)
    expect(await stateOf(upsdk.pay({ tn: '2' }))).toMatchObject({ reason: 'busy' })
    await pass(4000)
    const third = upsdk.pay({ tn: '3' })
    expect(await stateOf(first)).toMatchObject({ name: 'UpsdkError', sent: false })
    expect(await stateOf(third)).toBe('pending')
    await pass(30_000)
    expect(sim.calls.map(({ params }) => params)).toEqual([expect.objectContaining({ tn: '3' })])
  })

  it('a payment of another kit that was never sent holds back no later one', async () => {
    const sim = wallet({ readyAfter: 30_000, answers: { pay: silent() } })
    const first = kit({ readyTimeout: 0, presenter: recorder() }).pay({ tn: '1' })
    await pass(9000)
    const upsdk = kit({ readyTimeout: 0, presenter: recorder() })
    ignore(upsdk.pay({ tn: '2' }))
    await pass(30_000)
    expect(sim.calls.map(({ params }) => params)).toEqual([expect.objectContaining({ tn: '2' })])
    expect(await stateOf(first)).toMatchObject({ name: 'UpsdkError', sent: false })
  })
})

describe('a page that replaces its clock:', () => {
  /** A page in a window of its own: the clock of this one is also vitest's. */
  function page() {
    const opened = sdkWindow()
    opened.runFile()
    opened.bridgeUp()
    const own = (): Upsdk => kit({ notify: false, window: opened.window })
    return { opened, own }
  }

  it('var performance = … in a classic script: calls go on, and two kits share one hold', async () => {
    const { opened, own } = page()
    const before = own()
    ignore(before.pay({ tn: '1' }))
    await pass(1000)
    opened.window.performance = { start: 1 }
    const after = own()
    expect(await stateOf(after.pay({ tn: '2' }))).toMatchObject({ reason: 'busy' })
    await pass(5000)
    ignore(after.pay({ tn: '3' }))
    await pass(100)
    expect(await stateOf(before.pay({ tn: '4' }))).toMatchObject({ reason: 'busy' })
    expect(paymentsOf(opened)).toHaveLength(2)
  })
})
