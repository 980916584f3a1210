/** A page in another encoding, which decodes upsdk.js in it: what the file itself says is still understood (H17). */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { en } from '../../src/texts/en'
import {
  describeInBrowser,
  openPage,
  PAGE_URL,
  REAL_SDK,
  SDK_THEN_KIT,
  SDK_URL,
  walletAgent,
} from './harness'

const { messages } = en
const UNCONFIRMED = messages['payment-unconfirmed']

/** Opens a page that is served in an encoding, with an upsdk.js whose encoding is not said. */
const openIn = (encoding: string, platform: 'android' | 'ios', body = SDK_THEN_KIT) =>
  openPage({
    userAgent: walletAgent({ platform }),
    routes: {
      [PAGE_URL]: { contentType: `text/html; charset=${encoding}`, body: `<!doctype html><body>${body}` },
      [SDK_URL]: { contentType: 'text/javascript', body: REAL_SDK },
    },
  })

const ENCODINGS = ['GBK', 'gb18030', 'Big5', 'windows-1252', 'UTF-8'] as const

describeInBrowser.each(ENCODINGS)('in a page in %s,', (encoding) => {
  describeInBrowser.each(['android', 'ios'] as const)('on %s,', (platform) => {
    let opened: Awaited<ReturnType<typeof openPage>>
    beforeAll(async () => {
      opened = await openIn(encoding, platform)
      await opened.evaluate(`(async () => {
        window.kit = UpsdkKit.createUpsdk({ locale: 'en', notify: false })
        await kit.ready()
        window.paid = (native, params = { tn: '1' }) => {
          window.native.answers['UPWebPay.pay'] = native
          return kit.pay(params).then(() => 'success', ({ reason, sent, message }) => [reason, sent, message])
        }
      })()`)
      expect(await opened.evaluate('document.characterSet')).toBe(encoding)
    })
    afterAll(() => opened.done())
    const paid = (...given: object[]) =>
      opened.evaluate(`paid(${given.map((one) => JSON.stringify(one)).join()})`)

    it('a payment succeeds', async () => {
      expect(await paid({ ok: {} })).toBe('success')
    })

    it('a cancelled payment is cancelled', async () => {
      expect(await paid({ fail: '{"desc":"用户取消支付"}' })).toEqual(['cancelled', true, messages.cancelled])
    })

    it('a payment that the bridge refuses was not sent', async () => {
      expect(await paid({ status: 'ILLEGAL_ACCESS_EXCEPTION' })).toEqual([
        'forbidden',
        false,
        messages['payment-forbidden'],
      ])
      expect(await paid({ status: 'CLASS_NOT_FOUND_EXCEPTION' })).toEqual([
        'unsupported',
        false,
        messages['update-wallet'],
      ])
    })

    it('a payment without tn was not sent', async () => {
      expect(await paid({ ok: {} }, {})).toEqual(['invalid-params', false, messages['invalid-params']])
    })

    it('a failure of raw upsdk is explained and shown for what it is, also without its method', async () => {
      const found = await opened.evaluate(`(async () => {
        native.answers['UPWebPay.pay'] = { status: 'ILLEGAL_ACCESS_EXCEPTION' }
        const raw = await new Promise((fail) => upsdk.pay({ tn: '1', fail }))
        return [kit.explain(raw).reason, kit.explain(raw, { method: 'pay' }).reason, kit.notify(raw).reason]
      })()`)
      expect(found).toEqual(['forbidden', 'forbidden', 'forbidden'])
    })

    it.each(['ILLEGAL_ACCESS_EXCEPTION: 处理中', '处理中', 'pay缺少参数', '支付插件调用失败'])(
      'a payment of which native says “%s” is unconfirmed',
      async (text) => {
        const fail = JSON.stringify({ desc: text })
        expect((await paid({ fail })) as unknown[]).toEqual([expect.any(String), true, UNCONFIRMED])
      },
    )
  })

  it('a payment after a refused config was not sent', async () => {
    const opened = await openIn(encoding, 'android')
    const seen = await opened.evaluate(`(async () => {
      native.answers['UPWebSdk.config'] = { fail: 'refused' }
      const kit = UpsdkKit.createUpsdk({ locale: 'en', notify: false })
      await kit.config({ appId: '1', nonceStr: '1', timestamp: '1', signature: '1' }).catch(() => {})
      return kit.pay({ tn: '1' }).catch(({ reason, sent }) => [reason, sent])
    })()`)
    await opened.done()
    expect(seen).toEqual(['bad-signature', false])
  })

  it('an upsdk.js that the kit loads has its own texts', async () => {
    const opened = await openIn(encoding, 'android', '<script src="/kit.js"></script>')
    const seen = await opened.evaluate(`(async () => {
      const kit = UpsdkKit.createUpsdk({ script: true, notify: false })
      await kit.ready()
      return kit.pay({}).catch(({ raw }) => raw.msg || raw.errmsg || raw.desc)
    })()`)
    await opened.done()
    expect(seen).toContain('调用方法缺少参数')
  })
})
