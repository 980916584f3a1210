/**
 * The kit gives every row of the official table the right reason and hint. Each expectation is written from the
 * official text and a native review of it: nothing here is taken from the code.
 */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/index'
import { serverCodes } from '../../src/server-codes'

type Retry = 'now' | 'later' | 'never'
/**
 * Codes, reason, retry, and what the hint must say; then the server's text that identifies the row, if one is
 * needed.
 */
type Row = [codes: string, reason: string, retry: Retry, hint: RegExp, msg?: string]

/** In the order of the table. */
const expected: Row[] = [
  ['a31', 'unauthorized', 'never', /appletAuth.*backendToken/],
  ['a10', 'system', 'later', /backendToken.*renew/],
  ['N62131', 'forbidden', 'later', /capability.*scope/],
  ['BC2132 N62132', 'forbidden', 'later', /domain/],
  ['N60024 S5002', 'invalid-params', 'never', /timestamp first.*Beijing/],
  ['BC0025 N60025', 'invalid-params', 'never', /signs/, '验签失败'],
  ['N62197', 'invalid-params', 'never', /scope.*capability/],
  ['S52172', 'invalid-params', 'never', /activity id.*applied for/],
  ['N62112', 'invalid-params', 'never', /fields/],
  ['N62101', 'system', 'later', /own token is missing/],
  ['N62115', 'invalid-params', 'never', /fields/],
  ['BC2133', 'invalid-params', 'never', /appId.*planId/],
  ['BC2127', 'unauthorized', 'never', /accessToken.*authorize.*backendToken/],
  ['BC2126', 'invalid-params', 'never', /appId.*environment/],
  ['S52136', 'user-state', 'never', /user/],
  ['S52131', 'forbidden', 'later', /scope/],
  ['a20', 'system', 'later', /frontToken.*2 h.*config/],
  ['a40', 'user-state', 'never', /nothing to fix.*contract/],
  ['3023', 'user-state', 'never', /user/],
  ['N62100', 'invalid-params', 'never', /fields/],
  ['N62102', 'system', 'later', /own token is missing/],
  ['N62103', 'invalid-params', 'never', /fields/],
  ['N62104', 'invalid-params', 'never', /fields/],
  ['N62105', 'invalid-params', 'never', /fields/],
  ['N62106', 'invalid-params', 'never', /fields/],
  ['N62107', 'invalid-params', 'never', /fields/],
  ['N62108', 'invalid-params', 'never', /fields/],
  ['N62109', 'invalid-params', 'never', /fields/],
  ['N62110', 'invalid-params', 'never', /fields/],
  ['N62111', 'invalid-params', 'never', /fields/],
  ['N62112', 'invalid-params', 'never', /fields/],
  ['N62113', 'invalid-params', 'never', /fields/],
  ['N62114', 'invalid-params', 'never', /fields/],
  ['N62115', 'invalid-params', 'never', /fields/],
  ['N62116', 'invalid-params', 'never', /fields/],
  ['N62117', 'invalid-params', 'never', /fields/],
  ['N62118', 'invalid-params', 'never', /fields/],
  ['N62119', 'invalid-params', 'never', /fields/],
  ['N62120', 'invalid-params', 'never', /fields/],
  ['N62121', 'invalid-params', 'never', /fields/],
  ['N62122', 'invalid-params', 'never', /fields/],
  ['N62123', 'invalid-params', 'never', /fields/],
  ['N62124', 'invalid-params', 'never', /fields/],
  ['N62125', 'invalid-params', 'never', /fields/],
  ['N62126', 'invalid-params', 'never', /appId.*environment/],
  ['N62127', 'system', 'later', /token.*renew/],
  ['N62128', 'invalid-params', 'never', /fields/],
  ['N62129', 'invalid-params', 'never', /fields/],
  ['N62130', 'invalid-params', 'never', /fields/],
  ['N62131', 'forbidden', 'later', /scope/],
  ['N62132', 'forbidden', 'later', /domain/],
  ['N62133', 'invalid-params', 'never', /appId.*planId/],
  ['N62134', 'invalid-params', 'never', /fields/],
  ['N62135', 'user-state', 'never', /scope\.mobile/],
  ['N62136', 'user-state', 'never', /user/],
  ['N62137', 'invalid-params', 'never', /appId.*planId/],
  ['N62138', 'system', 'later', /transNo.*bizType.*password/],
  ['N62142', 'invalid-params', 'never', /fields/],
  ['N62143', 'invalid-params', 'never', /fields/],
  ['N60005', 'unauthorized', 'never', /user is gone.*openId/],
  ['BC2214', 'invalid-params', 'never', /red-packet activity/, '业务字段非法[0702-红包活动编号]'],
  ['BC2214', 'invalid-params', 'never', /red-packet activity/, '业务字段非法[0706-红包活动编号]'],
  ['SG0024', 'invalid-params', 'later', /safe list.*uploaded.*too many.*5 min.*secret.*transTp/],
  ['SG0025', 'invalid-params', 'never', /signs/],
  ['SG99 NG4000', 'system', 'later', /UnionPay/],
  ['BC2209', 'unauthorized', 'never', /user is gone.*openId/],
  ['BC0024', 'forbidden', 'later', /5 min.*safe list/, '非法请求[接口调用权限认证失败]'],
  ['BC0024', 'forbidden', 'later', /5 min.*safe list/, '非法请求[业务权限认证失败,bussCode:0702]'],
  ['BC2214', 'forbidden', 'later', /bussCode/, '获取竖表权限信息失败[appId:1的竖表权限不存在]'],
  ['BC2217', 'invalid-params', 'never', /public key is not configured/],
  ['BC0025', 'invalid-params', 'never', /signs/, '验签失败[sm_algorithm_failed]'],
  ['c02', 'forbidden', 'later', /not enabled.*domain.*pluginReady/],
  ['94', 'identity', 'later', /today/],
  ['95', 'identity', 'now', /again/],
  ['96', 'identity', 'never', /not enabled.*actions/],
  ['99', 'identity', 'never', /real-name.*actions/],
]

const official = readFileSync('test/data/response-codes.md', 'utf8')
  .split('\n')
  .filter((line) => /^\|(?!\s*(---|错误码\s))/.test(line))
  .map((line) => line.split('|').map((text) => text.trim()))

describe('what the kit says of each row of the official table:', () => {
  it('every row has an expectation here', () => {
    expect(expected.map(([codes]) => codes)).toEqual(official.map(([, codes]) => codes))
    expect(expected).not.toEqual([])
  })

  it.each(expected)('code %s is %s, retry %s, and its hint says %s', (codes, reason, retry, hint, msg) => {
    for (const code of codes.split(' ')) {
      const explained = explain({ resp: code, msg }, { catalogues: [serverCodes] })
      expect(explained).toMatchObject({ code, reason, retry })
      expect(explained.hint).toMatch(hint)
    }
  })

  it('an order that may be paid is never retried, whatever the code', () => {
    for (const row of expected) {
      const [code = ''] = row[0].split(' ')
      const msg = row[4]
      const explained = explain(
        { resp: code, msg },
        { payment: true, catalogues: [serverCodes], locale: 'zh' },
      )
      expect(explained).toMatchObject({ retry: 'never', presentation: 'dialog' })
      expect(explained.message).toMatch(/勿重复支付/)
    }
  })
})
