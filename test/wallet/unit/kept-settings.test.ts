/** The settings that a developer has chosen: where they are kept, when they apply, and when the page is loaded again. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPageSettings } from '../../../wallet/page/pageSettings'
import { createStateStore } from '../../../wallet/page/stateStore'
import { createMemory, noStore, pageStore, type Store, serverStore } from '../../../wallet/page/storage'
import type { DeskSettings } from '../../../wallet/shared/settings'

const KEY = 'upsdk-kit.wallet'

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  localStorage.clear()
})

/** A browser whose storage throws, as in a frame without cookies. */
const withoutStorage = () =>
  vi.stubGlobal(
    'localStorage',
    new Proxy(
      {},
      {
        get() {
          throw new Error('denied')
        },
      },
    ),
  )

describe('the page’s own storage', () => {
  it('has the settings until they are restored', async () => {
    await pageStore.write({ latency: 5 })
    expect(localStorage.getItem(KEY)).toBe('{"latency":5}')
    expect(pageStore.read()).toEqual({ latency: 5 })
    await pageStore.write(undefined)
    expect(localStorage.getItem(KEY)).toBe(null)
    expect(pageStore.read()).toEqual({})
  })

  it('has nothing if its text is no JSON', () => {
    localStorage.setItem(KEY, '{')
    expect(pageStore.read()).toBe(undefined)
  })

  it('may be denied: the page then forgets', async () => {
    withoutStorage()
    await expect(pageStore.write({ latency: 5 })).resolves.toBe(undefined)
    expect(pageStore.read()).toEqual({})
    createMemory('scanned').set('text')
    expect(createMemory('scanned').get()).toBe('')
  })

  it('remembers a text of each name', () => {
    createMemory('scanned').set('text')
    expect(localStorage.getItem(`${KEY}.scanned`)).toBe('text')
    expect([createMemory('scanned').get(), createMemory('other').get()]).toEqual(['text', ''])
    createMemory('scanned').set('')
    expect(localStorage.getItem(`${KEY}.scanned`)).toBe(null)
  })
})

describe('a store of settings', () => {
  it('of a test keeps nothing', async () => {
    await noStore.write({ latency: 5 })
    expect(noStore.read()).toEqual({})
    expect(localStorage.length).toBe(0)
  })

  it('on a server gets them as JSON, and null to restore them', async () => {
    const fetched = vi.fn(() => Promise.resolve(new Response('')))
    vi.stubGlobal('fetch', fetched)
    const store = serverStore('/state')
    await store.write({ latency: 5 })
    await store.write(undefined)
    const request = { method: 'POST', headers: { 'Content-Type': 'application/json' } }
    expect(fetched.mock.calls).toEqual([
      ['/state', { ...request, body: '{"latency":5}' }],
      ['/state', { ...request, body: 'null' }],
    ])
    expect(store.read()).toEqual({})
  })

  it('on a server that is not reached fails silently', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('blocked')))
    await expect(serverStore('/state').write({})).resolves.toBe(undefined)
  })
})

describe('the settings of a page', () => {
  let written: unknown[] = []
  let reloads = 0
  const make = (given: DeskSettings = {}, stored: unknown = {}, isServerStore = false) => {
    const store: Store = { read: () => stored, write: (settings) => Promise.resolve(written.push(settings)) }
    return createPageSettings(given, store, isServerStore)
  }
  beforeEach(() => {
    written = []
    reloads = 0
    vi.spyOn(location, 'reload').mockImplementation(() => void reloads++)
  })

  it('are what was given, what is kept, and times by default', () => {
    expect(make().chosen()).toEqual({ latency: 300, readyAfter: 300 })
    expect(make({ latency: 1, platform: 'ios' }, { latency: 2 }).chosen()).toEqual({
      latency: 2,
      readyAfter: 300,
      platform: 'ios',
    })
  })

  it('leave out what is malformed, with a warning that names it', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const before = { platform: 'phone', sound: true }
    expect(make({ latency: -1 }, before).chosen()).toEqual({ latency: 300, readyAfter: 300 })
    expect(warn.mock.calls).toEqual([
      ['[upsdk-kit] The setting "latency" of the simulated wallet is malformed. It takes: a time in ms.'],
      [
        '[upsdk-kit] The setting "platform" of the simulated wallet is malformed. It takes: android, ios, harmony.',
      ],
      ['[upsdk-kit] The simulated wallet has no setting "sound".'],
    ])
  })

  it('are in force with their defaults, and where no situation says otherwise', () => {
    expect(make({ insideWallet: true, situation: 'outside' }).inForce()).toMatchObject({
      insideWallet: false,
      platform: 'android',
      ask: false,
    })
  })

  it('apply at once, are kept, and tell who listens', async () => {
    const settings = make({ ask: true })
    let told = 0
    settings.subscribe(() => void told++)
    settings.subscribe(() => void told++)
    settings.change({ latency: 7 })
    expect(settings.chosen()).toEqual({ latency: 7, readyAfter: 300, ask: true })
    expect(written).toEqual([{ latency: 7, readyAfter: 300, ask: true }])
    await Promise.resolve()
    expect([told, reloads]).toEqual([2, 0])
  })

  it('that a page reads at its start load it again once they are kept', async () => {
    const settings = make()
    let told = 0
    settings.subscribe(() => void told++)
    settings.change({ platform: 'ios' })
    expect(reloads).toBe(0)
    await Promise.resolve()
    expect([told, reloads]).toEqual([0, 1])
    settings.change({ platform: 'ios' })
    await Promise.resolve()
    expect([told, reloads]).toEqual([1, 1])
  })

  it('can be restored: those on a server by loading the page again', async () => {
    const own = make({ latency: 1 })
    own.change({ latency: 2 })
    own.change(undefined)
    expect(own.chosen()).toEqual({ latency: 1, readyAfter: 300 })
    expect(written).toEqual([{ latency: 2, readyAfter: 300 }, undefined])
    await Promise.resolve()
    expect(reloads).toBe(0)
    make({ latency: 1 }, {}, true).change(undefined)
    await Promise.resolve()
    expect(reloads).toBe(1)
  })

  it('are replaced by those of the phone without being kept again', () => {
    const settings = make({ ask: true })
    let told = 0
    settings.subscribe(() => void told++)
    settings.replace({ latency: 9 })
    expect([settings.chosen(), told, written]).toEqual([{ latency: 9 }, 1, []])
  })

  it('keep an answer from a sheet: a value as the result, all else as the outcome', () => {
    const settings = make({ answers: { qrPay: 'c02' }, results: { login: 1 } })
    settings.keepAnswer('scanQRCode', { outcome: 'success', value: 'text' })
    settings.keepAnswer('pay', { outcome: 'success' })
    settings.keepAnswer('bioDetect', { outcome: '94', value: 'x' })
    expect(settings.chosen()).toMatchObject({
      answers: { qrPay: 'c02', pay: 'success', bioDetect: '94' },
      results: { login: 1, scanQRCode: 'text' },
    })
  })
})

describe('what native shows around a page', () => {
  it('is told after each change, and not for the same state', () => {
    const store = createStateStore()
    const told: unknown[] = []
    store.subscribe((state) => void told.push(['first', state]))
    store.subscribe((state) => void told.push(['second', state]))
    store.set(store.now())
    expect(told).toEqual([])
    const next = { ...store.now(), isClosed: true }
    store.set(next)
    expect(store.now()).toBe(next)
    expect(told).toEqual([
      ['first', next],
      ['second', next],
    ])
  })
})
