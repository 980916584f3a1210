/** The simulator answers as a test says, and restores everything. */

import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { methodRows } from '../../../scripts/methods.mjs'
import { nfcAdapter } from '../../../src/helpers'
import { methodsOf } from '../../../wallet/methods/generations'
import { type Answer, fail, installSimulator, silent, succeed } from '../../../wallet/simulator'
import {
  failureOf,
  give,
  ignore,
  kit,
  methodsOf as methodsCalled,
  pass,
  stateOf,
  useWallets,
  wallet,
} from '../../support/wallet'

useWallets()

const none = () => undefined

/** The properties of upsdk besides the methods of the wallet. */
const WAYS_IN = ['ready', 'pluginReady', 'config', 'error', 'getNFCAdapter']

describe('the simulator', () => {
  it.each(['2020', '2021', 'latest'] as const)('has the methods of the file of %s', (generation) => {
    const expected = methodRows.filter(
      ({ method, present_in: presentIn }) => presentIn.includes(generation) && !WAYS_IN.includes(method),
    )
    expect(methodsOf(generation).sort()).toEqual(expected.map(({ method }) => method).sort())
  })

  it('reports the outcome of a config in debug mode, by alert or by native (H18)', async () => {
    const texts: string[] = []
    vi.stubGlobal('alert', (text: string) => void texts.push(text))
    onTestFinished(() => void vi.unstubAllGlobals())
    const sim = wallet()
    const upsdk = window.upsdk as unknown as { config(given: object): void }
    const signed = { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }
    const ask = async (given: object, answer: Answer) => {
      sim.answer('config', answer)
      upsdk.config(given)
      await pass(50)
    }
    await ask(signed, succeed({ jsApiList: [] }))
    expect(texts).toEqual([])
    const debugged = { ...signed, debug: true }
    await ask(debugged, succeed({ jsApiList: [] }))
    await ask(signed, fail('no'))
    await ask({ ...signed, appId: '' }, succeed())
    await ask(signed, succeed({ jsApiList: ['showFlashInfo'] }))
    expect(texts).toEqual(['config error: no', 'config调用方法缺少参数appId', 'config ok'])
    expect(debugged).toEqual(signed)
    expect(sim.calls.map(({ method }) => method)).toEqual([
      'config',
      'config',
      'showFlashInfo',
      'config',
      'config',
    ])
    expect(sim.calls[2]).toEqual({ method: 'showFlashInfo', params: 'config ok' })
  })

  it('calls the option otherwise for each call without an answer, before the example', async () => {
    const otherwise = vi.fn((method: string, params: unknown) =>
      method === 'bioDetect' ? fail('94') : method === 'queryData' ? succeed({ params }) : undefined,
    )
    const sim = wallet({ answers: { getLocationCity: succeed('310100') }, examples: true, otherwise })
    const upsdk = kit()
    expect((await failureOf(upsdk.bioDetect())).code).toBe('94')
    expect(await upsdk.queryData({ key: 'k' })).toEqual({ params: { key: 'k' } })
    expect(await upsdk.getLocationCity()).toBe('310100')
    // `otherwise` gives nothing for this call, so the example is used.
    expect(await upsdk.appletAuth()).toMatchObject({ code: expect.stringContaining('example') })
    expect(otherwise.mock.calls.map(([method]) => method)).toEqual(['bioDetect', 'queryData', 'appletAuth'])
    sim.answer('bioDetect', succeed())
    await upsdk.bioDetect()
    sim.answer('bioDetect', undefined)
    expect((await failureOf(upsdk.bioDetect())).code).toBe('94')
  })

  it('calls the option otherwise for an action that upsdk lacks, called on the bridge itself', async () => {
    wallet({ otherwise: (method) => (method === 'ownAction' ? succeed('own') : undefined) })
    const told = vi.fn()
    const { cordova } = window as unknown as { cordova: { exec(...given: unknown[]): void } }
    cordova.exec(told, none, 'OwnPlugin', 'ownAction', [{}])
    await pass(50)
    expect(told).toHaveBeenCalledExactlyOnceWith('own')
  })

  it('goes on if otherwise throws, as if it had given nothing, and the error reaches the console', async () => {
    const thrown = new Error('of the test')
    const logged = vi.spyOn(console, 'error').mockImplementation(none)
    wallet({
      examples: true,
      otherwise() {
        throw thrown
      },
    })
    expect(await kit().appletAuth()).toMatchObject({ code: expect.any(String) })
    expect(logged.mock.calls).toEqual([[expect.stringContaining('otherwise'), thrown]])
    logged.mockRestore()
  })

  it('keeps what reached native in upsdk’s form, without functions', async () => {
    const sim = wallet()
    const upsdk = kit()
    await upsdk.pay({ tn: '1', success() {} })
    await upsdk.addBankCard()
    await upsdk.showFlashInfo('text')
    expect(sim.calls).toEqual([
      { method: 'pay', params: { tn: '1' } },
      { method: 'addBankCard', params: {} },
      { method: 'showFlashInfo', params: 'text' },
    ])
  })

  it('by default is the latest Android wallet over cordova, ready at once; what has no answer succeeds with undefined', async () => {
    wallet()
    const { environment, checkSdkSupport } = kit()
    expect(environment).toMatchObject({
      insideWallet: true,
      platform: 'android',
      bridge: 'cordova',
      language: 'zh-CN',
    })
    expect(checkSdkSupport).toBe(true)
    expect(await kit().bioDetect()).toBeUndefined()
  })

  it.each(['cordova', 'jsbridge'] as const)(
    'can be a wallet on HarmonyOS over %s, which answers as Android’s does',
    async (bridge) => {
      wallet({
        platform: 'harmony',
        bridge,
        answers: { getLocationGps: succeed({ latitude: '1', longitude: '2' }) },
      })
      const upsdk = kit()
      expect(navigator.userAgent).toMatch(/OpenHarmony.*ArkWeb/)
      expect(upsdk.environment).toMatchObject({ insideWallet: true, platform: 'harmony', bridge })
      const heard = vi.fn()
      const raw = window.upsdk as Record<string, (given: unknown) => void>
      raw.pluginReady?.(() => raw.getLocationGps?.({ success: heard }))
      await pass(10)
      expect(heard.mock.calls).toEqual([['{"latitude":"1","longitude":"2"}']])
      expect(await upsdk.getLocationGps()).toEqual({ latitude: '1', longitude: '2' })
    },
  )

  it('the simulator has HarmonyOS’s own browser outside the wallet', () => {
    wallet({ platform: 'harmony', insideWallet: false })
    expect(kit().environment).toMatchObject({ insideWallet: false, platform: 'harmony' })
  })

  it('decides by the parameters if an answer is a function', async () => {
    wallet({
      answers: {
        queryData: (params) => succeed({ ...(params as { key: string }), code: '00', msg: '', value: 'v' }),
      },
    })
    expect(await kit().queryData({ key: 'k' })).toEqual({ key: 'k', code: '00', msg: '', value: 'v' })
  })

  it('the simulator restores everything at uninstall', () => {
    const agent = navigator.userAgent
    const own = Object.getOwnPropertyDescriptor(navigator, 'userAgent')
    const sim = installSimulator()
    expect(navigator.userAgent).not.toBe(agent)
    sim.uninstall()
    expect(navigator.userAgent).toBe(agent)
    expect(Object.getOwnPropertyDescriptor(navigator, 'userAgent')).toEqual(own)
    expect('upsdk' in window).toBe(false)
  })

  it('ends the hold of an open payment at uninstall, so that the next test can pay', async () => {
    for (const readyAfter of [0, 'never'] as const) {
      const sim = installSimulator({ readyAfter, answers: { pay: silent() } })
      ignore(kit().pay({ tn: '1' }))
      await pass(10)
      sim.uninstall()
      const next = installSimulator()
      expect(await stateOf(kit().pay({ tn: '2' }))).toBeUndefined()
      next.uninstall()
    }
  })

  it('restores what it wrote on an existing upsdk, and answers nothing any more', async () => {
    const pay = () => {}
    window.upsdk = { pay, own: 1 }
    const sim = installSimulator({ latency: 10 })
    const heard = vi.fn()
    const { scanQRCode, pluginReady } = window.upsdk as Record<string, (argument: unknown) => void>
    pluginReady?.(() => {})
    scanQRCode?.({ success: heard })
    expect(sim.calls).toHaveLength(1)
    sim.uninstall()
    await pass(10)
    expect(window.upsdk).toEqual({ pay, own: 1 })
    expect(heard).not.toHaveBeenCalled()
    Reflect.deleteProperty(window, 'upsdk')
  })

  it('does not change a kit that was there alone', async () => {
    const upsdk = kit()
    window.upsdk = upsdk
    const sim = installSimulator()
    await upsdk.ready()
    sim.uninstall()
    expect([window.upsdk, upsdk.isInsideWallet]).toEqual([upsdk, false])
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'outside-wallet' })
    Reflect.deleteProperty(window, 'upsdk')
  })

  it('the simulator restores what it wrote behind a kit', () => {
    window.upsdk = { own: 1 }
    const raw = window.upsdk
    window.upsdk = kit()
    installSimulator().uninstall()
    expect(raw).toEqual({ own: 1 })
    Reflect.deleteProperty(window, 'upsdk')
  })
})

describe('the texts of the SDK file in a page of another encoding', () => {
  const failed = async () => {
    let raw: unknown
    ;(window.upsdk as { pay(given: object): void }).pay({ tn: '1', fail: (value: unknown) => (raw = value) })
    await pass(10)
    return raw
  }

  it.each([
    [undefined, 'config执行成功以后才能调用插件方法'],
    ['utf-8', 'config执行成功以后才能调用插件方法'],
    ['gbk', expect.stringMatching(/^config鎵.*鎻掍欢鏂规硶$/)],
    ['no encoding', 'config执行成功以后才能调用插件方法'],
  ])('are decoded as %s', async (encoding, msg) => {
    const before = document.characterSet
    const sim = wallet({ encoding })
    expect(document.characterSet).toBe(encoding || before)
    expect(await failed()).toEqual({ msg })
    sim.uninstall()
    expect(document.characterSet).toBe(before)
  })

  it('are decoded as the page’s tag says by then', async () => {
    const before = document.characterSet
    let encoding = 'utf-8'
    wallet({ encoding: () => encoding })
    encoding = 'gbk'
    expect(await failed()).toEqual({ msg: expect.stringMatching(/^config鎵/) })
    expect(document.characterSet).toBe(before)
  })

  it.each(['utf-8', 'gbk'])(
    'are understood by the kit: a refused payment was not sent (%s)',
    async (encoding) => {
      wallet({ encoding, answers: { pay: fail('c02') } })
      expect(await failureOf(kit({ notify: false }).pay({ tn: '1' }))).toMatchObject({
        reason: 'forbidden',
        sent: false,
      })
    },
  )
})

describe('the simulator behaves as the real SDK file and', () => {
  it('gives bare codes if the file passes native’s answer on', async () => {
    wallet({ answers: { shareSinglePlugin: fail('01') } })
    let raw: unknown
    kit({ notify: false })
      .call('shareSinglePlugin', {
        title: 't',
        shareId: '3',
        fail: (value: unknown) => (raw = value),
      } as never)
      .catch(() => {})
    await pass(10)
    expect(raw).toBe('01')
  })

  it('succeeds with the least that the file takes, if nothing was set and the file calls back for nothing less', async () => {
    wallet()
    expect(await kit().scanQRCode()).toBeUndefined()
    expect(await kit().chooseImage()).toEqual({ type: 'jpg' })
    expect(await kit().getLocationCity()).toBeUndefined()
    expect(await kit().bioDetect()).toBeUndefined()
  })

  it.each(['android', 'ios'] as const)(
    'gives a page on %s the result of an iPhone, if the file converts native’s form',
    async (platform) => {
      wallet({
        platform,
        answers: {
          getLocationCity: succeed('310000'),
          chooseImage: succeed({ base64: 'b', type: 'png' }),
          scanQRCode: succeed('{"a":1}'),
        },
      })
      const upsdk = kit()
      expect(await upsdk.getLocationCity()).toBe('310000')
      expect(await upsdk.chooseImage()).toEqual({ base64: 'b', type: 'png' })
      expect(await upsdk.scanQRCode()).toBe('{"a":1}')
    },
  )

  it.each([
    ['a payment that fails with null over cordova (H27)', 'pay', fail(null)],
    ['a city that is nothing (H28)', 'getLocationCity', succeed(undefined)],
    ['a picture that is no JSON text (H22)', 'chooseImage', succeed('text')],
  ])('runs no callback for %s, and the page gets an error of the file', async (_what, method, answer) => {
    wallet({ answers: { [method]: answer } })
    const heard = vi.fn()
    const raw = window.upsdk as Record<string, (given: unknown) => void>
    raw.pluginReady?.(() => raw[method]?.({ tn: '1', success: heard, fail: heard }))
    await expect(pass(10)).rejects.toThrow()
    expect(heard).not.toHaveBeenCalled()
  })

  it.each(['appletAuth', 'appletConfig'])(
    'keeps only the last %s until the bridge is up, and takes the callbacks out of its object (H9, H10)',
    async (method) => {
      const sim = wallet({ readyAfter: 10 })
      const call = (window.upsdk as Record<string, (params: object) => void>)[method]
      const [first, second] = [vi.fn(), vi.fn()]
      const kept = { scope: 2, success: second, fail() {} }
      call?.({ scope: 1, success: first })
      call?.(kept)
      expect(sim.calls).toEqual([])
      await pass(20)
      expect(sim.calls).toEqual([{ method, params: { scope: 2 } }])
      expect([first, second].map((told) => told.mock.calls.length)).toEqual([0, 1])
      expect(Object.keys(kept)).toEqual(['scope'])
    },
  )

  it.each(methodRows.filter(({ required }) => required).map(({ method }) => method))(
    'refuses %s without a parameter that it requires, whatever its answer is',
    async (method) => {
      const sim = wallet({ answers: { [method]: succeed('well') } })
      const raw = window.upsdk as Record<string, (params: object) => void>
      const [success, failed] = [vi.fn(), vi.fn()]
      raw.error?.(failed as never)
      raw.pluginReady?.((() => raw[method]?.({ success, fail: failed })) as never)
      await pass(20)
      const code = methodRows.find((row) => row.method === method)?.refused_with
      expect([success, failed].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
      expect(JSON.stringify(failed.mock.lastCall)).toContain(code || '缺少参数')
      expect(methodsCalled(sim)).toEqual(code ? [method] : [])
    },
  )

  it('takes the missing channel of shareSinglePlugin from the page’s own jQuery, and throws without it (H28)', async () => {
    const sim = wallet()
    const raw = window.upsdk as Record<string, (params: object) => void>
    raw.pluginReady?.(() => {})
    expect(() => raw.shareSinglePlugin?.({ title: 't' })).toThrow(ReferenceError)
    give(window, '$', { extend: Object.assign })
    const shared = { title: 't' }
    raw.shareSinglePlugin?.(shared)
    expect(shared).toMatchObject({ shareId: '3', shareType: '1' })
    expect(methodsCalled(sim)).toEqual(['shareSinglePlugin'])
  })

  it('raises the events of onHCEMessage and onMtuChanged when they are fired, and none before', async () => {
    const sim = wallet()
    const upsdk = kit()
    const heard = vi.fn()
    upsdk.on('HCEMessage', heard)
    upsdk.on('MtuChanged', heard)
    await pass(10)
    expect(heard).not.toHaveBeenCalled()
    sim.fire('HCEMessage', { messageType: 1 })
    sim.fire('MtuChanged', { mtu: 23 })
    expect(heard.mock.calls).toEqual([[{ messageType: 1 }], [{ mtu: 23 }]])
  })

  it('has an NFC adapter, whose methods reach native', async () => {
    const sim = wallet({ answers: { transceive: succeed('9000'), connect: fail('03') } })
    const adapter = await nfcAdapter(kit())
    expect(await adapter.getUPIsoDep().transceive({ data: '00' })).toBe('9000')
    expect(await failureOf(adapter.getUPNdef().connect())).toMatchObject({ code: '03' })
    await adapter.startDiscovery()
    await adapter.offDiscovered()
    expect(sim.calls.map(({ method }) => method)).toEqual(['transceive', 'connect', 'startDiscovery'])
  })

  it('the simulator has no NFC adapter in older wallets', async () => {
    wallet({ generation: '2021' })
    expect(await kit().supports('getNFCAdapter')).toBe(false)
  })

  it('fires events even with fields that an Event has itself', () => {
    const sim = wallet()
    let seen: unknown
    document.addEventListener(
      'screenShotAction',
      (event) => (seen = (event as Event & { value: number }).value),
      { once: true },
    )
    sim.fire('screenShotAction', { type: 'x', value: 1 })
    expect(seen).toBe(1)
  })
})
