/** A failure is shown once, in the user’s language, when the user can see it. */
import { describe, expect, it, vi } from 'vitest'
import { fail, succeed } from '../../wallet/simulator'
import { IDENTITY, isShown, toastText } from '../support/shown'
import {
  failureOf,
  give,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('the message of a failure', () => {
  it('appears once, as toast or dialog, in the user’s language', async () => {
    wallet({ language: 'en_US', answers: { bioDetect: fail('95'), verifyPayPwd: fail('99') } })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    const toast = await failureOf(upsdk.bioDetect())
    const dialog = await failureOf(upsdk.verifyPayPwd({ transNo: '1', bizType: '1' }))
    await pass(400)
    expect(presenter.toasts).toEqual(['Face not verified. Look at the camera and try again.'])
    expect(presenter.dialogs).toEqual(['Verify your identity in the UnionPay App, then try again. | OK'])
    expect([toast.presented, dialog.presented]).toEqual([true, true])
  })

  it('appears no earlier than 400 ms after an interactive method’s answer', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    await failureOf(kit().bioDetect())
    await pass(399)
    expect(isShown()).toBe(false)
    await pass(1)
    expect(isShown()).toBe(true)
  })

  it('appears once the document is visible again', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    await failureOf(kit().bioDetect())
    await pass(5000)
    expect(isShown()).toBe(false)
    hidden.mockRestore()
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(400)
    expect(isShown()).toBe(true)
  })

  it.each([
    ['the document', () => document],
    ['the window', () => window],
  ])(
    'appears once the document is visible again, even if the page stops the event: on %s',
    async (_where, on) => {
      wallet({ answers: { bioDetect: fail('95') } })
      const stop = (event: Event) => event.stopImmediatePropagation()
      on().addEventListener('visibilitychange', stop, true)
      const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
      try {
        await failureOf(kit().bioDetect())
        await pass(60_000)
        expect(isShown()).toBe(false)
        hidden.mockReturnValue(false)
        document.dispatchEvent(new Event('visibilitychange'))
        await pass(2000)
        expect(isShown()).toBe(true)
      } finally {
        hidden.mockRestore()
        on().removeEventListener('visibilitychange', stop, true)
      }
    },
  )

  it('does not appear while the document is hidden, even if the page stops the event', async () => {
    const open: RawAnswers[] = []
    rawUpsdk({ getLocation() {}, bioDetect: (answers: RawAnswers) => void open.push(answers) })
    const stop = (event: Event) => event.stopImmediatePropagation()
    document.addEventListener('visibilitychange', stop, true)
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(false)
    try {
      const upsdk = kit()
      const [failure, waiting] = [upsdk.bioDetect(), upsdk.getLocation()].map(failureOf)
      await pass(1000)
      hidden.mockReturnValue(true)
      document.dispatchEvent(new Event('visibilitychange'))
      open[0]?.fail({ errcode: '95' })
      await failure
      await pass(60_000)
      expect(isShown()).toBe(false)
      // Its time has not passed either.
      expect(await stateOf(waiting as Promise<unknown>)).toBe('pending')
      hidden.mockReturnValue(false)
      await pass(2000)
      expect(isShown()).toBe(true)
    } finally {
      hidden.mockRestore()
      document.removeEventListener('visibilitychange', stop, true)
    }
  })

  it('as a toast disappears after 2 to 3.5 s', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    await failureOf(kit().bioDetect())
    await pass(400 + 1999)
    expect(isShown()).toBe(true)
    await pass(1501)
    expect(isShown()).toBe(false)
  })

  it('appears although its call was open when another failed alike, long ago', async () => {
    const open: RawAnswers[] = []
    const keep = (answers: RawAnswers) => void open.push(answers)
    rawUpsdk({ bioDetect: keep, verifyPayPwd: keep })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    const calls = [upsdk.bioDetect(), upsdk.verifyPayPwd(IDENTITY)].map(failureOf)
    for (const [index, answers] of open.entries()) {
      answers.fail({ errcode: '95' })
      await calls[index]
      await pass(60_000)
    }
    expect(presenter.toasts).toHaveLength(2)
  })

  it('appears for a quiet method if its call says notify: true', async () => {
    wallet({ answers: { getLocationGps: fail('c02') } })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    await failureOf(upsdk.getLocationGps(undefined, { notify: true }))
    await pass(1000)
    expect(presenter.toasts.length + presenter.dialogs.length).toBe(1)
  })

  it('appears outside the wallet for a method without a tap if its call says notify: true', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    await failureOf(kit({ presenter }).appletAuth(undefined, { notify: true }))
    await pass(1000)
    expect(presenter.toasts.length + presenter.dialogs.length).toBe(1)
  })
})

it('appears even if the page’s own `animate` throws', async () => {
  wallet()
  give(Element.prototype, 'animate', () => {
    throw new Error('not that way')
  })
  kit().toast('hello')
  // The error reaches the page's error reporting.
  await expect(pass(10)).rejects.toThrow('not that way')
  expect(toastText()).toBe('hello')
  await pass(10_000)
  expect(isShown()).toBe(false)
})

describe('destroy() of a kit', () => {
  it('removes toasts, dialogs and timers', async () => {
    wallet({ answers: { bioDetect: fail('95'), verifyPayPwd: fail('99'), saveData: succeed() } })
    const upsdk = kit()
    await failureOf(upsdk.bioDetect())
    await failureOf(upsdk.verifyPayPwd({ transNo: '1', bizType: '1' }))
    await pass(400)
    expect(document.querySelectorAll('[data-upsdk-kit]')).toHaveLength(2)
    upsdk.destroy()
    expect(isShown()).toBe(false)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('removes the kit’s own elements even if the presenter’s throws', async () => {
    wallet()
    const presenter = {
      toast() {
        throw new Error('toast')
      },
      dialog: async () => true,
      destroy() {
        throw new Error('of the page')
      },
    }
    const upsdk = kit({ presenter })
    upsdk.toast('x')
    await pass(10)
    expect(isShown()).toBe(true)
    expect(() => upsdk.destroy()).not.toThrow()
    expect(isShown()).toBe(false)
    await expect(pass(10)).rejects.toThrow('of the page')
  })
})
