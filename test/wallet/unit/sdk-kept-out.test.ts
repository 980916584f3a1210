/** A page’s own upsdk.js does not load in a simulated wallet, and the page does not notice. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepSdkOut, type SdkSource } from '../../../wallet/page/watch/sdkFile'
import { followAdditions, putBack } from '../../support/putBack'

const UPSDK = 'https://open.95516.com/s/open/js/upsdk.js?v=1'
const CORDOVA = 'https://open.95516.com/s/open/js/cordova.js'
const STAND_IN = '/@upsdk-kit/upsdk.js'
const standInOf = (address: string) => `${STAND_IN}?${encodeURIComponent(address)}`

const { prototype } = HTMLScriptElement
const own = Object.getOwnPropertyDescriptors(prototype)
let found: string[]
let happened: string[]

beforeEach(() => {
  followAdditions(window, document)
  found = []
  happened = []
})
afterEach(() => {
  for (const name of ['src', 'setAttribute']) {
    Reflect.deleteProperty(prototype, name)
    const before = Object.getOwnPropertyDescriptor(own, name)
    if (before) Object.defineProperty(prototype, name, before.value as PropertyDescriptor)
  }
  putBack()
})

const NOTHING: SdkSource = { kind: 'nothing' }
const keepOut = (source: SdkSource = { kind: 'stand-in', address: STAND_IN }): void =>
  keepSdkOut(source, (address) => void found.push(address))

/** Makes a script that does not run in the test. */
function script(attributes: Readonly<Record<string, string>> = {}): HTMLScriptElement {
  const made = document.createElement('script')
  made.type = 'text/plain'
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name] || '')
  made.onload = () => void happened.push('onload')
  return made
}
const load = (target: EventTarget) => target.dispatchEvent(new Event('load'))

describe.each<[string, (to: HTMLScriptElement, address: string) => void]>([
  ['src', (to, address) => void (to.src = address)],
  ['setAttribute', (to, address) => to.setAttribute('src', address)],
  ['setAttribute in capitals', (to, address) => to.setAttribute('SRC', address)],
  ['a URL object', (to, address) => void Object.assign(to, { src: new URL(address, location.href) })],
])('a script that a page makes by %s', (_, set) => {
  it.each([UPSDK, CORDOVA, 'https://cdn.example/js/upsdk.min.js'])('loads the stand-in for %s', (address) => {
    const made = script({ integrity: 'sha384-a' })
    keepOut()
    set(made, address)
    expect(made.getAttribute('src')).toBe(standInOf(address))
    expect(made.src).toBe(location.origin + standInOf(address))
    expect(made.hasAttribute('integrity')).toBe(false)
    expect(found).toEqual([address])
  })

  it.each([
    'https://cdn.example/app.js',
    'https://cdn.example/cordova.js',
    location.origin + standInOf(UPSDK),
  ])('loads %s itself', (address) => {
    const made = script({ integrity: 'sha384-a' })
    keepOut()
    set(made, address)
    expect(made.getAttribute('src')).toBe(address)
    expect(made.integrity).toBe('sha384-a')
    expect(found).toEqual([])
  })
})

describe('the scripts of a page', () => {
  it('have their other attributes unchanged', () => {
    keepOut()
    const made = script()
    made.setAttribute('data-src', UPSDK)
    expect(made.getAttribute('data-src')).toBe(UPSDK)
    expect(found).toEqual([])
  })

  it('get an address by setAttribute as the page gave it, since a trusted one is no text', () => {
    const given = vi.spyOn(HTMLScriptElement.prototype, 'setAttribute')
    keepOut()
    const address = { toString: () => 'https://cdn.example/app.js' }
    script().setAttribute('src', address as never)
    expect(given.mock.calls.map(([, value]) => value)).toContain(address)
  })

  it('get trusted addresses as the page gave them, and upsdk’s replaced, from the browser’s own setter', () => {
    const set = vi.fn()
    Object.defineProperty(prototype, 'src', { configurable: true, get: () => 'read', set })
    keepOut()
    const trusted = { toString: () => '/app.js' }
    const made = script()
    Object.assign(made, { src: trusted })
    expect(set.mock.lastCall?.[0]).toBe(trusted)
    made.src = UPSDK
    expect(set.mock.lastCall).toEqual([standInOf(UPSDK)])
    expect(set.mock.contexts).toEqual([made, made])
    expect(made.src).toBe('read')
    expect(Object.getOwnPropertyDescriptor(prototype, 'src')).toMatchObject({ configurable: true })
  })

  it.each([
    ['no setter', { get: () => '', set: undefined }],
    ['no getter', { get: undefined, set: () => undefined }],
    ['a plain value', { value: '', writable: true }],
  ])('stay as they are in a browser whose addresses have %s', (_, descriptor) => {
    Object.defineProperty(prototype, 'src', { configurable: true, ...descriptor })
    keepOut()
    expect(Object.getOwnPropertyDescriptor(prototype, 'src')).toMatchObject(descriptor)
    const made = script()
    made.setAttribute('src', UPSDK)
    expect(made.getAttribute('src')).toBe(UPSDK)
  })

  it('stay as they are in a browser that does not tell of addresses', () => {
    Reflect.deleteProperty(prototype, 'src')
    keepOut()
    expect(Object.getOwnPropertyDescriptor(prototype, 'src')).toBe(undefined)
  })

  it('stay as they are without a stand-in', () => {
    keepOut(NOTHING)
    const made = script()
    made.src = CORDOVA
    document.head.append(made)
    load(made)
    expect(made.src).toBe(CORDOVA)
    expect(happened).toEqual(['onload'])
  })
})

describe('where the page’s own address is answered, as in a test', () => {
  it.each([UPSDK, CORDOVA])(
    'a script that a page makes keeps its address, without its hash: %s',
    (address) => {
      const made = script({ integrity: 'sha384-a' })
      keepOut({ kind: 'own address' })
      made.src = address
      expect([made.getAttribute('src'), made.hasAttribute('integrity')]).toEqual([address, false])
      expect(found).toEqual([address])
    },
  )

  it('a tag in the page’s own HTML does too', async () => {
    startParsing({ kind: 'own address' })
    const tag = await parse(script({ src: UPSDK, integrity: 'sha384-a' }))
    expect([tag.getAttribute('src'), tag.hasAttribute('integrity'), tag.isConnected]).toEqual([
      UPSDK,
      false,
      true,
    ])
    expect(found).toEqual([UPSDK])
    expect(happened).toEqual([])
  })
})

/** Adds a tag, as the parser does, and waits until it has been noticed. */
async function parse<Made extends Element>(made: Made): Promise<Made> {
  document.head.append(made)
  await Promise.resolve()
  return made
}
/** Keeps upsdk out of a page that is parsed. */
function startParsing(source: SdkSource): void {
  vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading')
  keepOut(source)
}

describe('a tag in the page’s own HTML', () => {
  it.each([UPSDK, 'upsdk.js', './js/upsdk.js'])('for %s is removed if there is no stand-in', async (src) => {
    startParsing(NOTHING)
    const tag = await parse(script({ src }))
    expect(tag.isConnected).toBe(false)
    expect(found).toEqual([src])
    expect(happened).toEqual(['onload'])
  })

  it('is removed wherever it is in the page', async () => {
    startParsing(NOTHING)
    const box = await parse(document.createElement('div'))
    box.append('text', script({ src: UPSDK }))
    await Promise.resolve()
    expect(box.innerHTML).toBe('text')
  })

  it.each([
    ['for another file', { src: '/app.js' }],
    ['for the bridge', { src: CORDOVA }],
    ['with code in it', {}],
  ])('%s stays', async (_, attributes: Readonly<Record<string, string>>) => {
    startParsing(NOTHING)
    expect((await parse(script(attributes))).isConnected).toBe(true)
    expect([found, happened]).toEqual([[], []])
  })

  it('that is no script stays, whatever its address is', async () => {
    startParsing(NOTHING)
    const image = document.createElement('img')
    image.setAttribute('src', 'upsdk.js')
    expect((await parse(image)).isConnected).toBe(true)
    expect(found).toEqual([])
  })

  it.each([
    [standInOf(UPSDK), UPSDK],
    [`${STAND_IN}?%`, '%'],
  ])('that has been replaced, %s, stays, and is known by its own address', async (src, address) => {
    startParsing({ kind: 'stand-in', address: STAND_IN })
    expect((await parse(script({ src }))).isConnected).toBe(true)
    expect(found).toEqual([address])
    expect(happened).toEqual([])
  })

  it('that its page’s base leads to another host loads the stand-in here', async () => {
    const here = `${location.origin}${STAND_IN}`
    startParsing({ kind: 'stand-in', address: here })
    const tag = await parse(script({ src: `https://cdn.example${standInOf(UPSDK)}` }))
    expect(tag.src).toBe(`${here}?${encodeURIComponent(UPSDK)}`)
    expect(found).toEqual([UPSDK])
  })

  it('is not looked at once the page is parsed', async () => {
    startParsing(NOTHING)
    document.dispatchEvent(new Event('DOMContentLoaded'))
    expect((await parse(script({ src: UPSDK }))).isConnected).toBe(true)
    expect(found).toEqual([])
  })

  it.each(['interactive', 'complete'] as const)('is not looked at on a page that is %s', async (state) => {
    vi.spyOn(document, 'readyState', 'get').mockReturnValue(state)
    keepOut(NOTHING)
    expect((await parse(script({ src: UPSDK }))).isConnected).toBe(true)
    expect(found).toEqual([])
  })
})
