/**
 * The kit works in WebViews from Chrome 55 and iOS 10.3 on: newer APIs are removed before the page loads.
 * test/package/package.test.ts and the lint check syntax, and APIs at compile time.
 */
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, walletAgent } from './harness'
import { WITHOUT } from './oldWebView'

describeInBrowser.each([
  { platform: 'android', bridge: 'cordova' },
  { platform: 'ios', bridge: 'jsbridge' },
] as const)('in an old WebView of $platform', (agent) => {
  const open = (before = '') =>
    openPage({ userAgent: walletAgent({ ...agent, language: 'en_US' }), before: `${WITHOUT}\n${before}` })

  it('the newer APIs are missing', async () => {
    const opened = await open()
    expect(
      await opened.evaluate(
        `[typeof AbortController, typeof HTMLDialogElement, typeof [].flat, typeof Promise.prototype.finally, 'adoptedStyleSheets' in document]`,
      ),
    ).toEqual(['undefined', 'undefined', 'undefined', 'undefined', false])
    await opened.done()
  })

  it('calls made before ready are sent in order, and answered alike', async () => {
    const opened = await open(`window.readyAfter = 100; window.native = { calls: [], wait: 0, answers: {
      'UPWebUI.scanQRCode': { success: '123' }, 'UPXAppletDataPlugin.saveData': { success: '{"code":"00"}' } } }`)
    const results = await opened.evaluate(`(async () => {
      const kit = (window.kit = UpsdkKit.createUpsdk())
      return [await Promise.all([kit.scanQRCode(), kit.saveData({ key: 'k', value: 'v' })]), native.calls.map((call) => call.name), kit.environment.platform]
    })()`)
    expect(results).toEqual([
      ['123', { code: '00' }],
      ['UPWebUI.scanQRCode', 'UPXAppletDataPlugin.saveData'],
      agent.platform,
    ])
    await opened.done()
  })

  it('a failure is an error with a reason, shown as a toast, or as a dialog with buttons', async () => {
    const opened = await open(
      `window.native = { calls: [], wait: 0, answers: { 'UPFacePlugin.bioDetect': { fail: { errcode: '95' } }, 'UPWebAccount.verifyPayPwd': { fail: { errcode: '99' } } } }`,
    )
    const caught = await opened.evaluate(`(async () => {
      window.kit = UpsdkKit.createUpsdk({ actions: { 99: { run: () => { window.ran = true } } } })
      const reasons = []
      for (const call of [kit.bioDetect(), kit.verifyPayPwd({ transNo: '1', bizType: '1' })])
        await call.catch((error) => reasons.push([error.reason, error instanceof UpsdkKit.UpsdkError]))
      return reasons
    })()`)
    expect(caught).toEqual([
      ['identity', true],
      ['identity', true],
    ])
    await opened.waitForFunction(`document.querySelectorAll('[data-upsdk-kit]').length === 2`)
    const texts = await opened.evaluate(
      `Array.from(document.querySelectorAll('[data-upsdk-kit]')).map((host) => host.shadowRoot.textContent)`,
    )
    expect(texts).toEqual([
      'Face not verified. Look at the camera and try again.',
      'Verify your identity in the UnionPay App, then try again.CancelVerify',
    ])
    await opened.evaluate(
      `document.querySelector('[data-upsdk-kit=dialog]').shadowRoot.querySelectorAll('button')[1].click()`,
    )
    await opened.waitForFunction('window.ran')
    expect(await opened.evaluate(`document.querySelectorAll('[data-upsdk-kit=dialog]').length`)).toBe(0)
    await opened.done()
  })

  it('limits, events, busy and destroy work', async () => {
    const opened = await open(
      `window.native = { calls: [], wait: 0, answers: { 'UPWebUI.scanQRCode': { silent: true } } }`,
    )
    const seen = await opened.evaluate(`(async () => {
      const kit = UpsdkKit.createUpsdk({ notify: false })
      const reason = (call) => call.then(() => 'ok', (error) => error.reason)
      await kit.ready()
      const first = reason(kit.scanQRCode(undefined, { timeout: 200 }))
      const second = reason(kit.scanQRCode(undefined, { timeout: 200 }))
      const heard = []
      const stop = kit.on('BluetoothDeviceFound', (data) => heard.push(data))
      while (!native.calls.some(({ name }) => /Bluetooth/.test(name))) await new Promise((resolve) => setTimeout(resolve, 5))
      document.dispatchEvent(Object.assign(new Event('BluetoothDeviceFound'), { name: 'x' }))
      stop()
      const reasons = [await first, await second]
      const open = reason(kit.scanQRCode({ needResult: '1' }))
      kit.destroy()
      return [...reasons, heard, await open]
    })()`)
    expect(seen).toEqual(['timeout', 'busy', [{ name: 'x' }], 'aborted'])
    await opened.done()
  })
})
