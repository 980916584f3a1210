/** An answer comes from the settings, the developer at a sheet, a test that drives the wallet, or an example. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type AnswerSources, answerNow, answerToAuthorization } from '../../../wallet/page/answerer'
import {
  type Choice,
  createAsker,
  type Question,
  SHEET_AFTER,
  type ShownSheet,
} from '../../../wallet/page/asker'
import { connectToDriver } from '../../../wallet/page/driver'
import { exampleFor } from '../../../wallet/page/exampleFor'
import { createLog } from '../../../wallet/page/log'
import type { WalletSettings } from '../../../wallet/shared/walletSettings'
import { readAuthorization, WEB_AUTHORIZATION } from '../../../wallet/shared/webAuthorization'
import { type Answer, giveAnswer, type SettledAnswer } from '../../../wallet/simulator/answers'

/** Gets what native gives for an answer; undefined while it has not come. */
async function given(answer: Answer | undefined, params: unknown = {}): Promise<SettledAnswer | undefined> {
  let settled: SettledAnswer | undefined
  giveAnswer(answer, params, (one) => {
    settled = one
  })
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  return settled
}

describe('the developer', () => {
  interface Shown {
    question: Question
    choose(choice: Choice): void
    leaveAll(): void
    waiting: number[]
    isClosed: boolean
  }
  let shown: Shown[] = []
  let kept: unknown[] = []
  let chosen: unknown[] = []
  const asker = () =>
    createAsker({
      show(question, choose, leaveAll): ShownSheet {
        const sheet: Shown = { question, choose, leaveAll, waiting: [], isClosed: false }
        shown.push(sheet)
        return {
          setWaiting: (count) => void sheet.waiting.push(count),
          close: () => {
            sheet.isClosed = true
          },
        }
      },
      onChoice: ({ method }, { outcome }) => void chosen.push([method, outcome, shown[0]?.isClosed]),
      keep: (method, choice) => void kept.push([method, choice]),
    })
  /** Passes the time that native takes to show its sheet. */
  const sheetComes = () => vi.advanceTimersByTime(SHEET_AFTER)
  beforeEach(() => {
    vi.useFakeTimers()
    shown = []
    kept = []
    chosen = []
  })
  afterEach(() => vi.useRealTimers())

  it('with a code that comes before any sheet is a cancellation of this call, and the answer of the next ones', async () => {
    const { ask } = asker()
    const answer = ask({ method: 'pay', params: {} })
    await vi.advanceTimersByTimeAsync(SHEET_AFTER)
    shown[0]?.choose({ outcome: 'c02' })
    expect(await answer).toMatchObject({ kind: 'fail', failure: '01' })
    expect(kept).toEqual([['pay', { outcome: 'c02' }]])
  })

  it('sees a sheet after the time that the real wallet takes, so that a second tap reaches the page', () => {
    const { ask } = asker()
    void ask({ method: 'pay', params: 1 })
    vi.advanceTimersByTime(SHEET_AFTER - 1)
    void ask({ method: 'pay', params: 2 })
    expect(shown).toEqual([])
    vi.advanceTimersByTime(1)
    expect(shown.map(({ question }) => question.params)).toEqual([1])
    expect(shown[0]?.waiting).toEqual([1])
    // The second has its own time, also where the first is answered at once.
    shown[0]?.choose({ outcome: 'cancelled' })
    expect(shown).toHaveLength(1)
    sheetComes()
    expect(shown.map(({ question }) => question.params)).toEqual([1, 2])
  })

  it('who says “always” is heard before the call is answered and the next sheet comes', async () => {
    const order: unknown[] = []
    const { ask } = createAsker({
      show(question, choose): ShownSheet {
        order.push(`shown ${question.params}`)
        if (question.params === 1)
          void Promise.resolve().then(() => choose({ outcome: 'success', always: true }))
        return { setWaiting: () => undefined, close: () => undefined }
      },
      keep: (method) => void order.push(`kept ${method}`),
    })
    const first = ask({ method: 'pay', params: 1 }).then(() => order.push('answered'))
    void ask({ method: 'scanQRCode', params: 2 })
    sheetComes()
    await first
    expect(order).toEqual(['shown 1', 'kept pay', 'shown 2', 'answered'])
  })

  it('is asked for one call after the other, and told how many wait', async () => {
    const { ask } = asker()
    const answers = ['pay', 'scanQRCode', 'bioDetect'].map((method) => ask({ method, params: method }))
    sheetComes()
    expect(shown.map(({ question }) => question)).toMatchObject([{ method: 'pay', params: 'pay' }])
    expect(shown[0]?.waiting).toEqual([2])
    shown[0]?.choose({ outcome: 'cancelled' })
    expect(shown[0]?.isClosed).toBe(true)
    expect(shown[1]?.waiting).toEqual([1])
    shown[1]?.choose({ outcome: 'success', value: 'text' })
    shown[2]?.choose({ outcome: '94' })
    expect(shown).toHaveLength(3)
    expect(await Promise.all(answers)).toEqual([
      { kind: 'fail', failure: '01' },
      { kind: 'succeed', value: 'text' },
      { kind: 'fail', failure: '94' },
    ])
  })

  it('is in the log with each choice, before its sheet is closed', () => {
    void asker().ask({ method: 'pay', params: {} })
    sheetComes()
    shown[0]?.choose({ outcome: 'silent' })
    expect(chosen).toEqual([['pay', 'silent', false]])
  })

  it('is asked for the next call after a choice without a log', async () => {
    const { ask } = createAsker({
      show: (_question, choose) => {
        setTimeout(choose, 0, { outcome: 'silent' })
        return { setWaiting: () => undefined, close: () => undefined }
      },
      keep: () => undefined,
    })
    for (const _ of [1, 2]) {
      const answer = ask({ method: 'pay', params: {} })
      await vi.runAllTimersAsync()
      expect(await answer).toEqual({ kind: 'silent' })
    }
  })

  it('keeps an answer only if it is asked for', () => {
    const { ask } = asker()
    void ask({ method: 'pay', params: {} })
    void ask({ method: 'qrPay', params: {} })
    sheetComes()
    shown[0]?.choose({ outcome: 'silent', always: false })
    expect(kept).toEqual([])
    shown[1]?.choose({ outcome: 'silent', always: true })
    expect(kept).toEqual([['qrPay', { outcome: 'silent', always: true }]])
  })

  it('may leave all calls unanswered, and is asked again for later ones', async () => {
    const { ask } = asker()
    const answers = ['pay', 'scanQRCode'].map((method) => ask({ method, params: {} }))
    sheetComes()
    shown[0]?.leaveAll()
    expect(await Promise.all(answers)).toEqual([{ kind: 'silent' }, { kind: 'silent' }])
    expect(shown.map(({ isClosed }) => isClosed)).toEqual([true])
    void ask({ method: 'qrPay', params: {} })
    sheetComes()
    expect(shown[1]?.question.method).toBe('qrPay')
  })
})

describe('the answer to a call', () => {
  const asked: Question[] = []
  const sources = (isAsking: boolean): AnswerSources => ({
    isAsking: () => isAsking,
    asker: {
      ask: (question) => {
        asked.push(question)
        return Promise.resolve({ kind: 'silent' })
      },
    },
    exampleOf: (method, params) => ({ example: method, params }),
  })
  const now = (method: string, settings: WalletSettings, isAsking = true) =>
    given(answerNow(method, settings, sources(isAsking)), 'params')
  beforeEach(() => {
    asked.length = 0
  })

  it.each<[string, WalletSettings, SettledAnswer]>([
    ['a code', { answers: { pay: 'c02' } }, { kind: 'fail', failure: 'c02' }],
    ['silence', { answers: { pay: 'silent' } }, { kind: 'silent' }],
    [
      'a success, which has the example',
      { answers: { pay: 'success' } },
      { kind: 'succeed', value: { example: 'pay', params: 'params' } },
    ],
    ['a value', { results: { pay: 'value' } }, { kind: 'succeed', value: 'value' }],
    ['no value', { results: { pay: undefined } }, { kind: 'succeed', value: undefined }],
    [
      'a code beside a value',
      { answers: { pay: '94' }, results: { pay: 'value' } },
      { kind: 'fail', failure: '94' },
    ],
  ])('is %s where the settings say so, and nobody is asked', async (_what, settings, expected) => {
    expect(await now('pay', settings)).toEqual(expected)
    expect(asked).toEqual([])
  })

  it('comes from the developer, who gets the parameters', async () => {
    expect(await now('pay', { answers: { qrPay: 'c02' } })).toEqual({ kind: 'silent' })
    expect(asked).toEqual([{ method: 'pay', params: 'params' }])
  })

  it('is the example if nobody is asked', async () => {
    expect(await now('pay', {}, false)).toEqual({
      kind: 'succeed',
      value: { example: 'pay', params: 'params' },
    })
    expect(asked).toEqual([])
  })

  it('is the simulator’s own where the real wallet asks nobody', () => {
    expect(answerNow('getLocationCity', {}, sources(true))).toBe(undefined)
  })

  const authorization = (scope: string, settings: WalletSettings) =>
    given(
      answerToAuthorization(
        readAuthorization(`https://open.95516.com/s/open/html/oauth.html?scope=${scope}`),
        settings,
        sources(true),
      ),
    )

  it('comes for a web authorization from the developer, if its scope asks somebody', async () => {
    expect(await authorization('upapi_mobile', {})).toEqual({ kind: 'silent' })
    expect(asked).toMatchObject([{ method: WEB_AUTHORIZATION }])
    expect(
      await authorization('upapi_mobile', { answers: { [WEB_AUTHORIZATION]: 'cancelled' } }),
    ).toMatchObject({ kind: 'fail' })
  })

  it('comes for a web authorization that asks nobody from the settings, unless they refuse', async () => {
    expect(await authorization('upapi_base', {})).toMatchObject({ kind: 'succeed' })
    expect(
      await authorization('upapi_base', { answers: { [WEB_AUTHORIZATION]: 'cancelled' } }),
    ).toMatchObject({
      kind: 'succeed',
    })
    expect(await authorization('upapi_base', { answers: { [WEB_AUTHORIZATION]: 'silent' } })).toEqual({
      kind: 'silent',
    })
    expect(asked).toEqual([])
  })
})

describe('an example', () => {
  it('is made for a web authorization and a config too, and says if no document names its fields', () => {
    expect(exampleFor(WEB_AUTHORIZATION, {})).toMatchObject({
      value: { code: expect.stringMatching(/^example/) },
      invented: false,
    })
    expect(exampleFor('config', {})).toEqual({ value: { jsApiList: [] }, invented: false })
    expect(exampleFor('noSuchMethod', {})).toEqual({ value: undefined, invented: false })
    expect(exampleFor('scanQRCode', {})).toMatchObject({ invented: false, value: expect.any(String) })
  })
})

describe('a test that drives the wallet', () => {
  const NAME = 'testDriver'
  let sent: Record<string, unknown>[] = []
  let reply = ''
  const drive = (log = createLog()) => {
    Object.assign(window, {
      [NAME]: (message: string) => {
        sent.push(JSON.parse(message) as Record<string, unknown>)
        return Promise.resolve(reply)
      },
    })
    return connectToDriver(NAME, log)
  }
  beforeEach(() => {
    sent = []
    reply = ''
  })
  afterEach(() => {
    vi.restoreAllMocks()
    Reflect.deleteProperty(window, NAME)
  })
  const answered = (method: string, value: unknown, text: string) => {
    reply = text
    return given(drive().answerTo(method, 'params', { exampleOf: () => value }))
  }

  it('is asked for each answer, with the name of the method', async () => {
    await answered('pay', undefined, '{"outcome":"cancelled"}')
    expect(sent).toEqual([{ type: 'ask', method: 'pay' }])
  })

  it.each([
    ['a failure', '{"outcome":"94"}', { kind: 'fail', failure: '94' }],
    ['a success with a value', '{"outcome":"success","value":1}', { kind: 'succeed', value: 1 }],
    ['a success with null', '{"outcome":"success","value":null}', { kind: 'succeed', value: null }],
    ['a success, which has the example', '{"outcome":"success"}', { kind: 'succeed', value: 'example' }],
    ['nothing, which is the example', '', { kind: 'succeed', value: 'example' }],
    ['silence', '{"outcome":"silent","value":1}', { kind: 'silent' }],
  ])('may answer %s', async (_what, text, expected) => {
    expect(await answered('scanQRCode', 'example', text)).toEqual(expected)
  })

  it('leaves a method without an example to the simulator’s usual answer', async () => {
    const usual = await answered('getScreenBrightness', undefined, '')
    expect(usual).toMatchObject({ kind: 'succeed' })
    expect(await answered('noSuchMethod', undefined, '')).toEqual({ kind: 'succeed', value: undefined })
  })

  it('hears each step once, each mark and each note, of one document', () => {
    const log = createLog()
    drive(log)
    log.addRaw({ id: 7, method: 'pay', at: 1, type: 'reached', params: { tn: '1' } })
    log.markOutcome('pay', 'silent')
    log.addSeen({ by: 'page', form: 'text', message: 'text' })
    log.clear()
    const call = { id: 1, method: 'pay', at: 1, by: 'bridge' }
    const at = expect.any(Number) as number
    const items = [
      {
        call,
        step: { from: 'upsdk', id: 7, method: 'pay', at: 1, type: 'reached', params: { tn: '1' } },
      },
      { call, step: { from: 'client', at, type: 'chosen', outcome: 'silent' } },
      { note: { at, kind: 'seen', by: 'page', form: 'text', message: 'text' } },
    ]
    const document = { id: expect.stringMatching(/^[a-z\d]{5,}$/) as string, startedAt: at }
    expect(sent).toEqual(items.map((item) => ({ type: 'log', document, items: [item] })))
  })
})
