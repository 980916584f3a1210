/** The fallbacks for pages, maps, sharing and pictures survive odd pages and browsers. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUpsdk as core } from '../../src/core'
import { fallbacks, navi, openLocation, webFallbacks } from '../../src/fallbacks'
import { failureOf, give, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()
beforeEach(() => {
  wallet({ insideWallet: false })
})
afterEach(() => {
  vi.restoreAllMocks()
})

const outside = () =>
  kit({ fallbacks: fallbacks({ ...webFallbacks, navi, openLocation }), presenter: recorder() })
const anything = (value: unknown) => value as never

describe('the fallback of setNavigationBarTitle:', () => {
  it('setNavigationBarTitle without a title leaves the document’s title', async () => {
    document.title = 'before'
    expect(await failureOf(outside().setNavigationBarTitle(anything({})))).toMatchObject({
      reason: 'invalid-params',
    })
    expect(document.title).toBe('before')
  })
})

describe('the fallback of showFlashInfo:', () => {
  it('showFlashInfo is unsupported if nothing can show a toast', async () => {
    const upsdk = core({ fallbacks: webFallbacks })
    expect(await failureOf(upsdk.showFlashInfo({ msg: 'saved' }))).toMatchObject({ reason: 'unsupported' })
    upsdk.destroy()
  })
})

describe('the fallback of openUrl', () => {
  it.each([
    {},
    { url: undefined },
    { url: null },
    { url: 1 },
    { url: ['/next'] },
    { url: '' },
    { url: 'javascript:1' },
  ])('opens nothing for the address %j', async (params) => {
    const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => {})
    const upsdk = outside()
    for (const method of ['navigateTo', 'redirectTo', 'createWebView'] as const)
      expect(await failureOf(upsdk.call(method, anything(params)))).toMatchObject({
        reason: 'invalid-params',
      })
    expect(assign).not.toHaveBeenCalled()
  })
})

describe('the fallback of openLocation', () => {
  const opened = () => vi.spyOn(window.location, 'assign').mockImplementation(() => {})

  it.each(['', null, undefined, ' ', 'x', 91])('refuses the latitude %j', async (latitude) => {
    const assign = opened()
    const there = { latitude, longitude: '121', name: '', address: '' }
    expect(await failureOf(outside().openLocation(anything(there)))).toMatchObject({
      reason: 'invalid-params',
    })
    const way = { sLat: latitude, sLon: 121, sName: '', dLat: 1, dLon: 1, dName: '' }
    expect(await failureOf(outside().navi(anything(way)))).toMatchObject({ reason: 'invalid-params' })
    expect(assign).not.toHaveBeenCalled()
  })

  it('openLocation shows a place with any name', async () => {
    const assign = opened()
    const way = { sLat: 31, sLon: 121, sName: 7, dLat: '32', dLon: '122', dName: 'a\ud800b 😀' }
    await outside().navi(anything(way))
    expect(assign.mock.calls[0]?.[0]).toContain(
      `from=121%2C31%2C7&to=122%2C32%2C${encodeURIComponent('a\ufffdb 😀')}&`,
    )
  })
})

describe('the fallback of getLocation', () => {
  const locate = (query?: () => Promise<unknown>) => {
    const getCurrentPosition = vi.fn((found: (position: unknown) => void) =>
      found({ coords: { latitude: 1, longitude: 2, accuracy: 3 } }),
    )
    give(navigator, 'geolocation', { getCurrentPosition })
    if (query) give(navigator, 'permissions', { query })
    return getCurrentPosition
  }
  const untouched = () => give(navigator, 'userActivation', { isActive: false, hasBeenActive: false })

  it.each([
    ['not given yet', async () => ({ state: 'prompt' })],
    ['not to be told', () => Promise.reject(new TypeError())],
  ])('does not ask before the user touched the page if the permission is %s', async (_what, query) => {
    const getCurrentPosition = locate(query)
    untouched()
    for (const method of ['getLocationGps', 'getLocation'] as const) {
      const error = await failureOf(outside().call(method))
      expect(error).toMatchObject({ reason: 'unsupported', sent: false })
      expect(error.hint).toContain('click handler')
    }
    expect(getCurrentPosition).not.toHaveBeenCalled()
  })

  it('getLocation works on load if the page already has the permission', async () => {
    locate(async () => ({ state: 'granted' }))
    untouched()
    expect(await outside().getLocationGps()).toEqual({ latitude: 1, longitude: 2 })
  })
})

describe('the fallback of showSharePopup', () => {
  it('showSharePopup reports in core, too, that the address was copied', async () => {
    const presenter = recorder()
    give(navigator, 'clipboard', { writeText: async () => {} })
    const upsdk = core({ fallbacks: webFallbacks, presenter })
    await upsdk.showSharePopup(anything({ shareUrl: '/order' }))
    expect(presenter.toasts).toEqual(['Link copied.'])
    upsdk.destroy()
  })

  const panel = (share: (content: { url: string }) => Promise<void>) => give(navigator, 'share', share)

  it('showSharePopup passes an absolute address to the panel', async () => {
    const share = vi.fn(async () => {})
    panel(share)
    await outside().showSharePopup(anything({ shareUrl: '/order?id=7' }))
    expect(share).toHaveBeenCalledWith(
      expect.objectContaining({ url: new URL('/order?id=7', location.href).href }),
    )
  })

  it.each(['javascript:alert(1)', 'upwallet://applet', 7])('refuses %j', async (shareUrl) => {
    const share = vi.fn(async () => {})
    panel(share)
    expect(await failureOf(outside().showSharePopup(anything({ shareUrl })))).toMatchObject({
      reason: 'invalid-params',
    })
    expect(share).not.toHaveBeenCalled()
  })

  it('showSharePopup is busy while the panel is open', async () => {
    panel(() => Promise.reject(new DOMException('', 'InvalidStateError')))
    expect(await failureOf(outside().showSharePopup())).toMatchObject({ reason: 'busy' })
  })
})

describe('the fallback of closeWebApp', () => {
  const pages = (length: number) => vi.spyOn(window.history, 'length', 'get').mockReturnValue(length)

  it('goes back, and resolves when the page is left', async () => {
    pages(2)
    const close = vi.spyOn(window, 'close').mockImplementation(() => {})
    vi.spyOn(window.history, 'back').mockImplementation(() => {
      setTimeout(() => window.dispatchEvent(new Event('popstate')), 1500)
    })
    const call = outside().closeWebApp()
    await pass(1500)
    await call
    await pass(3000)
    expect(close).not.toHaveBeenCalled()
  })

  it.each([1, 2])(
    'tries to go back and to close the window at a history length of %i, and is unsupported if neither works',
    async (length) => {
      pages(length)
      const back = vi.spyOn(window.history, 'back').mockImplementation(() => {})
      const close = vi.spyOn(window, 'close').mockImplementation(() => {})
      const call = failureOf(outside().closeWebApp())
      await pass(3000)
      expect(await call).toMatchObject({ reason: 'unsupported' })
      expect(back).toHaveBeenCalledTimes(length - 1)
      expect(close).toHaveBeenCalledTimes(1)
    },
  )
})

describe('the fallback of getBatteryInfo', () => {
  it('is unsupported if the browser refuses', async () => {
    give(navigator, 'getBattery', () => Promise.reject(new DOMException('', 'NotAllowedError')))
    expect(await failureOf(outside().getBatteryInfo())).toMatchObject({ reason: 'unsupported' })
  })
})

describe('the fallback of saveImage', () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

  /** The name and type of each download. */
  function downloads() {
    const saved: [name: string, type: string][] = []
    const blobs: Blob[] = []
    vi.spyOn(window.URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob)
      return 'blob:x'
    })
    vi.spyOn(window.URL, 'revokeObjectURL').mockImplementation(() => {})
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push([this.download.replace(/\d+/, 'N'), String(blobs[blobs.length - 1]?.type)])
    })
    return saved
  }
  function serve(content: string, type: string) {
    return vi
      .spyOn(window, 'fetch')
      .mockImplementation(
        async () => ({ ok: true, blob: async () => new window.Blob([content], { type }) }) as never,
      )
  }
  async function save(params: object) {
    vi.useRealTimers()
    await outside().saveImage(anything(params))
  }

  it.each([
    ['base64 text', { base64: png }, 'image-N.png', 'image/png'],
    ['a data URL', { image: `data:image/png;base64,${png}` }, 'image-N.png', 'image/png'],
    ['a data URL of another kind', { data: 'data:image/svg+xml,%3Csvg/%3E' }, 'image-N.svg', 'image/svg+xml'],
    ['a data URL as its address', { url: 'data:image/bmp;base64,AAAA' }, 'image-N.bmp', 'image/bmp'],
  ])('keeps the kind of a picture given as %s', async (_what, params, name, type) => {
    const saved = downloads()
    await save(params)
    expect(saved).toEqual([[name, type]])
  })

  it.each(['https://m.example/a', '/a.svg', 'a.svg'])('reads a picture at the address %s', async (url) => {
    const saved = downloads()
    const fetch = serve('<svg/>', 'image/svg+xml')
    await save({ url })
    expect(fetch).toHaveBeenCalledWith(url, { signal: expect.anything() })
    expect(saved).toEqual([['image-N.svg', 'image/svg+xml']])
  })

  it('saveImage recognises a picture by its first bytes if the server names no kind', async () => {
    const saved = downloads()
    serve('GIF89a-and-more', 'application/octet-stream')
    await save({ url: '/a' })
    expect(saved).toEqual([['image-N.gif', 'image/gif']])
  })

  it.each([
    ['text', { base64: 'aGVsbG8sIHdvcmxkIQ==' }, 'system'],
    ['sound', { base64: 'UklGRiQAAABXQVZFZm10IA==' }, 'system'],
    ['a data URL without its comma', { image: 'data:image/png;base64' }, 'invalid-params'],
  ])('refuses %s', async (_what, params, reason) => {
    const saved = downloads()
    expect(await failureOf(save(params))).toMatchObject({ reason })
    expect(saved).toEqual([])
  })

  it('saveImage does not save an error page as a picture', async () => {
    const saved = downloads()
    serve('<html>', 'text/html')
    expect(await failureOf(save({ url: '/a' }))).toMatchObject({ reason: 'system' })
    expect(saved).toEqual([])
  })

  it('saveImage is unsupported if the browser cannot download', async () => {
    const saved = downloads()
    const had = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, 'download')
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'download')
    try {
      expect(await failureOf(save({ base64: png }))).toMatchObject({ reason: 'unsupported' })
    } finally {
      Object.defineProperty(HTMLAnchorElement.prototype, 'download', had || {})
    }
    expect(saved).toEqual([])
  })
})
