import { describe, expect, it, vi } from 'vitest'
import { createEnvironment, readUserAgent } from '../../src/gate/environment'
import { loadScript } from '../../src/gate/load'
import { isUpsdkScript } from '../../src/gate/missing'
import { createRawSource, KIT, methodOf } from '../../src/gate/raw'
import type { UpsdkWindow } from '../../src/lib/window'
import { fail, silent, succeed } from '../../src/simulator'
import {
  failureOf,
  give,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

const signed = { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }

describe('a call made before the bridge is up', () => {
  it('waits, and is sent in order with the others', async () => {
    const sim = wallet({ readyAfter: 500 })
    const upsdk = kit()
    const calls = [upsdk.saveData({ key: 'a', value: '1' }), upsdk.saveData({ key: 'b', value: '2' })]
    await pass(499)
    expect(sim.calls).toEqual([])
    await pass(1)
    expect(sim.calls.map((call) => call.params)).toEqual([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ])
    await Promise.all(calls)
  })

  it('is registered with pluginReady once, however many wait', async () => {
    wallet({ readyAfter: 500 })
    const pluginReady = vi.spyOn(window.upsdk as { pluginReady(): void }, 'pluginReady')
    const upsdk = kit()
    for (let n = 0; n < 100; n++) upsdk.saveData({ key: String(n), value: '' })
    expect(pluginReady).toHaveBeenCalledTimes(1)
    await pass(500)
  })

  it('is given up at its own deadline, and never sent by a bridge that comes late', async () => {
    const sim = wallet({ readyAfter: 10_000 })
    const upsdk = kit()
    const first = failureOf(upsdk.bioDetect({ n: '1' }))
    await pass(5000)
    const second = upsdk.bioDetect({ n: '2' })
    await pass(2999)
    expect(await stateOf(first)).toBe('pending')
    await pass(1)
    expect(await first).toMatchObject({ reason: 'ready-timeout', sent: false, retry: 'now' })
    await pass(2000)
    expect(sim.calls.map((call) => call.params)).toEqual([{ n: '2' }])
    await second
  })

  it('waits without end where readyTimeout is 0 or Infinity', async () => {
    wallet({ readyAfter: 100_000 })
    const calls = [0, Infinity].map((readyTimeout) => kit({ readyTimeout }).saveData({ key: 'k', value: '' }))
    await pass(99_999)
    expect(await stateOf(Promise.race(calls))).toBe('pending')
    await pass(1)
    await Promise.all(calls)
  })

  it('does not lose time while the document is hidden', async () => {
    wallet({ readyAfter: 'never' })
    const call = failureOf(kit().saveData({ key: 'k', value: '' }))
    await pass(4000)
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(60_000)
    expect(await stateOf(call)).toBe('pending')
    hidden.mockRestore()
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(3999)
    expect(await stateOf(call)).toBe('pending')
    await pass(1)
    expect(await call).toMatchObject({ reason: 'ready-timeout' })
  })
})

describe('an upsdk that has let calls through', () => {
  it('gets those that follow, whatever the user agent says by then', async () => {
    const raw = rawUpsdk({ scanQRCode: ({ success }: RawAnswers) => success('text') })
    const upsdk = kit()
    await upsdk.scanQRCode()
    Object.defineProperty(navigator, 'userAgent', { configurable: true, value: 'another' })
    expect(await upsdk.scanQRCode()).toBe('text')
    window.upsdk = { ...raw }
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'outside-wallet' })
  })
})

describe('where upsdk is missing', () => {
  it('a call is sdk-missing at its deadline', async () => {
    wallet()
    window.upsdk = undefined
    const call = failureOf(kit({ readyTimeout: 1000 }).saveData({ key: 'k', value: '' }))
    await pass(1000)
    expect(await call).toMatchObject({ reason: 'sdk-missing', sent: false })
  })

  it('and something else stands under its name, it is missing', async () => {
    wallet({ insideWallet: true })
    window.upsdk = 'loading'
    const failure = failureOf(kit({ readyTimeout: 1000 }).scanQRCode())
    await pass(1000)
    expect((await failure).reason).toBe('sdk-missing')
  })

  it('a call is served by an upsdk that comes in time', async () => {
    const sim = wallet({ answers: { scanQRCode: succeed('text') } })
    const { upsdk } = window
    window.upsdk = undefined
    const call = kit().scanQRCode()
    await pass(1000)
    window.upsdk = upsdk
    await pass(1000)
    expect(await call).toBe('text')
    expect(sim.calls).toHaveLength(1)
  })

  it('a call is sdk-missing at once, when the script is seen to fail', async () => {
    wallet()
    window.upsdk = undefined
    const upsdk = kit()
    const call = failureOf(upsdk.scanQRCode())
    const script = document.createElement('script')
    script.setAttribute('src', 'https://open.95516.com/s/open/js/upsdk.js')
    Object.defineProperty(script, 'src', { value: 'https://open.95516.com/s/open/js/upsdk.js' })
    window.dispatchEvent(Object.defineProperty(new Event('error'), 'target', { value: script }))
    expect(await call).toMatchObject({ reason: 'sdk-missing' })
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'sdk-missing' })
  })

  it('outside the wallet everything is refused at once', async () => {
    const sim = wallet({ insideWallet: false })
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({
      reason: 'outside-wallet',
      sent: false,
      retry: 'never',
    })
    expect(sim.calls).toEqual([])
  })

  it('a pluginReady that throws gives system, and nothing is sent', async () => {
    wallet()
    ;(window.upsdk as Record<string, unknown>).pluginReady = () => {
      throw new Error('broken')
    }
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({ reason: 'system', sent: false })
  })
})

describe('ready', () => {
  it('gives the environment', async () => {
    wallet({ platform: 'ios', bridge: 'jsbridge', language: 'en_US' })
    expect(await kit().ready()).toEqual({
      insideWallet: true,
      platform: 'ios',
      bridge: 'jsbridge',
      appVersion: 1010,
      clientVersion: 310,
      language: 'en-US',
    })
  })

  it('rejects at readyTimeout, but its callback still runs when the bridge comes', async () => {
    wallet({ readyAfter: 20_000 })
    const callback = vi.fn()
    const ready = failureOf(kit().ready(callback))
    await pass(8000)
    expect(await ready).toMatchObject({ reason: 'ready-timeout' })
    expect(callback).not.toHaveBeenCalled()
    await pass(12_000)
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('runs its callback outside the wallet too, and rejects', async () => {
    wallet({ insideWallet: false })
    const callback = vi.fn()
    expect(await failureOf(kit().pluginReady(callback))).toMatchObject({ reason: 'outside-wallet' })
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('leaves no timer behind where the bridge is up', async () => {
    wallet()
    const upsdk = kit()
    await upsdk.ready()
    await upsdk.ready(() => {})
    expect(vi.getTimerCount()).toBe(0)
  })

  it('shows nothing', async () => {
    wallet({ insideWallet: false })
    await failureOf(kit().ready())
    await pass(1000)
    expect(document.querySelector('[data-upsdk-kit]')).toBeNull()
  })
})

describe('supports', () => {
  it('is false outside, when not ready in time, and for what is no method', async () => {
    wallet({ readyAfter: 'never' })
    const late = kit().supports('pay')
    await pass(8000)
    expect(await late).toBe(false)
    wallet()
    expect(await kit().supports('pay')).toBe(true)
    expect(await kit().supports('constructor')).toBe(false)
    wallet({ insideWallet: false })
    expect(await kit().supports('pay')).toBe(false)
  })

  it('is false once the method failed with c03 or c04', async () => {
    wallet({ answers: { vibrate: fail('c03') } })
    const upsdk = kit()
    expect(await upsdk.supports('vibrate')).toBe(true)
    expect(await failureOf(upsdk.call('vibrate'))).toMatchObject({ code: 'c03', reason: 'unsupported' })
    expect(await upsdk.supports('vibrate')).toBe(false)
  })
})

describe('signed mode', () => {
  it('sends after an accepted config only', async () => {
    const sim = wallet({ latency: 100, answers: { config: succeed({ jsApiList: ['pay'] }) } })
    const pluginReady = vi.spyOn(window.upsdk as { pluginReady(): void }, 'pluginReady')
    const upsdk = kit({ config: signed })
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
    expect(await failureOf(upsdk.config(signed))).toMatchObject({
      reason: 'bad-signature',
      raw: { errmsg: 'refused' },
    })
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'bad-signature', sent: false })
    expect(told).toHaveBeenCalledExactlyOnceWith({ errmsg: 'refused' })
    sim.answer('config', succeed({ jsApiList: [] }))
    await upsdk.config(signed)
    await upsdk.pay({ tn: '1' })
  })

  it('gives bad-config where the signature function fails, or gives nothing', async () => {
    wallet()
    const failing = kit({ config: () => Promise.reject(new Error('no network')) })
    expect(await failureOf(failing.pay({ tn: '1' }))).toMatchObject({ reason: 'bad-config' })
    expect(await failureOf(kit().config(undefined as never))).toMatchObject({ reason: 'bad-config' })
  })

  it('shows the wallet’s toast only where the config granted it', async () => {
    const sim = wallet({ answers: { config: succeed({ jsApiList: ['saveData'] }) } })
    const upsdk = kit({ config: signed })
    await upsdk.saveData({ key: 'k', value: 'v' })
    upsdk.toast('hello')
    expect(sim.calls.map((call) => call.method)).not.toContain('showFlashInfo')
    expect(document.querySelector('[data-upsdk-kit="toast"]')?.shadowRoot?.textContent).toBe('hello')
  })
})

describe('destroy', () => {
  it('gives up what waits and what was sent, and refuses what comes later', async () => {
    const sim = wallet({ readyAfter: 500, latency: 100 })
    const upsdk = kit()
    const ready = vi.fn()
    const promise = failureOf(upsdk.ready(ready))
    const waiting = failureOf(upsdk.pay({ tn: '1' }))
    upsdk.destroy()
    expect(await waiting).toMatchObject({ reason: 'aborted', sent: false })
    expect(await promise).toMatchObject({ reason: 'aborted', sent: false })
    await pass(1000)
    expect(sim.calls).toEqual([])
    expect(ready).not.toHaveBeenCalled()
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject({ reason: 'aborted' })
    expect(await failureOf(upsdk.ready())).toMatchObject({ reason: 'aborted' })
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('destroy after sending', () => {
  it('gives up what has not been answered', async () => {
    wallet({ answers: { bioDetect: silent(), getHCEState: silent() } })
    const upsdk = kit()
    const calls = [upsdk.bioDetect(), upsdk.call('getHCEState')].map(failureOf)
    upsdk.destroy()
    for (const call of calls) expect(await call).toMatchObject({ reason: 'aborted', sent: true })
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a newer config', () => {
  it('is handed on, though an older one is answered while its signature is being fetched', async () => {
    const sim = wallet({ latency: 100 })
    const upsdk = kit()
    upsdk.config(signed)
    await pass(10)
    upsdk.config(
      () => new Promise((resolve) => setTimeout(() => resolve({ ...signed, nonceStr: 'newer' }), 500)),
    )
    await pass(3000)
    expect(sim.calls.map(({ params }) => (params as { nonceStr: string }).nonceStr)).toEqual(['n', 'newer'])
  })

  it('that is accepted opens the way, though an older one was refused on the way', async () => {
    let configs = 0
    wallet({
      latency: 100,
      answers: { config: () => (configs++ ? succeed({ jsApiList: [] }) : fail({ errmsg: 'refused' })) },
    })
    const upsdk = kit()
    upsdk.config(signed)
    await pass(50)
    upsdk.config(signed)
    await pass(1000)
    const call = upsdk.saveData({ key: 'k', value: 'v' })
    await pass(200)
    await call
  })
})

describe('the environment', () => {
  const wallet = 'com.unionpay.chsp'

  it.each([
    ['(com.unionpay.chsp)', true],
    ['(com.unionpay.mobilepay)', true],
    ['(COM.UNIONPAY.CHSP)', true],
    ['(com.unionpay.tsm)', false],
    ['(comXunionpayXchsp)', false],
    ['', false],
  ])('%s is inside the wallet: %s', (userAgent, inside) => {
    expect(readUserAgent(userAgent).insideWallet).toBe(inside)
  })

  it.each([
    ['iPhone', 'ios'],
    ['iPad', 'ios'],
    ['iPod', 'ios'],
    ['Android 10', 'android'],
    ['Macintosh', 'other'],
  ])('%s is %s', (userAgent, platform) => {
    expect(readUserAgent(userAgent).platform).toBe(platform)
  })

  it.each([
    [`${wallet} (cordova 4.5.4)`, 'cordova'],
    [`${wallet} (securitywebcache 1.0.0)`, 'jsbridge'],
    [`${wallet} (cordova 4.5.4) (securitywebcache 1.0.0)`, 'cordova'],
    [`${wallet} (cordova )`, undefined],
    [`${wallet} (securitywebcache )`, undefined],
    [wallet, undefined],
    ['(cordova 4.5.4)', undefined],
  ])('%s has the bridge %s', (userAgent, bridge) => {
    expect(readUserAgent(userAgent).bridge).toBe(bridge)
  })

  it('has numbers only where there are numbers', () => {
    expect(readUserAgent('(version 1010) (clientVersion 310)')).toMatchObject({
      appVersion: 1010,
      clientVersion: 310,
    })
    expect(readUserAgent('(version x) (clientVersion)')).toMatchObject({
      appVersion: undefined,
      clientVersion: undefined,
    })
  })

  it.each(['10.5', '-1', '1e3', '0x10', 'Infinity', '12345678901'])('takes %s for no version', (version) => {
    expect(readUserAgent(`(version ${version})`).appVersion).toBeUndefined()
  })

  it('has no language that is no tag', () => {
    expect(readUserAgent('(language zh_CN_#Hans) (languageFamily zh_CN)').language).toBe('zh-CN')
    expect(readUserAgent('(language zh_CN_#Hans)').language).toBeUndefined()
  })

  it('is read in any case', () => {
    expect(readUserAgent('(Version 1010) (ClientVersion 310)')).toMatchObject({
      appVersion: 1010,
      clientVersion: 310,
    })
  })

  it('has the language as a tag, and its family where there is no language', () => {
    expect(readUserAgent('(language zh_Hans_CN)').language).toBe('zh-Hans-CN')
    expect(readUserAgent('(language en) (languageFamily ko)').language).toBe('en')
    expect(readUserAgent('(languageFamily ja_JP)').language).toBe('ja-JP')
    expect(readUserAgent('(language )').language).toBeUndefined()
  })

  it('follows a user agent that changes, and is the same object while it does not', () => {
    const navigator = { userAgent: '', languages: [] }
    const environment = createEnvironment({ navigator } as unknown as UpsdkWindow, () => undefined)
    expect(environment().insideWallet).toBe(false)
    navigator.userAgent = wallet
    expect(environment().insideWallet).toBe(true)
    expect(environment()).toBe(environment())
  })
})

describe('the script', () => {
  const url = 'https://cdn.example/own.js'
  const page = () => {
    const document = window.document.implementation.createHTMLDocument()
    const script = window.document.createElement('script')
    const created = vi.spyOn(document, 'createElement').mockReturnValue(script)
    const appended = vi.spyOn(document.head, 'appendChild').mockImplementation((node) => node)
    return {
      document,
      script,
      created,
      appended,
      window: { document, addEventListener() {} } as unknown as UpsdkWindow,
    }
  }

  it.each([
    ['https://open.95516.com/s/open/js/upsdk.js', true],
    ['https://cdn.example/upsdk.min.js?v=1', true],
    ['https://cdn.example/upsdk.js#x', true],
    ['https://cdn.example/myupsdk.js', false],
    ['https://cdn.example/upsdk.json', false],
    ['https://cdn.example/upsdkXjs', false],
    [undefined, false],
  ])('%s brings upsdk: %s', (src, brings) => {
    expect(isUpsdkScript({ src })).toBe(brings)
    expect(isUpsdkScript(null)).toBe(false)
  })

  it('is loaded once, however many ask', async () => {
    const { window, script, appended } = page()
    const loads = [loadScript(window, url, () => true), loadScript(window, url, () => true)]
    expect(appended).toHaveBeenCalledExactlyOnceWith(script)
    expect(script.src).toBe(url)
    expect(await stateOf(Promise.all(loads))).toBe('pending')
    script.dispatchEvent(new Event('load'))
    await Promise.all(loads)
  })

  it('that failed is taken away, and loaded again for the next who asks', async () => {
    const { window, script, appended } = page()
    const remove = vi.spyOn(script, 'remove')
    const load = loadScript(window, url, () => true)
    script.dispatchEvent(new Event('error'))
    await expect(load).rejects.toThrow('upsdk.js did not load')
    expect(remove).toHaveBeenCalledTimes(1)
    loadScript(window, url, () => true)
    expect(appended).toHaveBeenCalledTimes(2)
  })

  it.each(['https://cdn.example/upsdk.js', url])('%s that the page has is waited for', async (src) => {
    const { window, document, script, appended } = page()
    vi.spyOn(document, 'querySelectorAll').mockReturnValue([{ src: 'other.js' }, script] as never)
    Object.defineProperty(script, 'src', { value: src })
    const load = loadScript(window, url, () => true)
    expect(appended).not.toHaveBeenCalled()
    script.dispatchEvent(new Event('load'))
    await load
  })
})

describe('a script element that the browser has fetched already', () => {
  const url = 'https://cdn.example/own/upsdk.js'
  const fetched = (name: string) => (name === url ? [{}] : [])
  const begin = (state: DocumentReadyState = 'complete', entries: typeof fetched | null = fetched) => {
    const document = window.document.implementation.createHTMLDocument()
    const script = document.createElement('script')
    vi.spyOn(document, 'querySelectorAll').mockReturnValue([script] as never)
    Object.defineProperty(script, 'src', { value: url })
    const added: HTMLScriptElement[] = []
    vi.spyOn(document.head, 'appendChild').mockImplementation((node) => {
      added.push(node as unknown as HTMLScriptElement)
      return node
    })
    give(performance, 'getEntriesByName', entries)
    const complete = vi.fn()
    const there = {
      document,
      addEventListener: (type: string, run: () => void, options: object) =>
        expect([complete.mockImplementation(run), type, options]).toEqual([complete, 'load', { once: true }]),
    } as unknown as UpsdkWindow
    vi.spyOn(document, 'readyState', 'get').mockReturnValue(state)
    return {
      complete,
      there,
      script,
      added,
      load: loadScript(there, 'https://cdn.example/other.js', () => !there.upsdk),
    }
  }

  it('may still run: it is waited for a second', async () => {
    const { script, added, load } = begin()
    await pass(999)
    script.dispatchEvent(new Event('load'))
    await load
    await pass(10_000)
    expect(added).toEqual([])
  })

  it('has failed, where nothing comes of it: another takes its place', async () => {
    const { added, load } = begin()
    await pass(1000)
    expect(added.map(({ src }) => src)).toEqual(['https://cdn.example/other.js'])
    added[0]?.dispatchEvent(new Event('load'))
    await load
  })

  it('may run as long as the page is being read, as a deferred one does', async () => {
    const { added, complete } = begin('interactive')
    await pass(10_000)
    expect(added).toEqual([])
    complete()
    await pass(1000)
    expect(added).toHaveLength(1)
  })

  it.each([
    ['it is still being fetched', () => []],
    ['the browser does not tell', null],
  ])('is waited for, where %s', async (_name, entries) => {
    const { added } = begin('complete', entries)
    await pass(10_000)
    expect(added).toEqual([])
  })

  it('has run, where upsdk is there meanwhile', async () => {
    const { there, added, load } = begin()
    there.upsdk = {}
    await pass(1000)
    await load
    expect(added).toEqual([])
  })

  it('is replaced where it failed and was heard', async () => {
    const { script, added, load, there } = begin()
    script.dispatchEvent(new Event('error'))
    await expect(load).rejects.toThrow('did not load')
    expect(added).toEqual([])
    vi.spyOn(there.document, 'querySelectorAll').mockReturnValue([] as never)
    loadScript(there, url, () => true)
    expect(added).toHaveLength(1)
  })
})

describe('the raw upsdk', () => {
  it('is the one behind a kit, and is kept when a kit takes its place', () => {
    const raw = { pay() {} }
    const window = { upsdk: raw as unknown } as UpsdkWindow
    const source = createRawSource(window)
    window.upsdk = { [KIT]: () => undefined }
    expect(source.get()).toBe(raw)
    const other = { pay() {} }
    window.upsdk = { [KIT]: () => other }
    expect(source.get()).toBe(other)
    window.upsdk = undefined
    expect(source.get()).toBeUndefined()
  })

  it('is not asked for in a circle, where the kit is its own window.upsdk', () => {
    const window = {} as UpsdkWindow
    const source = createRawSource(window)
    window.upsdk = { [KIT]: () => source.get() }
    expect(source.get()).toBeUndefined()
    const own = source.own()
    expect(source.own()).toBe(own)
    // It was made for what the page wrote; the SDK file has not run.
    expect(source.get()).toBeUndefined()
    own.isInsideWallet = true
    expect(source.get()).toBe(own)
    expect(source.own()).toBe(own)
  })

  it('may be a function', () => {
    const upsdk = Object.assign(() => {}, { pay() {} })
    expect(createRawSource({ upsdk } as unknown as UpsdkWindow).get()).toBe(upsdk)
  })

  it('has methods by names of its own, its way in apart', () => {
    const raw = { pay() {}, ready() {}, configure() {}, isready() {}, text: 'x', toString() {} }
    const names = ['pay', 'configure', 'isready', 'ready', 'text', 'toString', 'missing']
    expect(names.filter((name) => methodOf(raw, name))).toEqual(['pay', 'configure', 'isready'])
  })
})

describe('upsdk that is there without its way in', () => {
  it('lets a ready callback wait for the file, and what is called then is sent', async () => {
    wallet()
    const real = window.upsdk
    window.upsdk = {}
    const upsdk = kit({ notify: false })
    const callback = vi.fn()
    upsdk.pluginReady(callback).catch(() => {})
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'unsupported' })
    window.upsdk = real
    await pass(500)
    expect(callback).toHaveBeenCalledTimes(1)
  })

  it('is none, where it only holds what the page wrote on the kit', async () => {
    const sim = wallet()
    const real = window.upsdk as object
    window.upsdk = undefined
    const upsdk = kit({ notify: false })
    window.upsdk = upsdk
    ;(upsdk as unknown as Record<string, unknown>).env = 'prod'
    const call = upsdk.saveData({ key: 'k', value: 'v' })
    expect(await stateOf(call)).toBe('pending')
    // The file writes on the kit, which stands in its place.
    Object.assign(window.upsdk as object, real)
    await pass(100)
    expect(await stateOf(call)).toBeUndefined()
    expect(sim.calls).toHaveLength(1)
  })

  it('is gone for old code too, once the window has none', () => {
    wallet()
    const upsdk = kit()
    expect(upsdk.isInsideWallet).toBe(true)
    Reflect.deleteProperty(window, 'upsdk')
    expect([upsdk.isInsideWallet, upsdk.checkSdkSupport, upsdk.jsApiList]).toEqual([false, false, []])
  })
})

describe('an error of the page', () => {
  const pluginReady = vi.fn()
  const failed = (target: unknown) =>
    window.dispatchEvent(Object.defineProperty(new Event('error'), 'target', { value: target }))

  it('that took the turn of the waiting calls gets them registered again', async () => {
    wallet()
    pluginReady.mockReset()
    window.upsdk = { pluginReady, pay: ({ success }: { success(): void }) => success() }
    const upsdk = kit()
    const call = upsdk.pay({ tn: '1' })
    failed(document.createElement('img'))
    expect(pluginReady).toHaveBeenCalledTimes(1)
    failed(window)
    expect(pluginReady).toHaveBeenCalledTimes(2)
    for (const [callback] of pluginReady.mock.calls) callback()
    await call
  })

  it('is nothing to the kit once the bridge is up, or where nothing waits', async () => {
    wallet()
    pluginReady.mockReset().mockImplementation((callback) => callback())
    window.upsdk = { pluginReady, pay: ({ success }: { success(): void }) => success() }
    const upsdk = kit()
    failed(window)
    expect(pluginReady).not.toHaveBeenCalled()
    await upsdk.pay({ tn: '1' })
    failed(window)
    expect(pluginReady).toHaveBeenCalledTimes(1)
  })
})

describe('an upsdk without its way in', () => {
  it('is unsupported', async () => {
    wallet()
    window.upsdk = { pay() {} }
    expect(await failureOf(kit().pay({ tn: '1' }))).toMatchObject({ reason: 'unsupported', sent: false })
  })
})
