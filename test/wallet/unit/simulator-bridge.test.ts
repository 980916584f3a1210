/** Pages that call the native bridge themselves get what a wallet gives: an upsdk in a bundle, UnionPay's old framework. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installSimulator, type Simulator } from '../../../wallet/simulator'

type Callback = ((value: unknown) => void) | null | undefined
type Call = (plugin: string, action: string, params: unknown, success?: Callback, fail?: Callback) => void

interface Bridges {
  cordova: { exec(success: Callback, fail: Callback, plugin: string, action: string, params?: unknown): void }
  WebViewJavascriptBridge: { callHandler: Call }
}

let simulator: Simulator | undefined
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  simulator?.uninstall()
  vi.useRealTimers()
})

/** Installs a wallet, and gives its bridge in one form. */
function bridgeOf(bridge: 'cordova' | 'jsbridge', platform: 'android' | 'ios' = 'android'): Call {
  simulator = installSimulator({ bridge, platform, examples: true })
  const { cordova, WebViewJavascriptBridge } = window as unknown as Bridges
  return (plugin, action, params, success, fail) =>
    bridge === 'cordova'
      ? cordova.exec(success, fail, plugin, action, params)
      : WebViewJavascriptBridge.callHandler(plugin, action, params, success, fail)
}

it.each([
  ['cordova', true, ['pay']],
  ['jsbridge', true, []],
  ['cordova', false, []],
] as const)(
  '%s, inside the wallet: %s: the document hears `deviceready` once upsdk has its methods',
  (bridge, insideWallet, heard) => {
    const told: string[] = []
    const onReady = () => told.push(...(window.upsdk?.pay ? ['pay'] : ['nothing']))
    document.addEventListener('deviceready', onReady)
    simulator = installSimulator({ bridge, insideWallet })
    document.removeEventListener('deviceready', onReady)
    expect(told).toEqual(heard)
  },
)

describe.each(['cordova', 'jsbridge'] as const)('a call of the %s bridge', (bridge) => {
  it.each<[string, string, unknown]>([
    ['UPWebBars', 'setNavigationBarTitle', ['title']],
    ['UPWebBars', 'setNavigationBarRightButton', [{ title: 'more' }]],
    ['UPWebUI', 'showLoadingView', [{}]],
    ['UPWebUI', 'showFlashInfo', ['text']],
    ['UPWebNewPage', 'createWebPage', ['{"title":"a","url":"https://a.example/"}']],
    ['UPWebClosePage', 'closeWebApp', []],
    ['UPWebClosePage', 'closeWebApp', null],
    ['UPWebClosePage', 'closeWebApp', undefined],
    ['UPWebPay', 'pay', [{ tn: '1' }]],
  ])('without callbacks reaches native, and throws nothing: %s.%s %j', async (plugin, action, params) => {
    const call = bridgeOf(bridge)
    for (const none of [null, undefined]) {
      call(plugin, action, params, none, none)
      await vi.advanceTimersByTimeAsync(5000)
    }
    expect(simulator?.calls).toHaveLength(2)
    simulator?.answer('pay', { kind: 'fail', failure: '01' })
    call(plugin, action, params, null, null)
    await vi.advanceTimersByTimeAsync(5000)
  })

  it.each<[string, string, unknown, string, unknown]>([
    ['UPWalletPlugin', 'fetchNativeData', { type: '0' }, 'getLocationCity', { type: '0' }],
    ['UPWalletPlugin', 'fetchNativeData', { type: 1 }, 'getLocationGps', { type: 1 }],
    ['UPWalletPlugin', 'fetchNativeData', { type: '7' }, 'fetchNativeData', { type: '7' }],
    ['UPWebPay', 'qrCodePay', {}, 'uPlanQrPay', {}],
    ['UPWebUI', 'qrCodePay', {}, 'qrCodePay', {}],
    [
      'UPWebNewPage',
      'createWebPage',
      '{"url":"https://a.example/"}',
      'createWebView',
      { url: 'https://a.example/' },
    ],
    ['UPWebNewPage', 'createWebPage', '{no JSON', 'createWebView', '{no JSON'],
    ['UPSharePlugin', 'showSharePopupNew', {}, 'showShareMorePanel', {}],
    ['UPSharePlugin', 'shareContent', {}, 'shareSinglePlugin', {}],
    ['toString', 'constructor', {}, 'constructor', {}],
  ])('of %s.%s with %j is one of the method %s', (plugin, action, params, method, seen) => {
    bridgeOf(bridge)(plugin, action, [params], null, null)
    expect(simulator?.calls).toEqual([{ method, params: seen }])
  })
})

describe('fetchNativeData', () => {
  it.each(['android', 'ios'] as const)(
    'gives the city and the place as native does, on %s',
    async (platform) => {
      const call = bridgeOf('cordova', platform)
      const got: unknown[] = []
      const take = (value: unknown) => got.push(typeof value === 'string' ? JSON.parse(value) : value)
      call('UPWalletPlugin', 'fetchNativeData', [{ type: '0' }], take, null)
      call('UPWalletPlugin', 'fetchNativeData', [{ type: '1' }], take, null)
      await vi.advanceTimersByTimeAsync(5000)
      expect(got).toEqual([
        { cityCd: expect.stringMatching(/^\d{6}$/) },
        expect.objectContaining({ latitude: expect.anything(), longitude: expect.anything() }),
      ])
    },
  )
})
