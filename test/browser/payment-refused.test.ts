/** A payment that the bridge refuses, on the real SDK file: told from one that native has, also under H24. */
import { expect, it } from 'vitest'
import { describeInBrowser, openPage, page, SDK_THEN_KIT, walletAgent } from './harness'

const UNCONFIRMED = "Payment not confirmed yet. Check your order first. Don't pay again."

/** Pays, and returns what the page is told. @param first the call before it, which has left the bridge's last status */
async function paid(native: object, first: string): Promise<unknown> {
  const opened = await openPage({ html: page(SDK_THEN_KIT), userAgent: walletAgent({ platform: 'android' }) })
  try {
    return await opened.evaluate(`(async () => {
      window.kit = UpsdkKit.createUpsdk({ locale: 'en', notify: false })
      await kit.ready()
      ${first}
      await new Promise((resolve) => setTimeout(resolve, 50))
      native.answers['UPWebPay.pay'] = ${JSON.stringify(native)}
      return kit.pay({ tn: '1' }).catch(({ reason, sent, message }) => [reason, sent, message])
    })()`)
  } finally {
    await opened.done()
  }
}

const refusedShare = (name: string, plugin: string) =>
  `native.answers['UPSharePlugin.${plugin}'] = { status: 'ILLEGAL_ACCESS_EXCEPTION' }
  await kit.call('${name}', { title: 't', shareUrl: 'https://a.example', shareId: '3', shareType: '1' }).catch(() => {})`

/** `isOwn`: nobody but the payment can have left the status, when it is handed over. */
const BEFORE: [what: string, first: string, isOwn: boolean][] = [
  ['nothing', '', true],
  ['a refused showShareMorePanel', refusedShare('showShareMorePanel', 'showSharePopupNew'), false],
  ['a refused shareSinglePlugin', refusedShare('shareSinglePlugin', 'shareContent'), false],
  [
    'a refused config of raw upsdk',
    `native.answers['UPWebSdk.config'] = { status: 'ILLEGAL_ACCESS_EXCEPTION', fail: 'no' }
    upsdk.config({ appId: '1', nonceStr: '1', timestamp: '1', signature: '1' })
    await new Promise((resolve) => setTimeout(resolve, 50))
    upsdk.pluginReady(() => {})`,
    true,
  ],
]

describeInBrowser.each(BEFORE)('after %s,', (_what, first, isOwn) => {
  it('a payment that native got says so', async () => {
    const seen = await paid({ fail: '{"desc":"支付处理中，请勿重复支付"}' }, first)
    expect(seen).toEqual(['unknown', true, UNCONFIRMED])
  })

  it.each([
    [
      'ILLEGAL_ACCESS_EXCEPTION',
      'forbidden',
      "This way to pay isn't available, and no payment was started. Pay another way.",
    ],
    ['CLASS_NOT_FOUND_EXCEPTION', 'unsupported', 'Update the UnionPay App to use this feature.'],
  ])(
    `a payment that the bridge refuses with %s ${isOwn ? 'was not' : 'may have been'} sent`,
    async (status, reason, message) => {
      expect(await paid({ status }, first)).toEqual(
        isOwn ? [reason, false, message] : [reason, true, UNCONFIRMED],
      )
    },
  )

  it('a payment that the bridge refuses with INVALID_ACTION may have been sent', async () => {
    expect(await paid({ status: 'INVALID_ACTION' }, first)).toEqual(['unsupported', true, UNCONFIRMED])
  })
})
