/** Each hazard of calling upsdk directly (upsdk-behaviour §2), on the real SDK file: what it does, and what the kit makes of it. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import {
  BROWSER_AGENT,
  describeInBrowser,
  openPage,
  type PageOptions,
  page,
  SDK_URL,
  useBrowser,
  walletAgent,
} from './harness'

useBrowser()

/** In the page: the kit as `kit`, and `settled(promise)` that never rejects. */
const HELPERS = `
window.settled = (promise, ms = 20000) => Promise.race([
  promise.then((value) => ({ value }), (e) => ({ reason: e.reason, code: e.code, sent: e.sent, message: e.message, retry: e.retry })),
  new Promise((resolve) => setTimeout(() => resolve('pending'), ms)),
])
window.raw = () => window.upsdk
window.until = async (holds) => { while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5)) }
window.make = (options) => (window.kit = UpsdkKit.createUpsdk({ notify: false, ...options }))`

/** Opens a page, evaluates an expression of the page, closes it. */
async function inPage<T>(expression: string, options: PageOptions = {}): Promise<T> {
  const opened = await openPage(options)
  try {
    await opened.evaluate(HELPERS)
    return (await evaluate(opened, expression)) as T
  } finally {
    await opened.done()
  }
}

const evaluate = (opened: Page, expression: string) => opened.evaluate(`(async () => { ${expression} })()`)

const NEVER = 'window.readyAfter = "never"'
const LATE = 'window.readyAfter = 300'

describeInBrowser.each(['cordova', 'jsbridge'] as const)('over the %s bridge', (bridge) => {
  const userAgent = walletAgent({ bridge })

  it('H1 a call made before the bridge is up is sent when it is', async () => {
    // Both calls right after the SDK file has run: its bridge is still to be fetched.
    const html = page(`<script src="/kit.js"></script><script src="${SDK_URL}"></script>
      <script>window.vanished = 'nothing'; upsdk.scanQRCode({ success() { vanished = 'called' }, fail() { vanished = 'called' } })
      window.early = UpsdkKit.createUpsdk({ notify: false }).scanQRCode()</script>`)
    const before = `${LATE}; window.native = { answers: { 'UPWebUI.scanQRCode': { success: 'text' } }, calls: [], wait: 0 }`
    const seen = await inPage('return [await settled(early), vanished]', { html, before, userAgent })
    expect(seen).toEqual([{ value: 'text' }, 'nothing'])
  })

  it('H2 a call never meets c05: it is always sent from inside pluginReady', async () => {
    const seen = await inPage<unknown[]>(
      `let direct; await until(() => direct || upsdk.scanQRCode({ fail(failure) { direct = failure } }))
      return [direct.errcode, await settled(make().saveData({ key: 'k', value: 'v' }))]`,
      { userAgent },
    )
    expect(seen).toEqual(['c05', { value: undefined }])
  })

  it('H3 a callback of the page that throws in front of the kit does not keep its calls back', async () => {
    const html = page(
      `<script src="${SDK_URL}"></script><script>upsdk.pluginReady(() => { throw new Error('of the page') })</script><script src="/kit.js"></script>
      <script>window.early = UpsdkKit.createUpsdk({ notify: false }).getScreenBrightness()</script>`,
    )
    const before = `${LATE}; window.native = { answers: { 'UPCarCodePlugin.getScreenBrightness': { success: '{"brightness":"1"}' } }, calls: [], wait: 0 }`
    expect(await inPage('return await settled(early)', { html, before, userAgent })).toEqual({
      value: { brightness: '1' },
    })
  })

  it('H3 a ready callback that throws harms neither the calls nor the callbacks behind it', async () => {
    const seen = await inPage(
      `make(); const ran = []
      kit.ready(() => { throw new Error('of the page') }); const call = kit.saveData({ key: 'k', value: 'v' }); kit.pluginReady(() => ran.push('second'))
      return [await settled(call), ran]`,
      { userAgent },
    )
    expect(seen).toEqual([{ value: undefined }, ['second']])
  })

  it('H8 a method taken off the kit before the bridge is up works', async () => {
    const seen = await inPage(
      `native.answers['UPWebUI.scanQRCode'] = { success: 'text' }
      const { scanQRCode } = make(); return await settled(scanQRCode())`,
      { userAgent, before: LATE },
    )
    expect(seen).toEqual({ value: 'text' })
  })

  it('H9 two appletAuth calls before the bridge is up both get their code', async () => {
    const seen = await inPage(
      `let n = 0; native.answers['UPWebSdk.appletAuth'] = () => ({ success: JSON.stringify({ code: 'c' + ++n }) })
      make(); return [await settled(Promise.all([kit.appletAuth(), kit.appletAuth()])), native.calls.length]`,
      { userAgent, before: LATE },
    )
    expect(seen).toEqual([{ value: [{ code: 'c1' }, { code: 'c2' }] }, 2])
  })

  it('H10 the object that a page passes in is not changed', async () => {
    const seen = await inPage(
      `native.answers['UPWebPay.pay'] = { success: undefined }
      const options = { tn: '1', merchantId: 'm', success() {} }; const keys = Object.keys(options).join()
      make(); await settled(kit.pay(options)); await settled(kit.appletAuth(options))
      return [Object.keys(options).join() === keys, native.calls[0].args]`,
      { userAgent },
    )
    expect(seen).toEqual([true, [{ tn: '1', mode: '00' }]])
  })

  it('H11 methods that never call back resolve when they are sent', async () => {
    const seen = await inPage(
      `make(); return await settled(Promise.all([kit.setNavigationBarTitle('t'), kit.showFlashInfo({ msg: 'm' }),
        kit.createWebView({ url: 'u' }), kit.showSharePopup({ title: 't' })]))`,
      { userAgent },
    )
    expect(seen).toEqual({ value: [undefined, undefined, undefined, undefined] })
  })

  it('H12 an object is an object on both platforms, and scanned text stays text', async () => {
    const seen = await inPage(
      `native.answers['UPWalletPlugin.fetchNativeData'] = { success: '{"latitude":"31.2","longitude":"121.4"}' }
      native.answers['UPWebUI.scanQRCode'] = { success: '{"not":"parsed"}' }
      native.answers['UPXAppletDataPlugin.queryData'] = { success: '{"code":"00","value":"{}"}' }
      make(); return [await settled(kit.getLocationGps()), await settled(kit.scanQRCode()), await settled(kit.queryData({ key: 'k' }))]`,
      { userAgent },
    )
    expect(seen).toEqual([
      { value: { latitude: '31.2', longitude: '121.4' } },
      { value: '{"not":"parsed"}' },
      { value: { code: '00', value: '{}' } },
    ])
  })

  it.each([
    [
      'UPFacePlugin.bioDetect',
      `{ errcode: '94', errmsg: 'x' }`,
      'kit.bioDetect()',
      { reason: 'identity', code: '94' },
    ],
    [
      'UPFacePlugin.bioDetect',
      `{ code: '95', msg: 'x' }`,
      'kit.bioDetect()',
      { reason: 'identity', code: '95' },
    ],
    [
      'UPFacePlugin.bioDetect',
      `'{"errcode":"99","errmsg":"x"}'`,
      'kit.bioDetect()',
      { reason: 'identity', code: '99' },
    ],
    ['UPFacePlugin.bioDetect', `'96'`, 'kit.bioDetect()', { reason: 'identity', code: '96' }],
    ['UPWebPay.pay', `{ code: '01', msg: '用户取消支付' }`, `kit.pay({ tn: '1' })`, { reason: 'cancelled' }],
    [
      'UPWebPay.pay',
      `'{"desc":"余额不足"}'`,
      `kit.pay({ tn: '1' })`,
      { reason: 'unknown', retry: 'never', sent: true },
    ],
    ['UPWebPay.pay', `''`, `kit.pay({ tn: '1' })`, { reason: 'unknown', retry: 'never', sent: true }],
  ])('H13 %s failing with %s is understood', async (name, fail, call, expected) => {
    const seen = await inPage(
      `native.answers['${name}'] = { fail: ${fail} }; make(); return await settled(${call})`,
      {
        userAgent,
      },
    )
    expect(seen).toMatchObject(expected)
  })

  it('H14 chooseImage without an object does not throw', async () => {
    const seen = await inPage(
      `native.answers['UPWebUI.chooseImage'] = { success: { base64: 'b', url: 'a.png' } }; make(); return await settled(kit.chooseImage())`,
      { userAgent },
    )
    expect(seen).toEqual({ value: { base64: 'b', type: 'png' } })
  })

  it('H16 a method that this file does not have is unsupported', async () => {
    const seen = await inPage(
      `make(); await kit.ready(); return [await settled(kit.getSystemInfo()), await kit.supports('getSystemInfo'), await kit.supports('pay')]`,
      { userAgent },
    )
    expect(seen).toMatchObject([{ reason: 'unsupported', sent: false }, false, true])
  })

  it('H19 an answer after the deadline, and a second answer, change nothing', async () => {
    const seen = await inPage(
      `native.wait = 300; native.answers['UPWebUI.scanQRCode'] = { success: 'late' }
      make(); const late = await settled(kit.call('scanQRCode', undefined, { timeout: 100 }))
      await until(() => native.answered === 1)
      native.wait = 0; native.answers['UPWebUI.scanQRCode'] = { success: 'twice', times: 2, thenFail: 'and failed' }
      let times = 0; const twice = await settled(kit.scanQRCode({ success() { times++ }, fail() { times++ } }))
      await until(() => native.answered === 2); return [late, twice, times]`,
      { userAgent },
    )
    expect(seen).toMatchObject([{ reason: 'timeout', sent: true }, { value: 'twice' }, 1])
  })

  it('H20 a double tap sends one payment', async () => {
    const seen = await inPage(
      `native.wait = 200; make(); const both = await Promise.all([settled(kit.pay({ tn: '1' })), settled(kit.pay({ tn: '1' }))])
      return [both, native.calls.length]`,
      { userAgent },
    )
    expect(seen).toMatchObject([[{ value: undefined }, { reason: 'busy', sent: false }], 1])
  })

  it('H21 parameters of a class or without a prototype reach native', async () => {
    const seen = await inPage(
      `make(); class Order { constructor() { this.tn = '1' } }
      await settled(kit.pay(new Order())); await settled(kit.pay(Object.assign(Object.create(null), { tn: '2' })))
      let ran = 0; await settled(kit.pay({ tn: '3', success: async () => { ran++ } }))
      return [native.calls.map((call) => call.args[0].tn), ran]`,
      { userAgent },
    )
    expect(seen).toEqual([['1', '2', '3'], 1])
  })

  it('H22 an answer that the SDK chokes on never makes a dead button', async () => {
    const seen = await inPage(
      `addEventListener('error', (e) => e.preventDefault()); native.answers['UPWebUI.chooseImage'] = { success: 'no JSON' }; make()
      const tap = () => settled(kit.call('chooseImage', undefined, { timeout: 200 }))
      const first = await tap(); const second = await tap(); let last = second
      while (last.reason === 'busy') { await new Promise((done) => setTimeout(done, 100)); last = await tap() }
      return [first, second, last]`,
      { userAgent },
    )
    expect(seen).toMatchObject([{ reason: 'timeout' }, { reason: 'busy' }, { reason: 'timeout' }])
  })

  it('H23 signed mode: calls are sent after an accepted config, and not after a refused one', async () => {
    const signed = `{ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }`
    const seen = await inPage(
      `native.answers['UPWebSdk.config'] = { fail: { errcode: 'x', errmsg: 'refused' } }
      make({ config: ${signed} }); const told = []; kit.error((failure) => told.push(failure.errmsg))
      const refused = await settled(kit.scanQRCode()); const later = await settled(kit.scanQRCode())
      if (window.deviceReady) deviceReady()
      const stillRefused = await settled(kit.scanQRCode()); const sent = native.calls.filter((c) => c.name !== 'UPWebSdk.config').length
      native.answers['UPWebSdk.config'] = { success: { jsApiList: [{ plugin: 'UPWebUI', actions: ['scanQRCode'] }] } }
      native.answers['UPWebUI.scanQRCode'] = { success: 'text' }
      await kit.config(${signed})
      return [refused, later, stillRefused, told, sent, await settled(kit.scanQRCode()), kit.jsApiList]`,
      { userAgent },
    )
    expect(seen).toMatchObject([
      { reason: 'bad-signature', sent: false },
      { reason: 'bad-signature' },
      { reason: 'bad-signature' },
      ['refused'],
      0,
      { value: 'text' },
      ['scanQRCode'],
    ])
  })

  it('H23 a late config holds back what was not sent, and a refused one is told', async () => {
    const signed = `{ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }`
    const seen = await inPage(
      `make(); const first = await settled(kit.saveData({ key: 'k', value: 'v' }))
      native.wait = 100; native.answers['UPWebSdk.config'] = { success: { jsApiList: [] } }
      const config = kit.config(${signed}); const waiting = kit.saveData({ key: 'k', value: 'w' })
      const accepted = await settled(config); const second = await settled(waiting)
      native.answers['UPWebSdk.config'] = { fail: { errcode: 'x', errmsg: 'refused' } }
      const refused = await settled(kit.config(${signed})); 
      return [first, accepted, second, refused, native.calls.map((c) => c.name)]`,
      { userAgent },
    )
    expect(seen).toMatchObject([
      { value: undefined },
      { value: undefined },
      { value: undefined },
      { reason: 'bad-signature' },
      ['UPXAppletDataPlugin.saveData', 'UPWebSdk.config', 'UPXAppletDataPlugin.saveData', 'UPWebSdk.config'],
    ])
  })

  it('H23 every ready callback runs once, however often the bridge comes up', async () => {
    const seen = await inPage(
      `make(); let times = 0; kit.ready(() => times++); await kit.ready()
      if (window.deviceReady) { deviceReady(); deviceReady() }
      await settled(kit.saveData({ key: 'k', value: 'v' })); return times`,
      { userAgent, before: LATE },
    )
    expect(seen).toBe(1)
  })

  it('H3 a ready callback that throws does not keep a signed page from its calls', async () => {
    const html = page(
      `<script src="${SDK_URL}"></script><script>upsdk.ready(() => { throw new Error('of the page') })</script><script src="/kit.js"></script>
      <script>window.early = UpsdkKit.createUpsdk({ notify: false, config: { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' } }).scanQRCode()</script>`,
    )
    const before = `window.native = { answers: { 'UPWebSdk.config': { success: { jsApiList: [] } }, 'UPWebUI.scanQRCode': { success: 'text' } }, calls: [], wait: 0 }`
    expect(await inPage('return settled(early)', { html, before, userAgent })).toEqual({ value: 'text' })
  })

  it('H23 a payment waits for its signed config, also where the page runs the SDK file again meanwhile', async () => {
    const before = `window.native = { answers: { 'UPWebSdk.config': { fail: { errcode: 'c01' } } }, calls: [], wait: 1200 }`
    const seen = await inPage(
      `make({ readyTimeout: 2500, config: { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' } })
      const pay = settled(kit.pay({ tn: '1' }))
      await until(() => native.calls.length)
      const script = document.createElement('script')
      script.src = '${SDK_URL}'
      script.onload = () => upsdk.pluginReady(() => {})
      document.head.append(script)
      return [(await pay).sent, native.calls.filter(({ name }) => /pay/i.test(name)).length]`,
      { before, userAgent },
    )
    expect(seen).toEqual([false, 0])
  })

  it('H26 the kit as window.upsdk, put there before upsdk.js, gets the real methods behind it', async () => {
    const html = page(
      `<script src="/kit.js"></script><script>var upsdk = UpsdkKit.createUpsdk({ notify: false })</script><script src="${SDK_URL}"></script>
      <script>window.early = upsdk.scanQRCode()</script>`,
    )
    const before = `${LATE}; window.native = { answers: { 'UPWebUI.scanQRCode': { success: 'text' } }, calls: [], wait: 0 }`
    const seen = await inPage(
      'return [await settled(early), await settled(upsdk.scanQRCode()), upsdk.isInsideWallet]',
      {
        html,
        before,
        userAgent,
      },
    )
    expect(seen).toEqual([{ value: 'text' }, { value: 'text' }, true])
  })

  it('H26 the kit as window.upsdk, put there after upsdk.js', async () => {
    const html = page(
      `<script src="${SDK_URL}"></script><script src="/kit.js"></script><script>var upsdk = UpsdkKit.createUpsdk({ notify: false })
      window.early = upsdk.scanQRCode()</script>`,
    )
    const before = `${LATE}; window.native = { answers: { 'UPWebUI.scanQRCode': { success: 'text' } }, calls: [], wait: 0 }`
    expect(
      await inPage('return [await settled(early), await settled(upsdk.scanQRCode())]', {
        html,
        before,
        userAgent,
      }),
    ).toEqual([{ value: 'text' }, { value: 'text' }])
  })

  it('H26 signed mode works with the kit as window.upsdk', async () => {
    const html = page(
      `<script src="/kit.js"></script><script>var upsdk = UpsdkKit.createUpsdk({ notify: false })</script><script src="${SDK_URL}"></script>
      <script>upsdk.config({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }); window.early = upsdk.scanQRCode(); upsdk.ready(() => { window.readyRan = (window.readyRan || 0) + 1 })</script>`,
    )
    const before = `${LATE}; window.native = { answers: { 'UPWebSdk.config': { success: { jsApiList: [] } }, 'UPWebUI.scanQRCode': { success: 'text' } }, calls: [], wait: 0 }`
    const seen = await inPage(
      `const early1 = await settled(early); return [early1, readyRan, native.calls.map((c) => c.name)]`,
      { html, before, userAgent },
    )
    expect(seen).toEqual([{ value: 'text' }, 1, ['UPWebSdk.config', 'UPWebUI.scanQRCode']])
  })
})

describeInBrowser('where there is no bridge', () => {
  it('H4 outside the wallet a call is refused at once, and a ready callback still runs', async () => {
    const seen = await inPage(
      `make(); let ran = 0; const ready = await settled(kit.ready(() => ran++)); return [ready, await settled(kit.pay({ tn: '1' })), ran, kit.isInsideWallet]`,
      { userAgent: BROWSER_AGENT },
    )
    expect(seen).toMatchObject([
      { reason: 'outside-wallet' },
      { reason: 'outside-wallet', sent: false },
      1,
      false,
    ])
  })

  it('H5 a wallet without pluginReady is unsupported, at once', async () => {
    const seen = await inPage('make(); return [typeof raw().pluginReady, await settled(kit.scanQRCode())]', {
      userAgent: walletAgent({ bridge: 'none' }),
    })
    expect(seen).toMatchObject(['undefined', { reason: 'unsupported', sent: false }])
  })

  it('H6 a bridge that never comes is ready-timeout, each call by its own clock, and nothing is sent later', async () => {
    const seen = await inPage(
      `make({ readyTimeout: 300 }); const pay = await settled(kit.pay({ tn: '1' }))
      deviceReady(); await new Promise((resolve) => raw().pluginReady(resolve)); const sent = native.calls.length
      return [pay, sent, await settled(kit.pay({ tn: '2' })), native.calls.length]`,
      { before: NEVER },
    )
    expect(seen).toMatchObject([
      { reason: 'ready-timeout', sent: false, retry: 'now' },
      0,
      { value: undefined },
      1,
    ])
  })

  it('H6 a bridge script that fails to load is ready-timeout', async () => {
    expect(
      await inPage('make({ readyTimeout: 300 }); return await settled(kit.pay({ tn: "1" }))', {
        userAgent: walletAgent({ bridge: 'jsbridge' }),
        bridgeFails: true,
      }),
    ).toMatchObject({ reason: 'ready-timeout' })
  })

  it('H7 an upsdk.js that fails to load is sdk-missing at once, where its error was seen', async () => {
    const html = page(
      `<script src="/kit.js"></script><script>window.started = Date.now(); window.early = UpsdkKit.createUpsdk({ notify: false }).pay({ tn: '1' })</script><script src="${SDK_URL}"></script>`,
    )
    const seen = await inPage<[unknown, number]>('return [await settled(early), Date.now() - started]', {
      html,
      sdkFails: true,
    })
    expect(seen[0]).toMatchObject({ reason: 'sdk-missing', sent: false })
    expect(seen[1]).toBeLessThan(3000)
  })

  it('H7 without a script tag a call is sdk-missing at its deadline, and a late upsdk.js serves it', async () => {
    const html = page('<script src="/kit.js"></script>')
    const seen = await inPage(
      `make({ readyTimeout: 200 }); const missing = await settled(kit.scanQRCode())
      native.answers['UPWebUI.scanQRCode'] = { success: 'text' }
      make({ readyTimeout: 3000 }); const late = kit.scanQRCode(); const script = document.createElement('script'); script.src = '${SDK_URL}'; document.head.append(script)
      return [missing, await settled(late)]`,
      { html },
    )
    expect(seen).toMatchObject([{ reason: 'sdk-missing' }, { value: 'text' }])
  })

  it('H7 script: true loads the official file once for all instances, and again after a failure', async () => {
    const html = page('<script src="/kit.js"></script>')
    const opened = await openPage({ html, fresh: true })
    let requests = 0
    await opened.route(SDK_URL, (route) => (requests++ ? route.fallback() : route.abort()))
    await opened.evaluate(HELPERS)
    const seen = await evaluate(
      opened,
      `native.answers['UPWebUI.scanQRCode'] = { success: 'text' }
      make({ script: true }); const other = make({ script: true })
      const failed = await settled(kit.scanQRCode())
      const both = await Promise.all([settled(kit.scanQRCode()), settled(other.getScreenBrightness())])
      return [failed, both, document.querySelectorAll('script[src*="upsdk.js"]').length]`,
    )
    await opened.done()
    expect(seen).toMatchObject([{ reason: 'sdk-missing' }, [{ value: 'text' }, { value: undefined }], 1])
    expect(requests).toBe(2)
  })

  it('H7 script: true takes the place of a script tag that failed before the kit was there', async () => {
    const html = page(
      '<script src="https://mini.example/js/upsdk.js"></script><script src="/kit.js"></script>',
    )
    const saved = (make: string) =>
      inPage(`${make}; return settled(kit.saveData({ key: 'k', value: 'v' }))`, { html })
    expect(await saved('make({ script: true })')).toEqual({ value: undefined })
    // Also for a kit that stands in the place of the global.
    expect(await saved('window.upsdk = make({ script: true })')).toEqual({ value: undefined })
  })

  it('H7 script: true does not run a deferred tag’s file twice, however long the page takes to parse', async () => {
    const html = page(
      `<script defer src="${SDK_URL}"></script><script src="/kit.js"></script><script>window.early = UpsdkKit.createUpsdk({ script: true, notify: false }).saveData({ key: 'k', value: 'v' })
      const end = Date.now() + 1500; document.write('<script>while (Date.now() < ' + end + ') {}<' + '/script>')</script>`,
    )
    const seen = await inPage(
      `return [await settled(early), document.querySelectorAll('script[src*="upsdk.js"]').length]`,
      { html },
    )
    expect(seen).toEqual([{ value: undefined }, 1])
  })

  it('H7 script: true does not run the file twice, where the page loads it itself: its payment is sent once', async () => {
    const html = page('<script src="/kit.js"></script>')
    const seen = await inPage(
      `await until(() => document.readyState === 'complete')
      const script = document.createElement('script')
      script.src = '${SDK_URL}'
      script.onload = () => upsdk.pluginReady(() => upsdk.pay({ tn: 'page', success() {} }))
      document.head.append(script)
      make({ script: true })
      const call = await settled(kit.saveData({ key: 'k', value: 'v' }))
      await new Promise((resolve) => setTimeout(resolve, 500))
      return [call, document.readyState, native.calls.filter(({ name }) => /pay/i.test(name)).length]`,
      { html },
    )
    expect(seen).toEqual([{ value: undefined }, 'complete', 1])
  })

  it('H7 script: true waits for a script tag that the page has', async () => {
    const html = page(
      `<script src="/kit.js"></script><script async src="${SDK_URL}"></script><script>window.early = UpsdkKit.createUpsdk({ script: true, notify: false }).saveData({ key: 'k', value: 'v' })</script>`,
    )
    const seen = await inPage(
      `return [await settled(early), document.querySelectorAll('script[src*="upsdk.js"]').length]`,
      { html },
    )
    expect(seen).toEqual([{ value: undefined }, 1])
  })

  it('H25 a user agent at which the SDK file throws is unsupported, at once', async () => {
    const seen = await inPage('make(); return await settled(kit.scanQRCode())', {
      userAgent: walletAgent({ updebug: false }),
    })
    expect(seen).toMatchObject({ reason: 'unsupported', sent: false })
  })
})

describeInBrowser('what users and developers are told', () => {
  it('H17 c02 from the SDK, garbled or not, is the kit’s own message', async () => {
    const seen = await inPage<{ message: string; code: string; reason: string }>(
      `native.answers['UPFacePlugin.bioDetect'] = { status: 'ILLEGAL_ACCESS_EXCEPTION' }; make(); return await settled(kit.bioDetect())`,
    )
    expect(seen).toMatchObject({
      code: 'c02',
      reason: 'forbidden',
      message: '该功能暂未开放',
    })
  })

  it('H18 the SDK’s debug mode does not become the kit’s: no alert comes of a failed call', async () => {
    const opened = await openPage({ fresh: true })
    const alerts: string[] = []
    opened.on('dialog', (dialog) => {
      alerts.push(dialog.message())
      void dialog.dismiss()
    })
    await opened.evaluate(HELPERS)
    await evaluate(
      opened,
      `native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '94', errmsg: 'x' } }; UpsdkKit.createUpsdk({ debug: true }).bioDetect().catch(() => {}); await until(() => document.querySelector('[data-upsdk-kit]'))`,
    )
    await opened.done()
    expect(alerts).toEqual([])
  })

  it('H24 a page that throws or calls again inside fail does not turn the next failure into c02', async () => {
    const seen = await inPage(
      `addEventListener('error', (e) => e.preventDefault())
      native.answers['UPFacePlugin.bioDetect'] = { status: 'ILLEGAL_ACCESS_EXCEPTION' }
      make(); await settled(kit.bioDetect({ fail() { throw new Error('of the page') } }))
      native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '94', errmsg: 'x' } }
      return await settled(kit.bioDetect())`,
    )
    expect(seen).toMatchObject({ code: '94', reason: 'identity' })
  })

  it.each([
    ['zh_CN', '人像验证未通过，请明天再试'],
    ['zh_HK', '人像驗證未能通過，請明天再試'],
    ['en_US', 'Face not verified. Try again tomorrow.'],
  ])('two lines are enough: 94 in the wallet’s language %s', async (language, text) => {
    const opened = await openPage({ userAgent: walletAgent({ language }) })
    await opened.evaluate(`native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '94', errmsg: 'x' } }
      const upsdk = UpsdkKit.createUpsdk(); upsdk.bioDetect().catch(() => {})`)
    const dialog = opened.locator('[data-upsdk-kit="dialog"]')
    await dialog.getByText(text).waitFor({ timeout: 15_000 })
    expect(await dialog.count()).toBe(1)
    await opened.done()
  })

  it('H15 two handlers for one event: raw upsdk keeps the second only', async () => {
    const seen = await inPage(
      `await new Promise((resolve) => upsdk.pluginReady(resolve)); const heard = []
      upsdk.registerBluetoothDeviceFound({ callback: () => heard.push(1) }); upsdk.registerBluetoothDeviceFound({ callback: () => heard.push(2) })
      document.dispatchEvent(new Event('BluetoothDeviceFound')); return heard`,
    )
    expect(seen).toEqual([2])
  })
})

describeInBrowser.each(['cordova', 'jsbridge'] as const)('events over the %s bridge', (bridge) => {
  const userAgent = walletAgent({ bridge })

  it('H15 any number of handlers hear of one event, and none after it was stopped', async () => {
    const seen = await inPage(
      `make(); const heard = []; const raise = (n) => document.dispatchEvent(Object.assign(new Event('BluetoothDeviceFound'), { n }))
      const stop1 = kit.on('BluetoothDeviceFound', (data) => heard.push(['first', data])); const stop2 = kit.on('BluetoothDeviceFound', (data) => heard.push(['second', data]))
      await kit.ready(); raise(1); stop1(); raise(2); stop2(); raise(3)
      return [heard, native.calls.map((call) => call.name)]`,
      { userAgent, before: LATE },
    )
    expect(seen).toEqual([
      [
        ['first', { n: 1 }],
        ['second', { n: 1 }],
        ['second', { n: 2 }],
      ],
      ['UPWPluginBluetooth.registerBluetoothDeviceFound', 'UPWPluginBluetooth.cancelBluetoothDeviceFound'],
    ])
  })

  it('H15 the lifecycle is heard, also where iOS registers it with the bridge itself', async () => {
    const seen = await inPage(
      `make(); const heard = []; const stop = kit.on('onPageShow', (data) => heard.push(data)); await kit.ready()
      const raise = () => native.handlers ? native.handlers.onPageShow({ n: 1 }) : document.dispatchEvent(Object.assign(new Event('onPageShow'), { n: 1 }))
      raise(); stop(); raise(); return [heard, !!native.handlers]`,
      { userAgent },
    )
    expect(seen).toEqual([[{ n: 1 }], bridge === 'jsbridge'])
  })

  it('H15 a screenshot is an event, and the answer to its registration is none', async () => {
    const seen = await inPage(
      `native.answers['UPCarCodePlugin.monitorScreenShot'] = { success: 'registered' }
      make(); const heard = []; kit.on('screenShotAction', (data) => heard.push(data)); await kit.ready(); await until(() => native.answered)
      const before = heard.length; document.dispatchEvent(new Event('screenShotAction')); kit.destroy(); document.dispatchEvent(new Event('screenShotAction'))
      return [before, heard.length, native.calls.map((call) => call.name)]`,
      { userAgent },
    )
    expect(seen).toEqual([0, 1, ['UPCarCodePlugin.monitorScreenShot', 'UPCarCodePlugin.removeScreenShot']])
  })
})
