/** A failure is not shown if the page or the moment asks for silence. */
import { describe, expect, it, vi } from 'vitest'
import type { UpsdkError, UpsdkOptions } from '../../src/index'
import { fail, silent } from '../../wallet/simulator'
import { failureOf, give, kit, pass, recorder, SIGNED, stateOf, useWallets, wallet } from '../support/wallet'

useWallets()

describe('a failure is not shown', () => {
  it.each<[string, (error: UpsdkError) => void]>([
    ['if catch prevents it', (error) => error.preventDefault()],
    ['if notify() showed it', (error) => void kit().notify(error)],
  ])('%s', async (_name, handle) => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    await kit({ presenter }).bioDetect().catch(handle)
    await pass(5000)
    expect(presenter.toasts).toEqual([])
  })

  it('if fail prevents it, or exists at all, unless the call says notify: true', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    await failureOf(upsdk.bioDetect({ fail() {} }))
    await pass(400)
    expect(presenter.toasts).toHaveLength(0)
    await failureOf(upsdk.bioDetect({ fail() {} }, { notify: true }))
    await pass(400)
    expect(presenter.toasts).toHaveLength(1)
  })

  it('for an empty text', () => {
    wallet()
    const presenter = recorder()
    for (const text of ['', ' ', undefined, null]) kit({ presenter }).toast(text as string)
    expect(presenter.toasts).toEqual([])
  })

  it('after destroy, which leaves no element behind', () => {
    wallet()
    const presenter = recorder()
    const upsdk = kit({ presenter })
    upsdk.destroy()
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    const listen = vi.spyOn(document, 'addEventListener')
    upsdk.notify('94')
    expect(listen).not.toHaveBeenCalled()
    hidden.mockRestore()
    listen.mockRestore()
  })

  it('for a quiet method, nor for cancelled, aborted and busy', async () => {
    wallet({
      readyAfter: 10,
      answers: { getLocationGps: fail('c02'), scanQRCode: fail({ msg: '用户取消' }), pay: silent() },
    })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    const calls = [
      upsdk.getLocationGps(),
      upsdk.scanQRCode(),
      upsdk.pay({ tn: '1' }),
      upsdk.pay({ tn: '1' }),
    ].map(stateOf)
    await pass(1000)
    upsdk.destroy()
    await Promise.all(calls)
    await pass(1000)
    expect([presenter.toasts, presenter.dialogs]).toEqual([[], []])
  })

  it('if the kit’s notify or the call’s says no', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    await failureOf(kit({ presenter, notify: false }).bioDetect())
    await failureOf(kit({ presenter, notify: (error) => error.code !== '95' }).bioDetect())
    await failureOf(kit({ presenter }).bioDetect(undefined, { notify: false }))
    await pass(1000)
    expect(presenter.toasts).toEqual([])
  })

  it('as outside-wallet for methods on load, but for every tap on an interactive one', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    const upsdk = kit({ presenter, locale: 'en' })
    await failureOf(upsdk.appletAuth())
    await pass(10)
    expect(presenter.dialogs).toHaveLength(0)
    for (let tap = 1; tap <= 3; tap++) {
      await failureOf(upsdk.scanQRCode())
      await pass(10)
      expect(presenter.dialogs).toHaveLength(tap)
      presenter.answer(false)
      await pass(10)
    }
  })
})

describe('a failure without a tap is not shown, since it would only interrupt:', () => {
  const NEVER_THERE = { upsdk: 'missing' }

  it.each([
    ['outside-wallet', { insideWallet: false }],
    ['sdk-missing', NEVER_THERE],
    ['ready-timeout', { readyAfter: 'never' }],
    ['bad-signature', { answers: { appletAuth: fail('c01'), bioDetect: fail('c01') } }],
    ['bad-config', { answers: { appletAuth: fail('c00'), bioDetect: fail('c00') } }],
  ] as const)('%s on load', async (reason, options) => {
    wallet(options as object)
    if (options === NEVER_THERE) Reflect.deleteProperty(window, 'upsdk')
    const presenter = recorder()
    const upsdk = kit({ presenter, readyTimeout: 100 })
    const reasonOf = async (call: Promise<unknown>) => {
      const failure = failureOf(call)
      await pass(1000)
      return (await failure).reason
    }
    expect(await reasonOf(upsdk.appletAuth())).toBe(reason)
    expect([presenter.toasts, presenter.dialogs]).toEqual([[], []])
    expect(await reasonOf(upsdk.bioDetect())).toBe(reason)
    expect(presenter.toasts.length + presenter.dialogs.length).toBe(1)
  })

  describe('except of a payment that a page makes on load:', () => {
    const WAYS = [
      ['outside-wallet', { insideWallet: false }, {}],
      ['sdk-missing', NEVER_THERE, {}],
      ['ready-timeout', { readyAfter: 'never' }, {}],
      ['bad-config', {}, { config: 5 as never }],
      ['bad-signature', { answers: { config: fail({ errmsg: 'refused' }) } }, { config: SIGNED }],
    ] as const
    const paid = async (options: object, kitOptions: UpsdkOptions, params: object = {}) => {
      give(navigator, 'userActivation', { hasBeenActive: false })
      wallet(options)
      if (options === NEVER_THERE) Reflect.deleteProperty(window, 'upsdk')
      const presenter = recorder()
      const failure = failureOf(
        kit({ presenter, readyTimeout: 100, ...kitOptions }).pay({ tn: '1', ...params }),
      )
      await pass(1000)
      return { reason: (await failure).reason, shown: presenter.toasts.length + presenter.dialogs.length }
    }

    it.each(WAYS)('%s is shown, though nobody has tapped', async (reason, options, kitOptions) => {
      expect(await paid(options, kitOptions)).toEqual({ reason, shown: 1 })
    })

    it.each(WAYS)('%s is not shown if the page handles it', async (reason, options, kitOptions) => {
      expect(await paid(options, kitOptions, { fail() {} })).toEqual({ reason, shown: 0 })
      expect(await paid(options, { ...kitOptions, notify: false })).toEqual({ reason, shown: 0 })
    })
  })
})

describe('the option notify of a kit', () => {
  it.each<[string, () => boolean | void, number]>([
    ['gives nothing: it is shown', () => {}, 1],
    ['gives true: it is shown', () => true, 1],
    ['gives false: it is not', () => false, 0],
  ])('may be a function that %s', async (_what, notify, shown) => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    await failureOf(kit({ presenter, notify }).bioDetect())
    await pass(400)
    expect(presenter.toasts).toHaveLength(shown)
  })

  it('shows the failure if it throws, and the page gets the error', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const notify = () => {
      throw new Error('of the page')
    }
    await failureOf(kit({ presenter, notify }).bioDetect())
    await expect(pass(1000)).rejects.toThrow('of the page')
    expect(presenter.toasts).toHaveLength(1)
  })

  it('is not called if the call itself says notify: true', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const notify = vi.fn(() => false)
    await failureOf(kit({ presenter, notify }).bioDetect({}, { notify: true }))
    await pass(400)
    expect(notify).not.toHaveBeenCalled()
    expect(presenter.toasts).toHaveLength(1)
  })
})

describe('preventDefault() on the failure', () => {
  it('in the function given as notify keeps the kit quiet', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const call = kit({ presenter, notify: (error) => error.preventDefault() }).bioDetect()
    const error = (await failureOf(call)) as UpsdkError
    expect(error.defaultPrevented).toBe(false)
    await pass(500)
    expect(error).toMatchObject({ defaultPrevented: true, presented: false })
    expect(presenter.toasts).toEqual([])
  })
})
