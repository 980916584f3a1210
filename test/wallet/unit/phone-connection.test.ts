/** The client tells the phone around its frame what happens on the page, and does what the phone asks for. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '../../../wallet/page/log'
import { connectToPhone, isInPhone, tellPhone } from '../../../wallet/page/phoneConnection'
import type { RunTime } from '../../../wallet/page/runTime'
import type { FromPage } from '../../../wallet/shared/messages'
import { INITIAL_STATE } from '../../../wallet/shared/pageState'

type Sent = readonly [when: 'now' | 'later', message: FromPage]

let sent: Sent[] = []
let phone = new EventTarget()
let listening = vi.spyOn(window, 'addEventListener')

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  const keep = (when: Sent[0], data: unknown) =>
    void sent.push([when, JSON.parse(JSON.stringify(data)).upsdkKit])
  const postMessage = vi.fn((data: unknown, origin: string) => {
    if (origin === location.origin) keep('later', data)
  })
  phone = Object.assign(new EventTarget(), { MessageEvent, postMessage })
  phone.addEventListener('message', (event) => {
    const { data, source, origin } = event as MessageEvent
    if (source === window && origin === location.origin) keep('now', data)
  })
  vi.stubGlobal('parent', phone)
  listening = vi.spyOn(window, 'addEventListener')
})
afterEach(() => {
  for (const [type, listener] of listening.mock.calls) window.removeEventListener(type, listener)
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.clearAllTimers()
  vi.useRealTimers()
  history.replaceState(null, '', '/')
  document.title = ''
})

function connect(runTime?: RunTime) {
  const log = createLog()
  const asked = { change: vi.fn(), fire: vi.fn(), bridgeUp: vi.fn(), close: vi.fn() }
  const connection = connectToPhone(log, () => ({ platform: 'ios' }), runTime)
  connection.obey(asked)
  const reached = (id: number) => log.addRaw({ id, method: 'pay', at: id, type: 'reached', params: {} })
  const answered = (id: number) =>
    log.addRaw({ id, method: 'pay', at: id, type: 'answered', how: 'success', value: '' })
  return { log, asked, connection, reached, answered }
}
/** The messages about the log: when, the call of each step, and the texts of notes. */
const logged = () =>
  sent.flatMap(([when, message]) => {
    if (message.type !== 'log') return []
    const calls = message.items.flatMap((item) => ('call' in item ? [item.call.id] : []))
    const notes = message.items.flatMap((item) =>
      'note' in item && item.note.kind !== 'seen' ? [item.note.text] : [],
    )
    return [[when, calls, notes]]
  })
const addresses = () =>
  sent.flatMap(([when, message]) => (message.type === 'address' ? [[when, message.path, message.title]] : []))
const receive = (message: object, source: unknown = phone, origin = location.origin) =>
  window.dispatchEvent(
    new MessageEvent('message', { data: { upsdkKit: message }, origin, source: source as Window }),
  )

describe('a page', () => {
  function frame(part: string | undefined): Element {
    const made = document.createElement('iframe')
    if (part) made.setAttribute('data-upsdk-kit', part)
    return made
  }

  it.each([
    ['in the phone’s frame for pages is in the phone', frame('page'), true],
    ['in another frame of the tool is not in the phone', frame('log'), false],
    ['in a frame of somebody else is not in the phone', frame(undefined), false],
    ['in a frame of another origin is not in the phone', null, false],
  ])('%s', (_title, around, isIn) => {
    vi.stubGlobal('frameElement', around)
    expect(isInPhone()).toBe(isIn)
  })

  it('in no frame is not in the phone', () => {
    vi.stubGlobal('frameElement', frame('page'))
    vi.stubGlobal('parent', window)
    expect(isInPhone()).toBe(false)
  })

  it('that may not look at its frame is not in the phone', () => {
    vi.stubGlobal('frameElement', null)
    const get = () => {
      throw new Error('another origin')
    }
    Object.defineProperty(window, 'frameElement', { configurable: true, get })
    expect(isInPhone()).toBe(false)
  })
})

describe('the phone hears', () => {
  it('first, and at once, that a document has started with its settings', () => {
    connect()
    expect(sent[0]).toEqual(['now', { type: 'started', settings: { platform: 'ios' }, isReload: false }])
  })

  it('what happens within 50 ms in one message, in order', () => {
    const { log, reached, answered } = connect()
    reached(1)
    vi.advanceTimersByTime(30)
    log.addNote('error', 'first')
    answered(1)
    reached(2)
    log.addNote('error', 'second')
    vi.advanceTimersByTime(19)
    expect(logged()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(logged()).toEqual([['later', [1, 1, 2], ['first', 'second']]])
  })

  it('in later messages only what has changed since', () => {
    const { log, reached, answered } = connect()
    reached(1)
    reached(2)
    log.addNote('error', 'first')
    vi.advanceTimersByTime(50)
    answered(2)
    vi.advanceTimersByTime(500)
    log.addNote('error', 'second')
    vi.advanceTimersByTime(50)
    expect(logged().slice(1)).toEqual([
      ['later', [2], []],
      ['later', [], ['second']],
    ])
  })

  it.each(['server', 'authorization', 'leaves'] as const)(
    'a step that leads away from the page at once, with all that waits: %s',
    (kind) => {
      const { log, reached } = connect()
      reached(1)
      log.addNote('error', 'before')
      if (kind === 'authorization')
        log.addAuthorization('away', { end: 'success', faults: [], returns: true })
      else log.addNote(kind, 'away')
      expect(logged()).toEqual([['now', [1], ['before', 'away']]])
      vi.advanceTimersByTime(500)
      expect(logged()).toHaveLength(1)
      reached(2)
      vi.advanceTimersByTime(50)
      expect(logged().slice(1)).toEqual([['later', [2], []]])
    },
  )

  it('in a run after each step of the page, at once, with its address', () => {
    const steps: (() => void)[] = []
    const { reached } = connect({
      afterStep: (run) => void steps.push(run),
      whenSeen: () => undefined,
      onLeave: () => undefined,
    })
    reached(1)
    history.replaceState(null, '', '/paid')
    vi.advanceTimersByTime(5000)
    expect(logged()).toEqual([])
    for (const run of steps) run()
    expect(logged()).toEqual([['now', [1], []]])
    expect(addresses().slice(-1)).toEqual([['now', '/paid', '']])
  })

  it('what waits before the document goes', () => {
    const { reached } = connect()
    reached(1)
    window.dispatchEvent(new Event('pagehide'))
    expect(logged()).toEqual([['now', [1], []]])
  })

  it('nothing of a log that was cleared', () => {
    const { log } = connect()
    log.clear()
    vi.advanceTimersByTime(500)
    expect(logged()).toEqual([])
  })

  it('at once what a person did, since the page may be gone afterwards', () => {
    const action = { kind: 'bridgeUp', at: 5 } as const
    connect().connection.action(action)
    expect(sent.slice(-1)).toEqual([['now', { type: 'action', action }]])
    tellPhone({ type: 'kit' })
    expect(sent.slice(-1)).toEqual([['now', { type: 'kit' }]])
  })

  it('the state of the title bar, and that the page has made a kit', () => {
    const { connection } = connect()
    const state = JSON.parse(JSON.stringify(INITIAL_STATE))
    connection.state(INITIAL_STATE)
    connection.kit()
    expect(sent.slice(-2)).toEqual([
      ['later', { type: 'state', state }],
      ['later', { type: 'kit' }],
    ])
  })
})

describe('the phone’s address line', () => {
  it('has the path, query and hash, and the title, from the start and 300 ms after a change', () => {
    history.replaceState(null, '', '/shop?id=1#top')
    document.title = 'Shop'
    connect()
    expect(addresses()).toEqual([['later', '/shop?id=1#top', 'Shop']])
    vi.advanceTimersByTime(3000)
    expect(addresses()).toHaveLength(1)
    history.replaceState(null, '', '/pay')
    vi.advanceTimersByTime(299)
    expect(addresses()).toHaveLength(1)
    vi.advanceTimersByTime(1)
    document.title = 'Pay'
    vi.advanceTimersByTime(300)
    expect(addresses().slice(1)).toEqual([
      ['later', '/pay', 'Shop'],
      ['later', '/pay', 'Pay'],
    ])
  })

  it('follows at once where the browser tells of a change', () => {
    const navigation = new EventTarget()
    vi.stubGlobal('navigation', navigation)
    connect()
    history.replaceState(null, '', '/pay')
    navigation.dispatchEvent(new Event('currententrychange'))
    expect(addresses().slice(1)).toEqual([['later', '/pay', '']])
  })
})

describe('the page does what the phone asks for:', () => {
  it.each([
    ['change', { settings: { platform: 'android' } }, [{ platform: 'android' }]],
    ['fire', { event: 'backbutton' }, ['backbutton']],
    ['bridge-up', {}, []],
    ['close', {}, []],
  ])('%s, and nothing else', (type, more, given) => {
    const { asked } = connect()
    const back = vi.spyOn(history, 'back').mockReturnValue()
    receive({ type, ...more })
    const calls = Object.entries(asked).flatMap(([name, { mock }]) => mock.calls.map((call) => [name, call]))
    expect(calls).toEqual([[type === 'bridge-up' ? 'bridgeUp' : type, given]])
    expect(back).not.toHaveBeenCalled()
  })

  it('back, even if the page has replaced window.history since', () => {
    const back = vi.spyOn(history, 'back').mockReturnValue()
    const own = vi.fn()
    const { asked } = connect()
    vi.stubGlobal('history', { back: own })
    receive({ type: 'back' })
    expect([back.mock.calls.length, own.mock.calls.length, asked.close.mock.calls.length]).toEqual([1, 0, 0])
  })

  it('nothing for a message that it does not know', () => {
    const { asked } = connect()
    const back = vi.spyOn(history, 'back').mockReturnValue()
    receive({ type: 'other' })
    for (const heard of [...Object.values(asked), back]) expect(heard).not.toHaveBeenCalled()
  })

  it('nothing for another window, or for another origin', () => {
    const { asked } = connect()
    receive({ type: 'close' }, window)
    receive({ type: 'close' }, phone, 'https://example.com')
    expect(asked.close).not.toHaveBeenCalled()
  })
})
