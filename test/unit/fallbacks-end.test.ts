/** A fallback ends with its call, and frees what it holds. */
import { describe, expect, it, vi } from 'vitest'
import { fallbacks } from '../../src/fallbacks'
import { outsideWith } from '../support/outside'
import { failureOf, ignore, kit, pass, recorder, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the end of a fallback:', () => {
  it.each<[string, (controller: AbortController, upsdk: ReturnType<typeof kit>) => void]>([
    ['the page aborts', (controller) => controller.abort()],
    ['the kit is destroyed', (_controller, upsdk) => upsdk.destroy()],
  ])('a fallback ends and frees what it holds when %s', async (_what, end) => {
    const freed = vi.fn()
    const upsdk = outsideWith({
      scanQRCode(_params, { onEnd }) {
        onEnd(freed)
        return new Promise<string>(() => {})
      },
    })
    const controller = new AbortController()
    const call = failureOf(upsdk.scanQRCode(undefined, { signal: controller.signal }))
    await pass(10)
    expect(freed).not.toHaveBeenCalled()
    end(controller, upsdk)
    expect(await call).toMatchObject({ reason: 'aborted' })
    expect(freed).toHaveBeenCalledTimes(1)
  })

  it('a fallback frees at once what it gets after its end', async () => {
    const freed = vi.fn()
    let late: (() => void) | undefined
    const upsdk = outsideWith({
      scanQRCode(_params, { onEnd }) {
        late = () => onEnd(freed)
        return 'x'
      },
    })
    await upsdk.scanQRCode()
    late?.()
    expect(freed).toHaveBeenCalledTimes(1)
  })

  it('a fallback ends at the time limit of its method', async () => {
    const upsdk = outsideWith({ getLocationGps: () => new Promise<never>(() => {}) })
    const call = failureOf(upsdk.getLocationGps())
    await pass(31_000)
    expect(await call).toMatchObject({ reason: 'timeout', sent: false })
  })

  it('an interactive fallback has no time limit, and a second tap is busy for 3 s', async () => {
    const upsdk = outsideWith({ scanQRCode: () => new Promise<never>(() => {}) })
    const call = upsdk.scanQRCode()
    expect(await failureOf(upsdk.scanQRCode())).toMatchObject({ reason: 'busy' })
    await pass(60_000)
    expect(await stateOf(call)).toBe('pending')
    ignore(call)
  })
})

describe('the cleanup of a fallback:', () => {
  it('a fallback whose cleanup throws settles its call, and other calls keep their limits', async () => {
    wallet({ insideWallet: false })
    const upsdk = kit({
      presenter: recorder(),
      fallbacks: fallbacks({
        vibrate(_params, { onEnd }) {
          onEnd(() => {
            throw new Error('of the page')
          })
          return new Promise<void>(() => {})
        },
        getScreenParams: () => new Promise<Record<string, unknown>>(() => {}),
      }),
    })
    const first = failureOf(upsdk.vibrate(undefined, { timeout: 1000 }))
    await expect(pass(1500)).rejects.toThrow('of the page')
    expect(await stateOf(first)).toMatchObject({ reason: 'timeout' })
    const second = failureOf(upsdk.getScreenParams(undefined, { timeout: 1000 }))
    await pass(1500)
    expect(await second).toMatchObject({ reason: 'timeout' })
  })
})
