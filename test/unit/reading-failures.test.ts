/** Any shape in which a wallet says that something failed: it is read, and never taken for a cancellation that it is not. */
import { describe, expect, it } from 'vitest'
import { failureOf, kit, type RawAnswers, rawUpsdk, useWallets } from '../support/wallet'

useWallets()

/** What a face check that failed with this is told as. */
async function told(raw: unknown) {
  rawUpsdk({ bioDetect: ({ fail }: RawAnswers) => fail(raw) })
  return failureOf(kit({ locale: 'en', notify: false }).bioDetect())
}

describe('an interactive failure in other words', () => {
  it.each<[unknown, object]>([
    [{ errorMsg: '系统繁忙' }, { reason: 'unknown' }],
    [{ errorMsg: '人脸识别失败[95]' }, { reason: 'identity', code: '95' }],
    [
      { errCode: '94', errMsg: '人脸识别失败' },
      { reason: 'identity', code: '94' },
    ],
    [{ errorCode: 95 }, { reason: 'identity', code: '95' }],
    [{ error: { code: '94' } }, { reason: 'identity', code: '94' }],
    [{ error: { errmsg: '次数超限[94]' } }, { reason: 'identity', code: '94' }],
    [{ status: 'denied' }, { reason: 'unknown' }],
    ['{"result":"face failed"}', { reason: 'unknown' }],
    ['[94]', { reason: 'identity', code: '94' }],
    [[94], { reason: 'unknown' }],
    ['\ufeff{"errcode":"94"}', { reason: 'identity', code: '94' }],
    [{ msg: '\ufeff{"errcode":"94"}' }, { reason: 'identity', code: '94' }],
    [{ code: 0 }, { reason: 'unknown' }],
  ])('%j is no cancellation', async (raw, expected) => {
    expect(await told(raw)).toMatchObject(expected)
  })

  it.each<[unknown]>([
    [undefined],
    [null],
    [''],
    [{}],
    [[]],
    [{ code: '', msg: '' }],
    [{ errmsg: null, data: undefined }],
    [{ errmsg: '您已取消' }],
    [{ errMsg: '用户取消了人脸识别' }],
    [{ error: { message: 'cancelled by user' } }],
  ])('%j is one', async (raw) => {
    expect((await told(raw)).reason).toBe('cancelled')
  })
})

describe('texts of the SDK file that native uses for other things', () => {
  it.each([['参数错误'], ['签名未通过, 不能访问插件']])('%s alone is unknown', async (errmsg) => {
    const error = await told({ errmsg })
    expect(error.reason).toBe('unknown')
    expect(error.code).toBeUndefined()
  })

  it('beside its code it is that code', async () => {
    expect(await told({ errcode: 'c00', errmsg: '参数错误' })).toMatchObject({ reason: 'bad-config' })
  })
})
