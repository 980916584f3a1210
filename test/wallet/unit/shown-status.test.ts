/** A row of the log says whether a call still waits for an answer, and what native answered. */
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../wallet/page/log'
import type { LogEntry } from '../../../wallet/shared/log'
import { createLogReceiver } from '../../../wallet/shared/logReceiver'
import type { RawStep } from '../../../wallet/simulator/steps'
import { reportOf } from '../../../wallet/view/report'
import { durationText, heardSteps, shownStatus } from '../../../wallet/view/shownStatus'
import { zh } from '../../../wallet/view/texts/zh'

interface Given {
  method: string
  callbacks?: readonly string[]
  isAnswered?: boolean
}

function callOf({ method, callbacks = ['success'], isAnswered = false }: Given): LogEntry {
  const log = createLog()
  const step = { id: 1, method, at: 1 }
  const facts = { params: {}, through: 'method', state: 'open', asyncCallbacks: [] } as const
  log.addRaw({ ...step, type: 'called', ...facts, callbacks } as RawStep)
  log.addRaw({ ...step, type: 'reached', params: {} })
  if (isAnswered) log.addRaw({ ...step, type: 'answered', how: 'success', value: undefined })
  const [entry] = log.entries
  return entry as LogEntry
}

describe('the row of a call in the log', () => {
  it('is open for a payment without an answer, and not for a method that never answers', () => {
    expect(shownStatus(callOf({ method: 'pay' }), zh).shown).toBe('等待中')
    expect(shownStatus(callOf({ method: 'showSharePopup' }), zh).shown).toBe('不会返回')
  })

  it('has no result for a payment whose document the page has left', () => {
    const records = createLogReceiver()
    const call = { id: 1, method: 'pay', at: 1, by: 'page', from: 'upsdk' } as const
    const steps = [
      { type: 'called', params: {}, through: 'method', state: 'open', callbacks: [], asyncCallbacks: [] },
      { type: 'reached', params: {} },
    ] as const
    records.take({
      type: 'log',
      document: { id: 'order', startedAt: 0 },
      items: steps.map((step) => ({ call, step: { ...step, from: 'upsdk', at: 1 } }) as never),
    })
    const shown = () => records.entries.map((one) => shownStatus(one, zh).shown)
    expect(shown()).toEqual(['等待中'])
    records.leave()
    expect(shown()).toEqual(['没有结果'])
  })

  it('has no result for a payment without tn, which upsdk does not hand over', () => {
    const log = createLog()
    const facts = { through: 'method', state: 'open', callbacks: [], asyncCallbacks: [] } as const
    for (const [id, tn] of [
      [1, ''],
      [2, '1'],
    ] as const)
      log.addRaw({ id, method: 'pay', at: id, type: 'called', ...facts, params: { tn } })
    log.addRaw({ id: 2, method: 'pay', at: 2, type: 'reached', params: { tn: '1' } })
    expect(log.entries.map((one) => shownStatus(one, zh).shown)).toEqual(['没有结果', '等待中'])
  })

  it('says of a method that never answers that its callbacks do not run, whatever native answers', () => {
    const shown = shownStatus(callOf({ method: 'createWebView', isAnswered: true }), zh)
    expect(shown).toMatchObject({ status: 'never', shown: '不会返回' })
  })

  it('has native’s answer if the page gave no callback', () => {
    const call = callOf({ method: 'pay', callbacks: [], isAnswered: true })
    expect(shownStatus(call, zh).status).toBe('success')
  })

  it('has the outcome apart from what a callback threw that was told it', () => {
    const log = createLog()
    const step = { id: 1, method: 'getLocationGps', at: 1 }
    const facts = { through: 'method', state: 'open', callbacks: ['success'], asyncCallbacks: [] } as const
    log.addRaw({ ...step, type: 'called', ...facts, params: {} })
    log.addRaw({ ...step, type: 'reached', params: {} })
    log.addRaw({ ...step, type: 'answered', how: 'success', value: undefined })
    log.addRaw({ ...step, type: 'told', callback: 'success', value: undefined })
    log.addRaw({ ...step, type: 'threw', by: 'callback', error: new TypeError('no latitude') })
    const [entry] = log.entries
    expect(entry && shownStatus(entry, zh)).toMatchObject({
      status: 'success',
      shown: '成功',
      thrown: 'TypeError: no latitude',
    })
  })

  it('says no “sent” of a call through a kit that upsdk kept back, since it tells nothing of it', () => {
    const log = createLog()
    const step = { id: 1, method: 'showFlashInfo' }
    const facts = { through: 'method', state: 'not opened', callbacks: [], asyncCallbacks: [] } as const
    log.addKit({ ...step, at: 1, type: 'called' })
    log.addKit({ ...step, at: 1, type: 'sent' })
    log.addRaw({ ...step, at: 1, type: 'called', ...facts, params: {} }, true)
    log.addKit({ ...step, at: 2, type: 'settled', outcome: 'success' })
    const [entry] = log.entries
    expect(entry && shownStatus(entry, zh).shown).toBe('没有结果')
    expect(reportOf(log, {}, zh, undefined)).not.toContain('结果 已发出')
  })

  it('says of a callback of pluginReady that it threw, and not that pluginReady failed', () => {
    const log = createLog()
    const step = { id: 1, method: 'pluginReady', at: 1 }
    const facts = { through: 'method', state: 'open', callbacks: [], asyncCallbacks: [] } as const
    log.addRaw({ ...step, type: 'called', ...facts, params: {} })
    log.addRaw({ ...step, type: 'told', callback: 'pluginReady', value: undefined })
    log.addRaw({ ...step, type: 'threw', by: 'callback', error: new TypeError('no') })
    const [entry] = log.entries
    const shown = '页面的回调抛出异常 TypeError: no'
    expect(entry && shownStatus(entry, zh)).toMatchObject({ status: 'failure', shown })
    expect(reportOf(log, {}, zh, undefined)).toContain('\npluginReady: 页面的回调抛出异常\n')
  })

  it('says of a method that never answers no success and no time, also without a callback', () => {
    const call = callOf({ method: 'setNavigationBarTitle', callbacks: [], isAnswered: true })
    expect([shownStatus(call, zh).status, durationText(call)]).toEqual(['never', ''])
    expect(heardSteps(call).map(({ type }) => type)).toEqual(['called', 'reached'])
    // A kit ends such a call by itself, before native could answer.
    const log = createLog()
    log.addKit({ id: 1, method: 'setNavigationBarTitle', at: 1, type: 'settled', outcome: 'success' })
    log.addKit({ id: 1, method: 'setNavigationBarTitle', at: 2, type: 'sent' })
    log.addRaw({ id: 1, method: 'setNavigationBarTitle', at: 2, type: 'reached', params: {} })
    log.addRaw({
      id: 1,
      method: 'setNavigationBarTitle',
      at: 3,
      type: 'answered',
      how: 'success',
      value: undefined,
    })
    const [ended] = log.entries
    expect(ended && shownStatus(ended, zh)).toMatchObject({ status: 'sent', shown: '已发出' })
    expect(ended && heardSteps(ended).map(({ type }) => type)).toEqual(['settled', 'sent', 'reached'])
  })
})
