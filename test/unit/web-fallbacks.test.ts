/** The web's fallbacks where a page gives up, goes, or asks oddly; what they do with real devices is in test/browser. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { webFallbacks } from '../../src/fallbacks'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
  Reflect.deleteProperty(window, 'BarcodeDetector')
  Reflect.deleteProperty(navigator, 'mediaDevices')
  Reflect.deleteProperty(navigator, 'wakeLock')
})

const outside = () => {
  wallet({ insideWallet: false })
  return kit({ fallbacks: webFallbacks, presenter: recorder() })
}
const dialogs = () => document.querySelectorAll('[data-upsdk-kit=dialog]').length
const give = (owner: object, name: string, value: unknown) =>
  Object.defineProperty(owner, name, { configurable: true, value })

describe('the scanner', () => {
  function camera(detect: () => Promise<unknown[]>, getUserMedia: () => Promise<unknown>) {
    give(
      window,
      'BarcodeDetector',
      class {
        detect = detect
      },
    )
    give(navigator, 'mediaDevices', { getUserMedia })
    // happy-dom takes real streams only.
    Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
      configurable: true,
      writable: true,
      value: null,
    })
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue(undefined)
  }
  const stream = () => {
    const track = { stop: vi.fn() }
    return { track, getTracks: () => [track] }
  }

  it('opens nothing once it is given up, though the camera is granted then', async () => {
    let grant = (_stream: unknown) => {}
    camera(
      async () => [],
      () => new Promise((resolve) => (grant = resolve)),
    )
    const controller = new AbortController()
    const call = failureOf(outside().scanQRCode(undefined, { signal: controller.signal }))
    await pass(10)
    controller.abort()
    await call
    const late = stream()
    grant(late)
    await pass(1000)
    expect(late.track.stop).toHaveBeenCalled()
    expect(dialogs()).toBe(0)
  })

  it('looks no more once it is given up', async () => {
    const detect = vi.fn(() => new Promise<never[]>((resolve) => setTimeout(() => resolve([]), 50)))
    camera(detect, async () => stream())
    const upsdk = outside()
    const call = failureOf(upsdk.scanQRCode())
    await pass(20)
    upsdk.destroy()
    await call
    await pass(10_000)
    expect(detect).toHaveBeenCalledTimes(1)
  })

  it('asks for no picture once it is given up', async () => {
    let formats = (_formats: string[]) => {}
    give(
      window,
      'BarcodeDetector',
      Object.assign(() => {}, { getSupportedFormats: () => new Promise((resolve) => (formats = resolve)) }),
    )
    const click = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => {})
    const controller = new AbortController()
    const call = failureOf(outside().scanQRCode(undefined, { signal: controller.signal }))
    await pass(1)
    controller.abort()
    formats(['qr_code'])
    await call
    await pass(10)
    expect(click).not.toHaveBeenCalled()
  })
})

describe('keeping the screen on', () => {
  function locks() {
    const counts = { held: 0 }
    const release = async () => void counts.held--
    give(navigator, 'wakeLock', {
      async request() {
        counts.held++
        return { release }
      },
    })
    return counts
  }

  it('ends with the kit', async () => {
    const counts = locks()
    const upsdk = outside()
    await upsdk.setScreenBrightness({ brightness: '1' })
    expect(counts.held).toBe(1)
    upsdk.destroy()
    await pass(10)
    expect(counts.held).toBe(0)
  })

  it('takes one lock, however quickly a slider moves, and leaves none', async () => {
    const counts = locks()
    const upsdk = outside()
    const calls = ['0.6', '0.7', '0.8'].map((brightness) => upsdk.setScreenBrightness({ brightness }))
    await Promise.all(calls)
    expect(counts.held).toBe(1)
    await upsdk.setScreenBrightness({ brightness: '0' })
    expect(counts.held).toBe(0)
  })
})

describe('files', () => {
  function chooser() {
    const asked: HTMLInputElement[] = []
    vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
      asked.push(this)
    })
    return {
      asked,
      choose(file: File) {
        const input = asked[asked.length - 1] as HTMLInputElement
        Object.defineProperty(input, 'files', { value: [file] })
        input.dispatchEvent(new Event('change'))
      },
    }
  }
  const file = new File(['x'], 'a.jpg')

  it('are asked for by a kind that is known, whatever the page says', async () => {
    const { asked } = chooser()
    outside()
      .chooseFileFromAlbum({ maxSize: 1, sourceType: 'constructor' as '00' })
      .catch(() => {})
    await pass(10)
    expect(asked[0]?.accept).toBe('image/*,video/*')
  })

  it('are forgotten with the kit', async () => {
    const { choose } = chooser()
    const upsdk = outside()
    const call = upsdk.chooseFileFromAlbum({ maxSize: 100, sourceType: '01' })
    await pass(1)
    choose(file)
    const { url } = await call
    const read = { url, bufferSize: 10, fromOffset: 0 }
    expect(await upsdk.readAlbumData(read)).toMatchObject({ isFinished: '1' })
    upsdk.destroy()
    expect(await failureOf(kit({ fallbacks: webFallbacks }).readAlbumData(read))).toMatchObject({
      code: '07',
    })
  })

  it('may come some seconds after the page is back, in browsers that tell nothing of cancelling', async () => {
    const had = 'oncancel' in document.createElement('input')
    let owner: object | null = HTMLInputElement.prototype
    while (owner && !Object.prototype.hasOwnProperty.call(owner, 'oncancel'))
      owner = Object.getPrototypeOf(owner)
    const kept = owner && Object.getOwnPropertyDescriptor(owner, 'oncancel')
    if (owner) Reflect.deleteProperty(owner, 'oncancel')
    try {
      const { choose } = chooser()
      const upsdk = outside()
      const call = upsdk.chooseFileFromAlbum({ maxSize: 100, sourceType: '01' })
      await pass(10)
      window.dispatchEvent(new Event('focus'))
      await pass(4000)
      choose(file)
      expect(await call).toMatchObject({ filename: 'a.jpg' })
      const cancelled = failureOf(upsdk.chooseFileFromAlbum({ maxSize: 100, sourceType: '01' }))
      await pass(10)
      window.dispatchEvent(new Event('focus'))
      await pass(6000)
      expect(await cancelled).toMatchObject({ reason: 'cancelled' })
    } finally {
      if (owner && kept) Object.defineProperty(owner, 'oncancel', kept)
      expect('oncancel' in document.createElement('input')).toBe(had)
    }
  })

  it('are not downloaded once the call is given up', async () => {
    let load = (_response: unknown) => {}
    vi.spyOn(window, 'fetch').mockImplementation(() => new Promise((resolve) => (load = resolve as never)))
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    const controller = new AbortController()
    const upsdk = outside()
    const call = failureOf(upsdk.saveImage({ url: 'https://m.example/a.png' }, { signal: controller.signal }))
    await pass(10)
    controller.abort()
    await call
    load({ ok: true, blob: async () => new Blob(['x'], { type: 'image/png' }) })
    await pass(10)
    expect(click).not.toHaveBeenCalled()
  })
})

describe('a request', () => {
  it.each([
    ['an object says that it is JSON', { data: { a: 1 } }, 'application/json'],
    ['a text says nothing of itself', { data: 'a=1' }, undefined],
    ['the page’s own header is kept', { data: { a: 1 }, headers: { 'content-type': 'text/x' } }, 'text/x'],
  ])('of %s', async (_what, more, type) => {
    const fetch = vi.spyOn(window, 'fetch').mockImplementation(async () => new Response('{}') as never)
    await outside().sendRequest({ url: 'https://m.example/', method: 'POST', dataType: 'json', ...more })
    const headers = fetch.mock.calls[0]?.[1]?.headers as Record<string, string>
    const found = Object.keys(headers).filter((name) => name.toLowerCase() === 'content-type')
    expect(found.map((name) => headers[name])[0]).toBe(type)
    expect(found.length).toBe(type ? 1 : 0)
  })
})

describe('the title', () => {
  it('stays where there is no new one', async () => {
    document.title = 'before'
    expect(await failureOf(outside().setNavigationBarTitle({} as { title: string }))).toMatchObject({
      reason: 'invalid-params',
    })
    expect(document.title).toBe('before')
  })
})
