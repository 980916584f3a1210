/** In signed mode the newest of several configs counts, and a signature that could not be fetched is fetched again. */
import { describe, expect, it, vi } from 'vitest'
import type { SignedConfig } from '../../src/types/signed'
import { fail, succeed } from '../../wallet/simulator'
import { NEWER, runAll, upsdkByHand } from '../support/signed'
import { failureOf, kit, pass, SIGNED, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

const later = (config: SignedConfig, ms: number) => () =>
  new Promise<SignedConfig>((resolve) => setTimeout(() => resolve(config), ms))

const save = { key: 'k', value: 'v' }

describe('a call that has not been sent when a newer config comes', () => {
  it('waits for its answer, though pluginReady was registered before', async () => {
    const { stored, sent } = upsdkByHand()
    const upsdk = kit()
    const call = upsdk.saveData(save)
    expect(stored.pluginReady).toHaveLength(1)
    upsdk.config(SIGNED)
    await pass(1)
    runAll(stored.pluginReady)
    expect(sent).toEqual(['config'])
    runAll(stored.ready)
    await pass(1)
    // The config is accepted, but no call is sent yet: only the callbacks of `ready` let calls through.
    runAll(stored.pluginReady)
    expect(sent).toEqual(['config'])
    // It still has the one registration of the kit.
    await pass(1000)
    expect(stored.ready).toHaveLength(2)
    runAll(stored.ready)
    await call
    expect(sent).toEqual(['config', 'saveData'])
  })

  it('waits for the answer to the newest config, even if an older one opened the SDK', async () => {
    const { stored, sent } = upsdkByHand()
    const upsdk = kit({ config: SIGNED })
    const call = upsdk.saveData(save)
    await pass(1)
    runAll(stored.ready)
    upsdk.config(NEWER)
    runAll(stored.ready)
    expect(sent).toEqual(['config'])
    await pass(1)
    runAll(stored.ready)
    await pass(1)
    runAll(stored.ready)
    await call
    expect(sent).toEqual(['config', 'config', 'saveData'])
  })

  it('is not sent before that answer, though the SDK is still open from the older config', async () => {
    const sim = wallet({ latency: 100, answers: { config: succeed({ jsApiList: [] }) } })
    const upsdk = kit({ config: SIGNED })
    await pass(100)
    upsdk.config(NEWER)
    const call = upsdk.saveData(save)
    await pass(99)
    expect(sim.calls.map(({ method }) => method)).toEqual(['config', 'config'])
    await pass(200)
    await call
  })
})

describe('a callback of ready()', () => {
  it('does not run after a refusal, even if upsdk runs it again', async () => {
    const { stored } = upsdkByHand()
    const upsdk = kit({ config: SIGNED, notify: false })
    const callback = vi.fn()
    upsdk.ready(callback)
    await pass(1)
    runAll(stored.ready.slice(0, 1))
    runAll(stored.error, { errmsg: 'refused' })
    expect(await failureOf(upsdk.ready())).toMatchObject({ reason: 'bad-signature' })
    runAll(stored.ready.slice(1))
    await pass(1)
    expect(callback).not.toHaveBeenCalled()
  })
})

describe('a newer config', () => {
  it('is passed on, though an older one is answered while its signature is being fetched', async () => {
    const sim = wallet({ latency: 100 })
    const upsdk = kit()
    upsdk.config(SIGNED)
    await pass(10)
    upsdk.config(
      () => new Promise((resolve) => setTimeout(() => resolve({ ...SIGNED, nonceStr: 'newer' }), 500)),
    )
    await pass(3000)
    expect(sim.calls.map(({ params }) => (params as { nonceStr: string }).nonceStr)).toEqual(['n', 'newer'])
  })

  it('that is accepted lets calls through, though an older one was refused meanwhile', async () => {
    let configs = 0
    wallet({
      latency: 100,
      answers: { config: () => (configs++ ? succeed({ jsApiList: [] }) : fail({ errmsg: 'refused' })) },
    })
    const upsdk = kit()
    upsdk.config(SIGNED)
    await pass(50)
    upsdk.config(SIGNED)
    await pass(1000)
    const call = upsdk.saveData({ key: 'k', value: 'v' })
    await pass(200)
    await call
    // The old refusal is over: nothing reports it any more.
    const onRefusal = vi.fn()
    upsdk.error(onRefusal)
    await pass(1)
    expect(onRefusal).not.toHaveBeenCalled()
  })

  it('counts, though the signature of an older one comes later', async () => {
    const sim = wallet({ latency: 1000 })
    const upsdk = kit()
    upsdk.config(later(SIGNED, 500))
    upsdk.config(NEWER)
    await pass(3000)
    expect(sim.calls.map(({ params }) => (params as { nonceStr: string }).nonceStr)).toEqual(['newer'])
  })

  it('makes calls wait, though an older one is refused while its signature is being fetched', async () => {
    const { stored, sent } = upsdkByHand()
    const upsdk = kit({ config: SIGNED })
    const told = vi.fn()
    upsdk.error(told)
    await pass(1)
    upsdk.config(later(NEWER, 500))
    const call = upsdk.saveData(save)
    runAll(stored.error, { errmsg: 'refused' })
    expect(await stateOf(call)).toBe('pending')
    await pass(500)
    runAll(stored.ready)
    await pass(1)
    runAll(stored.ready)
    await call
    expect(told).not.toHaveBeenCalled()
    expect(sent).toEqual(['config', 'config', 'saveData'])
  })
})

describe('a page that calls upsdk.config by itself', () => {
  it('does not change how the kit’s calls get through', async () => {
    const { stored, sent } = upsdkByHand()
    const call = kit().saveData(save)
    runAll(stored.ready)
    expect(sent).toEqual([])
    runAll(stored.pluginReady)
    await call
    expect(sent).toEqual(['saveData'])
  })
})

describe('a signature', () => {
  it('that could not be fetched is fetched again by the next call, and by nothing else', async () => {
    const sim = wallet({ answers: { config: succeed({ jsApiList: [] }) } })
    const source = vi.fn(async () => SIGNED)
    source.mockRejectedValueOnce(new TypeError('Failed to fetch'))
    const upsdk = kit({ config: source })
    expect(await failureOf(upsdk.saveData(save))).toMatchObject({ reason: 'network' })
    await pass(20_000)
    expect(source).toHaveBeenCalledTimes(1)
    await Promise.all([upsdk.saveData(save), upsdk.saveData(save)])
    await upsdk.saveData(save)
    expect(source).toHaveBeenCalledTimes(2)
    expect(sim.calls.map(({ method }) => method)).toEqual(['config', 'saveData', 'saveData', 'saveData'])
  })

  it('that the wallet refuses is not fetched again', async () => {
    wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const source = vi.fn(async () => SIGNED)
    const upsdk = kit({ config: source })
    await failureOf(upsdk.saveData(save))
    await failureOf(upsdk.saveData(save))
    expect(source).toHaveBeenCalledTimes(1)
  })

  it('that cannot be fetched has no effect on the newer config in its place', async () => {
    const { sent, stored } = upsdkByHand()
    const upsdk = kit({
      config: () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 100)),
    })
    const told = vi.fn()
    upsdk.error(told)
    upsdk.config(NEWER)
    const call = upsdk.saveData(save)
    await pass(1000)
    runAll(stored.ready)
    await pass(1)
    runAll(stored.ready)
    await call
    expect(sent).toEqual(['config', 'saveData'])
    expect(told).not.toHaveBeenCalled()
  })
})

describe('a callback registered with ready()', () => {
  it('after a refusal runs once a newer config is accepted', async () => {
    const sim = wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const upsdk = kit({ config: SIGNED })
    await failureOf(upsdk.ready())
    const run = vi.fn()
    upsdk.ready(run)
    await pass(1000)
    expect(run).not.toHaveBeenCalled()
    sim.answer('config', succeed({ jsApiList: [] }))
    await upsdk.config(NEWER)
    await pass(1)
    expect(run).toHaveBeenCalledTimes(1)
  })
})
