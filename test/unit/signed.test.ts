import { describe, expect, it, vi } from 'vitest'
import { fail, succeed } from '../../src/simulator'
import type { SignedConfig } from '../../src/types/signed'
import { failureOf, kit, pass, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

const signed = { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }
const newer = { ...signed, nonceStr: 'newer' }
const later = (config: SignedConfig, ms: number) => () =>
  new Promise<SignedConfig>((resolve) => setTimeout(() => resolve(config), ms))

type Run = (value?: unknown) => void

/** An upsdk that runs nothing by itself: the test says when. */
function upsdkByHand() {
  wallet()
  const stored = { pluginReady: [] as Run[], ready: [] as Run[], error: [] as Run[] }
  const sent: string[] = []
  const raw = {
    pluginReady: (run: Run) => stored.pluginReady.push(run),
    ready: (run: Run) => stored.ready.push(run),
    error: (run: Run) => stored.error.push(run),
    config: () => sent.push('config'),
    saveData({ success }: { success: Run }) {
      sent.push('saveData')
      success()
    },
  }
  window.upsdk = raw
  return { raw, stored, sent }
}
const save = { key: 'k', value: 'v' }
const pageError = () => Object.defineProperty(new Event('error'), 'target', { value: window })
const runAll = (list: Run[], value?: unknown) => {
  for (const run of list.slice()) run(value)
}

describe('a signed page', () => {
  it('may ask for ready before it calls config in the same script, also where the bridge is up', async () => {
    wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const pluginReady = vi.spyOn(window.upsdk as { pluginReady(): void }, 'pluginReady')
    const upsdk = kit({ notify: false })
    const callback = vi.fn()
    upsdk.ready(callback)
    upsdk.config(signed)
    await pass(1000)
    expect([callback.mock.calls.length, pluginReady.mock.calls.length]).toEqual([0, 0])
  })

  it('hears of a refusal also where it asks after it', async () => {
    wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const upsdk = kit()
    await failureOf(upsdk.config(signed))
    const told = vi.fn()
    upsdk.error(told)
    await pass(1)
    expect(told).toHaveBeenCalledExactlyOnceWith({ errmsg: 'refused' })
  })

  it('hears of none while there is none', async () => {
    wallet()
    const told = vi.fn()
    const upsdk = kit({ config: signed })
    upsdk.error(told)
    await upsdk.saveData(save)
    expect(told).not.toHaveBeenCalled()
  })

  describe('where upsdk was open before, and so never runs its ready callbacks again', () => {
    const open = (answer: ReturnType<typeof succeed> | ReturnType<typeof fail>) => {
      const sim = wallet({ latency: 100, answers: { config: answer } })
      ;(window.upsdk as { pluginReady(run: Run): void }).pluginReady(() => {})
      const upsdk = kit({ config: signed, notify: false })
      return { upsdk, sent: () => sim.calls.map(({ method }) => method) }
    }

    it('gets in once its config is accepted, and not before', async () => {
      const { upsdk, sent } = open(succeed({ jsApiList: [] }))
      const call = upsdk.saveData(save)
      await pass(99)
      expect(sent()).toEqual(['config'])
      await pass(1000)
      expect(await stateOf(call)).toBeUndefined()
      expect(sent()).toEqual(['config', 'saveData'])
      await pass(1000)
      upsdk.config(newer)
      const next = upsdk.saveData(save)
      await pass(99)
      expect(sent()).toEqual(['config', 'saveData', 'config'])
      await pass(1000)
      expect(await stateOf(next)).toBeUndefined()
    })

    it('does not get in where it is refused', async () => {
      const { upsdk, sent } = open(fail({ errmsg: 'refused' }))
      const call = upsdk.saveData(save)
      await pass(1000)
      expect(await stateOf(call)).toMatchObject({ reason: 'bad-signature' })
      expect(sent()).toEqual(['config'])
    })
  })

  it('is not refused for an older refusal, of a config that the page gave by itself', async () => {
    const sim = wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    ;(window.upsdk as { config(config: object): void }).config({ ...signed })
    sim.answer('config', succeed({ jsApiList: [] }))
    const told = vi.fn()
    const upsdk = kit({ config: signed })
    upsdk.error(told)
    await upsdk.saveData(save)
    expect(told).not.toHaveBeenCalled()
  })

  it('gets in on an upsdk that cannot tell of refusals', async () => {
    const { raw, stored } = upsdkByHand()
    ;(raw as { error?: unknown }).error = undefined
    const call = kit({ config: signed }).saveData(save)
    await pass(1)
    runAll(stored.ready)
    runAll(stored.ready)
    await call
  })

  it('has bad-config where upsdk throws at the config', async () => {
    const { raw } = upsdkByHand()
    raw.config = () => {
      throw new Error('broken')
    }
    expect(await failureOf(kit({ config: signed }).saveData(save))).toMatchObject({
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
    await upsdk.config(signed)
    await upsdk.config(newer)
    expect(error).toHaveBeenCalledTimes(1)
    expect(pluginReady).toHaveBeenCalledTimes(2)
  })
})

describe('a config whose ready callbacks never ran, since one of the page’s threw before (H3)', () => {
  const begin = async () => {
    const { raw, stored, sent } = upsdkByHand()
    const upsdk = kit({ config: signed, notify: false })
    const call = upsdk.saveData(save)
    await pass(1)
    // The SDK is open: it calls back at once from now on.
    raw.ready = (run: Run) => {
      run()
      return stored.ready.push(run)
    }
    return { raw: raw as typeof raw & { jsApiList?: unknown }, upsdk, sent, call }
  }

  it('is known to be accepted by what upsdk lists then', async () => {
    const { raw, sent, call } = await begin()
    raw.jsApiList = []
    await pass(500)
    expect(await stateOf(call)).toBeUndefined()
    expect(sent).toEqual(['config', 'saveData'])
  })

  it('is not taken for accepted by what a file lists that has run again, and knows of no config', async () => {
    const { raw, sent } = await begin()
    raw.config = () => sent.push('config of another')
    raw.jsApiList = []
    await pass(500)
    expect(sent).toEqual(['config'])
  })

  it('is not taken for accepted by an upsdk that is open: not in time, nor by later calls', async () => {
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

describe('a call that has not been sent when config comes', () => {
  it('waits for its answer, though pluginReady was registered before', async () => {
    const { stored, sent } = upsdkByHand()
    const upsdk = kit()
    const call = upsdk.saveData(save)
    expect(stored.pluginReady).toHaveLength(1)
    upsdk.config(signed)
    await pass(1)
    runAll(stored.pluginReady)
    expect(sent).toEqual(['config'])
    runAll(stored.ready)
    // Accepted, but nothing has been let in yet: that is for the callbacks of `ready` alone.
    runAll(stored.pluginReady)
    expect(sent).toEqual(['config'])
    runAll(stored.ready)
    await call
    expect(sent).toEqual(['config', 'saveData'])
  })

  it('waits for the answer to the newest config, whatever an older one opened', async () => {
    const { stored, sent } = upsdkByHand()
    const upsdk = kit({ config: signed })
    const call = upsdk.saveData(save)
    await pass(1)
    runAll(stored.ready)
    upsdk.config(newer)
    runAll(stored.ready)
    expect(sent).toEqual(['config'])
    await pass(1)
    runAll(stored.ready)
    runAll(stored.ready)
    await call
    expect(sent).toEqual(['config', 'config', 'saveData'])
  })

  it('is not sent before it, though the SDK is still open from the config before', async () => {
    const sim = wallet({ latency: 100, answers: { config: succeed({ jsApiList: [] }) } })
    const upsdk = kit({ config: signed })
    await pass(100)
    upsdk.config(newer)
    const call = upsdk.saveData(save)
    await pass(99)
    expect(sim.calls.map(({ method }) => method)).toEqual(['config', 'config'])
    await pass(200)
    await call
  })
})

describe('a ready callback', () => {
  it('does not run after a refusal, whatever upsdk runs again', async () => {
    const { stored } = upsdkByHand()
    const upsdk = kit({ config: signed, notify: false })
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
  it('is the one that counts, though the signature of an older one comes later', async () => {
    const sim = wallet({ latency: 1000 })
    const upsdk = kit()
    upsdk.config(later(signed, 500))
    upsdk.config(newer)
    await pass(3000)
    expect(sim.calls.map(({ params }) => (params as { nonceStr: string }).nonceStr)).toEqual(['newer'])
  })

  it('is waited for, though an older one is refused while its signature is being fetched', async () => {
    const { stored, sent } = upsdkByHand()
    const upsdk = kit({ config: signed })
    const told = vi.fn()
    upsdk.error(told)
    await pass(1)
    upsdk.config(later(newer, 500))
    const call = upsdk.saveData(save)
    runAll(stored.error, { errmsg: 'refused' })
    expect(await stateOf(call)).toBe('pending')
    await pass(500)
    runAll(stored.ready)
    runAll(stored.ready)
    await call
    expect(told).not.toHaveBeenCalled()
    expect(sent).toEqual(['config', 'config', 'saveData'])
  })
})

describe('a page that configures upsdk by itself', () => {
  it('leaves the kit’s calls their own way in', async () => {
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
  it('that could not be had is asked for again by the next call, and by nothing else', async () => {
    const sim = wallet({ answers: { config: succeed({ jsApiList: [] }) } })
    const source = vi.fn(async () => signed)
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

  it('that the wallet refuses is not asked for again', async () => {
    wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const source = vi.fn(async () => signed)
    const upsdk = kit({ config: source })
    await failureOf(upsdk.saveData(save))
    await failureOf(upsdk.saveData(save))
    expect(source).toHaveBeenCalledTimes(1)
  })

  it('that cannot be had is nothing to the newer config that has taken its place', async () => {
    const { sent, stored } = upsdkByHand()
    const upsdk = kit({
      config: () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 100)),
    })
    const told = vi.fn()
    upsdk.error(told)
    upsdk.config(newer)
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

describe('a callback of ready', () => {
  it('that comes after a refusal runs once a newer config is accepted', async () => {
    const sim = wallet({ answers: { config: fail({ errmsg: 'refused' }) } })
    const upsdk = kit({ config: signed })
    await failureOf(upsdk.ready())
    const run = vi.fn()
    upsdk.ready(run)
    await pass(1000)
    expect(run).not.toHaveBeenCalled()
    sim.answer('config', succeed({ jsApiList: [] }))
    await upsdk.config(newer)
    await pass(1)
    expect(run).toHaveBeenCalledTimes(1)
  })
})
