/** A phone without a server keeps its settings in its window and in the browser, and the page in its frame gets them. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBrowserStore } from '../../../wallet/phone/settingsStore'
import { DESK, type WindowWithDesk } from '../../../wallet/view/deskOfFrame'

const KEY = 'upsdk-kit.wallet.desk'
const pageStarts = (own: object) => (window as WindowWithDesk)[DESK]?.start(own, document.body)

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
  delete (window as WindowWithDesk)[DESK]
})

describe('the phone’s settings in the browser', () => {
  it('are there for the next window', async () => {
    await createBrowserStore().write({ platform: 'ios', situation: 'c02' })
    expect(await createBrowserStore().read()).toEqual({ platform: 'ios', situation: 'c02' })
  })

  it('are what the page in the frame starts with, over its own', async () => {
    const store = createBrowserStore()
    await store.write({ platform: 'ios' })
    expect(pageStarts({ platform: 'android', answers: { pay: '02' } })).toEqual({
      platform: 'ios',
      answers: { pay: '02' },
    })
  })

  it('show what the page brings, and forget it with the next page', async () => {
    const store = createBrowserStore()
    const told = vi.fn()
    store.subscribe(told)
    pageStarts({ answers: { pay: '02' } })
    expect(told).toHaveBeenCalledWith('nobody')
    expect(await store.read()).toEqual({ answers: { pay: '02' } })
    pageStarts({})
    expect(await store.read()).toEqual({})
    // What a page brings is no choice.
    expect(localStorage.getItem(KEY)).toBeNull()
  })

  it('are restored to what the page brings', async () => {
    const store = createBrowserStore()
    pageStarts({ latency: 0 })
    await store.write({ latency: 5, platform: 'ios' })
    await store.write(undefined)
    expect(await store.read()).toEqual({ latency: 0 })
  })

  it('refuse what is malformed, and say what they take', async () => {
    const store = createBrowserStore()
    expect(await store.write({ kitOptions: { script: 'https://x.example/' } })).toMatch(/^kitOptions: /)
    expect(await store.read()).toEqual({})
  })

  it('ignore what another version or somebody else has left', async () => {
    for (const left of ['{', '[]', 'null', '{"platform":"palm","latency":9,"__proto__":{"ask":true}}']) {
      localStorage.setItem(KEY, left)
      const settings = await createBrowserStore().read()
      expect(Object.keys(settings).filter((name) => name !== 'latency')).toEqual([])
      expect(settings.ask).toBeUndefined()
    }
  })

  it.each(['setItem', 'getItem'] as const)('last as long as the window where %s throws', async (name) => {
    vi.spyOn(Storage.prototype, name).mockImplementation(() => {
      throw new DOMException('no', 'QuotaExceededError')
    })
    const store = createBrowserStore()
    expect(await store.write({ platform: 'ios' })).toBe('')
    expect(await store.read()).toEqual({ platform: 'ios' })
    expect(pageStarts({})).toEqual({ platform: 'ios' })
  })
})
