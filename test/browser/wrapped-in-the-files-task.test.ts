/**
 * A page that wraps methods of the kit in its place while the SDK file writes them, on the real file: it pays as without
 * the kit, and its wrappers stay its own (H23, H26).
 */
import { expect, it } from 'vitest'
import { oneOfEach } from '../support/samples'
import { describeInBrowser, page, walletAgent } from './harness'
import { bodyInPage } from './inPage'
import { KIT, SDK } from './scripts'

const IN_PLACE = `${KIT}<script>var upsdk = UpsdkKit.createUpsdk({ notify: false })</script>`

/** How pages put a function of their own around the methods. */
const WRAPS = {
  wraps: `for (const name of ['pay', 'getLocationGps', 'appletAuth']) {
    const old = upsdk[name]; upsdk[name] = (params) => { around++; return old.call(upsdk, params) } }`,
  promisifies: `for (const name of ['pay', 'getLocationGps', 'appletAuth']) {
    const old = upsdk[name]
    upsdk[name] = (params) => { around++
      const { success: succeed, fail: refuse } = params
      const promise = new Promise((success, fail) => old({ ...params, success, fail }))
      promise.then(succeed, refuse)
      return promise } }`,
  'wraps, and wraps again,': `for (const name of ['pay', 'getLocationGps', 'appletAuth', 'pay']) {
    const old = upsdk[name]; upsdk[name] = function () { around++; return old.apply(this, arguments) } }`,
  'asks a server before': `for (const name of ['pay', 'getLocationGps', 'appletAuth']) {
    const old = upsdk[name]
    upsdk[name] = (params) => { around++
      setTimeout(() => old({ ...params, tn: 'order ' + params.tn }), 30) } }`,
  'awaits a server before': `for (const name of ['pay', 'getLocationGps', 'appletAuth']) {
    const old = upsdk[name]
    upsdk[name] = async (params) => { around++
      await new Promise((resolve) => setTimeout(resolve, 30))
      return old({ ...params, tn: 'order ' + params.tn }) } }`,
  'changes the order of': `for (const name of ['pay', 'getLocationGps', 'appletAuth']) {
    const old = upsdk[name]
    upsdk[name] = (params) => { around++; params.tn = 'order ' + params.tn; return old({ ...params, tn: 'new ' + params.tn }) } }`,
  'awaits, and answers itself, around': `for (const name of ['pay', 'getLocationGps', 'appletAuth']) {
    const old = upsdk[name]
    upsdk[name] = async ({ tn, success, fail }) => { around++
      await new Promise((resolve) => setTimeout(resolve, 30))
      old({ tn, success: (value) => success(value), fail: (error) => fail(error) }) } }`,
  'awaits, signs, and answers itself, around': `for (const name of ['getLocationGps', 'appletAuth']) {
    const old = upsdk[name]
    upsdk[name] = async ({ success, fail }) => { around++
      await new Promise((resolve) => setTimeout(resolve, 10))
      old({ nonce: Math.random(), success: (value) => success(value), fail: (error) => fail(error) }) } }`,
}

const ON_BRIDGE_LOAD = (run: string) =>
  `document.querySelector('script[src*="/common/"]').addEventListener('load', () => { ${run} })`
const ON_DEVICEREADY = (run: string) => `document.addEventListener('deviceready', () => { ${run} })`

const WHEN: Record<string, { bridge: 'cordova' | 'jsbridge'; script: string }> = {
  'in its own deviceready listener': { bridge: 'cordova', script: ON_DEVICEREADY('wrap()') },
  'in a microtask of that listener': {
    bridge: 'cordova',
    script: ON_DEVICEREADY('Promise.resolve().then(wrap)'),
  },
  'at a later deviceready': {
    bridge: 'cordova',
    script: `let times = 0; ${ON_DEVICEREADY('if (times++) wrap()')}
      upsdk.pluginReady(() => setTimeout(() => deviceReady(), 50))`,
  },
  'at each deviceready': {
    bridge: 'cordova',
    script: `${ON_DEVICEREADY('wrap()')}; upsdk.pluginReady(() => setTimeout(() => deviceReady(), 50))`,
  },
  'in the task in which cordova.js loads': {
    bridge: 'cordova',
    // Native may raise the event in the bridge's own task.
    script: `readyAfter = 'never'; ${ON_BRIDGE_LOAD('deviceReady(); wrap()')}`,
  },
  'in the task in which WebViewJavascriptBridge.js loads': {
    bridge: 'jsbridge',
    script: ON_BRIDGE_LOAD('wrap()'),
  },
  'in a microtask of that load': {
    bridge: 'jsbridge',
    script: ON_BRIDGE_LOAD('Promise.resolve().then(wrap)'),
  },
  'at a deviceready that the bridge does not need': {
    bridge: 'jsbridge',
    script: `${ON_DEVICEREADY('wrap()')}
      upsdk.pluginReady(() => setTimeout(() => document.dispatchEvent(new Event('deviceready')), 50))`,
  },
}

const ORDERS = { 'the file, then the kit': SDK + IN_PLACE, 'the kit, then the file': IN_PLACE + SDK }
const ROWS = Object.entries(WHEN).flatMap(([when, { bridge, script }]) =>
  Object.entries(WRAPS).flatMap(([how, wrap]) =>
    Object.entries(ORDERS).map(([order, scripts]) => ({ when, how, order, bridge, script, wrap, scripts })),
  ),
)

describeInBrowser('the kit as window.upsdk', () => {
  it.each(oneOfEach('wrapped methods', ROWS, ({ when }) => when))(
    'a page that $how methods $when pays once at each call, with $order',
    async ({ bridge, script, wrap, scripts }) => {
      const seen = await bodyInPage(
        `const ended = []
      const pay = (tn) => new Promise((resolve) => {
        const end = (name) => () => { ended.push(name + tn); resolve() }
        const returned = upsdk.pay({ tn, success: end('success'), fail: end('fail') })
        // A page gets what its wrapper returns: perhaps nothing, or a promise that is over before the payment.
        if (returned && returned.then) returned.then(undefined, end('rejected'))
        setTimeout(resolve, 1500)
      })
      await new Promise((resolve) => setTimeout(resolve, 600))
      around = 0
      await pay('1')
      await pay('2')
      await new Promise((resolve) => setTimeout(resolve, 50))
      const answered = await Promise.race([
        new Promise((resolve, reject) => upsdk.appletAuth({ success: resolve, fail: reject })),
        new Promise((resolve) => setTimeout(resolve, 1500, 'lost')),
      ])
      const place = await Promise.race([
        new Promise((resolve, reject) => upsdk.getLocationGps({ success: resolve, fail: reject })),
        new Promise((resolve) => setTimeout(resolve, 1500, 'lost')),
      ])
      const names = native.calls.map(({ name }) => name)
      return [
        names.filter((name) => name === 'UPWebPay.pay').length,
        names.filter((name) => name === 'UPWebSdk.appletAuth').length,
        names.filter((name) => name === 'UPWalletPlugin.fetchNativeData').length,
        ended,
        answered, place, around > 0,
      ]`,
        {
          html: page(
            `${scripts}<script>var around = 0; function wrap() { ${wrap} }
          ${script}</script>`,
          ),
          userAgent: walletAgent({ platform: 'android', bridge }),
          bridgeAfter: 200,
          before: `Object.assign(window.native.answers, {
          'UPWebSdk.appletAuth': { success: { code: '1' } },
          'UPWalletPlugin.fetchNativeData': { success: '1,2' },
        })`,
        },
      )
      expect(seen).toEqual([2, 1, 1, ['success1', 'success2'], { code: '1' }, '1,2', true])
    },
  )
})
