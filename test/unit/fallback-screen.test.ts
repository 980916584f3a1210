/** The fallback of `setScreenBrightness` keeps the screen on with one lock, as long as the page asks. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { outside } from '../support/outside'
import { failureOf, give, pass, useWallets } from '../support/wallet'

useWallets()
afterEach(() => {
  vi.restoreAllMocks()
})

describe('the fallback of setScreenBrightness:', () => {
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
      /** The browser does this when the page is hidden. */
      takeBack() {
        for (const lock of all) lock.released = true
      },
    }
  }

  it('keeping the screen on ends when the kit is destroyed', async () => {
    const counts = locks()
    const upsdk = outside()
    await upsdk.setScreenBrightness({ brightness: '1' })
    expect(counts.held).toBe(1)
    upsdk.destroy()
    await pass(10)
    expect(counts.held).toBe(0)
  })

  it('keeping the screen on resumes when the page is visible again', async () => {
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

  it('keeping the screen on is not retried at visibility after the browser refused it', async () => {
    const counts = locks()
    const upsdk = outside()
    counts.refuse(true)
    await failureOf(upsdk.setScreenBrightness({ brightness: '1' }))
    counts.refuse(false)
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(1)
    expect(counts.held).toBe(0)
  })

  it('the screen is not kept on for a call that was aborted before the browser agreed', async () => {
    const counts = locks()
    const controller = new AbortController()
    const call = failureOf(outside().setScreenBrightness({ brightness: '1' }, { signal: controller.signal }))
    controller.abort()
    await call
    await pass(10)
    expect(counts.held).toBe(0)
  })

  it('the screen stays on if a second request fails', async () => {
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

  it('each kit keeps the screen on independently', async () => {
    const counts = locks()
    const [one, other] = [outside(), outside()]
    await one.setScreenBrightness({ brightness: '1' })
    await other.setScreenBrightness({ brightness: '1' })
    other.destroy()
    await pass(10)
    expect(counts.held).toBe(1)
  })

  it.each(['', null, undefined, ' ', '2', -1, 'x'])('%j is no brightness', async (brightness) => {
    const counts = locks()
    const params = { brightness } as { brightness: string }
    expect(await failureOf(outside().setScreenBrightness(params))).toMatchObject({ reason: 'invalid-params' })
    expect(counts.held).toBe(0)
  })

  it('quick changes of brightness take one lock and release it', async () => {
    const counts = locks()
    const upsdk = outside()
    const calls = ['0.6', '0.7', '0.8'].map((brightness) => upsdk.setScreenBrightness({ brightness }))
    await Promise.all(calls)
    expect(counts.held).toBe(1)
    await upsdk.setScreenBrightness({ brightness: '0' })
    expect(counts.held).toBe(0)
  })
})
