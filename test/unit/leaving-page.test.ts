/** Nothing is shown, and nothing stays, on a page that is being left, except the dialog of a payment. */
import { describe, expect, it, vi } from 'vitest'
import { fail } from '../../wallet/simulator'
import { dialogText, isShown, listener } from '../support/shown'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('a page that navigates away', () => {
  it('leaves no dialog behind, not even waiting ones', async () => {
    wallet()
    const upsdk = kit()
    const waiting = upsdk.notify('94') && upsdk.notify('96')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await pass(100)
    expect(isShown()).toBe(false)
    expect(waiting?.presented).toBe(false)
  })

  it('is not blocked by a presenter whose dialog never ends', async () => {
    wallet({ insideWallet: false })
    const dialog = vi.fn(() => new Promise<boolean>(() => {}))
    const upsdk = kit({ presenter: { toast() {}, dialog } })
    await failureOf(upsdk.scanQRCode())
    await pass(10)
    window.dispatchEvent(new PopStateEvent('popstate'))
    await failureOf(upsdk.scanQRCode())
    await pass(10)
    expect(dialog).toHaveBeenCalledTimes(2)
  })
})

describe('a page that changes its route', () => {
  const leave = {
    popstate: () => window.dispatchEvent(new PopStateEvent('popstate')),
    hashchange: () => window.dispatchEvent(new Event('hashchange')),
  }

  it.each(['popstate', 'hashchange'] as const)(
    'by %s keeps the dialog of an unconfirmed payment',
    async (how) => {
      wallet({ answers: { pay: fail('x') } })
      await failureOf(kit({ locale: 'en' }).pay({ tn: '1' }))
      await pass(1000)
      expect(dialogText()).toContain('Payment not confirmed')
      leave[how]()
      await pass(1000)
      expect(dialogText()).toContain('Payment not confirmed')
    },
  )

  it.each(['popstate', 'hashchange'] as const)(
    'by %s keeps a waiting dialog of an unconfirmed payment, and no other',
    async (how) => {
      wallet({ answers: { pay: fail('x') } })
      const upsdk = kit({ locale: 'en' })
      upsdk.notify('99')
      await failureOf(upsdk.pay({ tn: '1' }))
      await pass(1000)
      expect(dialogText()).toContain('Verify your identity')
      leave[how]()
      await pass(1000)
      expect(dialogText()).toContain('Payment not confirmed')
      expect(dialogText()).not.toContain('Verify your identity')
    },
  )
})

describe('a page that is being left', () => {
  it('shows nothing, even if it was left before the failure', async () => {
    wallet({ answers: { bioDetect: fail('95') }, latency: 10 })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    const calls = [failureOf(upsdk.bioDetect())]
    await pass(20)
    calls.push(failureOf(upsdk.bioDetect()))
    window.dispatchEvent(new Event('pagehide'))
    await pass(1000)
    await Promise.all(calls)
    expect(presenter.toasts).toEqual([])
    window.dispatchEvent(new Event('pageshow'))
  })

  it('shows no toast, even if no dialog was there before', () => {
    const presenter = listener()
    const upsdk = kit({ presenter })
    upsdk.notify('95')
    window.dispatchEvent(new Event('pagehide'))
    expect(upsdk.notify({ reason: 'x', msg: 'another' })?.presented).toBe(false)
    expect(presenter.toast).toHaveBeenCalledTimes(1)
  })

  it('shows no dialog of a second kit, not even for a moment', async () => {
    const [first, second] = [listener(), listener()]
    kit({ presenter: first }).notify('99')
    kit({ presenter: second }).notify('94')
    window.dispatchEvent(new Event('pagehide'))
    await pass(1000)
    expect(first.dialog).toHaveBeenCalledTimes(1)
    expect(second.dialog).not.toHaveBeenCalled()
    window.dispatchEvent(new Event('pageshow'))
  })

  it('closes its dialog, and shows none until it is back', async () => {
    const presenter = listener()
    const upsdk = kit({ presenter })
    upsdk.notify('99')
    const givenUp = vi.fn()
    presenter.dialog.mock.calls[0]?.[0].givenUp?.then(givenUp)
    window.dispatchEvent(new Event('pagehide'))
    await pass(1)
    expect(givenUp).toHaveBeenCalledTimes(1)
    expect(upsdk.notify('94')?.presented).toBe(false)
    expect(upsdk.notify('95')?.presented).toBe(false)
    expect(presenter.dialog).toHaveBeenCalledTimes(1)
    expect(presenter.toast).not.toHaveBeenCalled()
    window.dispatchEvent(new Event('pageshow'))
    expect(upsdk.notify('96')?.presented).toBe(true)
    expect(presenter.dialog).toHaveBeenCalledTimes(2)
  })
})

describe('a kit alone on its page', () => {
  it('listens for the page’s leaving from the start, once, and no more after destroy', () => {
    const added = vi.spyOn(window, 'addEventListener')
    const removed = vi.spyOn(window, 'removeEventListener')
    const leaving = (calls: unknown[][]) =>
      calls
        .map(([name]) => String(name))
        .filter((name) => /^(pop|hash|page)/.test(name))
        .sort()
    const upsdk = kit({ presenter: recorder() })
    upsdk.notify('99')
    upsdk.notify('94')
    expect(leaving(added.mock.calls)).toEqual(['hashchange', 'pagehide', 'pageshow', 'popstate'])
    upsdk.destroy()
    expect(leaving(removed.mock.calls)).toEqual(['hashchange', 'pagehide', 'pageshow', 'popstate'])
    added.mockRestore()
    removed.mockRestore()
  })
})

it('a page is not taken for left if one of its elements has an event named pagehide', () => {
  wallet()
  const presenter = recorder()
  const upsdk = kit({ presenter })
  document.body.dispatchEvent(new CustomEvent('pagehide'))
  upsdk.notify('94')
  expect(presenter.toasts.length + presenter.dialogs.length).toBe(1)
})
