/** The fallback of `scanQRCode` survives pages that abort, unload, or pass odd values; real cameras: test/pages. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createUpsdk as core } from '../../src/core'
import { webFallbacks } from '../../src/fallbacks'
import { buttons, chooser, dialogs, outside } from '../support/outside'
import { failureOf, give, ignore, kit, pass, useWallets, wallet } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

const file = new File(['x'], 'a.jpg')

describe('the fallback of scanQRCode:', () => {
  function camera(detect: () => Promise<unknown[]>, getUserMedia: () => Promise<unknown>) {
    give(
      window,
      'BarcodeDetector',
      class {
        detect = detect
      },
    )
    give(navigator, 'mediaDevices', { getUserMedia })
    // happy-dom accepts real streams only.
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

  it('the scanner opens nothing after an abort, even if the camera is granted then', async () => {
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

  it('the scanner runs once at a time, however long the browser asks for the camera', async () => {
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
    ignore(upsdk.scanQRCode())
    await pass(10)
    expect(getUserMedia).toHaveBeenCalledTimes(2)
  })

  it('the scanner waits for an open dialog, and reads no picture meanwhile', async () => {
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

  it('the scanner stops reading pictures after an abort', async () => {
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

  it('the scanner does not open before the user has touched the page', async () => {
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
  ])('the scanner is unsupported with %s', async (_what, name) => {
    camera(
      async () => {
        throw new DOMException('', name)
      },
      async () => stream(),
    )
    expect(await failureOf(outside().scanQRCode())).toMatchObject({ reason: 'unsupported' })
    expect(dialogs()).toBe(0)
  })

  it('the scanner waits for a camera without a first picture', async () => {
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

  it('the scanner is unsupported if the browser does not know its code formats', async () => {
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

  it('the scanner can be closed in core, which has no texts', async () => {
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

  it('the scanner asks for a new tap before a photo if the camera failed after the first one expired', async () => {
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

  it('the scanner asks for no photo after an abort', async () => {
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
