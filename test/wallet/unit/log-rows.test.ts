/** The rows of the log: newest first, repeats in one, each with its duration and the parameter that tells it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog, type Log } from '../../../wallet/page/log'
import { createDiagnosedView } from '../../../wallet/view/diagnoses/view'
import { createLogView, type LogView } from '../../../wallet/view/logView'
import { en } from '../../../wallet/view/texts/en'
import { placeOnScreen } from '../../support/onScreen'
import { putBack } from '../../support/putBack'

let log: Log
let view: LogView
let ids = 0
const drawn = () => vi.advanceTimersToNextFrame()
const rows = () => [...view.element.querySelectorAll<HTMLElement>('[role=listitem]')]
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

describe('a row of the log', () => {
  it('counts the same call several times in a row, and lists each once it is open', () => {
    for (let at = 0; at < 3; at++) call('logEvent', { eventId: 'view' }, at * 1000)
    drawn()
    expect(textsOf('times')).toEqual(['×3'])
    rows()[0]?.querySelector('button')?.click()
    expect(rows()[0]?.querySelectorAll('.steps')).toHaveLength(3)
  })

  it.each([
    ['another parameter', () => call('logEvent', { eventId: 'tap' })],
    ['another method', () => call('saveData', { key: 'view' })],
    ['another outcome', () => answer(call('logEvent', { eventId: 'view' }), 'logEvent', 99, 'fail')],
  ])('is one of its own for %s', (_, other) => {
    call('logEvent', { eventId: 'view' })
    other()
    call('logEvent', { eventId: 'view' })
    drawn()
    expect(rows()).toHaveLength(3)
  })

  it('is one of its own for each call that a user acts at', () => {
    call('pay', { tn: '1' })
    call('pay', { tn: '1' })
    drawn()
    expect(rows()).toHaveLength(2)
  })

  it('counts the same error of the page, and lists each text that the user saw', () => {
    log.addNote('error', 'x is not defined')
    log.addNote('error', 'x is not defined')
    log.addSeen({ by: 'page', form: 'text', message: 'Loading' })
    log.addSeen({ by: 'page', form: 'text', message: 'Loading' })
    drawn()
    expect(textsOf('times')).toEqual(['', '', '×2'])
  })

  it.each([
    ['pay', { tn: '2018' }, 'tn: 2018'],
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
    ['sendRequest', { constructor: 'x' }, 'constructor: x'],
    ['sendRequest', [], ''],
    ['sendRequest', null, ''],
  ])('of %s with %j has the parameter “%s”', (method, params, shown) => {
    call(method, params)
    drawn()
    expect(textsOf('parameter')).toEqual([shown])
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
    expect(rows()[1] === row).toBe(true)
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
    expect(rows().pop()?.textContent).toBe(en.dropped(9700))
  })
})

describe('the verdict above the log', () => {
  function diagnosed() {
    vi.spyOn(console, 'warn').mockReturnValue()
    view.stop()
    document.body.replaceChildren()
    view = createDiagnosedView(log, { words: en, kitInPlace: () => false })
    document.body.appendChild(view.element)
  }
  const verdict = () => document.querySelector<HTMLButtonElement>('[data-part=show-problems]')

  it('leads to the newest row that it speaks of, among the rows with problems alone', () => {
    diagnosed()
    call('vibrate')
    const id = ++ids
    const facts = { through: 'placeholder', state: 'waiting for the bridge', callbacks: ['success'] } as const
    log.addRaw({
      id,
      method: 'getLocationGps',
      at: 1,
      type: 'called',
      params: {},
      asyncCallbacks: [],
      ...facts,
    })
    drawn()
    verdict()?.click()
    drawn()
    drawn()
    const row = document.querySelector('[data-method=getLocationGps]')
    expect(row?.contains(document.activeElement)).toBe(true)
    expect(document.querySelector('[data-method=vibrate]')).toBe(null)
  })

  it.each([
    ['an uncaught error', () => log.addNote('error', 'x is not defined'), 'error'],
    [
      'a raw text that the user saw',
      () => log.addSeen({ by: 'page', form: 'alert', message: '{"errcode":"c02"}' }),
      'seen',
    ],
  ])('leads to %s too', (_, add, kind) => {
    diagnosed()
    call('vibrate')
    add()
    drawn()
    verdict()?.click()
    drawn()
    drawn()
    expect((document.activeElement as HTMLElement).dataset.note).toBe(kind)
  })

  it('leads nowhere where nothing is wrong', () => {
    diagnosed()
    call('vibrate')
    drawn()
    expect(verdict()).toBe(null)
  })
})
