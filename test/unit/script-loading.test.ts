/** The kit loads upsdk.js once, and again after a failure; it waits for a script element that the page has. */
import { describe, expect, it, vi } from 'vitest'
import { loadScript } from '../../src/gate/load'
import { isUpsdkScript } from '../../src/gate/upsdkScript'
import type { UpsdkWindow } from '../../src/types/window'
import { broughtUpsdk } from '../support/page'
import { ignore, kit, pass, stateOf, useWallets } from '../support/wallet'

useWallets()

const walletAgent = '(com.unionpay.chsp) (cordova 4.5.4) (language en_US)'

function page() {
  const document = window.document.implementation.createHTMLDocument()
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
  const added: HTMLScriptElement[] = []
  const appended = vi.spyOn(document.head, 'appendChild').mockImplementation((node) => {
    added.push(node as unknown as HTMLScriptElement)
    return node
  })
  const navigator = { userAgent: walletAgent, languages: [] }
  const there = { document, navigator, addEventListener() {}, removeEventListener() {} }
  return { document, added, appended, window: there as unknown as UpsdkWindow }
}

describe('loading upsdk.js', () => {
  const url = 'https://cdn.example/own.js'
  it.each([
    ['https://open.95516.com/s/open/js/upsdk.js', true],
    ['https://cdn.example/upsdk.min.js?v=1', true],
    ['https://cdn.example/upsdk.js#x', true],
    ['https://cdn.example/myupsdk.js', false],
    ['https://cdn.example/upsdk.json', false],
    ['https://cdn.example/upsdkXjs', false],
    [undefined, false],
  ])('by %s brings upsdk: %s', (src, brings) => {
    expect(isUpsdkScript({ src })).toBe(brings)
    expect(isUpsdkScript(null)).toBe(false)
  })

  it('happens once, however many ask', async () => {
    const { window, added, appended } = page()
    const loads = [loadScript(window, url), loadScript(window, url)]
    expect(appended).toHaveBeenCalledTimes(1)
    const [script] = added as [HTMLScriptElement]
    expect([script.tagName, script.src]).toEqual(['SCRIPT', url])
    expect(await stateOf(Promise.all(loads))).toBe('pending')
    script.dispatchEvent(new Event('load'))
    await Promise.all(loads)
  })

  it('that failed removes the script, and happens again for the next call', async () => {
    const { window, added, appended } = page()
    const load = loadScript(window, url)
    const [script] = added as [HTMLScriptElement]
    const remove = vi.spyOn(script, 'remove')
    script.dispatchEvent(new Event('error'))
    await expect(load).rejects.toThrow('upsdk.js did not load')
    expect(remove).toHaveBeenCalledTimes(1)
    loadScript(window, url)
    expect(appended).toHaveBeenCalledTimes(2)
  })
})

describe('a script element for upsdk that the page has', () => {
  const url = 'https://cdn.example/own/upsdk.js'
  const other = 'https://cdn.example/other.js'
  const fetched = (name: string) => (name === url ? [{}] : [])
  const begin = (
    state: DocumentReadyState = 'complete',
    entries: typeof fetched | null = fetched,
    attributes: object = { src: url },
  ) => {
    const { window: there, added, document } = page()
    const script = document.createElement('script')
    Object.assign(script, attributes)
    vi.spyOn(document, 'querySelectorAll').mockReturnValue([{ src: 'other.js' }, script] as never)
    const readyState = vi.spyOn(document, 'readyState', 'get').mockReturnValue(state)
    const performance = { now: () => Date.now(), getEntriesByName: entries }
    const listeners = new Map<string, (event: unknown) => void>()
    Object.assign(there, {
      performance,
      addEventListener: (type: string, run: () => void) => void listeners.set(type, run),
    })
    const upsdk = kit({ window: there, script: other, notify: false })
    return {
      there,
      added,
      upsdk,
      load() {
        readyState.mockReturnValue('complete')
        listeners.get('load')?.({})
      },
      fails: () => listeners.get('error')?.({ target: script }),
      sources: () => added.map(({ src }) => src),
    }
  }
  const comes = ({ there }: ReturnType<typeof begin>) => {
    there.upsdk = broughtUpsdk()
  }

  it.each([
    ['has the name of the file', { src: url }],
    ['has the address that the kit was given', { src: other }],
    ['is async', { src: url, async: true }],
  ])('is waited for if it %s', async (_what, attributes) => {
    const began = begin('interactive', fetched, attributes)
    const call = began.upsdk.scanQRCode()
    await pass(3000)
    expect(began.sources()).toEqual([])
    comes(began)
    await pass(500)
    expect(await stateOf(call)).toBe('scanned')
    expect(began.sources()).toEqual([])
  })

  it.each([
    ['is of a type that does not run', { src: url, type: 'text/plain' }],
    ['is for old browsers', { src: url, noModule: true }],
  ])('is not waited for if it %s', (_what, attributes) => {
    expect(begin('interactive', fetched, attributes).sources()).toEqual([other])
  })

  it('may still run a second after it was fetched: calls wait for it', async () => {
    const began = begin()
    const call = began.upsdk.scanQRCode()
    await pass(999)
    comes(began)
    await pass(10_000)
    expect(await stateOf(call)).toBe('scanned')
    expect(began.sources()).toEqual([])
  })

  it('has failed if nothing came of it in that second: another takes its place', async () => {
    const began = begin()
    const call = began.upsdk.scanQRCode()
    await pass(1500)
    expect(began.sources()).toEqual([other])
    comes(began)
    began.added[0]?.dispatchEvent(new Event('load'))
    expect(await stateOf(call)).toBe('scanned')
  })

  it('has that second from its fetch, however late that is', async () => {
    let isFetched = false
    const began = begin('complete', () => (isFetched ? [{}] : []))
    ignore(began.upsdk.scanQRCode())
    await pass(5000)
    isFetched = true
    await pass(900)
    expect(began.sources()).toEqual([])
    await pass(1000)
    expect(began.sources()).toEqual([other])
  })

  it('may run until the page has loaded, as a deferred one does; then another takes its place, without a call', async () => {
    const began = begin('interactive')
    await pass(10_000)
    expect(began.sources()).toEqual([])
    began.load()
    expect(began.sources()).toEqual([other])
  })

  it.each([
    ['it is still being fetched', () => []],
    ['the browser does not tell', null],
  ])('is waited for if %s', async (_name, entries) => {
    const began = begin('complete', entries)
    ignore(began.upsdk.scanQRCode())
    await pass(10_000)
    ignore(began.upsdk.scanQRCode())
    await pass(10_000)
    expect(began.sources()).toEqual([])
  })

  it('is replaced at once if it fails while the kit listens', async () => {
    const began = begin('interactive')
    const call = began.upsdk.scanQRCode()
    began.fails()
    expect(began.sources()).toEqual([other])
    comes(began)
    began.added[0]?.dispatchEvent(new Event('load'))
    expect(await stateOf(call)).toBe('scanned')
    expect(began.sources()).toEqual([other])
  })
})
