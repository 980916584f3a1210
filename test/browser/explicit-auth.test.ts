/**
 * appletExplicitAuth, which upsdk lacks, works on the real SDK file over both bridges, beside UnionPay's own button.
 */
import { expect, it } from 'vitest'
import { pairs } from '../support/samples'
import { BROWSER_AGENT, describeInBrowser, type PageOptions, walletAgent } from './harness'
import { bodyInPage } from './inPage'

const NATIVE = 'UPWebSdk.appletExplicitAuth'
const REFUSALS = [
  ['ILLEGAL_ACCESS_EXCEPTION', 'c02', 'forbidden'],
  ['INVALID_ACTION', 'c03', 'unsupported'],
  ['CLASS_NOT_FOUND_EXCEPTION', 'c04', 'unsupported'],
] as const

const HELPERS = `
window.settled = (promise) => promise.then((value) => ({ value }), (e) => ({ reason: e.reason, code: e.code, sent: e.sent }))
window.kit = UpsdkKit.createUpsdk({ notify: false })
window.scope = 'scope.mobile'`

/** A button like UnionPay's: it waits for the bridge, calls native past upsdk, and reads cordova's status itself. */
const BUTTON = `
window.button = (scope) => new Promise((resolve, reject) => {
  const givesUpAt = Date.now() + 2000
  const codes = { ILLEGAL_ACCESS_EXCEPTION: 'c02', INVALID_ACTION: 'c03', CLASS_NOT_FOUND_EXCEPTION: 'c04' }
  const failed = (raw) => {
    const { errorRetStatus, callbackStatus } = window.cordova || {}
    for (const name in codes) if (callbackStatus && callbackStatus[name] === errorRetStatus) return reject(codes[name])
    reject(raw)
  }
  const open = (payload) => payload.resultString || payload.resultParams
  const look = () => {
    if (window.cordova) return cordova.exec(resolve, failed, 'UPWebSdk', 'appletExplicitAuth', [{ scope }])
    if (window.WebViewJavascriptBridge)
      return WebViewJavascriptBridge.callHandler('UPWebSdk', 'appletExplicitAuth', [{ scope }],
        (payload) => resolve(open(payload)), (payload) => failed(open(payload)))
    if (Date.now() > givesUpAt) return reject('__ENV__10001')
    setTimeout(look, 20)
  }
  look()
})`

const inPage = <T>(expression: string, options: PageOptions) =>
  bodyInPage<T>(`${HELPERS};${BUTTON}; ${expression}`, options)
const answer = (value: string) => `native.answers['${NATIVE}'] = ${value};`

const WALLETS = pairs(
  'explicit auth',
  [{ bridge: 'cordova' }, { bridge: 'jsbridge' }] as const,
  [{ platform: 'android' }, { platform: 'ios' }] as const,
)

describeInBrowser.each(WALLETS)('appletExplicitAuth over $bridge on $platform', ({ bridge, platform }) => {
  const userAgent = walletAgent({ bridge, platform })
  const code = platform === 'android' ? `'{"code":"c"}'` : `{ code: 'c' }`

  it('gives the code, even if it is called before the bridge is up', async () => {
    const seen = await inPage(
      `${answer(`{ success: ${code} }`)}
      return [await settled(kit.appletExplicitAuth({ scope })), native.calls]`,
      { userAgent, before: 'window.readyAfter = 100' },
    )
    expect(seen).toEqual([{ value: { code: 'c' } }, [{ name: NATIVE, args: [{ scope: 'scope.mobile' }] }]])
  })

  it('passes to `success` what native gave', async () => {
    const seen = await inPage(
      `${answer(`{ success: ${code} }`)}
      return new Promise((success) => kit.appletExplicitAuth({ scope, success }))`,
      { userAgent },
    )
    expect(seen).toEqual(platform === 'android' ? '{"code":"c"}' : { code: 'c' })
  })

  it('reaches native once for two taps', async () => {
    const seen = await inPage(
      `${answer(`{ success: ${code} }`)}
      const both = [kit.appletExplicitAuth({ scope }), kit.appletExplicitAuth({ scope })].map(settled)
      return [await Promise.all(both), native.calls.length]`,
      { userAgent },
    )
    expect(seen).toEqual([[{ value: { code: 'c' } }, { reason: 'busy', sent: false }], 1])
  })

  it('is cancelled if the user cancels', async () => {
    const failure =
      platform === 'android' ? `'{"errcode":"01","errmsg":"用户取消"}'` : `{ errmsg: '用户取消' }`
    const seen = await inPage(
      `${answer(`{ fail: ${failure} }`)} return settled(kit.appletExplicitAuth({ scope }))`,
      { userAgent },
    )
    expect(seen).toMatchObject({ reason: 'cancelled', sent: true })
  })

  it.each(REFUSALS)('rejected by native with %s is %s', async (status, code, reason) => {
    const refusal = bridge === 'cordova' ? `{ status: '${status}' }` : `{ fail: { errcode: '${code}' } }`
    const seen = await inPage(
      `${answer(refusal)} return [
        await kit.supports('appletExplicitAuth'),
        await settled(kit.appletExplicitAuth({ scope })),
        await kit.supports('appletExplicitAuth'),
      ]`,
      { userAgent },
    )
    expect(seen).toEqual([true, { reason, code, sent: true }, code === 'c02'])
  })

  it('leaves the next failure its own code after a refusal, in upsdk’s methods too (H24)', async () => {
    const refusal = bridge === 'cordova' ? `{ status: 'INVALID_ACTION' }` : `{ fail: { errcode: 'c03' } }`
    const seen = await inPage<unknown[]>(
      `${answer(refusal)}
      native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '94' } }
      return [await settled(kit.appletExplicitAuth({ scope })), await settled(kit.bioDetect())]`,
      { userAgent },
    )
    expect(seen).toMatchObject([{ code: 'c03' }, { code: '94' }])
  })

  it('is sent after the config in signed mode', async () => {
    const seen = await inPage(
      `native.answers['UPWebSdk.config'] = { success: '{"jsApiList":[]}' }
      ${answer(`{ success: ${code} }`)}
      const signed = UpsdkKit.createUpsdk({ notify: false, config: { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' } })
      return [await settled(signed.appletExplicitAuth({ scope })), native.calls.map(({ name }) => name)]`,
      { userAgent },
    )
    expect(seen).toEqual([{ value: { code: 'c' } }, ['UPWebSdk.config', NATIVE]])
  })

  it('works on the kit as window.upsdk, and is in none of its lists', async () => {
    const seen = await inPage(
      `${answer(`{ success: ${code} }`)}
      window.upsdk = kit; await kit.ready()
      return [await settled(upsdk.appletExplicitAuth({ scope })), 'appletExplicitAuth' in upsdk,
        Object.keys(upsdk).includes('appletExplicitAuth'), 'appletExplicitAuth' in { ...upsdk }]`,
      { userAgent },
    )
    expect(seen).toEqual([{ value: { code: 'c' } }, false, false, false])
  })

  it.each(['beside it', 'in the place of the global'])(
    'leaves UnionPay’s own button working: %s',
    async (place) => {
      const refusal = bridge === 'cordova' ? `{ status: 'ILLEGAL_ACCESS_EXCEPTION' }` : `{ fail: 'c02' }`
      const seen = await inPage(
        `${place === 'beside it' ? '' : 'window.upsdk = kit;'}
      ${answer(`{ success: ${code} }`)}
      const early = button(scope), byKit = kit.appletExplicitAuth({ scope })
      const first = [await early, await byKit]
      ${answer(refusal)}
      return [...first, await button(scope).catch((code) => code), native.calls.length]`,
        { userAgent, before: 'window.readyAfter = 100' },
      )
      const plain = platform === 'android' ? '{"code":"c"}' : { code: 'c' }
      expect(seen).toEqual([plain, { code: 'c' }, 'c02', 3])
    },
  )
})

describeInBrowser('appletExplicitAuth outside the wallet', () => {
  it('rejects at once', async () => {
    const seen = await inPage(
      `return [await settled(kit.appletExplicitAuth({ scope })), await kit.supports('appletExplicitAuth')]`,
      { userAgent: BROWSER_AGENT },
    )
    expect(seen).toEqual([{ reason: 'outside-wallet', sent: false }, false])
  })
})
