/** “Copy report” has nothing that must not be sent to somebody else. */
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../wallet/page/log'
import type { DeskSettings } from '../../../wallet/shared/settings'
import { reportOf } from '../../../wallet/view/report'
import { durationText } from '../../../wallet/view/shownStatus'
import { en } from '../../../wallet/view/texts/en'
import { zh } from '../../../wallet/view/texts/zh'
import { ofPage } from '../../support/seenTexts'

function report(settings: DeskSettings = {}): string {
  const log = createLog()
  log.addRaw({ id: 1, method: 'pay', at: 10, type: 'reached', params: { tn: '1' } })
  const value = { code: 'c02', msg: 'a text with 13800000000' }
  log.addRaw({ id: 1, method: 'pay', at: 20, type: 'told', callback: 'fail', value })
  log.addRaw({ id: 2, method: 'pay', at: 30, type: 'reached', params: { tn: '1' } })
  log.addRaw({ id: 2, method: 'pay', at: 40, type: 'told', callback: 'fail', value: { msg: '卡号 6222' } })
  log.addNote('sdk', 'https://open.95516.com/s/open/js/upsdk.js')
  log.addSeen(ofPage('卡号 6222', 'alert'))
  log.addSeen(ofPage('已支付'))
  return reportOf(log, settings, zh, 'Mozilla/5.0 (com.unionpay.chsp)')
}

describe('the report from the log', () => {
  it('has the code of a failure, and no text of the wallet’s or the page’s', () => {
    expect(report()).toContain('pay (直接调用桥接): 失败 c02\n')
    expect(report()).toContain('pay (直接调用桥接): 失败\n')
    expect(report()).not.toMatch(/13800000000|6222|已支付/)
  })

  it.each(['order-no: 12', 'pay-failed', 'timeout', 'c02 declined'])(
    'has no text of a failure that looks like a code or a reason: %s',
    (msg) => {
      const log = createLog()
      log.addRaw({ id: 1, method: 'pay', at: 10, type: 'reached', params: {} })
      log.addRaw({ id: 1, method: 'pay', at: 20, type: 'told', callback: 'fail', value: { msg } })
      expect(reportOf(log, {}, zh, undefined)).not.toContain(msg)
    },
  )

  it('says who threw, and of no answer that native gave it, where a kit may have heard upsdk.js alone', () => {
    const log = createLog()
    const own = { id: 1, method: 'appletExplicitAuth', at: 1 }
    log.addRaw({ ...own, type: 'reached', params: {} })
    log.addRaw({ ...own, type: 'answered', how: 'fail', value: { errcode: 'c02' } })
    log.addRaw({ ...own, type: 'threw', by: 'callback', error: new SyntaxError('end') })
    log.addRaw({ id: 2, method: 'pay', at: 2, type: 'threw', by: 'upsdk', error: new TypeError('tn') })
    log.addKit({ id: 3, method: 'addBankCard', at: 3, type: 'called' })
    log.addKit({ id: 3, method: 'addBankCard', at: 3, type: 'sent' })
    log.addKit({ id: 3, method: 'addBankCard', at: 4, type: 'answered' })
    const written = reportOf(log, {}, zh, undefined)
    expect(written).toContain(`appletExplicitAuth (直接调用桥接): 失败 c02
  0 ms 到达原生
  0 ms 原生返回
  0 ms 页面的回调抛出异常
`)
    expect(written).toContain('\n  0 ms upsdk 抛出异常\n')
    expect(written).toContain('  0 ms upsdk-kit 调用\n  0 ms upsdk-kit 交给 upsdk\n  1 ms upsdk-kit 收到返回')
  })

  it('has the environment at the time, even in a situation, and the page’s user agent', () => {
    expect(report()).toContain(
      '\n云闪付内, android, cordova, zh_CN\nuserAgent: Mozilla/5.0 (com.unionpay.chsp)\n',
    )
    expect(report({ situation: 'outside', platform: 'ios' })).toContain(
      '\n云闪付外, ios\n场景: 在云闪付外打开\n',
    )
  })

  it('has no time of a wait that the kit tells of at its end, and no success of a call that is never answered', () => {
    const log = createLog()
    log.addKit({ id: 1, method: 'pluginReady', at: 8000, type: 'called' })
    log.addKit({ id: 1, method: 'pluginReady', at: 8001, type: 'settled', outcome: 'ready-timeout' })
    const share = { id: 2, method: 'showSharePopup' }
    log.addKit({ ...share, at: 8002, type: 'called' })
    log.addKit({ ...share, at: 8003, type: 'sent' })
    log.addRaw({ ...share, at: 8003, type: 'reached', params: {} })
    log.addKit({ ...share, at: 8004, type: 'settled', outcome: 'success' })
    const navigation = { id: 3, method: 'navi' }
    log.addKit({ ...navigation, at: 8005, type: 'called' })
    log.addKit({ ...navigation, at: 8005, type: 'sent' })
    log.addRaw({ ...navigation, at: 8005, type: 'reached', params: {} })
    log.addKit({ ...navigation, at: 9005, type: 'settled', outcome: 'success' })
    const [wait] = log.entries
    expect(wait && durationText(wait)).toBe('')
    const written = reportOf(log, {}, en, undefined)
    expect(written).toContain('\n  upsdk-kit called\n  upsdk-kit result ready-timeout\n')
    expect(written).toMatch(/ 2 ms upsdk-kit result sent\n/)
    expect(written).toMatch(/ 1000 ms upsdk-kit result sent$/)
    expect(written).toContain('\n2 calls, 1 wait for upsdk, ')
    expect(written).toContain('\npluginReady (upsdk-kit waits for it): failed')
  })

  it('has the numbers of the log above the calls, as the log’s head has them', () => {
    const log = createLog()
    // Texts have the time at which they are added.
    const now = performance.now()
    log.addRaw({ id: 1, method: 'pay', at: now, type: 'reached', params: { tn: '1' } })
    log.addRaw({
      id: 1,
      method: 'pay',
      at: now,
      type: 'answered',
      how: 'fail',
      value: { code: '02', msg: '支付失败' },
    })
    // The log has no row for a `pluginReady` in time.
    log.addRaw({ id: 2, method: 'pluginReady', at: 30, type: 'reached', params: undefined })
    log.addRaw({ id: 2, method: 'pluginReady', at: 40, type: 'told', callback: '', value: undefined })
    log.addNote('error', 'boom')
    log.addSeen(ofPage('支付失败'))
    log.addSeen(ofPage('ILLEGAL_ACCESS_EXCEPTION'))
    expect(reportOf(log, {}, en, undefined)).toMatch(
      /\n1 call, \d+ causes checked, 1 found, 1 uncaught error, raw text shown\n\npay /,
    )
  })

  it('counts the other entries of the log in words', () => {
    expect(report()).toMatch(/\n\n请求 upsdk 文件的次数: 1\n记录的文字: 2$/)
    // A hint of the sheets is none of a server's changes.
    const log = createLog()
    log.addNote('server', zh.tapAgain('pay', 'c02'))
    expect(reportOf(log, {}, zh, undefined)).toMatch(/\n模拟云闪付的说明: 1$/)
  })
})
