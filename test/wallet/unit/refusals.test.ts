/** The log says what a browser refuses the page but a wallet would not, where the page goes, and which errors it has. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog, type Log } from '../../../wallet/page/log'
import { followErrors } from '../../../wallet/page/watch/errors'
import { followRefusals } from '../../../wallet/page/watch/refused'
import { followAdditions, putBack } from '../../support/putBack'

let log: Log
let navigation: EventTarget
/** Reports entries as the browser's observer of requests does. */
let report: ((entries: readonly object[]) => void) | undefined
let observed: unknown[]

beforeEach(() => {
  followAdditions(window, document)
  navigation = new EventTarget()
  vi.stubGlobal('navigation', navigation)
  report = undefined
  observed = []
  class Observer {
    constructor(listener: (list: { getEntries(): readonly object[] }) => void) {
      report = (entries) => listener({ getEntries: () => entries })
    }
    observe(what: unknown): void {
      observed.push(what)
    }
  }
  vi.stubGlobal('PerformanceObserver', Observer)
  log = createLog()
})
afterEach(putBack)

const notes = () => log.notes.map((note) => [note.kind, note.kind !== 'seen' && note.text])
const happen = (target: EventTarget, type: string, members: object) =>
  target.dispatchEvent(Object.assign(new Event(type), members))

describe('a violation of the page’s policy', () => {
  const violate = (members: object) => happen(document, 'securitypolicyviolation', members)

  it('is noted once, with its directive and its address, without tokens', () => {
    followRefusals(log)
    const blockedURI = 'https://a.example/b?token=1#c'
    violate({ effectiveDirective: 'script-src-elem', violatedDirective: 'script-src', blockedURI })
    violate({ effectiveDirective: 'script-src-elem', violatedDirective: 'x', blockedURI: `${blockedURI}2` })
    violate({ effectiveDirective: 'img-src', violatedDirective: 'img-src', blockedURI })
    expect(notes()).toEqual([
      ['policy', 'script-src-elem https://a.example/b'],
      ['policy', 'img-src https://a.example/b'],
    ])
  })

  it('is noted in an old browser, which has one directive alone, and without an address', () => {
    followRefusals(log)
    violate({ violatedDirective: 'script-src', blockedURI: 'inline' })
    violate({ violatedDirective: 'style-src', blockedURI: '' })
    expect(notes()).toEqual([
      ['policy', 'script-src inline'],
      ['policy', 'style-src '],
    ])
  })
})

describe('a request', () => {
  const failed = { name: 'https://api.example/a?token=1#b', initiatorType: 'fetch', responseStatus: 0 }

  it('is watched from the page’s first one on', () => {
    followRefusals(log)
    expect(observed).toEqual([{ type: 'resource', buffered: true }])
  })

  it('to another origin without an answer is noted once, without tokens', () => {
    followRefusals(log)
    report?.([failed, { ...failed, name: 'https://api.example/a?token=2' }])
    report?.([{ ...failed, name: 'https://api.example/b', initiatorType: 'xmlhttprequest' }, failed])
    expect(notes()).toEqual([
      ['request', 'https://api.example/a'],
      ['request', 'https://api.example/b'],
    ])
  })

  it.each([
    ['with an answer', { responseStatus: 200 }],
    ['with an answer that is an error', { responseStatus: 500 }],
    ['in a browser that does not tell the answer', { responseStatus: undefined }],
    ['for a picture', { initiatorType: 'img' }],
    ['to the page’s own server', { name: `${location.origin}/a` }],
    ['to a path', { name: '/a' }],
    ['to data in the page', { name: 'blob:https://api.example/1' }],
    ['to a malformed address', { name: 'https://[' }],
  ])('%s is not noted', (_, members) => {
    followRefusals(log)
    report?.([{ ...failed, ...members }])
    expect(notes()).toEqual([])
  })

  it.each([
    ['another port', 'http://localhost:3001/a'],
    ['another protocol', 'https://localhost:3000/a'],
  ])('to %s of this machine is noted', (_, name) => {
    followRefusals(log)
    report?.([{ ...failed, name }])
    expect(notes()).toEqual([['request', name]])
  })

  it('is not noted in an old browser without an observer, where policy and navigation still are', () => {
    vi.stubGlobal('PerformanceObserver', undefined)
    followRefusals(log)
    happen(document, 'securitypolicyviolation', { effectiveDirective: 'img-src', blockedURI: 'a' })
    happen(navigation, 'navigate', { destination: { url: 'https://shop.example/' } })
    expect(notes()).toEqual([
      ['policy', 'img-src a'],
      ['leaves', 'https://shop.example/'],
    ])
  })
})

describe('a navigation', () => {
  const navigate = (url: string, members: object = {}) =>
    happen(navigation, 'navigate', { destination: { url }, ...members })

  it.each([
    ['https://shop.example/a?token=1#b', 'https://shop.example/a'],
    ['https://shop.example#b', 'https://shop.example'],
    ['//shop.example/', '//shop.example/'],
    ['alipays://platformapi/startapp?a=1', 'alipays://platformapi/startapp'],
    ['upwallet://applet?a=1', 'upwallet://applet'],
    ['smsto:1', 'smsto:1'],
    ['x-tel:1', 'x-tel:1'],
  ])('to %s is noted as %s', (url, text) => {
    followRefusals(log)
    navigate(url, { downloadRequest: null })
    expect(notes()).toEqual([['leaves', text]])
  })

  it('is noted each time', () => {
    followRefusals(log)
    navigate('https://shop.example/')
    navigate('https://shop.example/')
    expect(notes()).toHaveLength(2)
  })

  it.each([
    `${location.origin}/a`,
    '/a',
    '#b',
    'about:blank',
    'blob:https://shop.example/1',
    'data:text/plain,a',
    'javascript:void 0',
    'mailto:a@shop.example',
    'tel:95516',
    'sms:95516',
    'https://[',
  ])('to %s is not noted, since the page stays', (url) => {
    followRefusals(log)
    navigate(url)
    expect(notes()).toEqual([])
  })

  it.each(['', 'bill.pdf'])('that downloads a file, named %j, is not noted', (downloadRequest) => {
    followRefusals(log)
    navigate('https://shop.example/bill.pdf', { downloadRequest })
    expect(notes()).toEqual([])
  })

  it('is left to the browser, and follows the base address of the page', () => {
    followRefusals(log)
    document.head.innerHTML = '<base href="https://cdn.example/">'
    const event = Object.assign(new Event('navigate', { cancelable: true }), { destination: { url: 'a' } })
    navigation.dispatchEvent(event)
    expect(event.defaultPrevented).toBe(false)
    expect(notes()).toEqual([['leaves', 'a']])
  })

  it('is not noted in an old browser, where requests still are', () => {
    vi.stubGlobal('navigation', undefined)
    followRefusals(log)
    report?.([{ name: 'https://api.example/a', initiatorType: 'fetch', responseStatus: 0 }])
    expect(notes()).toEqual([['request', 'https://api.example/a']])
  })
})

describe('an error of the page', () => {
  it.each([
    ['upsdk is not defined', true],
    ["Can't find variable: UPSDK", true],
    ['Uncaught TypeError: a.b is not a function', true],
    ['A Is Not A Function', true],
    ['a is undefined', true],
    ['Script error.', true],
    // Nobody threw these, or we did.
    ['ResizeObserver loop limit exceeded', false],
    ['Uncaught Error: [upsdk-kit] The page asks again and again', false],
    ['', false],
  ])('%j is noted as it is: %s', (message, isNoted) => {
    followErrors(log)
    happen(window, 'error', { message })
    expect(notes()).toEqual(isNoted ? [['error', message]] : [])
  })

  it('is noted if it is in a promise', () => {
    followErrors(log)
    happen(window, 'unhandledrejection', { reason: new TypeError('a.b is null') })
    happen(window, 'unhandledrejection', { reason: 'text' })
    expect(notes()).toEqual([
      ['error', 'TypeError: a.b is null'],
      ['error', 'text'],
    ])
  })
})
