/** What a page and its user are told of a payment that failed: whether native has it, and whether the user cancelled. */
import { describe, expect, it } from 'vitest'
import {
  failureOf,
  give,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  UNCONFIRMED,
  useWallets,
} from '../support/wallet'

useWallets()

const SENT = { sent: true, retry: 'never', message: UNCONFIRMED }
const C02 = 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！'
const C03 = 'INVALID_ACTION_EXCEPTION: 插件里面没有此方法！'
const C04 = 'CLASS_NOT_FOUND_EXCEPTION: 此插件没有实现！'
const C05 = 'config执行成功以后才能调用插件方法'

/** A kit in a wallet that lets a payment fail with this, so many ms after it was sent. */
function kitWhere(raw: unknown, after = 0) {
  const failWith = ({ fail }: RawAnswers) => (after ? setTimeout(() => fail(raw), after) : fail(raw))
  rawUpsdk({ pay: failWith, qrPay: failWith, scanQRCode() {}, setTitleStyle() {} })
  return kit({ locale: 'en', presenter: recorder() })
}

describe.each(['pay', 'qrPay'] as const)(
  '%s that native has is unconfirmed, whatever code stands in its words',
  (method) => {
    it.each<[unknown]>([
      ['支付处理中，请勿重复支付[c05]'],
      ['支付处理中，请勿重复支付[C99]'],
      ['支付处理中，请勿重复支付[C101]'],
      ['支付处理中，请勿重复支付[c02]'],
      ['c05'],
      ['c02'],
      [{ errcode: 'C99', errmsg: '处理中' }],
      [{ errcode: 'c02', errmsg: '处理中' }],
      [{ msg: C02, desc: '支付处理中' }],
      [{ errcode: 'c02', errmsg: C04 }],
      [{ msg: JSON.stringify({ errcode: 'c05', errmsg: '支付处理中' }) }],
      [{ msg: C03 }],
    ])('%j', async (raw) => {
      const error = await failureOf(kitWhere(raw).call(method, { tn: '1' } as never))
      expect(error).toMatchObject(SENT)
    })
  },
)

describe('a payment that was refused before any plug-in ran was not sent, and says why', () => {
  it.each<[unknown, object]>([
    [
      { msg: C02 },
      { reason: 'forbidden', code: 'c02', message: "This feature isn't available.", retry: 'later' },
    ],
    [
      { errcode: 'c02', errmsg: C02 },
      { reason: 'forbidden', code: 'c02' },
    ],
    [{ msg: C04 }, { reason: 'unsupported', code: 'c04', retry: 'never' }],
    [{ msg: C05 }, { reason: 'not-ready', code: 'c05' }],
    [{ msg: 'pay调用方法缺少参数tn' }, { reason: 'invalid-params' }],
  ])('%j', async (raw, expected) => {
    const error = await failureOf(kitWhere(raw).pay({ tn: '1' }))
    expect(error).toMatchObject({ sent: false, ...expected })
    expect(error.message).not.toBe(UNCONFIRMED)
  })

  it('but not where the answer took more than a second', async () => {
    const outcome = failureOf(kitWhere({ msg: C02 }, 1200).pay({ tn: '1' }))
    await pass(2000)
    expect(await outcome).toMatchObject({ ...SENT, reason: 'forbidden' })
  })

  it('nor where another call was handed over before the answer', async () => {
    const upsdk = kitWhere({ msg: C02 }, 500)
    const outcome = failureOf(upsdk.pay({ tn: '1' }))
    upsdk.setTitleStyle({ appletStyle: 'black' }).catch(() => {})
    await pass(2000)
    expect(await outcome).toMatchObject(SENT)
  })

  it('nor where another call was open when it was sent', async () => {
    const upsdk = kitWhere({ msg: C02 })
    upsdk.scanQRCode().catch(() => {})
    await pass(100)
    expect(await failureOf(upsdk.pay({ tn: '1' }))).toMatchObject(SENT)
  })

  it('what cordova kept of an earlier refusal is put back before a payment is handed over', async () => {
    const cordova = { callbackStatus: { OK: 1, ILLEGAL_ACCESS_EXCEPTION: 3 }, errorRetStatus: 3 }
    const seen: number[] = []
    rawUpsdk({
      pay({ success }: RawAnswers) {
        seen.push(cordova.errorRetStatus)
        success()
      },
    })
    give(window, 'cordova', cordova)
    await kit().pay({ tn: '1' })
    expect(seen).toEqual([1])
  })
})

describe('a payment counts as cancelled only where nothing speaks against it', () => {
  it.each<[unknown]>([
    [{ code: 1, msg: '支付处理中' }],
    [{ code: '01', msg: '支付处理中，请勿重复支付' }],
    [{ resp: '01', msg: '订单已支付' }],
    [{ code: 1 }],
    [{ code: '01', msg: '用户取消', desc: '订单已支付' }],
    ['处理中[01]'],
    [{ msg: '取消失败：订单已支付' }],
    [{ msg: '订单已取消' }],
    [{}],
  ])('%j is none', async (raw) => {
    expect(await failureOf(kitWhere(raw).pay({ tn: '1' }))).toMatchObject(SENT)
  })

  it.each<[unknown]>([
    [{ code: '01' }],
    [{ code: '01', msg: '用户取消' }],
    [{ msg: '用户取消' }],
    [{ msg: '用户取消了支付' }],
    [{ msg: '您已取消支付' }],
    [{ msg: '您已取消本次支付。' }],
    [{ msg: '取消支付。' }],
    [{ errMsg: 'user cancelled' }],
  ])('%j is one', async (raw) => {
    expect(await failureOf(kitWhere(raw).pay({ tn: '1' }))).toMatchObject({
      reason: 'cancelled',
      retry: 'now',
    })
  })
})
