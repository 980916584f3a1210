/** The simulator reports each step of raw upsdk to an observer, and accepts late answers. */
import { describe, expect, it, vi } from 'vitest'
import { fail, type RawStep, type SimulatorOptions, silent, succeed } from '../../../wallet/simulator'
import { pass, useWallets, wallet } from '../../support/wallet'

useWallets()

type Raw = Record<string, (params?: unknown) => void> & { pluginReady(run: () => void): void }
const raw = () => window.upsdk as Raw

function observed(options: SimulatorOptions = {}) {
  const steps: RawStep[] = []
  const sim = wallet({ ...options, observe: (step) => void steps.push(step) })
  const of = (method: string) => steps.filter((step) => step.method === method)
  return { sim, steps, of, types: (method: string) => of(method).map(({ type }) => type) }
}

describe('the raw steps of the simulator', () => {
  it('follow a payment from the page to native and back, under one id', async () => {
    const { of } = observed({ answers: { pay: fail('01') }, platform: 'ios' })
    const failed = vi.fn()
    raw().pluginReady(() => raw().pay?.({ tn: '1', fail: failed }))
    await pass(0)
    const [called, reached, answered, told] = of('pay')
    expect(new Set(of('pay').map(({ id }) => id)).size).toBe(1)
    expect(called).toMatchObject({
      type: 'called',
      through: 'method',
      state: 'open',
      params: { tn: '1' },
      callbacks: ['fail'],
      asyncCallbacks: [],
    })
    expect(reached).toMatchObject({ type: 'reached', params: { tn: '1' } })
    expect(answered).toMatchObject({ type: 'answered', how: 'fail', value: { code: '01' } })
    expect(told).toMatchObject({ type: 'told', callback: 'fail', value: { msg: '用户取消支付' } })
    expect(failed).toHaveBeenCalledTimes(1)
  })

  it('report a call through a placeholder, even one that was kept and is called later', async () => {
    const { of, sim } = observed({ readyAfter: 'never' })
    const kept = raw().pay
    kept?.({ tn: '1' })
    sim.bridgeUp()
    kept?.({ tn: '2' })
    expect(of('pay')).toMatchObject([
      { type: 'called', through: 'placeholder', state: 'waiting for the bridge' },
      { type: 'called', through: 'placeholder', state: 'not opened' },
    ])
    expect(kept).not.toBe(raw().pay)
  })

  it('report a direct call of a kept method once, and which call it replaced', async () => {
    const { of } = observed({ readyAfter: 50 })
    raw().appletAuth?.({ success() {} })
    raw().appletAuth?.({ success() {} })
    await pass(60)
    const ids = of('appletAuth').filter(({ type }) => type === 'called')
    expect(ids).toMatchObject([{ through: 'slot' }, { through: 'slot', replaces: true }])
    const [, second] = ids
    expect(of('appletAuth').filter(({ id }) => id === second?.id)).toMatchObject([
      { type: 'called' },
      { type: 'reached' },
      { type: 'answered' },
      { type: 'told' },
    ])
  })

  it('report that upsdk refuses a call before pluginReady, and is nowhere outside', () => {
    const inside = observed()
    const failed = vi.fn()
    raw().pay?.({ tn: '1', fail: failed })
    expect(inside.of('pay')).toMatchObject([
      { type: 'called', state: 'not opened' },
      { type: 'told', callback: 'fail', value: { msg: 'config执行成功以后才能调用插件方法' } },
    ])
    inside.sim.uninstall()
    const outside = observed({ insideWallet: false })
    raw().pay?.({ tn: '1' })
    expect(outside.of('pay')).toMatchObject([{ type: 'called', through: 'placeholder', state: 'outside' }])
  })

  it('report what upsdk loses: parameters of a class, and async callbacks', async () => {
    const { of } = observed()
    class Order {
      tn = '1'
    }
    raw().pluginReady(() => {
      raw().pay?.(new Order())
      raw().bioDetect?.({ success: async () => {} })
    })
    await pass(0)
    expect(of('pay').map(({ type }) => type)).toContain('lost')
    expect(of('bioDetect')[0]).toMatchObject({ callbacks: [], asyncCallbacks: ['success'] })
  })

  it('report that an async fail ran, which upsdk runs at a failure, and no async success', async () => {
    const ran: string[] = []
    for (const answer of [fail('02'), succeed(undefined)]) {
      const { of } = observed({ readyAfter: 0, answers: { pay: answer } })
      await pass(0)
      raw().pluginReady(() => {
        raw().pay?.({
          tn: '1',
          success: async () => void ran.push('success'),
          fail: async () => void ran.push('fail'),
        })
      })
      await pass(0)
      const told = of('pay').filter(({ type }) => type === 'told')
      expect(told).toMatchObject(
        answer.kind === 'fail' ? [{ callback: 'fail', value: { msg: '支付失败' } }] : [],
      )
    }
    expect(ran).toEqual(['fail'])
  })

  it('report that an options object was changed by an earlier call', async () => {
    const { of } = observed()
    const options = { success() {} }
    raw().pluginReady(() => {
      raw().appletAuth?.(options)
      raw().appletAuth?.(options)
    })
    const calls = of('appletAuth').filter(({ type }) => type === 'called')
    expect(calls[0]).not.toHaveProperty('reusesParams')
    expect(calls[1]).toMatchObject({ reusesParams: true })
  })

  it('report that an async function in pluginReady is no callback for upsdk', () => {
    const { of } = observed()
    raw().pluginReady(async () => {})
    expect(of('pluginReady')).toMatchObject([{ type: 'called', callbacks: [], asyncCallbacks: [''] }])
  })

  it('report no changed options object if the earlier call changed nothing', async () => {
    const { of, sim } = observed({ readyAfter: 'never' })
    const shared = { title: 't' }
    const auth = { success() {} }
    raw().showSharePopup?.(shared)
    raw().appletAuth?.(auth)
    raw().appletAuth?.(auth)
    sim.bridgeUp()
    raw().pluginReady(() => raw().showSharePopup?.(shared))
    const calls = [...of('showSharePopup'), ...of('appletAuth')].filter(({ type }) => type === 'called')
    expect(calls).toHaveLength(4)
    for (const call of calls) expect(call).not.toHaveProperty('reusesParams')
  })

  it('report that an options object was changed when the bridge came up', async () => {
    const { of } = observed({ readyAfter: 50 })
    const auth = { success() {} }
    raw().appletAuth?.(auth)
    await pass(60)
    raw().appletAuth?.(auth)
    expect(of('appletAuth').filter(({ type }) => type === 'called')[1]).toMatchObject({
      reusesParams: true,
      callbacks: [],
    })
  })

  it('report the status that cordova has beside an empty answer', async () => {
    const { of } = observed({ answers: { pay: fail('c02'), bioDetect: fail('94') } })
    raw().pluginReady(() => {
      raw().pay?.({ tn: '1' })
      raw().bioDetect?.()
    })
    await pass(0)
    const answered = (method: string) => of(method).find(({ type }) => type === 'answered')
    expect(answered('pay')).toMatchObject({ how: 'fail', status: 'c02' })
    expect(answered('bioDetect')).not.toHaveProperty('status')
  })

  it('report who threw: the page’s callback, or upsdk itself', async () => {
    const { of } = observed({ answers: { chooseImage: succeed('no JSON'), bioDetect: succeed() } })
    raw().pluginReady(() => {
      raw().chooseImage?.({ success() {} })
      raw().bioDetect?.({
        success() {
          throw new Error('of the page')
        },
      })
      expect(() => raw().createWebView?.()).toThrow(TypeError)
    })
    await vi.advanceTimersByTimeAsync(10).catch(() => undefined)
    const threw = (method: string) => of(method).filter(({ type }) => type === 'threw')
    expect(threw('chooseImage')).toMatchObject([{ by: 'upsdk' }])
    expect(threw('bioDetect')).toMatchObject([{ by: 'callback', error: { message: 'of the page' } }])
    expect(threw('createWebView')).toMatchObject([{ by: 'upsdk' }])
  })

  it('report a page’s own call of the bridge, which upsdk did not see', async () => {
    const { of } = observed()
    const { cordova } = window as unknown as { cordova: { exec(...values: unknown[]): void } }
    cordova.exec(
      () => undefined,
      () => undefined,
      'UPWebSdk',
      'appletExplicitAuth',
      [{ scope: 'scope.mobile' }],
    )
    await pass(0)
    expect(of('appletExplicitAuth').map(({ type }) => type)).toEqual(['reached', 'answered'])
  })

  it('report what a callback of the page throws, if it called the bridge itself, as the page’s', async () => {
    const { of } = observed()
    const { cordova } = window as unknown as { cordova: { exec(...values: unknown[]): void } }
    const fail = () => void JSON.parse('')
    cordova.exec(fail, fail, 'UPWebSdk', 'appletExplicitAuth', [{ scope: 'scope.mobile' }])
    await vi.advanceTimersByTimeAsync(10).catch(() => undefined)
    expect(of('appletExplicitAuth').slice(2)).toMatchObject([{ type: 'threw', by: 'callback' }])
  })

  it('report a page’s own call of the bridge inside pluginReady as a call of its own', async () => {
    const { of } = observed({ bridge: 'cordova', readyAfter: 0 })
    await pass(0)
    const { exec } = (window as unknown as { cordova: { exec(...given: unknown[]): void } }).cordova
    const done = () => undefined
    raw().pluginReady(() => exec(done, done, 'UPWebSdk', 'appletExplicitAuth', [{ scope: 'scope.mobile' }]))
    await pass(0)
    expect(of('appletExplicitAuth').map(({ type }) => type)).toEqual(['reached', 'answered'])
    expect(of('pluginReady').map(({ type }) => type)).not.toContain('reached')
  })

  it('report ready and pluginReady, and a callback of theirs that threw', async () => {
    const { of } = observed({ readyAfter: 50 })
    raw().pluginReady(() => {
      throw new Error('of the page')
    })
    await vi.advanceTimersByTimeAsync(60).catch(() => undefined)
    expect(of('pluginReady').map(({ type }) => type)).toEqual(['called', 'told', 'threw'])
  })
})

describe('later answers of the simulator:', () => {
  it('a function may return a promise, and native answers once it is there', async () => {
    let decide = (_answer: ReturnType<typeof succeed<string>>) => undefined as void
    const sim = wallet({
      platform: 'ios',
      answers: { scanQRCode: () => new Promise((resolve) => (decide = resolve)) },
    })
    const succeeded = vi.fn()
    raw().pluginReady(() => raw().scanQRCode?.({ success: succeeded }))
    await pass(1000)
    expect(succeeded).not.toHaveBeenCalled()
    expect(sim.calls).toHaveLength(1)
    decide(succeed('text'))
    await pass(0)
    expect(succeeded).toHaveBeenCalledWith('text')
  })

  it('nothing is answered after uninstall, even if the promise resolves', async () => {
    let decide = (_answer: ReturnType<typeof succeed>) => undefined as void
    const sim = wallet({ answers: { bioDetect: () => new Promise((resolve) => (decide = resolve)) } })
    const told = vi.fn()
    raw().pluginReady(() => raw().bioDetect?.({ success: told, fail: told }))
    sim.uninstall()
    decide(succeed())
    await pass(10)
    expect(told).not.toHaveBeenCalled()
  })

  it('a latency that is a function is called at each answer', async () => {
    let latency = 500
    wallet({ latency: () => latency })
    const told = vi.fn()
    raw().pluginReady(() => raw().bioDetect?.({ success: told }))
    await pass(499)
    expect(told).not.toHaveBeenCalled()
    await pass(1)
    latency = 0
    raw().bioDetect?.({ success: told })
    await pass(0)
    expect(told).toHaveBeenCalledTimes(2)
  })

  it('bridgeUp() brings the bridge up before its time, once', async () => {
    const sim = wallet({ readyAfter: 5000, answers: { pay: silent() } })
    const ready = vi.fn()
    raw().pluginReady(ready)
    sim.bridgeUp()
    expect(ready).toHaveBeenCalledTimes(1)
    await pass(6000)
    expect(ready).toHaveBeenCalledTimes(1)
  })

  it('bridgeUp() does nothing outside the wallet', () => {
    const sim = wallet({ insideWallet: false })
    sim.bridgeUp()
    expect(window).not.toHaveProperty('cordova')
  })
})
