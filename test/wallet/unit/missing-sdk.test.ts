/** The log says that a page which a person taps on has loaded no upsdk, as it would in a real wallet. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog, type Log } from '../../../wallet/page/log'
import { followMissingSdk } from '../../../wallet/page/watch/missingSdk'
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
function addTag(src: string): void {
  const tag = document.createElement('script')
  tag.type = 'text/plain'
  if (src) tag.setAttribute('src', src)
  document.head.append(tag)
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
    log.addNote('error', 'upsdk is not defined')
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
    ['has tried to load upsdk', () => log.addNote('sdk', 'upsdk.js')],
    ['needs no file', () => void (needsNoFile = true)],
  ])('on a page that %s, even if it does so after the tap', (_, load) => {
    click()
    vi.advanceTimersByTime(2999)
    load()
    vi.advanceTimersByTime(1)
    expect(notes()).toEqual([])
  })
})
