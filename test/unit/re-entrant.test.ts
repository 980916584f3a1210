/**
 * The kit survives the page's code inside it: getters, signals, `toJSON` and inspectors that call, abort or destroy
 * it.
 */
import { describe, expect, it, vi } from 'vitest'
import type { Inspector, Step, Upsdk } from '../../src/index'
import { paymentOf } from '../../src/lib/shared'
import {
  ignore,
  kit,
  methodsOf,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

/** Makes a kit whose inspector runs `act` in the first step of that type. */
function kitActingIn(type: Step['type'], act: (upsdk: Upsdk) => void) {
  const steps: string[] = []
  let done = false
  const inspector: Inspector = {
    step(step) {
      steps.push(step.type)
      if (step.type !== type || done) return
      done = true
      act(upsdk)
    },
  }
  const upsdk: Upsdk = kit({ presenter: recorder(), inspector })
  return { upsdk, steps }
}

it('a getter of raw upsdk that calls the kit sends no call twice', async () => {
  let sent = 0
  let asked = 0
  let upsdk: Upsdk
  const raw = rawUpsdk({ scanQRCode: ({ success }: RawAnswers) => success('1') })
  const pay = (params?: RawAnswers) => {
    sent++
    setTimeout(() => params?.success())
  }
  Object.defineProperty(raw, 'pay', {
    configurable: true,
    get() {
      if (!asked++) ignore(upsdk.scanQRCode())
      return pay
    },
  })
  upsdk = kit({ presenter: recorder() })
  const call = upsdk.pay({ tn: '1' })
  await pass(100)
  expect(await stateOf(call)).toBeUndefined()
  expect(sent).toBe(1)
})

describe('destroy() sends nothing afterwards if it runs', () => {
  it('while a signal gets its listener', async () => {
    const sim = wallet()
    const upsdk = kit()
    await upsdk.ready()
    const signal = { aborted: false, addEventListener: () => upsdk.destroy(), removeEventListener() {} }
    const call = upsdk.pay({ tn: '1' }, { signal })
    await pass(100)
    expect(await stateOf(call)).toMatchObject({ reason: 'aborted', sent: false })
    expect(sim.calls).toEqual([])
  })

  it('in toJSON of a parameter', async () => {
    const sim = wallet()
    const upsdk = kit()
    await upsdk.ready()
    const call = upsdk.scanQRCode({ scanType: { toJSON: () => upsdk.destroy() } } as never)
    await pass(100)
    expect(await stateOf(call)).toMatchObject({ reason: 'aborted', sent: false })
    expect(sim.calls).toEqual([])
  })
})

it('a signal that aborts while it gets its listener keeps the call from being sent', async () => {
  const sim = wallet()
  const upsdk = kit()
  await upsdk.ready()
  const signal = {
    aborted: false,
    addEventListener: (_type: string, run: () => void) => run(),
    removeEventListener() {},
  }
  const call = upsdk.pay({ tn: '1' }, { signal: signal as never })
  await pass(100)
  expect(await stateOf(call)).toMatchObject({ reason: 'aborted', sent: false })
  expect(sim.calls).toEqual([])
  await expect(Promise.race([upsdk.pay({ tn: '2' }), pass(100)])).resolves.toBeUndefined()
  expect(sim.calls).toHaveLength(1)
})

describe('a payment that is aborted in the inspector’s step `sent`', () => {
  it.each<[string, (upsdk: Upsdk, controller: AbortController) => void]>([
    ['destroy()', (upsdk) => upsdk.destroy()],
    ['an abort', (_upsdk, controller) => controller.abort()],
  ])('by %s does not reach native, and is unsent', async (_how, act) => {
    const sim = wallet()
    const controller = new AbortController()
    const { upsdk, steps } = kitActingIn('sent', (made) => act(made, controller))
    const call = upsdk.pay({ tn: '1' }, { signal: controller.signal })
    await pass(100)
    expect(await stateOf(call)).toMatchObject({ reason: 'aborted', sent: false })
    expect(sim.calls).toEqual([])
    expect(steps.slice(0, 3)).toEqual(['called', 'sent', 'settled'])
    expect(paymentOf(window)?.left()).toBe(0)
  })

  it('by beforeSending does not reach native either', async () => {
    const sim = wallet()
    const controller = new AbortController()
    const { upsdk } = kitActingIn('sent', () => controller.abort())
    const call = upsdk.pay({ tn: '1' }, { beforeSending: controller.signal })
    await pass(100)
    expect(await stateOf(call)).toMatchObject({ reason: 'aborted', sent: false })
    expect(sim.calls).toEqual([])
  })
})

it('a call that an inspector makes in the step `sent` sends none twice', async () => {
  const sim = wallet()
  const { upsdk } = kitActingIn('sent', (made) => ignore(made.scanQRCode()))
  await Promise.all([upsdk.pay({ tn: '1' }), pass(100)])
  expect(methodsOf(sim).sort()).toEqual(['pay', 'scanQRCode'])
})

describe('an answer stands, though the inspector aborts the call in the step `answered`:', () => {
  it.each<[string, (upsdk: Upsdk, controller: AbortController) => void]>([
    ['by destroy()', (upsdk) => upsdk.destroy()],
    ['by an abort', (_upsdk, controller) => controller.abort()],
  ])('%s', async (_how, act) => {
    wallet()
    const controller = new AbortController()
    const success = vi.fn()
    const { upsdk, steps } = kitActingIn('answered', (made) => act(made, controller))
    const call = upsdk.pay({ tn: '1', success }, { signal: controller.signal })
    await pass(100)
    expect(await stateOf(call)).toBeUndefined()
    expect(success).toHaveBeenCalledOnce()
    expect(steps).toEqual(['called', 'sent', 'answered', 'settled'])
  })
})
