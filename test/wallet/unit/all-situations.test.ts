/** A run’s result says what a page did in a situation, and the table lists all of them. */
import { describe, expect, it } from 'vitest'
import { createLog } from '../../../wallet/page/log'
import { resultOf, type SituationRun } from '../../../wallet/phone/runResult'
import { cellText, tableAsMarkdown, testsOf } from '../../../wallet/phone/situationsTable'
import { phoneTextsNow } from '../../../wallet/phone/texts'
import type { LogNote, SeenText } from '../../../wallet/shared/log'
import { createDiagnosedView } from '../../../wallet/view/diagnoses/view'
import { zh } from '../../../wallet/view/texts/zh'
import { ofPage } from '../../support/seenTexts'

interface Given extends Partial<SituationRun> {
  payments?: readonly { value: unknown; how: 'success' | 'fail'; told?: boolean; tn?: string }[]
  seen?: readonly (string | SeenText)[]
  errors?: readonly string[]
  /** Texts that the user saw, with their times in ms. */
  texts?: readonly (readonly [at: number, text: string])[]
}

function runOf({ payments = [], seen = [], errors = [], ...rest }: Given): SituationRun {
  const log = createLog()
  payments.forEach(({ value, how, told = true, tn = '1' }, index) => {
    const id = index + 1
    const at = index * 10
    log.addRaw({ id, method: 'pay', at, type: 'reached', params: { tn } })
    log.addRaw({ id, method: 'pay', at: at + 1, type: 'answered', how, value })
    if (told) log.addRaw({ id, method: 'pay', at: at + 2, type: 'told', callback: how, value })
  })
  for (const text of seen) log.addSeen(typeof text === 'string' ? ofPage(text) : text)
  for (const text of errors) log.addNote('error', text)
  const usual = {
    end: 'done',
    detail: '',
    took: 4200,
    hasMore: false,
    routes: [],
    content: [],
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
const REFUSED = { value: { code: 'c02', msg: 'no' }, how: 'fail' } as const

describe('the result of a run in a situation', () => {
  it('is marked if a failure came and the page neither showed, ran nor changed anything', () => {
    const unheard = { payments: [{ ...REFUSED, told: false }] }
    expect(resultOf(runOf(unheard)).marks).toEqual(['unheard'])
    expect(resultOf(runOf({ ...unheard, seen: ['暂时无法支付'] })).marks).toEqual([])
    expect(resultOf(runOf({ ...unheard, routes: LEFT_AFTER })).marks).toEqual([])
    expect(resultOf(runOf({ payments: [REFUSED], seen: ['暂时无法支付'] })).marks).toEqual([])
  })

  it('is marked if upsdk is not there, so that the page throws', () => {
    expect(
      resultOf(runOf({ situation: 'sdk-missing', errors: ['Uncaught TypeError: upsdk is undefined'] })).marks,
    ).toEqual(['unheard'])
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
    expect(resultOf(runOf({ payments: [REFUSED, paid], seen: ['请重试'] })).marks).toEqual([])
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
    expect(resultOf(runOf({ situation: 'config-refused', payments: [REFUSED] })).isReached).toBe(false)
    expect(resultOf(runOf({ situation: 'c02', payments: [REFUSED] })).isReached).toBe(true)
    expect(resultOf(runOf({ situation: 'outside' })).isReached).toBe(true)
  })
})

type Raw = Parameters<ReturnType<typeof createLog>['addRaw']>[0]

/** A run of a page that calls a method: its steps, and what the user saw, each at its time in ms. */
function callOf(method: string, how: 'success' | 'fail' | 'silent' | 'dropped', more: Partial<Given> = {}) {
  const log = createLog()
  const step = { id: 1, method }
  const facts = { params: {}, callbacks: ['success'], asyncCallbacks: [] }
  const through = how === 'dropped' ? 'placeholder' : 'method'
  const state = how === 'dropped' ? 'waiting for the bridge' : 'open'
  log.addRaw({ ...step, ...facts, at: 1, type: 'called', through, state } as Raw)
  if (how !== 'dropped') log.addRaw({ ...step, at: 2, type: 'reached', params: {} })
  if (how === 'success' || how === 'fail') {
    log.addRaw({ ...step, at: 3, type: 'answered', how, value: how === 'fail' ? { code: 'c02' } : {} })
    log.addRaw({ ...step, at: 4, type: 'told', callback: how, value: {} })
  }
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
/** A run whose payment fails at 3 ms, and in which the page makes another call at its time. */
function closesItself(method: string, at: number): SituationRun {
  const { log, ...run } = callOf('pay', 'fail')
  const other = createLog()
  other.addRaw({ id: 1, method, at, type: 'reached', params: {} })
  const entries = [...log.entries, ...other.entries.map((entry) => ({ ...entry, id: 2 }))]
  return { ...run, log: { ...log, entries } }
}
/** A run in which the page made no call. */
const nothing = (more: Partial<Given>): SituationRun => {
  const texts = (more.texts || []).map(([at, text]): LogNote => ({ kind: 'seen', at, ...ofPage(text) }))
  const log = createLog()
  return runOf({ situation: 'outside', ...more, log: { ...log, notes: texts } })
}
const successOf = (content: readonly string[], errors: readonly string[] = []) =>
  callOf('pay', 'success', { situation: 'success', content, errors })

describe('a mark of the table', () => {
  it.each<[what: string, run: SituationRun, marks: readonly string[], success?: SituationRun]>([
    ['a payment without an answer, and without a word', callOf('pay', 'silent'), ['unanswered']],
    ['the same with a word', callOf('pay', 'silent', { seen: ['支付中'] }), []],
    ['the same on another route', callOf('pay', 'silent', { routes: LEFT_AFTER }), []],
    [
      'the same that had come from another route',
      callOf('pay', 'silent', { routes: LEFT_BEFORE }),
      ['unanswered'],
    ],
    [
      'a failure on a route that the page came to before',
      callOf('pay', 'fail', { routes: LEFT_BEFORE }),
      ['unheard'],
    ],
    [
      'a failure without a word, after a text that said that the page waits',
      callOf('pay', 'fail', { texts: [[2, '支付中…']] }),
      ['unheard'],
    ],
    ['a payment that was lost before the bridge', callOf('pay', 'dropped'), ['unheard']],
    ['a refused authorization, of which only a callback ran', callOf('appletAuth', 'fail'), ['unheard']],
    [
      'a tap that waits for upsdk for ever, without a word',
      callOf('pluginReady', 'dropped', { situation: 'bridge-never', loadedTo: 0 }),
      ['unheard'],
    ],
    [
      'the same with a word',
      callOf('pluginReady', 'dropped', { situation: 'bridge-never', loadedTo: 0, seen: ['请稍后再试'] }),
      [],
    ],
    [
      'a page that waits for upsdk from its start, where nobody has acted',
      callOf('pluginReady', 'dropped', { situation: 'bridge-never' }),
      [],
    ],
    [
      'the same before a tap',
      callOf('pluginReady', 'dropped', { situation: 'bridge-never', loadedTo: 1 }),
      [],
    ],
    [
      'a failure after which the page says for ever that it loads',
      callOf('pay', 'fail', {
        texts: [
          [9, '加载中…'],
          [12, 'Loading...'],
        ],
      }),
      ['unheard'],
    ],
    [
      'a failure after which it says what it loads',
      callOf('pay', 'fail', { texts: [[9, '正在查询支付结果']] }),
      [],
    ],
    ['a failure after which the page closes itself', closesItself('closeWebApp', 6), []],
    ['a failure after which it opens another page of the wallet', closesItself('openRNPage', 6), []],
    ['a failure after which it reads something', closesItself('getSystemInfo', 6), ['unheard']],
    ['a failure after it has opened another page', closesItself('openRNPage', 1), ['unheard']],
    ['a title bar that failed', callOf('setNavigationBarTitle', 'fail'), []],
    ['a title bar that was lost', callOf('setNavigationBarTitle', 'dropped'), []],
    ['a log event without an answer', callOf('appletLogEvent', 'silent'), []],
    [
      'a failure on a page that counts the time that is left',
      callOf('pay', 'fail', {
        texts: [
          [1, '14:59'],
          [1001, '14:58'],
          [2002, '14:57'],
        ],
      }),
      ['unheard'],
    ],
    [
      'the same with a word',
      callOf('pay', 'fail', {
        texts: [
          [1, '14:59'],
          [1001, '14:58'],
          [1002, '订单 12 没有付款'],
        ],
      }),
      [],
    ],
    [
      'a tap that does nothing, where it pays if all goes well',
      nothing({ loadedTo: 0 }),
      ['unheard'],
      successOf([]),
    ],
    ['the same with a word', nothing({ loadedTo: 0, texts: [[5, '请用云闪付打开']] }), [], successOf([])],
    [
      'the same with a word that stands there from the start',
      nothing({ loadedTo: 0, content: ['请用云闪付打开'] }),
      [],
      successOf([]),
    ],
    ['the same on another route', nothing({ loadedTo: 0, routes: LEFT_AFTER }), [], successOf([])],
    [
      'a button that cannot be tapped, which the cell says',
      nothing({ loadedTo: 0, end: 'disabled' }),
      [],
      successOf([]),
    ],
    [
      'the same where it asks at its load alone',
      nothing({ loadedTo: 0 }),
      [],
      { ...successOf([]), loadedTo: 1 },
    ],
    ['a page that nobody has acted on', nothing({}), [], successOf([])],
    [
      'a tap that does nothing where all goes well, too',
      nothing({ loadedTo: 0 }),
      [],
      nothing({ situation: 'success' }),
    ],
    ['a share, which never answers', callOf('showSharePopup', 'silent'), []],
    ['a run that was stopped before the answer', callOf('pay', 'silent', { end: 'stopped' }), []],
    [
      'a text at the start that the success lacks, as a word',
      callOf('pay', 'dropped', { situation: 'outside', content: ['购物', '请在微信、支付宝中访问'] }),
      [],
      successOf(['购物']),
    ],
    [
      'a text at the start that the success has too, with another number',
      callOf('pay', 'dropped', { situation: 'outside', content: ['还剩 12 件'] }),
      ['unheard'],
      successOf(['还剩 7 件']),
    ],
    [
      'a payment that was made, where something else failed',
      callOf('pay', 'success', { seen: ['支付成功，积分领取失败', '如支付失败，款项将原路退回'] }),
      [],
    ],
    [
      'a payment that was made and said so, where something else failed in a text of its own',
      callOf('pay', 'success', { seen: ['支付成功', '积分领取失败'] }),
      [],
    ],
    [
      'a payment that was made, where a text alone says that something failed',
      callOf('pay', 'success', { seen: ['查询失败'] }),
      ['told-failed'],
    ],
    [
      'a payment that was made, told as both',
      callOf('pay', 'success', { seen: ['支付成功', '支付失败'] }),
      ['told-failed'],
    ],
    [
      'a payment that was made, whose result page says from its start that it failed, as in the success',
      callOf('pay', 'success', { texts: [[900, '支付失败']], content: ['支付失败'] }),
      ['told-failed'],
      successOf(['支付失败']),
    ],
    [
      'a payment that was made, told as not successful',
      callOf('pay', 'success', { seen: ['支付不成功'] }),
      ['told-failed'],
    ],
    ['an error that the page did not catch', callOf('pay', 'success', { errors: ['boom'] }), ['unheard']],
    [
      'an error that the success has too',
      callOf('pay', 'success', { errors: ['boom at 12'] }),
      [],
      successOf([], ['boom at 7']),
    ],
    ['upsdk is not defined', callOf('pay', 'success', { seen: ['upsdk is not defined'] }), ['raw-text']],
    ['code undefined', callOf('pay', 'success', { seen: ['code undefined'] }), ['raw-text']],
    [
      'a text that only looks like one of ours',
      callOf('pay', 'success', { seen: ['order-no: 12', 'toast: ok'] }),
      [],
    ],
    ['a text about the failure before the payment', callOf('pay', 'success', { seen: [] }), []],
    ['a refused config on a page without one', callOf('pay', 'silent', { situation: 'config-refused' }), []],
    ['a web authorization that was cancelled', authorization('cancelled', 'cancelled'), []],
    ['a web authorization that was refused', authorization('failed', 'c02'), ['unheard']],
    ['a web authorization without an end', authorization('silent', 'silent'), ['unanswered']],
  ])('%s', (_what, run, marks, success) => {
    expect(resultOf(run, success).marks).toEqual(marks)
  })

  it('names a text once that stood there from the start', () => {
    const run = callOf('pay', 'success', { texts: [[900, '支付失败']], content: ['支付失败'] })
    expect(resultOf(run, successOf([])).seen.map(({ message }) => message)).toEqual(['支付失败'])
  })

  it('is in a web authorization’s cell as in a call’s', () => {
    const result = resultOf(authorization('cancelled', 'cancelled'))
    expect(result).toMatchObject({ isReached: true, callbacks: ['oauth.html: cancelled'] })
  })

  it.each([
    ['an error', callOf('pay', 'success', { errors: ['boom'] }), '未处理的异常 1 个'],
    ['raw text', callOf('pay', 'success', { seen: ['code undefined'] }), '原始报错 1 段'],
  ])('stands beside a log that names %s', async (_what, { log, inPlace }, named) => {
    // Nothing is wrong with the calls themselves.
    const quiet = createLog()
    for (const note of log.notes) {
      if (note.kind === 'seen') quiet.addSeen(note)
      else if (note.kind !== 'authorization') quiet.addNote(note.kind, note.text)
    }
    const { element, stop } = createDiagnosedView(quiet, { words: zh, kitInPlace: () => inPlace })
    await new Promise((done) => setTimeout(done, 100))
    stop()
    expect(element.querySelector('[data-part=diagnoses]')?.textContent).toContain(named)
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

  it.each([
    ['did nothing', callOf('pay', 'silent', { hasMore: true }), true],
    ['did nothing, and waits for nothing', callOf('pay', 'silent', {}), false],
    [
      'did nothing, with the timers of the kit',
      callOf('pay', 'silent', { hasMore: true, inPlace: true }),
      false,
    ],
    ['has said something', callOf('pay', 'silent', { hasMore: true, seen: ['支付中'] }), false],
  ])('says that timers were not waited for, of a page that %s', (_what, run, isSaid) => {
    const texts = phoneTextsNow()
    expect(cellText(run, [run], zh, texts).facts.includes(texts.hasMore)).toBe(isSaid)
  })

  it('is copied as tests, each situation with settings of its own', () => {
    const test = "import { expect, test } from 'upsdk-kit/playwright'\n\ntest('Shop', async () => {\n})\n"
    const text = testsOf([runOf({ test }), runOf({ inPlace: true, test })], zh)
    expect(text.match(/^import /gm)).toHaveLength(1)
    expect(text).toContain('test.describe("无权限（c02） · 换上 upsdk-kit", () => {')
  })
})
