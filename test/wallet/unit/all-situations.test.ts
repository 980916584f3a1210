/** A run’s result says what a page did in a situation, and the table lists all of them. */
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../wallet/page/log'
import { resultOf } from '../../../wallet/phone/runResult'
import { createSituationPhones } from '../../../wallet/phone/situationPhones'
import type { SituationRun } from '../../../wallet/phone/situationRun'
import { createSituationsList } from '../../../wallet/phone/situationsList'
import { cellText, commonText, tableAsMarkdown, testsOf } from '../../../wallet/phone/situationsTable'
import { phoneTexts, phoneTextsNow } from '../../../wallet/phone/texts'
import type { LogNote, SeenText } from '../../../wallet/shared/log'
import { createDiagnosedView } from '../../../wallet/view/diagnoses/view'
import { en } from '../../../wallet/view/texts/en'
import { zh } from '../../../wallet/view/texts/zh'
import { ofPage } from '../../support/seenTexts'

interface Given extends Partial<SituationRun> {
  payments?: readonly {
    value: unknown
    how: 'success' | 'fail'
    status?: string
    told?: boolean
    tn?: string
  }[]
  seen?: readonly (string | SeenText)[]
  errors?: readonly string[]
  /** Does the callback throw that the page was told by? */
  throws?: boolean
  /** Texts that the user saw, with their times in ms. */
  texts?: readonly (readonly [at: number, text: string])[]
}

function runOf({ payments = [], seen = [], errors = [], ...rest }: Given): SituationRun {
  const log = createLog()
  payments.forEach(({ value, how, status = '', told = true, tn = '1' }, index) => {
    const id = index + 1
    const at = index * 10
    log.addRaw({ id, method: 'pay', at, type: 'reached', params: { tn } })
    log.addRaw({ id, method: 'pay', at: at + 1, type: 'answered', how, value, status })
    if (told) log.addRaw({ id, method: 'pay', at: at + 2, type: 'told', callback: how, value })
  })
  for (const text of seen) log.addSeen(typeof text === 'string' ? ofPage(text) : text)
  for (const text of errors) log.addNote('error', text)
  const usual = {
    end: 'done',
    detail: '',
    actedAt: [],
    routes: [],
    content: [],
    views: [],
    pictures: [],
    realTime: [],
    heldBack: [],
    hasKit: false,
    test: '',
  } as const
  return { situation: 'c02', inPlace: false, log, ...usual, ...rest }
}

const LEFT_AFTER = [
  { path: '/pay', at: 0 },
  { path: '/failed', at: 500 },
]
const LEFT_BEFORE = [
  { path: '/cart', at: -500 },
  { path: '/pay', at: 0 },
]
/** What was visible, with its times. */
const views = (...all: readonly (readonly [at: number, text: string, isDead?: boolean])[]) =>
  all.map(([at, text, isDead = false]) => ({ at, text, isDead, isNewestGone: false }))
const lines = (...all: readonly string[]) => [{ at: 0, lines: all }]
const REFUSED = { value: { code: 'c02', msg: 'no' }, how: 'fail', status: 'c02' } as const
const FAILED = { value: { code: '02', msg: '支付失败' }, how: 'fail' } as const
const CANCELLED = { value: { code: '01', msg: '' }, how: 'fail' } as const
const PAID = { value: undefined, how: 'success' } as const

describe('the result of a run in a situation', () => {
  it.each(['失败：ILLEGAL_ACCESS_EXCEPTION', '{"msg":"x"}', '[object Object]', 'c02'])(
    'is marked if the user saw raw text: %s',
    (text) => expect(resultOf(runOf({ payments: [REFUSED], seen: [text] })).marks).toEqual(['raw-text']),
  )

  it('is not marked for raw text that stands in the page in each situation', () => {
    const told = { payments: [REFUSED], seen: ['请重试'] }
    const run = runOf({ ...told, content: lines('{"tn":"1"}') })
    expect(resultOf(run, run).marks).toEqual([])
    expect(resultOf(run, runOf(told)).marks).toEqual(['raw-text'])
  })

  it('quotes the text that a mark is about, unless it is the newest, which is quoted below', () => {
    const marksWith = (...seen: string[]) => {
      const log = createLog()
      log.addRaw({ id: 1, method: 'pay', at: 0, type: 'reached', params: { tn: '1' } })
      log.addRaw({ id: 1, method: 'pay', at: 1, type: 'answered', ...FAILED })
      log.addRaw({ id: 1, method: 'pay', at: 2, type: 'told', callback: 'fail', value: FAILED.value })
      seen.forEach((text, index) => void log.addSeen(ofPage(text), 10 + index * 100))
      const run = runOf({ log })
      return cellText(run, [run], zh, phoneTexts.zh).marks
    }
    const { marks, markedBy } = phoneTexts.zh
    const failed = marks['told-failed']
    expect(marksWith('支付失败')).toEqual([failed])
    expect(marksWith('支付失败', '[object Object]', '定位失败')).toEqual([
      markedBy(failed, '「支付失败」'),
      markedBy(marks['raw-text'], '「[object Object]」'),
    ])
  })

  it('quotes the newest text with those that came on the page with it, such as the lines of a result', () => {
    const log = createLog()
    for (const [at, text] of [
      [500, '正在支付'],
      [900, '支付失败'],
      [910, '订单号 1011'],
    ] as const)
      log.addSeen(ofPage(text), at)
    const run = runOf({ log })
    expect(cellText(run, [run], zh, phoneTexts.zh).saw).toBe('用户看到「支付失败」 「订单号 1011」')
  })

  it('says of a call that native has not failed yet that it was sent, whatever the kit gave for it', () => {
    const log = createLog()
    const step = { id: 1, method: 'navi' }
    log.addKit({ ...step, at: 0, type: 'called' })
    log.addKit({ ...step, at: 0, type: 'sent' })
    log.addRaw({ ...step, at: 0, type: 'reached', params: {} })
    log.addKit({ ...step, at: 1000, type: 'settled', outcome: 'success' })
    expect(resultOf(runOf({ log, inPlace: true, hasKit: true })).callbacks).toEqual(['navi: sent'])
  })

  it('says once what is the same of several methods', () => {
    const log = createLog()
    const facts = { params: {}, callbacks: ['success'], asyncCallbacks: [] }
    const methods = ['scanQRCode', 'getLocationGps', 'getLocationCity']
    methods.forEach((method, index) => {
      const step = { id: index + 1, method, at: index, through: 'upsdk', state: 'outside' } as const
      log.addRaw({ ...step, ...facts, type: 'called' } as never)
    })
    const run = runOf({ log, situation: 'outside' })
    const { facts: said } = cellText(run, [run], zh, phoneTexts.zh)
    const about = said.filter((one) => methods.some((method) => one.includes(method)))
    expect(about).toEqual([expect.stringContaining(methods.join('、'))])
  })

  it('is marked if one order was paid twice, and not if the first payment had failed', () => {
    expect(resultOf(runOf({ payments: [PAID, PAID] })).marks).toEqual(['paid-twice'])
    expect(resultOf(runOf({ payments: [REFUSED, PAID], seen: ['请重试'] })).marks).toEqual([])
    // The page of qrCodePay takes no order.
    const withoutOrder = createLog()
    for (const [id, params] of [
      [1, undefined],
      [2, {}],
      [3, [{}]],
      [4, [{}]],
    ] as const) {
      withoutOrder.addRaw({ id, method: 'qrCodePay', at: id, type: 'reached', params })
      withoutOrder.addRaw({ id, method: 'qrCodePay', at: id, type: 'answered', how: 'success', value: '' })
    }
    expect(resultOf(runOf({ log: withoutOrder })).marks).toEqual([])
  })

  it('is marked if a second payment was sent while the first was open, although both were cancelled later', () => {
    const log = createLog()
    for (const id of [1, 2])
      log.addRaw({ id, method: 'pay', at: id, type: 'reached', params: { tn: String(id) } })
    for (const id of [1, 2])
      log.addRaw({ id, method: 'pay', at: 300 + id, type: 'answered', how: 'fail', value: CANCELLED.value })
    const run = runOf({ log })
    expect(resultOf(run).marks).toEqual(['paid-twice'])
    // Nobody has paid.
    expect(cellText(run, [run], zh, phoneTexts.zh).marks).toEqual(['已有一笔支付，又发起一笔'])
  })

  it('counts a payment that was refused with the same code by a bridge without a status', () => {
    expect(resultOf(runOf({ payments: [{ ...REFUSED, status: '' }] })).payments).toBe(1)
  })

  it('counts no payment that the bridge has refused', () => {
    expect(resultOf(runOf({ payments: [REFUSED] })).payments).toBe(0)
    expect(resultOf(runOf({ payments: [FAILED, CANCELLED, PAID] })).payments).toBe(3)
  })

  it('counts no payment whose page had gone before the bridge refused it', () => {
    const log = createLog()
    log.addRaw({ id: 1, method: 'pay', at: 0, type: 'reached', params: { tn: '1' } })
    expect(resultOf(runOf({ log })).payments).toBe(0)
    expect(resultOf(runOf({ log, situation: 'silent' })).payments).toBe(1)
  })

  it('names a text that counts once, and the page’s time by what is no such text', () => {
    const counting = [1, 2, 3].map((at): readonly [number, string] => [at * 1000, `剩余 14:5${9 - at}`])
    const result = resultOf(callOf('pay', 'fail', { actedAt: [500], texts: [...counting, [2500, '未支付']] }))
    expect(result.seen.map(({ message }) => message)).toEqual(['剩余 14:58', '未支付'])
    expect(result.took).toBe(2000)
    const before = callOf('pay', 'fail', { actedAt: [500], texts: [[600, '未支付'], ...counting] })
    expect(cellText(before, [before], zh, phoneTexts.zh).saw).toBe(phoneTexts.zh.saw('「未支付」'))
    const alone = callOf('pay', 'success', { actedAt: [500], texts: counting })
    expect(cellText(alone, [alone], zh, phoneTexts.zh).saw).toBe(phoneTexts.zh.sawNothing)
  })

  it('takes no title bar for what came of an action, and a call that the kit gives up for it', () => {
    const titled = createLog()
    titled.addRaw({ id: 1, method: 'setNavigationBarTitle', at: 500, type: 'reached', params: {} })
    titled.addRaw({
      id: 1,
      method: 'setNavigationBarTitle',
      at: 3800,
      type: 'answered',
      how: 'success',
      value: '',
    })
    expect(resultOf(runOf({ log: titled, actedAt: [500] })).took).toBe(undefined)
    const configured = createLog()
    configured.addRaw({ id: 1, method: 'config', at: 100, type: 'reached', params: {} })
    configured.addRaw({ id: 1, method: 'config', at: 4000, type: 'answered', how: 'success', value: '' })
    expect(resultOf(runOf({ log: configured, actedAt: [500] })).took).toBe(undefined)
    const givenUp = createLog()
    givenUp.addKit({ id: 1, method: 'pay', at: 500, type: 'called' })
    givenUp.addKit({ id: 1, method: 'pay', at: 8500, type: 'settled', outcome: 'ready-timeout' })
    expect(resultOf(runOf({ log: givenUp, actedAt: [500] })).took).toBe(8000)
  })

  it('names the newest of texts that settle within a second, and marks no page whose canvas nobody reads', () => {
    const texts = [1, 2, 3].map((count): readonly [number, string] => [500 + count * 90, `第 ${count} 次`])
    const settled = resultOf(callOf('pay', 'fail', { actedAt: [500], texts }))
    expect(settled.seen.map(({ message }) => message)).toEqual(['第 3 次'])
    const drawn = callOf('pay', 'fail', { actedAt: [0], views: views([0, '']) })
    expect([resultOf(drawn).isStill, resultOf(drawn).marks]).toEqual([false, []])
    expect(cellText(drawn, [drawn], en, phoneTexts.en).saw).toBe('What the canvas shows is not read')
  })

  it('says nothing of callbacks if an async one may have run, as upsdk runs that of a failure', () => {
    const log = createLog()
    const facts = {
      params: {},
      callbacks: [],
      asyncCallbacks: ['success', 'fail'],
      through: 'method',
      state: 'open',
    }
    log.addRaw({ id: 1, method: 'pay', at: 1, type: 'called', ...facts } as Raw)
    log.addRaw({ id: 1, method: 'pay', at: 2, type: 'reached', params: {} })
    log.addRaw({ id: 1, method: 'pay', at: 3, type: 'answered', how: 'fail', value: {} })
    const run = runOf({ log })
    expect(cellText(run, [run], zh, phoneTexts.zh).facts).not.toContain('没有结果回调')
  })

  it('names each text that differs in its digits alone if an action stands between them', () => {
    const texts = [[600, '已选 50 元'] as const, [700, '充值成功'] as const, [1600, '已选 100 元'] as const]
    const run = callOf('pay', 'fail', { actedAt: [500, 1500], texts, views: views([0, 'a']) })
    expect(resultOf(run).seen.map(({ message }) => message)).toEqual(texts.map(([, text]) => text))
    expect(resultOf(run).isStill).toBe(false)
  })

  it('calls a page that showed a text before the failure no unchanged page', () => {
    const run = callOf('pay', 'fail', { views: views([0, 'a'], [2, 'spinner']), texts: [[2, '支付中…']] })
    expect(cellText(run, [run], zh, phoneTexts.zh).marks).toEqual(['有一处没有成功，没有读到新提示'])
    expect(cellText(run, [run], en, phoneTexts.en).marks).toEqual([
      'a step had no success, no new message read',
    ])
  })

  it.each([
    ['nothing has changed since the last action', views([0, 'a']), [], /最后一步之后 60 秒没有读到新提示$/],
    ['only the label of its button has', views([0, 'a'], [600, 'b']), [], /upsdk is not defined$/],
    ['a text came', [], [[700, '请稍候'] as const], / · 操作后 0\.2 s$/],
  ])(
    'says how long the page was looked at, or when a text or an answer came: %s',
    (_what, seenViews, texts, time) => {
      const given = { actedAt: [500], views: seenViews, seen: [], errors: ['upsdk is not defined'] }
      const run = callOf('getLocationCity', 'success', { ...given, texts: [[100, '账单'], ...texts] })
      expect(cellText(run, [run], zh, phoneTexts.zh).facts.join(' · ')).toMatch(time)
      // Nobody knows what a run would have come to that was ended from outside.
      const stopped = { ...run, end: 'stopped' } as const
      expect(cellText(stopped, [stopped], zh, phoneTexts.zh).facts.join(' · ')).not.toContain(
        '没有读到新提示',
      )
    },
  )

  it('says no time of a call that was not answered, however late the page has opened', () => {
    const log = createLog()
    log.addRaw({ id: 1, method: 'pay', at: 2400, type: 'reached', params: { tn: '1' } })
    const run = runOf({ log, actedAt: [2300], views: views([0, 'Pay'], [2350, 'Paying…']) })
    expect(cellText(run, [run], zh, phoneTexts.zh).facts.join(' · ')).not.toMatch(/\d s/)
  })

  it('says nothing in the list of a run without a mark, which ended as it should', () => {
    const run = callOf('getLocationCity', 'success', { actedAt: [500], texts: [[100, '账单']] })
    const list = createSituationsList(zh, phoneTexts.zh, () => undefined)
    const linesOf = (one: SituationRun): (string | null)[] => {
      list.draw({
        situations: ['c02'],
        unmet: [],
        modes: [false],
        runs: [one],
        chosen: 'c02',
        now: undefined,
      })
      return [...list.element.querySelectorAll('[data-mode] > [aria-hidden]')].map(
        ({ textContent }) => textContent,
      )
    }
    expect(linesOf(run)).toEqual([''])
    expect(linesOf({ ...run, end: 'hand', detail: '上传' })).toEqual(['需要手动操作：上传'])
  })

  it('names the phones of a row, with the mark in the column of its phone, and what both say once', () => {
    const list = createSituationsList(zh, phoneTexts.zh, () => undefined)
    const marked = (inPlace: boolean) => runOf({ inPlace, payments: [PAID, PAID] })
    const rowOf = (runs: readonly SituationRun[]) => {
      list.draw({ situations: ['c02'], unmet: [], modes: [false, true], runs, chosen: 'c02', now: undefined })
      const texts = (part: string) =>
        [...list.element.querySelectorAll(`.run-row ${part}`)].map(({ textContent }) => textContent)
      return [texts('.run-flag'), texts('[data-mode] > [aria-hidden]')]
    }
    const mark = phoneTexts.zh.marks['paid-twice']
    expect(rowOf([marked(false)])).toEqual([
      ['!', '·'],
      [`原样：${mark}`, ''],
    ])
    expect(rowOf([marked(false), marked(true)])).toEqual([
      ['!', '!'],
      [`两边：${mark}`, ''],
    ])
  })

  it('says in the list where the log of a run without a mark has a cause that not each run has', () => {
    const list = createSituationsList(zh, phoneTexts.zh, () => undefined)
    const log = createLog()
    log.addNote('error', 'x is not defined')
    const runs = [runOf({ situation: 'success' }), runOf({ situation: 'late', log })]
    list.draw({
      situations: ['success', 'late'],
      unmet: [],
      modes: [false],
      runs,
      chosen: 'late',
      now: undefined,
    })
    const flags = [...list.element.querySelectorAll('.run-row .run-flag')].map(
      ({ textContent }) => textContent,
    )
    expect(flags).toEqual(['–', 'i'])
  })

  it('names what a document shows from its start, if it came after the last action or the success lacks it', () => {
    const content = [
      { at: 0, lines: ['购物', '请在微信中打开'] },
      { at: 900, lines: ['支付结果', '购物'] },
    ]
    const run = runOf({ payments: [PAID], content, actedAt: [500] })
    const success = runOf({ content: lines('购物'), actedAt: [500] })
    expect(resultOf(run, success).seen.map(({ message }) => message)).toEqual([
      '请在微信中打开',
      '支付结果',
      '购物',
    ])
    expect(resultOf({ ...run, actedAt: [950] }).seen).toEqual([])
    const isNext = { ...run, content: [{ at: 0, lines: [] }, ...content.slice(1)] }
    expect(resultOf(isNext, success).seen.map(({ message }) => message)).toEqual(['支付结果', '购物'])
  })

  it('names a text that a document showed from its start again where it comes later', () => {
    const run = runOf({ actedAt: [500], content: [{ at: 0, lines: ['请在云闪付中打开'] }] })
    const log = createLog()
    for (const [text, at] of [
      ['请在云闪付中打开', 100],
      ['拒绝授权', 1000],
      ['请在云闪付中打开', 3000],
    ] as const)
      log.addSeen(ofPage(text), at)
    const { seen, newest } = resultOf({ ...run, log }, runOf({}))
    expect(seen.map(({ message }) => message)).toEqual(['请在云闪付中打开', '拒绝授权', '请在云闪付中打开'])
    expect(newest?.at).toBe(3000)
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
    // This kit tells its steps, so the page's own call of raw upsdk is known as one.
    log.addRaw({ id: 2, method: 'pay', at: 4, type: 'told', callback: 'fail', value: {} })
    expect(resultOf(runOf({ hasKit: true, log })).callbacks).toEqual(['pay: forbidden', 'pay.fail'])
  })

  it('names no callback of a page whose kit tells nothing: upsdk runs those of the kit', () => {
    const payments = [REFUSED, CANCELLED, PAID]
    const answered = resultOf(runOf({ hasKit: true, payments }))
    expect(answered.callbacks).toEqual(['pay: failed', 'pay: cancelled', 'pay: success'])
    const outside = runOf({ hasKit: true, situation: 'outside' })
    expect(cellText(outside, [outside], zh, phoneTexts.zh).facts).not.toContain('没有结果回调')
    const without = runOf({ situation: 'outside' })
    expect(cellText(without, [without], zh, phoneTexts.zh).facts).toContain('没有结果回调')
  })

  it('names the callback of error, which upsdk runs after a refused config', () => {
    const log = createLog()
    log.addRaw({ id: 1, method: 'error', at: 1, type: 'told', callback: 'error', value: {} })
    expect(resultOf(runOf({ situation: 'config-refused', log })).callbacks).toEqual(['error'])
  })

  it('names no callback after a refused config if a kit runs that of error', () => {
    const log = createLog()
    log.addRaw({ id: 1, method: 'config', at: 1, type: 'answered', how: 'fail', value: { errcode: 'c01' } })
    const [raw, inPlace] = [false, true].map((one) =>
      runOf({ situation: 'config-refused', inPlace: one, log }),
    )
    for (const [run, has] of [
      [raw, true],
      [inPlace, false],
    ] as const)
      expect(run && cellText(run, [run], zh, phoneTexts.zh).facts.includes('没有结果回调')).toBe(has)
  })

  it('is not reached if no call of it could meet the situation', () => {
    expect(resultOf(runOf({ situation: 'config-refused', payments: [REFUSED] })).isReached).toBe(false)
    expect(resultOf(runOf({ situation: 'c02', payments: [REFUSED] })).isReached).toBe(true)
    expect(resultOf(runOf({ situation: 'outside' })).isReached).toBe(true)
  })
})

/** What native answers; no entry where it gives no answer. */
const ANSWERS: Readonly<Record<string, object>> = {
  success: {},
  fail: { msg: '系统繁忙' },
  failed: FAILED.value,
  refused: REFUSED.value,
  cancel: CANCELLED.value,
}

type Raw = Parameters<ReturnType<typeof createLog>['addRaw']>[0]

/** A run of a page that calls a method: its steps, and what the user saw, each at its time in ms. */
function callOf(
  method: string,
  how: 'success' | 'fail' | 'failed' | 'refused' | 'cancel' | 'silent' | 'dropped',
  more: Partial<Given> = {},
): SituationRun {
  const log = createLog()
  const step = { id: 1, method }
  const facts = { params: {}, callbacks: ['success'], asyncCallbacks: [] }
  const through = how === 'dropped' ? 'placeholder' : 'method'
  const state = how === 'dropped' ? 'waiting for the bridge' : 'open'
  log.addRaw({ ...step, ...facts, at: 1, type: 'called', through, state } as Raw)
  if (how !== 'dropped') log.addRaw({ ...step, at: 2, type: 'reached', params: {} })
  const value = ANSWERS[how]
  if (value) {
    const status = how === 'refused' ? REFUSED.status : ''
    log.addRaw({ ...step, at: 3, type: 'answered', how: how === 'success' ? how : 'fail', value, status })
    const isTold = how !== 'refused' || method === 'pay'
    if (isTold)
      log.addRaw({ ...step, at: 3, type: 'told', callback: how === 'success' ? how : 'fail', value })
  }
  if (more.throws)
    log.addRaw({ ...step, at: 4, type: 'threw', by: 'callback', error: new Error('of the page') })
  for (const text of more.seen || []) log.addSeen(typeof text === 'string' ? ofPage(text) : text)
  for (const error of more.errors || []) log.addNote('error', error)
  const texts = (more.texts || []).map(([at, text]): LogNote => ({ kind: 'seen', at, ...ofPage(text) }))
  return runOf({ ...more, log: { ...log, notes: [...log.notes, ...texts] } })
}
function authorization(
  end: 'success' | 'cancelled' | 'failed' | 'silent',
  situation: SituationRun['situation'],
) {
  const log = createLog()
  log.addAuthorization('text', { end, faults: [], returns: true })
  return runOf({ situation, log })
}
/** A run in which the page made no call. */
const nothing = (more: Partial<Given>): SituationRun => {
  const texts = (more.texts || []).map(([at, text]): LogNote => ({ kind: 'seen', at, ...ofPage(text) }))
  const log = createLog()
  return runOf({ situation: 'outside', actedAt: [0], ...more, log: { ...log, notes: texts } })
}
const success = callOf('pay', 'success', { situation: 'success', actedAt: [0] })
const successOf = (...content: readonly string[]): SituationRun => ({
  ...success,
  content: lines(...content),
})

/** A run whose first action could not be done, and the success, which loads as it does. */
const stuck = nothing({ end: 'disabled', actedAt: [], views: views([0, '加载中']) })
const loaded: SituationRun = { ...success, views: views([0, '加载中'], [5, '缴费']) }

/** The same run, in which the page asks by a dialog of the browser, in the moment of the tap. */
const asked = (run: SituationRun): SituationRun => {
  const question: LogNote = { kind: 'seen', at: 0, ...ofPage('Pay?', 'confirm'), answer: true }
  return { ...run, log: { ...run.log, notes: [...run.log.notes, question] } }
}

describe('a mark of the table', () => {
  it.each<[what: string, run: SituationRun, marks: readonly string[], success?: SituationRun]>([
    // The call is made at 1 ms, and answered at 3.
    ['a payment without an answer, after which nothing changes', callOf('pay', 'silent'), ['unchanged']],
    ['the same with a text', callOf('pay', 'silent', { seen: ['支付中'] }), []],
    ['the same on another route', callOf('pay', 'silent', { routes: LEFT_AFTER }), []],
    [
      'the same that had come from another route',
      callOf('pay', 'silent', { routes: LEFT_BEFORE }),
      ['unchanged'],
    ],
    ['the same with another look', callOf('pay', 'silent', { views: views([0, 'a'], [9, 'b']) }), []],
    ['a failure without a callback', callOf('pay', 'fail'), ['unchanged']],
    [
      'a failure after which a list is shown',
      callOf('pay', 'fail', { views: views([0, 'a'], [4, 'b']) }),
      [],
    ],
    [
      'a failure after which what had come before is still there',
      callOf('pay', 'fail', { views: views([0, 'a'], [2, 'spinner']), texts: [[2, '支付中…']] }),
      ['unchanged'],
    ],
    [
      'a failure after which the page shows something, and takes it away again',
      callOf('pay', 'fail', { views: views([0, 'a'], [5, 'b'], [9, 'a']) }),
      [],
    ],
    [
      'a failure on a page that counts the time that is left',
      callOf('pay', 'fail', {
        texts: [
          [1, '14:59'],
          [1001, '14:58'],
          [9000, '14:50'],
        ],
      }),
      ['unchanged'],
    ],
    [
      'a payment that was made, and whose callback then threw',
      callOf('pay', 'success', { throws: true }),
      [],
    ],
    ['a failure whose callback threw', callOf('pay', 'fail', { throws: true }), ['unchanged']],
    ['a cancellation', callOf('pay', 'cancel', { situation: 'cancelled' }), []],
    ['a payment that was lost before the bridge', callOf('pay', 'dropped'), ['unchanged']],
    ['a refused authorization, of which only a callback ran', callOf('appletAuth', 'fail'), ['unchanged']],
    [
      'a tap that waits for upsdk for ever',
      callOf('pluginReady', 'dropped', { situation: 'bridge-never', actedAt: [0] }),
      ['unchanged'],
    ],
    [
      'the same with a text',
      callOf('pluginReady', 'dropped', {
        situation: 'bridge-never',
        actedAt: [0],
        texts: [[5, '请稍后再试']],
      }),
      [],
    ],
    [
      'a page that waits for upsdk from its start',
      callOf('pluginReady', 'dropped', { situation: 'bridge-never' }),
      [],
    ],
    [
      'the same before a tap',
      callOf('pluginReady', 'dropped', { situation: 'bridge-never', actedAt: [5] }),
      [],
    ],
    ['a title bar that failed', callOf('setNavigationBarTitle', 'fail'), []],
    ['a log event without an answer', callOf('appletLogEvent', 'silent'), []],
    ['a share, which never answers', callOf('showSharePopup', 'silent'), []],
    ['a share that was refused, of which nobody hears', callOf('showSharePopup', 'refused'), ['unchanged']],
    ['a run that was stopped before the answer', callOf('pay', 'silent', { end: 'stopped' }), []],
    ['a tap that does nothing, where it pays if all goes well', nothing({}), ['unchanged'], success],
    ['the same with a text', nothing({ texts: [[5, '请用云闪付打开']] }), [], success],
    ['the same on another route', nothing({ routes: LEFT_AFTER }), [], success],
    ['a button that cannot be tapped, which the cell says', nothing({ end: 'disabled' }), [], success],
    ['a page that stays as it loads, with a button that cannot be tapped', stuck, ['unchanged'], loaded],
    [
      'the same with a text',
      { ...stuck, log: nothing({ texts: [[5, '请在云闪付中打开']] }).log },
      [],
      loaded,
    ],
    ['the same with another look', { ...stuck, views: views([0, '在云闪付中打开']) }, [], loaded],
    ['the same where all goes no better', stuck, [], { ...loaded, end: 'disabled', actedAt: [] }],
    ['the same where it asks at its load alone', nothing({}), [], { ...success, actedAt: [9] }],
    ['a page that nobody has acted on', nothing({ actedAt: [] }), [], success],
    [
      'a second tap that does nothing, where it pays if all goes well, after a first that changes the page',
      nothing({ actedAt: [0, 50], views: views([0, 'a'], [5, 'b']) }),
      ['unchanged'],
      { ...success, actedAt: [-9, 0] },
    ],
    [
      'a tap that does nothing but ask what it asks when all goes well',
      asked(nothing({})),
      ['unchanged'],
      asked(success),
    ],
    ['a tap that asks what it does not ask when all goes well', asked(nothing({})), [], success],
    ['a tap that does nothing where all goes well, too', nothing({}), [], nothing({ situation: 'success' })],
    ['a web authorization that was cancelled', authorization('cancelled', 'cancelled'), []],
    ['a web authorization that was refused', authorization('failed', 'c02'), ['unchanged']],
    ['a web authorization without an end', authorization('silent', 'silent'), ['unchanged']],

    [
      'a payment that was made, told as failed',
      callOf('pay', 'success', { seen: ['支付失败'] }),
      ['told-failed'],
    ],
    ['told as not successful', callOf('pay', 'success', { seen: ['支付不成功'] }), ['told-failed']],
    ['told as both', callOf('pay', 'success', { seen: ['支付成功', '支付失败'] }), ['told-failed']],
    [
      'told as failed without a word about paying',
      callOf('pay', 'success', { seen: ['失败 02'] }),
      ['told-failed'],
    ],
    [
      'where a text alone says that something else failed',
      callOf('pay', 'success', { seen: ['查询失败'] }),
      [],
    ],
    [
      'where something else failed',
      callOf('pay', 'success', { seen: ['支付成功，积分领取失败', '如支付失败，款项将原路退回'] }),
      [],
    ],
    [
      'where something else failed in a text of its own',
      callOf('pay', 'success', { seen: ['支付成功', '积分领取失败'] }),
      [],
    ],
    [
      'told as failed by the result page, from its start and as in the success',
      callOf('pay', 'success', {
        actedAt: [1],
        content: [...lines('付款'), { at: 900, lines: ['支付失败'] }],
      }),
      ['told-failed'],
      successOf('支付失败'),
    ],
    [
      'a failed payment, whose money may be gone',
      callOf('pay', 'failed', { seen: ['支付失败'] }),
      ['told-failed'],
    ],
    [
      'a payment without an answer, told as failed',
      callOf('pay', 'silent', { situation: 'silent', seen: ['支付失败'] }),
      ['told-failed'],
    ],
    [
      'a payment that the bridge refused, told as failed',
      callOf('pay', 'refused', { seen: ['支付失败'] }),
      [],
    ],
    ['a cancelled payment, told as failed', callOf('pay', 'cancel', { seen: ['支付失败'] }), []],
    [
      'a text about failed payments outside, without any call',
      nothing({ actedAt: [], content: lines('支付失败，请在云闪付中打开') }),
      [],
      successOf('付款'),
    ],

    ['a failed payment, told as paid', callOf('pay', 'failed', { seen: ['支付成功'] }), ['told-paid']],
    [
      'a payment without an answer, told as paid',
      callOf('pay', 'silent', { seen: ['已支付'] }),
      ['told-paid'],
    ],
    ['a payment that was made, told as paid', callOf('pay', 'success', { seen: ['支付成功'] }), []],
    [
      'a text about paying before the payment',
      callOf('pay', 'cancel', { texts: [[0, '支付成功后发货']] }),
      [],
    ],
    [
      'a failed payment, told as paid by the result page, as in the success',
      callOf('pay', 'failed', {
        actedAt: [1],
        content: [...lines('付款'), { at: 900, lines: ['支付成功'] }],
      }),
      ['told-paid'],
      successOf('支付成功'),
    ],

    [
      'a button that stays disabled after a cancellation',
      callOf('pay', 'cancel', { views: views([0, 'a', true]) }),
      ['dead'],
    ],
    [
      'the same with a text',
      callOf('pay', 'cancel', { views: views([0, 'a', true]), texts: [[9, '订单已关闭']] }),
      [],
    ],
    [
      'the same with a text for developers',
      callOf('pay', 'cancel', { views: views([0, 'a', true]), texts: [[9, '{"code":"01"}']] }),
      ['raw-text', 'dead'],
    ],
    [
      'a button that is enabled again',
      callOf('pay', 'cancel', { views: views([0, 'a', true], [9, 'a']) }),
      [],
    ],
    [
      'a button that a tap disabled, which waits for upsdk for ever',
      callOf('pluginReady', 'dropped', {
        situation: 'bridge-never',
        actedAt: [0],
        views: views([0, 'a'], [2, 'b', true]),
      }),
      ['dead'],
    ],
    [
      'a button that a tap disabled, which made no call here',
      nothing({ views: views([0, 'a'], [2, 'b', true]) }),
      ['dead'],
      success,
    ],
    [
      'a button that stays disabled once it was paid',
      callOf('pay', 'success', { views: views([0, 'a', true]) }),
      [],
    ],
    [
      'the same after a payment that failed before',
      runOf({ payments: [REFUSED, PAID], views: views([0, 'a'], [12, 'b', true]) }),
      [],
    ],

    ['upsdk is not defined', callOf('pay', 'success', { seen: ['upsdk is not defined'] }), ['raw-text']],
    ['code undefined', callOf('pay', 'success', { seen: ['code undefined'] }), ['raw-text']],
    [
      'a text that only looks like one of ours',
      callOf('pay', 'success', { seen: ['order-no: 12', 'toast: ok'] }),
      [],
    ],
    [
      'an error that the page did not catch, which is a problem',
      callOf('pay', 'success', { errors: ['boom'] }),
      [],
    ],
  ])('%s', (_what, run, marks, beside) => {
    expect(resultOf(run, beside).marks).toEqual(marks)
  })

  it('names a text once that stood there from the start', () => {
    const run = callOf('pay', 'success', { texts: [[900, '支付失败']], content: lines('支付失败') })
    expect(resultOf(run, successOf()).seen.map(({ message }) => message)).toEqual(['支付失败'])
  })

  it('is in a web authorization’s cell as in a call’s', () => {
    const result = resultOf(authorization('cancelled', 'cancelled'))
    expect(result).toMatchObject({ isReached: true, callbacks: ['oauth.html: cancelled'] })
  })

  it.each([
    ['an error', callOf('pay', 'success', { errors: ['boom'] }), '未处理的异常 1 个'],
    ['raw text', callOf('pay', 'success', { seen: ['code undefined'] }), '原始文字（1 段）'],
  ])('stands beside a log that names %s', async (_what, { log, inPlace }, named) => {
    // Nothing is wrong with the calls themselves.
    const quiet = createLog()
    for (const note of log.notes) {
      if (note.kind === 'seen') quiet.addSeen(note)
      else if (note.kind !== 'authorization' && note.kind !== 'act') quiet.addNote(note.kind, note.text)
    }
    const { element, stop } = createDiagnosedView(quiet, { words: zh, kitInPlace: () => inPlace })
    await new Promise((done) => setTimeout(done, 100))
    stop()
    expect(element.querySelector('[data-part=diagnoses]')?.textContent).toContain(named)
  })
})

describe('the page in two phones', () => {
  /** Reads what stands beside the phone of a run. */
  function textBeside(...runs: readonly SituationRun[]): string {
    const phones = createSituationPhones({
      words: zh,
      texts: phoneTexts.zh,
      theme: () => 'light',
      toList: () => undefined,
    })
    const title = { title: '', style: {} } as never
    const situation = runs[0]?.situation ?? 'success'
    const modes = runs.map(({ inPlace }) => inPlace)
    phones.draw({
      situation,
      modes,
      ran: runs.map((run) => ({ run, title })),
      isRunning: false,
      waits: () => '',
    })
    phones.stop()
    return phones.element.textContent || ''
  }

  it.each([
    ['failed', 'fail', '钱可能已经付出'],
    ['silent', 'silent', '钱可能已经付出'],
    ['c02', 'refused', '支付没有发起'],
  ] as const)('speaks of money in %s only if the page has paid', (situation, how, note) => {
    expect(textBeside(callOf('pay', how, { situation }))).toContain(note)
    const other = callOf('scanQRCode', how, { situation })
    expect(textBeside(other)).not.toContain(note)
    // It stands above both phones.
    expect(textBeside(other, callOf('pay', how, { situation, inPlace: true }))).not.toContain(note)
  })

  it('tell the cause of a run as soon as another run has ended without it', () => {
    const phones = createSituationPhones({
      words: zh,
      texts: phoneTexts.zh,
      theme: () => 'light',
      toList: () => undefined,
    })
    const draw = (...runs: readonly SituationRun[]) => {
      const ran = runs.map((run) => ({ run, title: { title: '', style: {} } as never }))
      phones.draw({ situation: 'success', modes: [false], ran, isRunning: true, waits: () => '' })
      return phones.element.textContent
    }
    const runs = [
      runOf({ situation: 'success', errors: ['boom'] }),
      runOf({ situation: 'c02', errors: ['boom'] }),
      runOf({ situation: 'failed' }),
    ]
    expect(draw(...runs.slice(0, 2))).not.toContain('记录：')
    expect(draw(...runs)).toContain('记录：boom')
    phones.stop()
  })

  it('says when the newest text went, and nothing of one that stays while the rest changes', () => {
    const texts = [[100, '请重试']] as const
    const beside = (...all: readonly (readonly [at: number, isNewestGone: boolean])[]) => {
      const looks = all.map(([at, isNewestGone]) => ({ at, isNewestGone, text: String(at), isDead: false }))
      return textBeside(callOf('pay', 'fail', { texts, views: looks }))
    }
    expect(beside([50, true], [200, false], [2600, true], [9000, true])).toContain('2.5 秒后消失')
    expect(beside([50, true], [200, false], [2600, false])).not.toContain('消失')
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

  it('says what every run of a mode has once, and the rest in its cell', () => {
    const runs = [
      runOf({ situation: 'success', errors: ['boom at 7'] }),
      runOf({ situation: 'c02', errors: ['boom at 12', 'bang'] }),
      runOf({ inPlace: true, errors: ['boom at 1'] }),
    ]
    const texts = phoneTexts.zh
    expect(commonText(runs, false, zh, texts, false)).toBe('保持原样，每次都有：boom at 7')
    expect(commonText(runs, false, zh, texts, true)).toBe('保持原样，到目前为止每次都有：boom at 7')
    // One run has nothing in common with others.
    expect(commonText(runs, true, zh, texts, false)).toBe('')
    const factsOf = (index: number) => runs[index] && cellText(runs[index], runs, zh, texts).facts
    expect(factsOf(0)).not.toContain('boom at 7')
    expect(factsOf(1)).toEqual(expect.arrayContaining(['bang']))
    expect(factsOf(2)).toContain('boom at 1')
  })

  it('says once that a payment was shown as failed: by the mark, not by its diagnosis too', () => {
    const run = callOf('pay', 'failed', { texts: [[9, '支付失败']] })
    const cell = cellText(run, [run], zh, phoneTexts.zh)
    expect(cell.marks).toEqual([phoneTexts.zh.marks['told-failed']])
    expect(cell.facts.join()).not.toContain('已经发出')
  })

  it('says what of the page kept real time', () => {
    const run = runOf({ realTime: ['WebSocket'] })
    expect(cellText(run, [run], zh, phoneTextsNow()).facts.join()).toContain('WebSocket')
  })

  it('is copied as tests, each situation with settings of its own', () => {
    const test = "import { expect, test } from 'upsdk-kit/playwright'\n\ntest('Shop', async () => {\n})\n"
    const text = testsOf([runOf({ test }), runOf({ inPlace: true, test })], zh)
    expect(text.match(/^import /gm)).toHaveLength(1)
    expect(text).toContain('test.describe("无权限（c02） · 换上 upsdk-kit", () => {')
  })
})
