/** upsdk.js is loaded once, and again after a failure; a script that the page has is waited for. */
import { describe, expect, it, vi } from 'vitest'
import { loadScript } from '../../src/gate/load'
import { isUpsdkScript } from '../../src/gate/signs'
import type { UpsdkWindow } from '../../src/types/window'
import { give, pass, stateOf, useWallets } from '../support/wallet'

useWallets()

describe('the script', () => {
  const url = 'https://cdn.example/own.js'
  const page = () => {
    const document = window.document.implementation.createHTMLDocument()
    const script = window.document.createElement('script')
    const created = vi.spyOn(document, 'createElement').mockReturnValue(script)
    const appended = vi.spyOn(document.head, 'appendChild').mockImplementation((node) => node)
    return {
      document,
      script,
      created,
      appended,
      window: { document, addEventListener() {} } as unknown as UpsdkWindow,
    }
  }

  it.each([
    ['https://open.95516.com/s/open/js/upsdk.js', true],
    ['https://cdn.example/upsdk.min.js?v=1', true],
    ['https://cdn.example/upsdk.js#x', true],
    ['https://cdn.example/myupsdk.js', false],
    ['https://cdn.example/upsdk.json', false],
    ['https://cdn.example/upsdkXjs', false],
    [undefined, false],
  ])('%s brings upsdk: %s', (src, brings) => {
    expect(isUpsdkScript({ src })).toBe(brings)
    expect(isUpsdkScript(null)).toBe(false)
  })

  it('is loaded once, however many ask', async () => {
    const { window, script, appended } = page()
    const loads = [loadScript(window, url, () => true), loadScript(window, url, () => true)]
    expect(appended).toHaveBeenCalledExactlyOnceWith(script)
    expect(script.src).toBe(url)
    expect(await stateOf(Promise.all(loads))).toBe('pending')
    script.dispatchEvent(new Event('load'))
    await Promise.all(loads)
  })

  it('that failed is taken away, and loaded again for the next who asks', async () => {
    const { window, script, appended } = page()
    const remove = vi.spyOn(script, 'remove')
    const load = loadScript(window, url, () => true)
    script.dispatchEvent(new Event('error'))
    await expect(load).rejects.toThrow('upsdk.js did not load')
    expect(remove).toHaveBeenCalledTimes(1)
    loadScript(window, url, () => true)
    expect(appended).toHaveBeenCalledTimes(2)
  })

  it.each(['https://cdn.example/upsdk.js', url])('%s that the page has is waited for', async (src) => {
    const { window, document, script, appended } = page()
    vi.spyOn(document, 'querySelectorAll').mockReturnValue([{ src: 'other.js' }, script] as never)
    Object.defineProperty(script, 'src', { value: src })
    const load = loadScript(window, url, () => true)
    expect(appended).not.toHaveBeenCalled()
    script.dispatchEvent(new Event('load'))
    await load
  })
})

describe('a script element that the browser has fetched already', () => {
  const url = 'https://cdn.example/own/upsdk.js'
  const fetched = (name: string) => (name === url ? [{}] : [])
  const begin = (state: DocumentReadyState = 'complete', entries: typeof fetched | null = fetched) => {
    const document = window.document.implementation.createHTMLDocument()
    const script = document.createElement('script')
    vi.spyOn(document, 'querySelectorAll').mockReturnValue([script] as never)
    Object.defineProperty(script, 'src', { value: url })
    const added: HTMLScriptElement[] = []
    vi.spyOn(document.head, 'appendChild').mockImplementation((node) => {
      added.push(node as unknown as HTMLScriptElement)
      return node
    })
    give(performance, 'getEntriesByName', entries)
    const complete = vi.fn()
    const there = {
      document,
      performance,
      addEventListener: (type: string, run: () => void, options: object) =>
        expect([complete.mockImplementation(run), type, options]).toEqual([complete, 'load', { once: true }]),
    } as unknown as UpsdkWindow
    vi.spyOn(document, 'readyState', 'get').mockReturnValue(state)
    return {
      complete,
      there,
      script,
      added,
      load: loadScript(there, 'https://cdn.example/other.js', () => !there.upsdk),
    }
  }

  it('may still run: it is waited for a second', async () => {
    const { script, added, load } = begin()
    await pass(999)
    script.dispatchEvent(new Event('load'))
    await load
    await pass(10_000)
    expect(added).toEqual([])
  })

  it('has failed, where nothing comes of it: another takes its place', async () => {
    const { added, load } = begin()
    await pass(1000)
    expect(added.map(({ src }) => src)).toEqual(['https://cdn.example/other.js'])
    added[0]?.dispatchEvent(new Event('load'))
    await load
  })

  it('may run as long as the page is being read, as a deferred one does', async () => {
    const { added, complete } = begin('interactive')
    await pass(10_000)
    expect(added).toEqual([])
    complete()
    await pass(1000)
    expect(added).toHaveLength(1)
  })

  it.each([
    ['it is still being fetched', () => []],
    ['the browser does not tell', null],
  ])('is waited for, where %s', async (_name, entries) => {
    const { added } = begin('complete', entries)
    await pass(10_000)
    expect(added).toEqual([])
  })

  it('has run, where upsdk is there meanwhile', async () => {
    const { there, added, load } = begin()
    there.upsdk = {}
    await pass(1000)
    await load
    expect(added).toEqual([])
  })

  it('is replaced where it failed and was heard', async () => {
    const { script, added, load, there } = begin()
    script.dispatchEvent(new Event('error'))
    await expect(load).rejects.toThrow('did not load')
    expect(added).toEqual([])
    vi.spyOn(there.document, 'querySelectorAll').mockReturnValue([] as never)
    loadScript(there, url, () => true)
    expect(added).toHaveLength(1)
  })
})
