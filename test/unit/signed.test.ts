/** In signed mode calls wait for an accepted config, and a refusal is reported. */
import { describe, expect, it, vi } from 'vitest'
import { fail, succeed } from '../../wallet/simulator'
import { NEWER, type Run, runAll, upsdkByHand } from '../support/signed'
import { failureOf, kit, pass, SIGNED, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

const save = { key: 'k', value: 'v' }
const pageError = () => Object.defineProperty(new Event('error'), 'target', { value: window })

describe('signed mode', () => {
  it('sends after an accepted config only', async () => {
    const sim = wallet({ latency: 100, answers: { config: succeed({ jsApiList: ['pay'] }) } })
    const pluginReady = vi.spyOn(window.upsdk as { pluginReady(): void }, 'pluginReady')
    const upsdk = kit({ config: SIGNED })
    const call = upsdk.pay({ tn: '1' })
    await pass(99)
    expect(sim.calls.map((call) => call.method)).toEqual(['config'])
    await pass(200)
    await call
    expect(sim.calls.map((call) => call.method)).toEqual(['config', 'pay'])
    expect(upsdk.jsApiList).toEqual(['pay'])
    expect(pluginReady).not.toHaveBeenCalled()
  })

  it('rejects everything with bad-signature after a refusal, until a new config', async () => {
    const sim = wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const upsdk = kit()
    const told = vi.fn()
    upsdk.error(told)
    expect(await failureOf(upsdk.config(SIGNED))).toMatchObject({
      reason: 'bad-signature',
      raw: { errmsg: 'refused' },
    })
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'bad-signature', sent: false })
    expect(told).toHaveBeenCalledExactlyOnceWith({ errmsg: 'refused' })
    sim.answer('config', succeed({ jsApiList: [] }))
    await upsdk.config(SIGNED)
    await upsdk.pay({ tn: '1' })
  })

  it('runs the page’s error callback before the calls that waited fail', async () => {
    wallet({ latency: 100, answers: { config: fail({ errmsg: 'refused' }) } })
    const upsdk = kit()
    const order: string[] = []
    upsdk.error(() => void order.push('error'))
    upsdk.config(SIGNED).catch(() => {})
    const call = failureOf(upsdk.scanQRCode({ fail: () => void order.push('fail') }))
    await pass(1000)
    await call
    expect(order).toEqual(['error', 'fail'])
  })

  it('rejects with bad-config if the signature function fails, or gives nothing', async () => {
    wallet()
    const failing = kit({ config: () => Promise.reject(new Error('no network')) })
    expect(await failureOf(failing.pay({ tn: '1' }))).toMatchObject({ reason: 'bad-config' })
    expect(await failureOf(kit().config(undefined as never))).toMatchObject({ reason: 'bad-config' })
  })

  it('fetches no config outside the wallet, nor once the kit is destroyed', async () => {
    wallet({ insideWallet: false })
    const source = vi.fn(() => SIGNED)
    expect(await failureOf(kit({ config: source }).pay({ tn: '1' }))).toMatchObject({
      reason: 'outside-wallet',
    })
    wallet()
    const destroyed = kit()
    destroyed.destroy()
    expect(await failureOf(destroyed.config(source))).toMatchObject({ reason: 'aborted' })
    expect(source).not.toHaveBeenCalled()
  })

  it('passes its config to an upsdk that comes later than any call would wait', async () => {
    const sim = wallet()
    const raw = window.upsdk
    window.upsdk = undefined
    kit({ config: SIGNED })
    await pass(30_000)
    window.upsdk = raw
    await pass(500)
    expect(sim.calls.map((call) => call.method)).toEqual(['config'])
  })
})

describe('a signed page', () => {
  it('may call ready before config in the same script, even if the bridge is up', async () => {
    wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const pluginReady = vi.spyOn(window.upsdk as { pluginReady(): void }, 'pluginReady')
    const upsdk = kit({ notify: false })
    const callback = vi.fn()
    upsdk.ready(callback)
    upsdk.config(SIGNED)
    await pass(1000)
    expect([callback.mock.calls.length, pluginReady.mock.calls.length]).toEqual([0, 0])
  })

  it('gets a refusal even if it calls ready after it', async () => {
    wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const upsdk = kit()
    await failureOf(upsdk.config(SIGNED))
    const told = vi.fn()
    upsdk.error(told)
    await pass(1)
    expect(told).toHaveBeenCalledExactlyOnceWith({ errmsg: 'refused' })
  })

  it('gets no refusal if there is none', async () => {
    wallet()
    const told = vi.fn()
    const upsdk = kit({ config: SIGNED })
    upsdk.error(told)
    await upsdk.saveData(save)
    expect(told).not.toHaveBeenCalled()
  })

  describe('on an upsdk that is open already, and so never runs its ready callbacks again,', () => {
    const open = (answer: ReturnType<typeof succeed> | ReturnType<typeof fail>) => {
      const sim = wallet({ latency: 100, answers: { config: answer } })
      ;(window.upsdk as { pluginReady(run: Run): void }).pluginReady(() => {})
      const upsdk = kit({ config: SIGNED, notify: false })
      return { upsdk, sent: () => sim.calls.map(({ method }) => method) }
    }

    it('becomes ready once its config is accepted, and not before', async () => {
      const { upsdk, sent } = open(succeed({ jsApiList: [] }))
      const call = upsdk.saveData(save)
      await pass(99)
      expect(sent()).toEqual(['config'])
      await pass(1000)
      expect(await stateOf(call)).toBeUndefined()
      expect(sent()).toEqual(['config', 'saveData'])
      await pass(1000)
      upsdk.config(NEWER)
      const next = upsdk.saveData(save)
      await pass(99)
      expect(sent()).toEqual(['config', 'saveData', 'config'])
      await pass(1000)
      expect(await stateOf(next)).toBeUndefined()
    })

    it('is not ready if the config is refused', async () => {
      const { upsdk, sent } = open(fail({ errmsg: 'refused' }))
      const call = upsdk.saveData(save)
      await pass(1000)
      expect(await stateOf(call)).toMatchObject({ reason: 'bad-signature' })
      expect(sent()).toEqual(['config'])
    })
  })

  it('becomes ready after an older refusal of a config that the page gave by itself', async () => {
    const sim = wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    ;(window.upsdk as { config(config: object): void }).config({ ...SIGNED })
    sim.answer('config', succeed({ jsApiList: [] }))
    const told = vi.fn()
    const upsdk = kit({ config: SIGNED })
    upsdk.error(told)
    await upsdk.saveData(save)
    expect(told).not.toHaveBeenCalled()
  })

  it('becomes ready on an upsdk that cannot report refusals', async () => {
    const { raw, stored } = upsdkByHand()
    ;(raw as { error?: unknown }).error = undefined
    const call = kit({ config: SIGNED }).saveData(save)
    await pass(1)
    runAll(stored.ready)
    await pass(1)
    runAll(stored.ready)
    await call
  })

  it('rejects with bad-config if upsdk throws at the config', async () => {
    const { raw } = upsdkByHand()
    raw.config = () => {
      throw new Error('broken')
    }
    expect(await failureOf(kit({ config: SIGNED }).saveData(save))).toMatchObject({
      reason: 'bad-config',
      sent: false,
    })
  })

  it('registers for refusals once, however many configs there are, and never with pluginReady', async () => {
    wallet()
    const raw = window.upsdk as { error(): void; pluginReady(): void }
    const [error, pluginReady] = [vi.spyOn(raw, 'error'), vi.spyOn(raw, 'pluginReady')]
    const upsdk = kit()
    await upsdk.saveData(save)
    await upsdk.saveData(save)
    expect(pluginReady).toHaveBeenCalledTimes(2)
    await upsdk.config(SIGNED)
    await upsdk.config(NEWER)
    expect(error).toHaveBeenCalledTimes(1)
    expect(pluginReady).toHaveBeenCalledTimes(2)
  })
})

describe('a config whose ready callbacks never ran because one of the page’s threw (H3)', () => {
  const begin = async () => {
    const { raw, stored, sent } = upsdkByHand()
    const upsdk = kit({ config: SIGNED, notify: false })
    const call = upsdk.saveData(save)
    await pass(1)
    // The SDK is open, and calls back at once from now on.
    raw.ready = (run: Run) => {
      run()
      return stored.ready.push(run)
    }
    return { raw: raw as typeof raw & { jsApiList?: unknown }, upsdk, sent, call }
  }

  it('counts as accepted if upsdk lists its methods afterwards', async () => {
    const { raw, sent, call } = await begin()
    raw.jsApiList = []
    await pass(500)
    expect(await stateOf(call)).toBeUndefined()
    expect(sent).toEqual(['config', 'saveData'])
  })

  it('does not count as accepted if the list comes from a file that ran again without a config', async () => {
    const { raw, sent } = await begin()
    raw.config = () => sent.push('config of another')
    raw.jsApiList = []
    await pass(500)
    expect(sent).toEqual(['config'])
  })

  it('does not count as accepted by an open upsdk: not in time, nor by later calls', async () => {
    const { upsdk, sent, call } = await begin()
    window.dispatchEvent(pageError())
    await pass(8000)
    expect(await stateOf(call)).toMatchObject({ reason: 'ready-timeout' })
    const next = upsdk.saveData(save)
    await pass(8000)
    expect(await stateOf(next)).toMatchObject({ reason: 'ready-timeout' })
    expect(sent).toEqual(['config'])
  })
})
