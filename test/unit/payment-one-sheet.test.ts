// @vitest-environment node
/** One payment sheet and true words about it, on the real SDK file, while code of the page runs inside the kit. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUpsdk, type Step, type Upsdk, type UpsdkError, type UpsdkOptions } from '../../src/index'
import { restoreGlobals } from '../support/putBack'
import { paymentsOf, type SdkWindow, sdkWindow } from '../support/sdkWindow'
import { SIGNED } from '../support/wallet'

beforeEach(() => void vi.useFakeTimers())
afterEach(restoreGlobals)

const BRIDGES = ['cordova', 'jsbridge'] as const
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const presenter = { toast() {}, dialog: () => new Promise<boolean>(() => {}) }

/** Makes a kit beside upsdk, which waits for its bridge. Native answers no payment. */
function page(bridge: (typeof BRIDGES)[number], options: UpsdkOptions = {}) {
  const wallet = sdkWindow(bridge)
  wallet.runFile()
  const make = (more: UpsdkOptions = {}) =>
    createUpsdk({ window: wallet.window, locale: 'en', presenter, readyTimeout: 0, ...options, ...more })
  return { wallet, make }
}

/** Pays, and keeps the outcome. */
function pay(upsdk: Upsdk, tn: string, options?: Parameters<Upsdk['pay']>[1]) {
  const payment: { outcome?: UpsdkError | 'paid' } = {}
  upsdk.pay({ tn }, options).then(
    () => (payment.outcome = 'paid'),
    (error: UpsdkError) => (payment.outcome = error),
  )
  return payment
}

const tnsOf = (wallet: SdkWindow) => paymentsOf(wallet).map(({ params }) => (params as { tn: string }).tn)

describe.each(BRIDGES)(
  'a payment that waited longer than its hold (%s) opens one sheet if the page pays',
  (bridge) => {
    it('in an inspector’s step `sent`', async () => {
      let second: { outcome?: unknown } | undefined
      const { wallet, make } = page(bridge, {
        inspector: {
          step({ method, type }: Step) {
            if (method === 'pay' && type === 'sent') second ||= pay(upsdk, '2')
          },
        },
      })
      const upsdk = make()
      pay(upsdk, '1')
      await pass(9000)
      wallet.bridgeUp()
      await pass(100)
      expect(tnsOf(wallet)).toEqual(['1'])
      expect(second?.outcome).toMatchObject({ reason: 'busy', sent: false })
    })

    it('in a getter of upsdk’s `pay`', async () => {
      const { wallet, make } = page(bridge)
      const upsdk = make()
      let asked = 0
      let second: { outcome?: unknown } | undefined
      pay(upsdk, '1')
      await pass(9000)
      upsdk.pluginReady(() => {})
      // The file writes its methods when the bridge comes up, then runs its callbacks.
      const raw = wallet.window.upsdk as unknown as Record<string, unknown>
      let real: unknown
      Object.defineProperty(raw, 'pay', {
        configurable: true,
        set: (value) => (real = value),
        get() {
          if (!asked++) second = pay(upsdk, '2')
          return real
        },
      })
      wallet.bridgeUp()
      await pass(100)
      expect(tnsOf(wallet)).toEqual(['1'])
      expect(second?.outcome).toMatchObject({ reason: 'busy', sent: false })
    })

    it('by a kit that is ready, in its own signal, when a newer payment takes its place', async () => {
      const { wallet, make } = page(bridge)
      const [signed, ready] = [make(), make()]
      let configs = 0
      signed.config(() => (configs++ ? SIGNED : new Promise(() => {}))).catch(() => {})
      wallet.bridgeUp()
      await pass(100)
      let third: { outcome?: unknown } | undefined
      const signal = {
        aborted: false,
        addEventListener() {},
        removeEventListener: () => void (third = pay(ready, '3')),
      }
      const first = pay(signed, '1', { signal })
      await pass(9000)
      pay(signed, '2')
      await pass(100)
      expect(first.outcome).toMatchObject({ reason: 'aborted', sent: false })
      wallet.onCall = (call) => call.name === 'UPWebSdk.config' && call.succeed({ jsApiList: [] })
      signed.config(() => SIGNED).catch(() => {})
      await pass(1000)
      expect(tnsOf(wallet)).toEqual(['2'])
      expect(third?.outcome).toMatchObject({ reason: 'busy', sent: false })
    })
  },
)

describe.each(BRIDGES)('a payment that was given up reaches native no more (%s)', (bridge) => {
  it('and has no step `sent` if a newer one took its place', async () => {
    const steps: string[] = []
    const { wallet, make } = page(bridge)
    const first = make({ inspector: { step: ({ type }) => void steps.push(type) } })
    const given = pay(first, '1')
    await pass(9000)
    pay(make(), '2')
    wallet.bridgeUp()
    await pass(100)
    expect(tnsOf(wallet)).toEqual(['2'])
    expect(given.outcome).toMatchObject({ reason: 'aborted', sent: false })
    expect(steps.slice(0, 2)).toEqual(['called', 'settled'])
  })
})

it('a payment that is aborted by an accessor of cordova’s status does not reach native', async () => {
  const { wallet, make } = page('cordova')
  const upsdk = make()
  wallet.bridgeUp()
  await upsdk.ready()
  const controller = new AbortController()
  Object.defineProperty(wallet.window.cordova, 'errorRetStatus', {
    configurable: true,
    get: () => 1,
    set: () => controller.abort(),
  })
  const given = pay(upsdk, '1', { signal: controller.signal })
  await pass(100)
  expect(given.outcome).toMatchObject({ reason: 'aborted', sent: false })
  expect(tnsOf(wallet)).toEqual([])
})

describe.each(BRIDGES)('a refusal of the bridge (%s)', (bridge) => {
  const refused = async (after: number) => {
    const { wallet, make } = page(bridge)
    const upsdk = make()
    wallet.bridgeUp()
    await upsdk.ready()
    const given = pay(upsdk, '1')
    await pass(after)
    const [call] = paymentsOf(wallet)
    const text = 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！'
    call?.fail(bridge === 'cordova' ? '' : { errmsg: text }, 'ILLEGAL_ACCESS_EXCEPTION')
    await pass(100)
    return given.outcome
  }

  it('that comes soon proves that the payment was not sent', async () => {
    expect(await refused(100)).toMatchObject({ reason: 'forbidden', sent: false })
  })

  it('that comes late proves nothing', async () => {
    expect(await refused(5000)).toMatchObject({ sent: true, retry: 'never' })
  })
})

describe.each(BRIDGES)('destroy() before the dialog of a payment is shown (%s)', (bridge) => {
  /** Fails a payment, destroys the kit so many ms later, and returns its steps. */
  async function destroyed(after: number, before: (upsdk: Upsdk) => void = () => {}) {
    const steps: string[] = []
    const inspector = {
      step({ method, ...step }: Step) {
        if (method === 'pay') steps.push(step.type === 'quiet' ? `quiet ${step.why}` : step.type)
      },
    }
    const { wallet, make } = page(bridge, { inspector })
    const upsdk = make()
    wallet.bridgeUp()
    await upsdk.ready()
    before(upsdk)
    wallet.onCall = (call) => call.fail('处理中')
    pay(upsdk, '1')
    await pass(after)
    upsdk.destroy()
    await pass(1000)
    return steps
  }
  const TOLD = ['called', 'sent', 'answered', 'settled', 'quiet closed']

  it('is told to inspectors, while native’s page slides away', async () => {
    expect(await destroyed(200)).toEqual(TOLD)
  })

  it('and while it waits behind another dialog', async () => {
    expect(await destroyed(1000, (upsdk) => upsdk.notify('99'))).toEqual(TOLD)
  })
})
