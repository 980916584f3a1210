/** The rows of the log: under the tap that led to them, oldest first, repeats in one, with duration and parameter. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog, type Log } from '../../../wallet/page/log'
import { isEntry } from '../../../wallet/shared/log'
import { createLogReceiver } from '../../../wallet/shared/logReceiver'
import { createDiagnosedView } from '../../../wallet/view/diagnoses/view'
import type { LogRecord } from '../../../wallet/view/logRows'
import { createLogView, type LogView } from '../../../wallet/view/logView'
import { en } from '../../../wallet/view/texts/en'
import { placeOnScreen } from '../../support/onScreen'
import { putBack } from '../../support/putBack'

let log: Log
let view: LogView
let ids = 0
const drawn = () => vi.advanceTimersToNextFrame()
const rows = () => [...view.element.querySelectorAll<HTMLElement>('.entry')]
const taps = () => [...view.element.querySelectorAll('.tap h2')].map(({ textContent }) => textContent)
const textsOf = (part: string) =>
  rows().map((row) => row.querySelector(`[data-part=${part}]`)?.textContent || '')

beforeEach(() => {
  vi.useFakeTimers()
  placeOnScreen()
  log = createLog()
  view = createLogView(log, { words: en })
  document.body.appendChild(view.element)
})
afterEach(() => {
  view.stop()
  document.body.replaceChildren()
  vi.useRealTimers()
  putBack()
})

function call(method: string, params: unknown = {}, at = ids): number {
  const id = ++ids
  const facts = { through: 'method', state: 'open', callbacks: [], asyncCallbacks: [] } as const
  log.addRaw({ id, method, at, type: 'called', params, ...facts })
  log.addRaw({ id, method, at, type: 'reached', params })
  return id
}
const answer = (id: number, method: string, at: number, how: 'success' | 'fail' = 'success') =>
  log.addRaw({ id, method, at, type: 'answered', how, value: undefined })

it('has a row that is searched for under its tap, and no tap without such a row', () => {
  view.stop()
  const isShown = (one: LogRecord) => isEntry(one) && one.method === 'pay'
  view = createLogView(log, { words: en, isShown })
  document.body.replaceChildren(view.element)
  call('setTitleStyle', {}, 10)
  for (const [at, name, method] of [
    [100, 'Pay', 'pay'],
    [200, 'Scan', 'scanQRCode'],
  ] as const) {
    log.addAct({ at, kind: 'click', locator: { by: 'text', name } })
    call(method, {}, at + 1)
  }
  drawn()
  expect(taps()).toEqual(['Tap on “Pay”'])
})

describe('a heading of the log', () => {
  const called = (method: string) =>
    ({
      call: { id: 1, method, at: 90, by: 'page' },
      step: { from: 'upsdk', id: 1, method, at: 90, type: 'reached', params: {} },
    }) as const
  const note = (at: number, message: string) =>
    ({ note: { kind: 'seen', at, by: 'page', form: 'text', message } }) as const

  it('says that the next page was opened at its first sign of it, not at its first call', () => {
    view.stop()
    const received = createLogReceiver()
    view = createLogView(received, { words: en })
    document.body.replaceChildren(view.element)
    received.take({ type: 'log', document: { id: 'a', startedAt: 0 }, items: [called('pay')] })
    const next = { id: 'b', startedAt: 1000 }
    received.take({ type: 'log', document: next, items: [note(50, 'not paid'), called('setTitleStyle')] })
    // A frame in it is no next page.
    const frame = { id: 'c', startedAt: 3000, isFrame: true } as const
    received.take({ type: 'log', document: frame, items: [note(10, 'in a frame'), called('saveData')] })
    drawn()
    expect([...view.element.querySelectorAll('.tap')].map(({ textContent }) => textContent)).toEqual([
      '0.00 sPage opened1 call',
      '1.05 sNext page opened2 calls',
    ])
  })
})

describe('a row of the log', () => {
  it('stands once for the same call of a tap, with its count, and lists each once it is open', () => {
    for (let at = 0; at < 3; at++) call('logEvent', { eventId: 'view' }, at * 1000)
    drawn()
    expect(textsOf('times')).toEqual(['×3'])
    expect(rows()[0]?.dataset.count).toBe('3')
    rows()[0]?.querySelector('button')?.click()
    // They went alike.
    expect(rows()[0]?.querySelectorAll('.opened > p')).toHaveLength(3)
    expect(rows()[0]?.querySelectorAll('.steps')).toHaveLength(1)
  })

  it('says how many of its calls have no answer, if others have', () => {
    call('saveData', { key: 'a' }, 0)
    answer(call('saveData', { key: 'a' }, 20), 'saveData', 30)
    drawn()
    expect(rows()[0]?.querySelector('.status')?.textContent).toBe('waiting 1/2')
  })

  it('says how many of its calls failed, if others did not', () => {
    answer(call('saveData', { key: 'a' }, 0), 'saveData', 10, 'fail')
    answer(call('saveData', { key: 'a' }, 20), 'saveData', 30)
    drawn()
    expect(textsOf('times')).toEqual(['×2'])
    expect(rows()[0]?.querySelector('.status')?.textContent).toMatch(/^failed.*1\/2$/)
    answer(call('saveData', { key: 'a' }, 40), 'saveData', 50)
    drawn()
    expect(rows()[0]?.querySelector('.status')?.textContent).toBe('failed 1/3')
    rows()[0]?.querySelector('button')?.click()
    expect(rows()[0]?.querySelectorAll('.steps')).toHaveLength(2)
  })

  it.each([
    ['another parameter', () => call('logEvent', { eventId: 'tap' })],
    ['another method', () => call('saveData', { key: 'view' })],
  ])('is one of its own for %s', (_, other) => {
    call('logEvent', { eventId: 'view' })
    other()
    call('logEvent', { eventId: 'view' })
    drawn()
    expect(rows()).toHaveLength(2)
  })

  const TOAST = { by: 'wallet', form: 'toast' } as const
  const toast = (msg: string) => {
    call('showFlashInfo', { msg }, performance.now())
    log.addSeen({ ...TOAST, message: msg })
  }

  it('stands once for a run of calls that get no answer, and for their toasts, and lists each value', () => {
    for (const msg of ['1 left', '2 left', '3 left']) toast(msg)
    drawn()
    expect(rows().map(({ dataset }) => dataset.count)).toEqual(['3', '3'])
    expect(textsOf('parameter')[0]).toBe('1 left … 3 left')
    expect(textsOf('text')[1]).toBe('The user saw (UnionPay App toast): 1 left … 3 left')
    for (const row of rows()) row.querySelector('button')?.click()
    for (const row of rows())
      expect([...row.querySelectorAll('.opened > p')].map(({ textContent }) => textContent)).toEqual(
        ['1', '2', '3'].map((left) => expect.stringContaining(`${left} left`)),
      )
  })

  it.each<[string, () => void, number]>([
    ['another call', () => void call('vibrate', {}, performance.now()), 5],
    ['an error', () => log.addNote('error', 'x is not defined'), 5],
    ['a dialog', () => log.addSeen({ by: 'page', form: 'confirm', message: 'Go on?', answer: true }), 5],
    ['a text, which came of the calls', () => log.addSeen({ by: 'page', form: 'text', message: 'Sum' }), 4],
  ])('a run of calls or of toasts ends with %s', (_, between, count) => {
    toast('1 left')
    vi.advanceTimersByTime(50)
    between()
    vi.advanceTimersByTime(50)
    toast('2 left')
    drawn()
    expect(rows()).toHaveLength(count)
  })

  it('a run has no call that went otherwise, none that the user acts at, and none that gets an answer', () => {
    for (const title of ['a', 'b']) call('setNavigationBarTitle', { title })
    const id = ++ids
    log.addRaw({ id, method: 'setNavigationBarTitle', at: id, type: 'threw', by: 'upsdk', error: 'no' })
    for (const title of ['c', 'd']) call('setNavigationBarTitle', { title })
    for (const tn of ['1', '2']) call('pay', { tn })
    for (const key of ['a', 'b']) call('getData', { key })
    drawn()
    expect(rows().map(({ dataset: { method, count } }) => `${method} ${count || ''}`)).toEqual([
      'setNavigationBarTitle 2',
      'setNavigationBarTitle ',
      'setNavigationBarTitle 2',
      'pay ',
      'pay ',
      'getData ',
      'getData ',
    ])
  })

  it('says the outcome of the call that failed, whichever of its calls did', () => {
    const [first, second] = [call('logEvent', { eventId: 'view' }), call('logEvent', { eventId: 'view' })]
    drawn()
    const [row] = rows()
    answer(first, 'logEvent', 9, 'fail')
    answer(second, 'logEvent', 10)
    drawn()
    expect(rows()).toEqual([row])
    expect(row?.dataset.status).toBe('failure')
  })

  it('stands below the tap that led to it, the oldest first', () => {
    call('logEvent', { eventId: 'view' }, 1)
    vi.advanceTimersByTime(50)
    const at = performance.now()
    log.addAct({ at: performance.now(), kind: 'click', locator: { by: 'role', role: 'button', name: 'Pay' } })
    call('pay', { tn: '1' }, at)
    drawn()
    expect(taps()).toEqual([en.loaded, en.didOn.click('Pay')])
    expect(rows().map(({ dataset }) => dataset.method)).toEqual(['logEvent', 'pay'])
  })

  it.each(['pay', 'scanQRCode'])(
    'is one of its own for each %s, and for what the user saw after it',
    (method) => {
      for (let time = 0; time < 2; time++) {
        call(method, { tn: '1' }, performance.now())
        for (let count = 0; count < 2; count++)
          log.addSeen({ by: 'page', form: 'alert', message: 'not paid' })
        vi.advanceTimersByTime(50)
      }
      drawn()
      expect(rows().map(({ dataset: { method, note, count } }) => [method || note, count])).toEqual([
        [method, undefined],
        ['seen', '2'],
        [method, undefined],
        ['seen', '2'],
      ])
    },
  )

  it('stands once for calls and texts that take turns in one tap; each tap has its heading', () => {
    const scan = () => {
      call('vibrate', {}, performance.now())
      log.addSeen({ by: 'wallet', form: 'toast', message: 'table/7' })
    }
    for (const name of ['Scan', 'Scan', 'Scan', 'Home', 'Scan']) {
      vi.advanceTimersByTime(50)
      log.addAct({ at: performance.now(), kind: 'click', locator: { by: 'text', name } })
      if (name === 'Scan') for (let count = 0; count < 2; count++) scan()
    }
    drawn()
    const scans = en.didOn.click('Scan')
    expect(taps()).toEqual([scans, scans, scans, en.didOn.click('Home'), scans])
    expect(rows().map(({ dataset }) => dataset.count)).toEqual(Array(8).fill('2'))
  })

  it('is one of its own for a text that comes again after another, with the answer that it got', () => {
    for (const [message, answer] of [
      ['Pay?', false],
      ['Later?', true],
      ['Later?', true],
      ['Pay?', true],
    ] as const)
      log.addSeen({ by: 'page', form: 'confirm', message, answer })
    log.addSeen({ by: 'page', form: 'prompt', message: 'How much?', answer: '12' })
    drawn()
    expect(textsOf('text')).toEqual([
      'The user saw (confirm): Pay? → Cancel',
      'The user saw (confirm): Later? → OK',
      'The user saw (confirm): Pay? → OK',
      'The user saw (prompt): How much? → 12',
    ])
  })

  it('counts the same error of the page, lists the first texts that the user saw, and counts the others', () => {
    log.addNote('error', 'x is not defined')
    log.addNote('error', 'x is not defined')
    for (const message of ['a', 'b', 'c', 'd', 'e']) log.addSeen({ by: 'page', form: 'text', message })
    drawn()
    expect(textsOf('times')).toEqual(['×2', '', '', '', ''])
    expect(textsOf('text').pop()).toBe(en.moreTexts(2, en.userSaw('', 'd … e')))
  })

  it('has a row of its own for the same text after the row of another call', () => {
    const toast = { by: 'wallet', form: 'toast', message: 'Saved' } as const
    log.addSeen(toast, 1)
    log.addSeen(toast, 2)
    log.addRaw({ id: 900, method: 'vibrate', at: 3, type: 'reached', params: {} })
    log.addSeen(toast, 4)
    drawn()
    expect(textsOf('times')).toEqual(['×2', '', ''])
    expect(textsOf('text').map((text) => text?.includes('Saved'))).toEqual([true, false, true])
  })

  it('stands once for texts that differ in digits alone, until another text comes', () => {
    const show = (message: string) => log.addSeen({ by: 'page', form: 'text', message })
    for (const sum of [5, 10]) show(`Sum: ${sum}`)
    show('Saved')
    for (const sum of [50, 100]) show(`Sum: ${sum}`)
    drawn()
    expect(textsOf('times')).toEqual(['×2', '', '×2'])
    expect(textsOf('text')).toEqual([
      en.userSaw('', 'Sum: 5 … Sum: 10'),
      en.userSaw('', 'Saved'),
      en.userSaw('', 'Sum: 50 … Sum: 100'),
    ])
  })

  it('stands once in a page for a text that counts, whatever comes between', () => {
    const show = (message: string) => log.addSeen({ by: 'page', form: 'text', message })
    for (const seconds of [9, 8, 7]) show(`${seconds} s left`)
    show('Not paid')
    show('6 s left')
    vi.advanceTimersByTime(50)
    log.addAct({ at: performance.now(), kind: 'click', locator: { by: 'text', name: 'Again' } })
    show('5 s left')
    show('Paid')
    for (const seconds of [4, 3]) show(`${seconds} s left`)
    drawn()
    expect(textsOf('text')).toEqual([
      en.userSaw('', '9 s left … 3 s left'),
      en.userSaw('', 'Not paid'),
      en.userSaw('', 'Paid'),
    ])
    expect(textsOf('times')).toEqual(['×7', '', ''])
  })

  it.each([
    ['pay', { tn: '2018' }, 'tn: 2018'],
    ['pay', { tn: '201811290000001863062' }, 'tn: 201811290000001863062'],
    ['setNavigationBarTitle', { title: 'My  orders' }, 'title: My orders'],
    ['setNavigationBarTitle', 'My orders', 'My orders'],
    ['saveData', { value: 'b', key: 'a' }, 'key: a'],
    ['setTitleStyle', { backBtnVisible: 0 }, 'backBtnVisible: 0'],
    ['vibrate', {}, ''],
    ['pluginReady', () => undefined, ''],
    ['onCompassChange', { callback: () => undefined }, ''],
    ['vibrate', undefined, ''],
    ['saveData', { key: 'abcdefghijklmnopqrstuvwxyz0123456789' }, 'key: abcdef…'],
    ['showFlashInfo', { msg: 'a b '.repeat(50) }, `msg: ${'a b '.repeat(10)}…`],
    ['sendRequest', { data: { a: 1 }, list: [1] }, ''],
    ['scanQRCode', { needResult: 1, scanType: ['qrCode', 'barCode'] }, 'scanType: qrCode, barCode'],
    ['appletAuth', { appId: 'a5949221470c4059b9b0b45a90c81527' }, 'appId: a5949221470c4059b9b0b45a90c81527'],
    ['sendRequest', { constructor: 'x' }, 'constructor: x'],
    ['sendRequest', [], ''],
    ['sendRequest', null, ''],
  ])('of %s with %j has the parameter “%s”', (method, params, shown) => {
    call(method, params)
    drawn()
    expect(textsOf('parameter')).toEqual([shown])
  })

  it('has numbers that are no secrets whole when it is open, too, and shortens what may be a token', () => {
    const [appId, token] = ['a5949221470c4059b9b0b45a90c81527', 'b5949221470c4059b9b0b45a90c81527']
    call('appletAuth', { appId, token })
    drawn()
    rows()[0]?.querySelector('button')?.click()
    const values = rows()[0]?.querySelector('.value')?.textContent
    expect(values).toContain(`"appId": "${appId}"`)
    expect(values).toContain('"token": "b59492…"')
  })

  it.each([
    [303.4, '303 ms'],
    [1000, '1.0 s'],
    [12_340, '12.3 s'],
  ])('says how long a call took: %i ms', (took, shown) => {
    answer(call('getLocationGps', {}, 5), 'getLocationGps', 5 + took)
    drawn()
    expect(textsOf('duration')).toEqual([shown])
  })

  it('says no duration of a call that is open', () => {
    call('getLocationGps')
    drawn()
    expect(textsOf('duration')).toEqual([''])
  })

  it('keeps its element, the focus and whether it is open as others come and as it changes', () => {
    const id = call('getLocationGps', {}, 1)
    drawn()
    const [row] = rows()
    const head = () => row?.querySelector('button')
    head()?.click()
    head()?.focus()
    call('saveData', { key: 'a' }, 2)
    answer(id, 'getLocationGps', 3)
    drawn()
    expect(rows()[0] === row).toBe(true)
    expect(document.activeElement === head()).toBe(true)
    expect(head()?.getAttribute('aria-expanded')).toBe('true')
    expect(row?.dataset.status).toBe('success')
  })

  it('of 5,000 calls are few: a page that repeats itself has one, and 300 others are drawn', () => {
    for (let index = 0; index < 5000; index++) call('logEvent', { eventId: 'view' })
    drawn()
    expect(textsOf('times').filter(Boolean)).toEqual(['×1000'])
    for (let index = 0; index < 5000; index++) call('logEvent', { eventId: String(index) })
    drawn()
    expect(view.element.querySelectorAll('[data-method]')).toHaveLength(300)
    expect(view.element.querySelector('.empty')?.textContent).toBe(en.dropped(9700))
  })
})

describe('above the log', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockReturnValue()
    view.stop()
    document.body.replaceChildren()
    view = createDiagnosedView(log, { words: en, kitInPlace: () => false })
    document.body.appendChild(view.element)
  })
  const part = (name: string) => document.querySelector<HTMLElement>(`[data-part=${name}]`)
  const EARLY = {
    type: 'called',
    params: {},
    through: 'placeholder',
    state: 'waiting for the bridge',
    callbacks: ['success'],
    asyncCallbacks: [],
  } as const
  const early = (method: string) => {
    const id = ++ids
    log.addRaw({ ...EARLY, id, method, at: id })
  }

  it('each cause stands once, with its calls, and leads to the newest of them', () => {
    early('vibrate')
    for (let count = 0; count < 3; count++) early('getLocationGps')
    drawn()
    const causes = [...document.querySelectorAll<HTMLElement>('.cause')]
    const located = causes.filter(({ textContent }) => textContent?.includes('getLocationGps × 3'))
    expect(located).toHaveLength(1)
    expect(located[0]?.dataset.diagnosis).toBe('before-ready')
    located[0]?.querySelector<HTMLElement>('[data-part=show-in-log]')?.click()
    const row = document.querySelector<HTMLElement>('.entry[data-method=getLocationGps]')
    expect(row?.dataset.diagnosis).toContain('before-ready')
    expect(row?.contains(document.activeElement)).toBe(true)
  })

  it('a cause keeps its element and the focus as it is met again', () => {
    early('vibrate')
    drawn()
    const why = part('why')
    why?.focus()
    early('vibrate')
    drawn()
    expect(document.activeElement).toBe(why)
    expect(why?.closest<HTMLElement>('.cause')?.dataset.count).toBe('2')
  })

  const tap = (name: string) => {
    vi.advanceTimersByTime(50)
    log.addAct({ at: performance.now(), kind: 'click', locator: { by: 'text', name } })
  }

  it('a tab has the calls alone that have a cause, or failed, and says that it leaves out others', () => {
    tap('Look')
    call('logEvent', {}, performance.now())
    tap('Rest')
    tap('Shake')
    const at = performance.now()
    for (const key of ['a', 'b']) call('saveData', { key }, at)
    log.addRaw({ ...EARLY, id: ++ids, method: 'vibrate', at })
    drawn()
    expect(taps()).toEqual(['Look', 'Rest', 'Shake'].map(en.didOn.click))
    part('show-problems')?.click()
    drawn()
    expect(taps()).toEqual(['Shake'].map(en.didOn.click))
    expect(rows().map(({ dataset }) => dataset.method)).toEqual(['vibrate'])
    expect(view.element.querySelector('.tap .times')?.textContent).toBe('1 of 3 calls')
    expect(view.element.querySelector('.log .empty')?.textContent).toBe(en.untold)
  })

  it('the causes are counted as the line above counts them', () => {
    view = createDiagnosedView(log, { words: en, kitInPlace: () => false })
    document.body.replaceChildren(view.element)
    early('getLocationGps')
    log.addNote('error', 'upsdk.pya is not a function')
    for (const message of ['[object Object]', '{"code":"c02"}'])
      log.addSeen({ by: 'page', form: 'alert', message })
    drawn()
    expect(part('causes')?.querySelector('h2')?.textContent).toBe('Causes 2 · Raw texts')
    expect(part('diagnoses')?.textContent).toContain('2 found, raw texts shown (2)')
  })

  it('the tab, its number above the log, and the numbers of the log count the same', () => {
    view.stop()
    let counted = [0, 0]
    view = createDiagnosedView(log, {
      words: en,
      kitInPlace: () => false,
      counted: (...numbers) => void (counted = numbers),
    })
    document.body.replaceChildren(view.element)
    for (let count = 0; count < 3; count++) early('getLocationGps')
    early('vibrate')
    log.addNote('error', 'x is not defined')
    log.addSeen({ by: 'page', form: 'alert', message: '[object Object]' })
    drawn()
    const { length: causes } = document.querySelectorAll('.cause[data-diagnosis]')
    expect(counted).toEqual([4, causes + 2])
    expect(document.querySelector('[data-tab=log-problems] .number')?.textContent).toBe(String(causes + 2))
    expect(part('causes')?.querySelector('h2')?.textContent).toBe('Causes 1 · Raw texts')
    expect(part('diagnoses')?.textContent).toContain(`${causes} found, 1 uncaught error, raw text`)
  })

  it('an error is one problem, whether a cause is about it or it comes again, and says how often it came', () => {
    for (let time = 0; time < 2; time++) {
      log.addNote('error', 'Uncaught TypeError: upsdk.shareToWechat is not a function')
      log.addNote('error', 'x is not defined')
      log.addSeen({ by: 'page', form: 'alert', message: '[object Object]' })
    }
    log.addSeen({ by: 'page', form: 'alert', message: 'code undefined' })
    drawn()
    expect(part('diagnoses')?.textContent).toMatch(
      / 1 found, 1 uncaught error \(2 times\), raw texts shown \(2, 3 times\)$/,
    )
    expect(document.querySelector('[data-tab=log-problems] .number')?.textContent).toBe('3')
  })

  it('names the texts for developers among the causes, each once, with a way to the newest', () => {
    log.addSeen({ by: 'page', form: 'alert', message: '[object Object]' })
    log.addSeen({ by: 'page', form: 'alert', message: 'code undefined' })
    log.addSeen({ by: 'page', form: 'alert', message: '[object Object]' })
    drawn()
    const [cause, ...more] = document.querySelectorAll<HTMLElement>('.cause')
    expect(more).toEqual([])
    expect(cause?.querySelector('.wrong')?.textContent).toBe(
      en.rawTexts(['[object Object]', 'code undefined'])[0],
    )
    expect(part('causes')?.textContent).not.toContain(en.otherCauses)
    cause?.querySelector<HTMLElement>('[data-part=show-in-log]')?.click()
    expect(document.activeElement?.textContent).toContain('[object Object]')
  })

  it('an open row names its cause, and leads to it', () => {
    early('vibrate')
    drawn()
    rows()[0]?.querySelector('button')?.click()
    const link = part('show-cause')
    const cause = document.querySelector<HTMLElement>('.cause')
    expect(link?.textContent).toBe(`↑ ${cause?.querySelector('.wrong')?.textContent}`)
    link?.click()
    expect(document.activeElement).toBe(cause)
  })

  it('a tap without a call that is listed says how many calls it has', () => {
    tap('Shake')
    call('vibrate', {}, performance.now())
    log.addNote('error', 'x is not defined')
    drawn()
    document.querySelector<HTMLElement>('[data-tab=log-problems]')?.click()
    drawn()
    expect(view.element.querySelector('.tap > .times')?.textContent).toBe('1 call')
  })

  it('a call that failed is no problem alone, and stands beside one of its tap', () => {
    const fails = (id: number) =>
      log.addRaw({
        id,
        method: 'getLocationCity',
        at: performance.now(),
        type: 'answered',
        how: 'fail',
        value: { code: '94', msg: 'x' },
        status: '',
      })
    for (const text of ['', '[object Object]']) {
      tap('Locate')
      fails(call('getLocationCity', {}, performance.now()))
      if (text) log.addSeen({ by: 'page', form: 'text', message: text })
      vi.advanceTimersByTime(100)
    }
    drawn()
    expect(rows()).toHaveLength(3)
    document.querySelector<HTMLElement>('[data-tab=log-problems]')?.click()
    drawn()
    expect(rows().map(({ dataset }) => dataset.method || dataset.note)).toEqual(['getLocationCity', 'seen'])
  })

  it('a cause that is no problem leads from the problems to its call in the whole log', () => {
    log.addNote('no-sdk', '')
    drawn()
    part('diagnosed-log')?.querySelector<HTMLElement>('[data-tab=log-problems]')?.click()
    drawn()
    expect(rows()).toEqual([])
    expect(part('causes')?.querySelector('h2')?.textContent).toBe('Notes 1')
    part('show-in-log')?.click()
    expect(rows()[0]?.contains(document.activeElement)).toBe(true)
  })

  it.each([
    ['late', 2000, 1],
    ['as usual', 300, 0],
  ])('`pluginReady` that comes %s, after %i ms, has %i rows', (_, ends, rowCount) => {
    const id = call('pluginReady', {}, 0)
    answer(id, 'pluginReady', ends)
    drawn()
    expect(document.querySelectorAll('[data-method=pluginReady]')).toHaveLength(rowCount)
  })

  it('nothing leads to a tab of problems where none is', () => {
    call('vibrate')
    drawn()
    expect(part('show-problems')).toBe(null)
    expect(part('causes')?.textContent).toBe(`Causes${en.noCauses} ${en.whatIsChecked}`)
  })
})
