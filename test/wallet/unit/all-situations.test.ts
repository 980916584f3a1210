/** A run’s result says what a page did in a situation, and the table lists all of them. */
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../wallet/page/log'
import { resultOf, type SituationRun } from '../../../wallet/phone/runResult'
import { tableAsMarkdown, testsOf } from '../../../wallet/phone/situationsTable'
import { phoneTextsNow } from '../../../wallet/phone/texts'
import type { SeenText } from '../../../wallet/shared/log'
import { zh } from '../../../wallet/view/texts/zh'
import { ofPage } from '../../support/seenTexts'

interface Given extends Partial<SituationRun> {
  payments?: readonly { value: unknown; how: 'success' | 'fail'; told?: boolean; tn?: string }[]
  seen?: readonly (string | SeenText)[]
  errors?: readonly string[]
}

function runOf({ payments = [], seen = [], errors = [], ...rest }: Given): SituationRun {
  const log = createLog()
  payments.forEach(({ value, how, told = true, tn = '1' }, index) => {
    const id = index + 1
    const at = index * 10_000
    log.addRaw({ id, method: 'pay', at, type: 'reached', params: { tn } })
    log.addRaw({ id, method: 'pay', at: at + 1, type: 'answered', how, value })
    if (told) log.addRaw({ id, method: 'pay', at: at + 2, type: 'told', callback: how, value })
  })
  for (const text of seen) log.addSeen(typeof text === 'string' ? ofPage(text) : text)
  for (const text of errors) log.addNote('error', text)
  const usual = { end: 'done', detail: '', took: 4200, isElsewhere: false, test: '' } as const
  return { situation: 'c02', inPlace: false, log, ...usual, ...rest }
}

const REFUSED = { value: { code: 'c02', msg: 'no' }, how: 'fail' } as const

describe('the result of a run in a situation', () => {
  it('is marked if a failure came and the page neither showed, ran nor changed anything', () => {
    const unheard = { payments: [{ ...REFUSED, told: false }] }
    expect(resultOf(runOf(unheard)).marks).toEqual(['unheard'])
    expect(resultOf(runOf({ ...unheard, seen: ['暂时无法支付'] })).marks).toEqual([])
    expect(resultOf(runOf({ ...unheard, isElsewhere: true })).marks).toEqual([])
    expect(resultOf(runOf({ payments: [REFUSED] })).marks).toEqual([])
  })

  it('is marked if upsdk is not there, so that the page throws', () => {
    expect(resultOf(runOf({ errors: ['Uncaught TypeError: upsdk is undefined'] })).marks).toEqual(['unheard'])
  })

  it('is not marked for a cancellation by its code', () => {
    const cancelled = { value: { code: '01', msg: '' }, how: 'fail', told: false } as const
    expect(resultOf(runOf({ situation: 'cancelled', payments: [cancelled] })).marks).toEqual([])
  })

  it('is not marked for a cancellation', () => {
    const cancelled = { value: { msg: '用户取消' }, how: 'fail', told: false } as const
    expect(resultOf(runOf({ situation: 'cancelled', payments: [cancelled] })).marks).toEqual([])
  })

  it.each(['失败：ILLEGAL_ACCESS_EXCEPTION', '{"msg":"x"}', '[object Object]', 'c02'])(
    'is marked if the user saw raw text: %s',
    (text) => expect(resultOf(runOf({ payments: [REFUSED], seen: [text] })).marks).toEqual(['raw-text']),
  )

  it('is marked if one order was paid twice, and not if the first payment had failed', () => {
    const paid = { value: undefined, how: 'success' } as const
    expect(resultOf(runOf({ payments: [paid, paid] })).marks).toEqual(['paid-twice'])
    expect(resultOf(runOf({ payments: [REFUSED, paid] })).marks).toEqual([])
  })

  it('is marked if a payment succeeded and the page says that it failed', () => {
    const paid = { value: undefined, how: 'success' } as const
    expect(resultOf(runOf({ payments: [paid], seen: ['支付失败'] })).marks).toEqual(['told-failed'])
  })

  it('names the callbacks that ran, and with the kit what each call came to', () => {
    expect(resultOf(runOf({ payments: [REFUSED] })).callbacks).toEqual(['pay.fail'])
    const log = createLog()
    log.addKit({ id: 1, method: 'pay', at: 1, type: 'called' })
    log.addKit({ id: 1, method: 'pay', at: 2, type: 'sent' })
    log.addRaw({ id: 1, method: 'pay', at: 2, type: 'reached', params: {} })
    log.addRaw({ id: 1, method: 'pay', at: 3, type: 'told', callback: 'fail', value: {} })
    log.addKit({ id: 1, method: 'pay', at: 3, type: 'settled', outcome: 'forbidden' })
    expect(resultOf(runOf({ inPlace: true, log })).callbacks).toEqual(['pay: forbidden'])
  })

  it('is not reached if no call of it could meet the situation', () => {
    expect(resultOf(runOf({ situation: '94', payments: [REFUSED] })).isReached).toBe(false)
    expect(resultOf(runOf({ situation: 'c02', payments: [REFUSED] })).isReached).toBe(true)
    expect(resultOf(runOf({ situation: 'outside' })).isReached).toBe(true)
  })
})

describe('the table of all situations', () => {
  it('is copied as Markdown, in which a text of the page is no markup', () => {
    const runs = [
      runOf({ payments: [REFUSED], seen: ['a | <b>\n`c`'] }),
      runOf({ inPlace: true, end: 'missing', detail: '支付' }),
    ]
    const lines = tableAsMarkdown(runs, zh, phoneTextsNow()).split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toBe('| 场景 | 保持原样 | 换上 upsdk-kit |')
    expect(lines[2]).toContain('a \\| \\<b\\><br>\\`c\\`')
  })

  it('is copied as tests, each situation with settings of its own', () => {
    const test = "import { expect, test } from 'upsdk-kit/playwright'\n\ntest('Shop', async () => {\n})\n"
    const text = testsOf([runOf({ test }), runOf({ inPlace: true, test })], zh)
    expect(text.match(/^import /gm)).toHaveLength(1)
    expect(text).toContain('test.describe("无权限（c02） · 换上 upsdk-kit", () => {')
  })
})
