/** Camera, screen and files outside the wallet, where a page gives up, goes, or asks oddly; real devices: test/browser. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createUpsdk as core } from '../../src/core'
import { webFallbacks } from '../../src/fallbacks'
import { failureOf, give, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

const outside = () => {
  wallet({ insideWallet: false })
  return kit({ fallbacks: webFallbacks, presenter: recorder() })
}
const dialogs = () => document.querySelectorAll('[data-upsdk-kit=dialog]').length
/** Of the dialog on screen. */
const buttons = () =>
  Array.from(document.querySelector('[data-upsdk-kit=dialog]')?.shadowRoot?.querySelectorAll('button') || [])

/** A file chooser, and what it was asked for. */
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

describe('what a fallback says', () => {
  const refused = (options: object) => {
    wallet({ insideWallet: false })
    give(navigator, 'mediaDevices', {
      getUserMedia: () => Promise.reject(new DOMException('', 'NotAllowedError')),
    })
    give(
      window,
      'BarcodeDetector',
      class {
        detect = () => []
      },
    )
    const upsdk = kit({ fallbacks: webFallbacks, presenter: recorder(), ...options })
    return failureOf(upsdk.scanQRCode()).then(({ message }) => message)
  }

  it.each([
    ['zh-CN', '未获相机权限，请在浏览器设置中允许后再试'],
    ['zh-HK', '未獲相機權限，請在瀏覽器設定中允許後再試'],
    ['en', "Allow the camera in your browser's settings, then try again."],
  ])('is in the user’s language: %s', async (locale, text) => {
    expect(await refused({ locale })).toBe(text)
  })

  it('is the page’s own, where it has one under the same key', async () => {
    const messages = { en: { 'allow-camera': 'Camera, please.', permission: 'Permission, please.' } }
    expect(await refused({ locale: 'en', messages })).toBe('Camera, please.')
  })

  it('is the message of its reason in a language that is only the page’s', async () => {
    const messages = { fr: { permission: 'Autorisation refusée.' } }
    expect(await refused({ locale: 'fr', messages })).toBe('Autorisation refusée.')
  })
})

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

  it('is one at a time, however long the browser asks for the camera', async () => {
    let grant = (_stream: unknown) => {}
    const getUserMedia = vi.fn(() => new Promise((resolve) => (grant = resolve)))
    camera(async () => [{ rawValue: 'found' }], getUserMedia)
    const upsdk = outside()
    const first = upsdk.scanQRCode()
    await pass(5000)
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'busy' })
    grant(stream())
    await pass(10)
    expect(await first).toBe('found')
    upsdk.scanQRCode().catch(() => {})
    await pass(10)
    expect(getUserMedia).toHaveBeenCalledTimes(2)
  })

  it('waits for a dialog that is open, and looks at nothing meanwhile', async () => {
    const detect = vi.fn(async () => [{ rawValue: 'found' }])
    camera(detect, async () => stream())
    wallet({ insideWallet: false })
    const upsdk = kit({ fallbacks: webFallbacks })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(10)
    const call = upsdk.scanQRCode()
    await pass(1000)
    expect([dialogs(), detect.mock.calls.length]).toEqual([1, 0])
    buttons()[0]?.click()
    await pass(10)
    expect(await call).toBe('found')
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

  it('is not opened before the user touched the page', async () => {
    const getUserMedia = vi.fn(async () => stream())
    camera(async () => [], getUserMedia)
    give(navigator, 'userActivation', { isActive: false, hasBeenActive: false })
    const error = await failureOf(outside().scanQRCode())
    expect(error).toMatchObject({ reason: 'unsupported', sent: false })
    expect(error.hint).toContain('click handler')
    expect(getUserMedia).not.toHaveBeenCalled()
  })

  it.each([
    ['a detector with nothing behind it', 'NotSupportedError'],
    ['one that broke', 'Error'],
  ])('is unsupported with %s', async (_what, name) => {
    camera(
      async () => {
        throw new DOMException('', name)
      },
      async () => stream(),
    )
    expect(await failureOf(outside().scanQRCode())).toMatchObject({ reason: 'unsupported' })
    expect(dialogs()).toBe(0)
  })

  it('waits for a camera that has given no picture yet', async () => {
    let looks = 0
    camera(
      async () => {
        if (++looks < 3) throw new DOMException('', 'InvalidStateError')
        return [{ rawValue: 'found' }]
      },
      async () => stream(),
    )
    const call = outside().scanQRCode()
    await pass(1000)
    expect(await call).toBe('found')
  })

  it('is unsupported where the kinds of codes cannot be told', async () => {
    camera(
      async () => [],
      async () => stream(),
    )
    give(
      window,
      'BarcodeDetector',
      Object.assign(() => {}, {
        getSupportedFormats: () => Promise.reject(new DOMException('', 'NotSupportedError')),
      }),
    )
    expect(await failureOf(outside().scanQRCode())).toMatchObject({ reason: 'unsupported' })
  })

  it('has a way out also in core, which has no texts', async () => {
    camera(
      async () => [],
      async () => stream(),
    )
    wallet({ insideWallet: false })
    const upsdk = core({ fallbacks: webFallbacks })
    const call = failureOf(upsdk.scanQRCode())
    await pass(100)
    const [button] = buttons()
    expect(button?.textContent).toBe('Cancel')
    button?.click()
    expect(await call).toMatchObject({ reason: 'cancelled' })
    upsdk.destroy()
  })

  it('asks for a tap before a photo, where the camera took longer to fail than the first one counts', async () => {
    camera(
      async () => [{ rawValue: 'found' }],
      async () => {
        throw new DOMException('', 'NotFoundError')
      },
    )
    give(navigator, 'userActivation', { isActive: false, hasBeenActive: true })
    const bitmap = { width: 1, height: 1, close: vi.fn() }
    give(window, 'createImageBitmap', async () => bitmap)
    const { asked, choose } = chooser()
    const call = outside().scanQRCode()
    await pass(100)
    expect(asked).toEqual([])
    give(navigator, 'userActivation', { isActive: true, hasBeenActive: true })
    buttons()
      .filter(({ textContent }) => textContent === 'Choose a photo')[0]
      ?.click()
    await pass(1)
    choose(file)
    expect(await call).toBe('found')
    expect(bitmap.close).toHaveBeenCalledTimes(1)
    expect(dialogs()).toBe(0)
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
  interface Lock {
    released: boolean
    release(): Promise<void>
  }
  function locks() {
    const all: Lock[] = []
    let isRefusing = false
    give(navigator, 'wakeLock', {
      async request() {
        if (isRefusing) throw new DOMException('', 'NotAllowedError')
        const lock = {
          released: false,
          async release() {
            lock.released = true
          },
        }
        all.push(lock)
        return lock
      },
    })
    return {
      get held() {
        return all.filter(({ released }) => !released).length
      },
      refuse(isRefused: boolean) {
        isRefusing = isRefused
      },
      /** As the browser does when the page is no longer seen. */
      takeBack() {
        for (const lock of all) lock.released = true
      },
    }
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

  it('goes on when the page is seen again, which the browser had ended', async () => {
    const counts = locks()
    const upsdk = outside()
    await upsdk.setScreenBrightness({ brightness: '1' })
    const seen = async (isSeen: boolean) => {
      give(document, 'hidden', !isSeen)
      if (!isSeen) counts.takeBack()
      document.dispatchEvent(new Event('visibilitychange'))
      await pass(1)
    }
    await seen(false)
    expect(counts.held).toBe(0)
    await seen(true)
    await seen(true)
    expect(counts.held).toBe(1)
    await upsdk.setScreenBrightness({ brightness: '0' })
    await seen(false)
    await seen(true)
    expect(counts.held).toBe(0)
  })

  it('is not kept for a call that was given up while the browser thought about it', async () => {
    const counts = locks()
    const controller = new AbortController()
    const call = failureOf(outside().setScreenBrightness({ brightness: '1' }, { signal: controller.signal }))
    controller.abort()
    await call
    await pass(10)
    expect(counts.held).toBe(0)
  })

  it('stays kept where a second asking fails', async () => {
    const counts = locks()
    const upsdk = outside()
    await upsdk.setScreenBrightness({ brightness: '1' })
    counts.takeBack()
    counts.refuse(true)
    expect(await failureOf(upsdk.setScreenBrightness({ brightness: '1' }))).toMatchObject({
      reason: 'unsupported',
    })
    counts.refuse(false)
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(10)
    expect(counts.held).toBe(1)
  })

  it('is each kit’s own', async () => {
    const counts = locks()
    const [one, other] = [outside(), outside()]
    await one.setScreenBrightness({ brightness: '1' })
    await other.setScreenBrightness({ brightness: '1' })
    other.destroy()
    await pass(10)
    expect(counts.held).toBe(1)
  })

  it.each(['', null, undefined, ' ', '2', -1, 'x'])('takes %j for no brightness', async (brightness) => {
    const counts = locks()
    const params = { brightness } as { brightness: string }
    expect(await failureOf(outside().setScreenBrightness(params))).toMatchObject({ reason: 'invalid-params' })
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

  it('may come some seconds after the page is back: old browsers tell nothing of cancelling', async () => {
    const CSS = { supports: () => false }
    give(window, 'CSS', CSS)
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
  })

  it('may come as late as the user likes where the browser tells of cancelling', async () => {
    give(window, 'CSS', { supports: () => true })
    const { choose } = chooser()
    const call = outside().chooseFileFromAlbum({ maxSize: 100, sourceType: '01' })
    await pass(10)
    window.dispatchEvent(new Event('focus'))
    await pass(60_000)
    choose(file)
    expect(await call).toMatchObject({ filename: 'a.jpg' })
  })

  it('are not asked for without a tap, which browsers would ignore', async () => {
    give(navigator, 'userActivation', { isActive: false, hasBeenActive: true })
    const { asked } = chooser()
    const upsdk = outside()
    for (const call of [upsdk.chooseImage(), upsdk.chooseFileFromAlbum({ maxSize: 1, sourceType: '01' })]) {
      const error = await failureOf(call)
      expect(error).toMatchObject({ reason: 'unsupported', sent: false })
      expect(error.hint).toContain('click handler')
    }
    expect(asked).toEqual([])
    expect(document.querySelectorAll('input').length).toBe(0)
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
