/** The log marks a call whose page got JSON text from Android and neither read it nor passed it on. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog, type Log } from '../../../wallet/page/log'
import { followUsedTexts } from '../../../wallet/page/watch/usedTexts'
import type { RawStep } from '../../../wallet/simulator/steps'
import { putBack } from '../../support/putBack'

const TEXT = '{"code":"a b","n":1}'
const METHOD = 'appletAuth'

let log: Log
let followed: ReturnType<typeof followUsedTexts>

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', () => 'fetched')
  vi.spyOn(XMLHttpRequest.prototype, 'send').mockReturnValue(undefined)
  vi.spyOn(Storage.prototype, 'setItem').mockReturnValue(undefined)
  log = createLog()
  followed = followUsedTexts(log)
})

afterEach(() => {
  followed.stop()
  putBack()
})

/** Follows anew, once a test has changed the browser. */
function followAnew(): void {
  followed.stop()
  followed = followUsedTexts(log)
}

function step(detail: object, id = 1, method = METHOD): void {
  const made = { id, method, at: 1, ...detail } as RawStep
  log.addRaw(made)
  followed.observe(made)
}
const tell = (value: unknown, id = 1, more: object = {}) =>
  step({ type: 'told', callback: 'success', value, ...more }, id)

/** The ids of the marked calls, once the time is over. */
function marked(after = 2000): number[] {
  vi.advanceTimersByTime(after)
  return log.entries.filter((one) => one.unusedText).map(({ id }) => id)
}

/** Calls a function as a page does, with any arguments. */
const call = (owner: object, name: string, ...args: unknown[]): unknown =>
  (Reflect.get(owner, name) as (...given: unknown[]) => unknown).apply(owner, args)

describe('a text that a callback got', () => {
  it.each([TEXT, '[1]', ' \n {"a":1}'])('is marked after two seconds, if nothing is done with %j', (text) => {
    tell(text)
    expect(marked(1999)).toEqual([])
    expect(marked(1)).toEqual([1])
  })

  it('is not marked if the page passes on a value in it, which it has read by eval', () => {
    tell('{"code":"auth-code 1","n":1}')
    call(window, 'fetch', '/login?code=auth-code%201')
    expect(marked()).toEqual([])
  })

  it('is marked if the page passes on something else, or a value that is short', () => {
    tell('{"code":"00","key":"n"}')
    call(window, 'fetch', '/login?code=00&key=n')
    expect(marked()).toEqual([1])
  })

  it.each([TEXT, '[1]', ' \n {"a":1}'])('is not marked if the page parses %j in time', (text) => {
    tell(text)
    vi.advanceTimersByTime(1999)
    expect(JSON.parse(text)).toBeTypeOf('object')
    expect(marked()).toEqual([])
  })

  it('is marked if the page parses it too late, or parses another text', () => {
    tell(TEXT)
    JSON.parse('{"other":1}')
    expect(marked()).toEqual([1])
    JSON.parse(TEXT)
    expect(marked()).toEqual([1])
  })

  it('is marked by itself: other texts are not', () => {
    tell('{"first":1}', 1)
    tell('{"second":1}', 2)
    tell('{"third":1}', 3)
    JSON.parse('{"second":1}')
    expect(marked()).toEqual([1, 3])
  })

  it('has its own two seconds, whenever another text came', () => {
    tell('{"first":1}', 1)
    vi.advanceTimersByTime(1500)
    tell('{"second":1}', 2)
    expect(marked(500)).toEqual([1])
    JSON.parse('{"second":1}')
    expect(marked()).toEqual([1])
  })

  it('is not marked if the page passes it to native again', () => {
    tell(TEXT)
    step({ type: 'reached', params: { data: TEXT } }, 2, 'setSharedData')
    expect(marked()).toEqual([])
  })

  it('is marked if it is in a call that does not reach native, in an answer, or in no parameter', () => {
    tell(TEXT)
    step({ type: 'called', params: { data: TEXT } }, 2)
    step({ type: 'answered', how: 'success', value: TEXT }, 2)
    step({ type: 'reached', params: undefined }, 3)
    expect(marked()).toEqual([1])
  })
})

describe('what needs no use:', () => {
  it.each([
    ['an object', { code: 1 }, {}],
    ['a text that is no JSON', 'ok', {}],
    ['a text with a bracket further on', 'ok{', {}],
    ['nothing', undefined, {}],
    ['a list', ['{'], {}],
    ['a text for the callback of failures', TEXT, { callback: 'fail' }],
    ['a text for a callback without parameters', TEXT, { isIgnored: true }],
  ])('%s is not marked', (_, value, more) => {
    tell(value, 1, more)
    expect(marked()).toEqual([])
  })

  it('a text of a method that gives text on iPhones too is not marked', () => {
    step({ type: 'told', callback: 'success', value: TEXT }, 1, 'getSharedData')
    expect(marked()).toEqual([])
  })
})

const inForm = (): FormData => {
  const form = new FormData()
  form.append('first', '1')
  form.append('data', TEXT)
  return form
}
const xhr = XMLHttpRequest.prototype

describe('a text that the page passes on', () => {
  it.each<[string, () => object, string, readonly unknown[]]>([
    ['in a request’s address', () => window, 'fetch', [`/a?b=${encodeURIComponent(TEXT)}`]],
    ['in a request’s body', () => window, 'fetch', ['/a', { method: 'POST', body: TEXT }]],
    ['in JSON of a request', () => window, 'fetch', ['/a', { body: JSON.stringify({ data: TEXT }) }]],
    ['inside a longer text', () => window, 'fetch', ['/', { body: JSON.stringify([`got ${TEXT}!`]) }]],
    ['in a form of a request', () => window, 'fetch', ['/a', { body: inForm() }]],
    ['in parameters', () => window, 'fetch', ['/a', { body: new URLSearchParams({ a: '1', data: TEXT }) }]],
    ['in an object with an empty body', () => window, 'fetch', [{ body: '', data: TEXT }]],
    ['by an old request', () => xhr, 'send', [TEXT]],
    ['by an old request’s form', () => xhr, 'send', [inForm()]],
    ['by a beacon', () => navigator, 'sendBeacon', ['/a', TEXT]],
    ['to a storage', () => Storage.prototype, 'setItem', ['key', TEXT]],
  ])('%s is not marked', (_, owner, name, args) => {
    vi.spyOn(Object.getPrototypeOf(navigator) as Navigator, 'sendBeacon').mockReturnValue(true)
    followAnew()
    tell(TEXT)
    call(owner(), name, ...args)
    expect(marked()).toEqual([])
  })

  it('in two pieces is marked', () => {
    tell('["a","b"]', 1)
    call(Storage.prototype, 'setItem', '["a",', '"b"]')
    call(window, 'fetch', '/', { body: new URLSearchParams({ a: '["a",', b: '"b"]' }) })
    expect(marked()).toEqual([1])
  })

  it('is found in an old browser without forms and parameters, too', () => {
    tell('{"form":1}', 1)
    tell('{"params":1}', 2)
    tell('{"other":1}', 3)
    const params = new URLSearchParams({ a: '{"params":1}' })
    vi.stubGlobal('FormData', undefined)
    call(window, 'fetch', '/', { body: params })
    vi.stubGlobal('URLSearchParams', undefined)
    call(window, 'fetch', '/', { form: '{"form":1}' })
    expect(marked()).toEqual([3])
  })
})

describe('the functions of the page', () => {
  it('get what the page gave, and their results and exceptions stay', () => {
    const own = vi.fn(function (this: unknown, ...args: unknown[]) {
      if (!args.length) throw new Error('mine')
      return [this, ...args]
    })
    vi.stubGlobal('fetch', own)
    followAnew()
    tell(TEXT)
    expect(call(window, 'fetch', 1, TEXT)).toEqual([window, 1, TEXT])
    expect(() => call(window, 'fetch')).toThrow('mine')
  })

  it.each<[string, () => unknown]>([
    [
      'throws where it is read',
      () => Object.defineProperty({}, 'body', { get: () => Number.NaN.toFixed(-1) }),
    ],
    ['contains itself', () => Object.defineProperty({}, 'self', { enumerable: true, get: () => window })],
    ['has a number that JSON cannot write', () => ({ big: BigInt(1) })],
  ])('take an object that %s', (_, hostile) => {
    tell(TEXT)
    expect(call(window, 'fetch', '/', hostile())).toBe('fetched')
    expect(marked()).toEqual([1])
  })

  it('have nothing read from their arguments while no text waits', () => {
    const read = vi.fn()
    const given = Object.defineProperty({}, 'body', { get: read })
    call(window, 'fetch', given)
    tell(TEXT)
    marked()
    call(window, 'fetch', given)
    expect(read).not.toHaveBeenCalled()
  })

  it('look like the browser’s own', () => {
    expect(String(JSON.parse)).toBe('function parse() { [native code] }')
    expect([JSON.parse.name, JSON.parse.length]).toEqual(['parse', 2])
    expect(Object.getOwnPropertyDescriptor(JSON, 'parse')).toMatchObject({
      configurable: true,
      writable: true,
      enumerable: false,
    })
    expect(Object.getOwnPropertyDescriptor(window, 'fetch')?.enumerable).toBe(true)
    expect(Object.getOwnPropertyDescriptor(navigator, 'sendBeacon')?.enumerable).toBe(false)
  })

  it('are the browser’s own again once it is stopped', () => {
    const watched = [JSON.parse, window.fetch, xhr.send, navigator.sendBeacon, Storage.prototype.setItem]
    followed.stop()
    const own = [JSON.parse, window.fetch, xhr.send, navigator.sendBeacon, Storage.prototype.setItem]
    expect(own.filter((one) => watched.includes(one))).toEqual([])
    expect(Object.getOwnPropertyNames(navigator)).not.toContain('sendBeacon')
    tell(TEXT)
    JSON.parse(TEXT)
    expect(marked()).toEqual([1])
  })

  it('stay as the page has replaced them since, when it is stopped', () => {
    const pages = () => Promise.resolve(new Response())
    window.fetch = pages
    followed.stop()
    expect(window.fetch).toBe(pages)
  })

  it('stay missing in a browser without them', () => {
    for (const name of ['fetch', 'XMLHttpRequest', 'Storage']) vi.stubGlobal(name, undefined)
    followAnew()
    expect([window.fetch, XMLHttpRequest, Storage]).toEqual([undefined, undefined, undefined])
    tell(TEXT)
    JSON.parse(TEXT)
    expect(marked()).toEqual([])
    expect(() => followed.stop()).not.toThrow()
  })
})
