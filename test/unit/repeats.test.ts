/** The same message is not shown twice, unless someone taps again. */
import { describe, expect, it, vi } from 'vitest'
import { fail } from '../../wallet/simulator'
import { IDENTITY, isShown } from '../support/shown'
import {
  failureOf,
  kit,
  pass,
  type RawAnswers,
  rawUpsdk,
  recorder,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

describe('messages do not pile up:', () => {
  it('the page’s `notify` is not asked about a message that is on screen', async () => {
    wallet({ readyAfter: 'never' })
    const notify = vi.fn(() => true)
    const upsdk = kit({ presenter: recorder(), notify })
    const calls = ['0', '1'].map((needResult) => failureOf(upsdk.scanQRCode({ needResult } as never)))
    await pass(9000)
    await Promise.all(calls)
    expect(notify).toHaveBeenCalledOnce()
  })

  it('ten queued failures are one toast', async () => {
    wallet({ readyAfter: 'never' })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    const calls = Array.from({ length: 10 }, (_, n) =>
      failureOf(upsdk.scanQRCode({ needResult: n % 2 ? '0' : '1' }, { timeout: n })),
    )
    await pass(9000)
    await Promise.all(calls)
    expect(presenter.toasts).toHaveLength(1)
  })

  it('a new tap always gets a message', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    for (let tap = 1; tap <= 3; tap++) {
      await failureOf(upsdk.bioDetect())
      await pass(4000)
      expect(presenter.toasts).toHaveLength(tap)
    }
  })

  it('the same message is not repeated while it is on screen', async () => {
    const open: RawAnswers[] = []
    const method = (answers: RawAnswers) => void open.push(answers)
    rawUpsdk({ bioDetect: method, verifyPayPwd: method, scanQRCode: method })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    const calls = [upsdk.bioDetect(), upsdk.verifyPayPwd(IDENTITY), upsdk.scanQRCode()].map(failureOf)
    await pass(1)
    for (const answers of open) {
      answers.fail({ errcode: 'c05' })
      await pass(600)
    }
    await Promise.all(calls)
    expect(presenter.toasts).toHaveLength(1)
    // The first toast is gone by now.
    await pass(2000)
    upsdk.notify('c05')
    upsdk.notify('c05')
    expect(presenter.toasts).toHaveLength(2)
  })

  it('a later tap’s repeat starts its time anew, and is announced again', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const upsdk = kit({ toastDuration: () => 2000 })
    await failureOf(upsdk.bioDetect())
    await pass(400)
    const first = document.querySelector('[data-upsdk-kit="toast"]')
    expect(first).not.toBeNull()
    await pass(1000)
    await failureOf(upsdk.bioDetect())
    await pass(400)
    const second = document.querySelector('[data-upsdk-kit="toast"]')
    // A new element is a new announcement.
    expect([second === first, document.querySelectorAll('[data-upsdk-kit]').length]).toEqual([false, 1])
    await pass(1900)
    expect(isShown()).toBe(true)
    await pass(200)
    expect(isShown()).toBe(false)
  })

  it('calls without a tap do not repeat a message that is on screen', async () => {
    rawUpsdk({ getLocation: ({ fail: failed }: RawAnswers) => failed({ errcode: 'c05' }) })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    for (let turn = 0; turn < 4; turn++) {
      await failureOf(upsdk.getLocation({}, { notify: true }))
      await pass(400)
    }
    expect(presenter.toasts).toHaveLength(1)
  })

  it('a message that is on screen no more is shown again', async () => {
    const open: RawAnswers[] = []
    const method = (answers: RawAnswers) => void open.push(answers)
    rawUpsdk({ bioDetect: method, verifyPayPwd: method })
    const presenter = recorder()
    const upsdk = kit({ presenter, locale: 'en' })
    const calls = [upsdk.bioDetect(), upsdk.verifyPayPwd(IDENTITY)].map(failureOf)
    await pass(1)
    open[0]?.fail({ errcode: 'c03' })
    await pass(410)
    presenter.answer(false)
    open[1]?.fail({ errcode: 'c03' })
    await pass(500)
    await Promise.all(calls)
    expect(presenter.dialogs).toHaveLength(2)
  })

  it('a message that the page removed from the screen is shown again', async () => {
    const upsdk = kit()
    upsdk.notify('95')
    document.querySelector('[data-upsdk-kit=toast]')?.remove()
    upsdk.notify('95')
    expect(document.querySelectorAll('[data-upsdk-kit=toast]')).toHaveLength(1)
  })
})

describe('a dialog with the same message', () => {
  it('is not shown again while on screen, and is after it was closed', async () => {
    const presenter = recorder()
    const upsdk = kit({ presenter })
    expect(upsdk.notify('99')?.presented).toBe(true)
    expect(upsdk.notify('99')?.presented).toBe(false)
    expect(presenter.dialogs).toHaveLength(1)
    presenter.answer(true)
    await pass(1)
    upsdk.notify('99')
    expect(presenter.dialogs).toHaveLength(2)
  })
})
