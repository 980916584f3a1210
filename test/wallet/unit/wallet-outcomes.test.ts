/** A developer may choose each outcome that native has for a method, and the page gets native's form of it. */
import { describe, expect, it } from 'vitest'
import { traitsOf } from '../../../src/call/methods'
import { methodsOf } from '../../../wallet/methods/generations'
import { answerFor, isCancellation, outcomesOf, sheetOf } from '../../../wallet/shared/outcomes'
import { WEB_AUTHORIZATION } from '../../../wallet/shared/webAuthorization'
import { fail } from '../../../wallet/simulator'
import { codeTexts } from '../../../wallet/view/texts/codes'
import { en } from '../../../wallet/view/texts/en'
import { METHOD_NAMES } from '../../../wallet/view/texts/methodNames'
import { runPage } from '../../support/diagnosed'
import { useWallets } from '../../support/wallet'

useWallets()

const ALL = [...methodsOf('latest'), 'appletExplicitAuth']
const ASKING = ALL.filter((method) => sheetOf(method))

describe('the outcomes that a developer may choose', () => {
  it.each([
    ['pay', 'payment', 'success cancelled 02 c02 silent late'],
    ['qrPay', 'payment', 'success cancelled c02 silent late'],
    ['uPlanQrPay', 'payment', 'success cancelled c02 silent late'],
    ['qrCodePay', 'payment', 'success cancelled c02 silent late'],
    ['appletExplicitAuth', 'consent', 'success cancelled c02 silent'],
    ['bioDetect', 'face', 'success 94 95 96 97 98 99 cancelled silent'],
    ['scanQRCode', 'scan', 'success cancelled silent'],
    ['chooseImage', 'picture', 'success cancelled silent'],
    ['chooseLocation', 'place', 'success cancelled silent'],
    ['showSharePopup', 'share', 'success closed'],
    ['shareSinglePlugin', 'share', 'success closed 01 02 silent'],
    ['showShareMorePanel', 'share', 'success closed 01 02 silent'],
    ['appletSharePopup', 'share', 'success closed silent'],
    ['addCommonApp', 'other', 'success 03 04 05 99 cancelled silent'],
    ['collectCurrentApplet', 'other', 'success 01 02 03 05 cancelled silent'],
    ['verifyPayPwd', 'other', 'success cancelled silent'],
    ['config', undefined, 'success c01 c00 silent'],
  ])('are, for %s on the sheet %s, %s', (method, sheet, outcomes) => {
    expect(sheetOf(method)).toBe(sheet)
    expect(outcomesOf(method).join(' ')).toBe(outcomes)
  })

  it.each([
    ['pay', { failure: '02' }],
    ['qrPay', { failure: { msg: '支付失败' } }],
    ['bioDetect', { failure: '94' }],
    ['getLocationGps', { failure: { msg: '定位失败' } }],
    // Its own first code, and an example of ours where no source has any.
    ['addCommonApp', { failure: '03' }],
    ['scanQRCode', { failure: { msg: '系统繁忙' }, isInvented: true }],
  ])('include how it fails most days, for %s %o', (method, answer) => {
    expect(answerFor(method, 'failed')).toEqual({ kind: 'fail', ...answer })
  })

  it('have the text of a cancellation for the code 02 of addCommonApp, not that of a failed payment', async () => {
    const failures: unknown[] = []
    await runPage(
      (upsdk) =>
        upsdk.pluginReady?.(() =>
          upsdk.addCommonApp?.({ url: '/', fail: (error: unknown) => failures.push(error) }),
        ),
      { platform: 'ios', answers: { addCommonApp: fail('02') } },
    )
    expect(failures).toEqual([{ errcode: '02', errmsg: '用户取消' }])
  })

  it('are offered for payments and interactive methods, and for no other', () => {
    const interactive = ALL.filter((method) => traitsOf(method).interactive)
    expect(interactive.length).toBeGreaterThan(30)
    expect(ASKING).toEqual(interactive)
  })

  it('have the name of the method in words above, if many methods share a sheet', () => {
    const withoutName = ASKING.filter((method) => sheetOf(method) === 'other' && !METHOD_NAMES[method])
    expect(withoutName).toEqual([])
  })

  it('say what native does, each in few words', () => {
    const named = new Set(Object.keys(en.outcomes))
    const unnamed = [...ASKING, 'config'].flatMap((method) =>
      outcomesOf(method)
        .filter(
          (outcome) =>
            !named.has(outcome) && !(codeTexts('zh')(method, outcome) && en.codeOf(method, outcome)),
        )
        .map((outcome) => `${method} ${outcome}`),
    )
    expect(unnamed).toEqual([])
  })

  it('have the cancellation in native’s form: a code if the method has one, else a text', () => {
    expect(answerFor('pay', 'cancelled')).toEqual({ kind: 'fail', failure: '01' })
    expect(answerFor('collectCurrentApplet', 'cancelled')).toEqual({ kind: 'fail', failure: '04' })
    expect(answerFor('addCommonApp', 'cancelled')).toEqual({ kind: 'fail', failure: '02' })
    expect(answerFor('scanQRCode', 'cancelled')).toEqual({ kind: 'fail', failure: { msg: '用户取消' } })
  })

  it('close a share panel without an answer if the method never answers, else as a cancellation', () => {
    expect(answerFor('showSharePopup', 'closed')).toEqual({ kind: 'silent' })
    expect(answerFor('showShareMorePanel', 'closed')).toEqual({ kind: 'fail', failure: { msg: '用户取消' } })
  })
})

describe('the check for a cancellation by the user', () => {
  it.each<[string, unknown]>([
    ['pay', '01'],
    ['pay', { code: '01' }],
    ['pay', { msg: '用户取消支付' }],
    ['qrPay', '{"msg":"用户取消"}'],
    ['collectCurrentApplet', { code: '04' }],
    ['scanQRCode', { msg: '用户取消' }],
    ['appletExplicitAuth', { errmsg: '用户取消授权' }],
    [WEB_AUTHORIZATION, { msg: '用户取消' }],
  ])('finds it for %s with %j', (method, value) => {
    expect(isCancellation(method, value)).toBe(true)
  })

  it.each<[string, unknown]>([
    ['pay', '02'],
    ['pay', { msg: '取消失败：订单已支付' }],
    ['pay', { msg: '订单已取消，请重新下单' }],
    ['scanQRCode', { msg: '取消失败：网络异常' }],
    ['scanQRCode', '01'],
    ['scanQRCode', undefined],
  ])('does not find it for %s with %j', (method, value) => {
    expect(isCancellation(method, value)).toBe(false)
  })
})
