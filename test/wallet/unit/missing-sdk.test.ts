/** The log says that a page has no upsdk, as in a real wallet: at the error that names it, and at a tap. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog, type Log } from '../../../wallet/page/log'
import { followErrors } from '../../../wallet/page/watch/errors'
import { followMissingSdk } from '../../../wallet/page/watch/missingSdk'
import { followFailedScripts } from '../../../wallet/page/watch/sdkTags'
import { followAdditions, putBack } from '../../support/putBack'

let log: Log
let needsNoFile: boolean

beforeEach(() => {
  vi.useFakeTimers()
  followAdditions(window)
  needsNoFile = false
  log = createLog()
  followMissingSdk(log, () => needsNoFile)
})
afterEach(putBack)

/** Clicks on an element, as a person does or as a script does. */
function click(isTrusted = true, target: EventTarget = document.body): void {
  const event = new Event('click', { bubbles: true })
  Object.defineProperty(event, 'isTrusted', { value: isTrusted })
  target.dispatchEvent(event)
}
const notes = () => log.notes.filter(({ kind }) => kind === 'no-sdk')

/** Adds a tag whose script does not load. */
function addTag(src: string, page = document): void {
  const tag = page.createElement('script')
  tag.type = 'text/plain'
  if (src) tag.setAttribute('src', src)
  page.head.append(tag)
}

const SDK_FILE = 'https://shop.example/js/upsdk.js'

/** Adds a frame, whose document the tests' browser does not make. @returns that document */
function addFrame(page = document): Document {
  const frame = page.createElement('iframe')
  const contentDocument = page.implementation.createHTMLDocument()
  Object.defineProperty(frame, 'contentDocument', { value: contentDocument })
  page.body.append(frame)
  return contentDocument
}

describe('a tap on a page without upsdk', () => {
  it('is noted after three seconds', () => {
    click()
    vi.advanceTimersByTime(2999)
    expect(notes()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(notes()).toMatchObject([{ kind: 'no-sdk', text: '' }])
  })

  it('is noted once, however often the person taps', () => {
    click()
    click()
    vi.advanceTimersByTime(3000)
    click()
    vi.advanceTimersByTime(3000)
    expect(notes()).toHaveLength(1)
  })

  it('is noted even if the page stops the event', () => {
    const stop = (event: Event) => event.stopImmediatePropagation()
    document.addEventListener('click', stop, true)
    click()
    document.removeEventListener('click', stop, true)
    vi.advanceTimersByTime(3000)
    expect(notes()).toHaveLength(1)
  })

  it('is what counts: a click of a script does not, and a later tap does', () => {
    click(false)
    vi.advanceTimersByTime(6000)
    expect(notes()).toEqual([])
    click()
    vi.advanceTimersByTime(3000)
    expect(notes()).toHaveLength(1)
  })

  it('has to happen: nothing is noted without one', () => {
    vi.advanceTimersByTime(60_000)
    expect(log.notes).toEqual([])
  })

  it('is noted beside other notes and other scripts', () => {
    log.addNote('error', 'order is not defined')
    addTag('')
    addTag('/app.js')
    addTag('/cordova.js')
    click()
    vi.advanceTimersByTime(3000)
    expect(notes()).toHaveLength(1)
  })
})

describe('a tap is not noted', () => {
  it.each<[string, () => void]>([
    ['loads upsdk', () => addTag('https://open.95516.com/s/open/js/upsdk.js')],
    ['loads a copy of upsdk', () => addTag('/js/upsdk.js?v=1')],
    ['loads the wallet’s bridge', () => addTag('https://open.95516.com/s/open/js/cordova.js')],
    ['has upsdk in a frame', () => addTag(SDK_FILE, addFrame())],
    ['has upsdk in a frame of a frame', () => addTag(SDK_FILE, addFrame(addFrame()))],
    ['has tried to load upsdk', () => log.addNote('sdk', 'upsdk.js')],
    ['has an error that says it', () => log.addNote('error', 'upsdk is not defined', { missedSdk: 'none' })],
    ['needs no file', () => void (needsNoFile = true)],
  ])('on a page that %s, even if it does so after the tap', (_, load) => {
    click()
    vi.advanceTimersByTime(2999)
    load()
    vi.advanceTimersByTime(1)
    expect(notes()).toEqual([])
  })
})

describe('an error says where the page’s tag of upsdk.js stands', () => {
  const SDK = 'https://open.95516.com/s/open/js/upsdk.js'
  const missed = (message: string) => {
    window.dispatchEvent(Object.assign(new Event('error'), { message }))
    return log.notes.map((note) => (note.kind === 'error' && note.missedSdk) || '')
  }
  beforeEach(() => followErrors(log))

  it.each<[string, string, () => void]>([
    ['async', 'async', () => tagWith({ async: '' })],
    ['deferred', 'deferred', () => tagWith({ defer: '' })],
    // It would load, were it a module when it is added.
    ['a module', 'deferred', () => void (tagWith({}).type = 'module')],
    ['nowhere', 'none', () => undefined],
    ['nowhere, beside another file', 'none', () => addTag('/app.js')],
    ['below', 'below', () => void vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')],
  ])('%s', (_where, said, make) => {
    make()
    expect(missed('Uncaught ReferenceError: upsdk is not defined')).toEqual([said])
  })

  it('and not where its file did not load, which its situation says', () => {
    followFailedScripts()
    const tag = tagWith({})
    tag.dispatchEvent(new Event('error'))
    expect(missed('upsdk is not defined')).toEqual([''])
  })

  it.each([
    'Uncaught ReferenceError: upsdk is not defined',
    "ReferenceError: Can't find variable: upsdk",
    "Uncaught TypeError: Cannot read properties of undefined (reading 'pluginReady')",
    "TypeError: undefined is not an object (evaluating 'window.upsdk.pay')",
    'TypeError: window.upsdk is undefined',
  ])('if it is about upsdk: %s', (message) => {
    expect(missed(message)).toEqual(['none'])
  })

  it.each([
    'Uncaught ReferenceError: upsdkHelper is not defined',
    "Cannot read properties of undefined (reading 'pay')",
    "Cannot read properties of undefined (reading 'config')",
    "Cannot read properties of undefined (reading 'orderNumber')",
    "undefined is not an object (evaluating 'order.pay')",
    'upsdk.pya is not a function',
    'upsdk.result is undefined',
  ])('and not if it may be about something else: %s', (message) => {
    expect(missed(message)).toEqual([''])
  })

  it.each([
    "Cannot read properties of undefined (reading 'pluginReady')",
    // In Firefox, of a field of the page's own.
    'TypeError: this.upsdk is undefined',
  ])('and not if a member is missing on a page that has upsdk: %s', (message) => {
    vi.stubGlobal('upsdk', {})
    expect(missed(message)).toEqual([''])
  })

  function tagWith(attributes: Readonly<Record<string, string>>): HTMLScriptElement {
    const tag = document.createElement('script')
    tag.type = 'text/plain'
    for (const name of Object.keys(attributes)) tag.setAttribute(name, attributes[name] || '')
    tag.setAttribute('src', SDK)
    document.head.append(tag)
    return tag
  }
})
