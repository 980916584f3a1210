/** Faults found by attacks, around what is shown and when. Each test failed before its fault was fixed. */
import { describe, expect, it, vi } from 'vitest'
import type { Presenter, UpsdkError } from '../../src/index'
import { fail } from '../../src/simulator'
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

const dialogText = () => document.querySelector('[data-upsdk-kit="dialog"]')?.shadowRoot?.textContent || ''
const IDENTITY = { transNo: '1', bizType: '1' }

describe('an error that a page freezes', () => {
  it.each([
    ['catch', '95'],
    ['catch', '94'],
    ['onError', '95'],
    ['onError', '94'],
  ])('in %s keeps its message: %s', async (where, code) => {
    wallet({ answers: { bioDetect: fail(code) } })
    const presenter = recorder()
    const freeze = (error: UpsdkError) => void Object.freeze(error)
    const upsdk = kit({ presenter, ...(where === 'onError' ? { onError: freeze } : {}) })
    await upsdk.bioDetect().catch(where === 'catch' ? freeze : () => {})
    await pass(1000)
    expect(presenter.toasts.length + presenter.dialogs.length).toBe(1)
  })

  it('does not keep later dialogs from their turn, also those of other kits', async () => {
    wallet({ answers: { verifyPayPwd: fail('99') } })
    const first = recorder()
    await kit({ presenter: first })
      .verifyPayPwd(IDENTITY)
      .catch((error) => void Object.freeze(error))
    // What a page sees of the fault is an error of its own, and that is not what is asked here.
    await pass(1000).catch(() => {})
    first.answer(true)
    await pass(10)
    const other = recorder()
    await failureOf(kit({ presenter: other }).verifyPayPwd(IDENTITY))
    await pass(1000)
    expect(other.dialogs).toHaveLength(1)
  })

  it('can still be kept quiet', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const error = await failureOf(
      kit({ presenter })
        .bioDetect()
        .catch((frozen: UpsdkError) => {
          Object.freeze(frozen)
          frozen.preventDefault()
          throw frozen
        }),
    )
    await pass(1000)
    expect([presenter.toasts, error.presented]).toEqual([[], false])
  })

  it('has no property that tells whether it was shown or prevented: presented is asked for', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const error = await failureOf(kit({ presenter: recorder() }).bioDetect())
    await pass(1000)
    expect(error.presented).toBe(true)
    for (const name of ['presented', 'defaultPrevented'])
      expect(Object.getOwnPropertyDescriptor(error, name), name).toBeUndefined()
  })
})

describe('a failure is shown', () => {
  it('although its call was open when another failed alike, long ago', async () => {
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

  it('of a quiet method, where its call says notify: true', async () => {
    wallet({ answers: { getLocationGps: fail('c02') } })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    await failureOf(upsdk.getLocationGps(undefined, { notify: true }))
    await pass(1000)
    expect(presenter.toasts.length + presenter.dialogs.length).toBe(1)
  })

  it('of a method that nobody taps, outside the wallet, where its call says notify: true', async () => {
    wallet({ insideWallet: false })
    const presenter = recorder()
    await failureOf(kit({ presenter }).appletAuth(undefined, { notify: true }))
    await pass(1000)
    expect(presenter.toasts.length + presenter.dialogs.length).toBe(1)
  })
})

describe('a message', () => {
  /** What is shown of a failure, where the locale changes meanwhile. */
  async function shown(code: string, before: string, after: string): Promise<unknown[]> {
    wallet({ answers: { bioDetect: fail(code) } })
    const seen: unknown[] = []
    const presenter: Presenter = {
      toast: (message, { lang }) => void seen.push({ message, lang }),
      dialog: async ({ message, confirm, cancel, lang }) => {
        seen.push({ message, confirm, cancel, lang })
        return false
      },
    }
    const upsdk = kit({ presenter, locale: before, actions: { 96: { run() {} } } })
    await failureOf(upsdk.bioDetect())
    upsdk.setLocale(after)
    await pass(5000)
    return seen
  }

  it.each(['95', '96', '94'])(
    'is of one language, where setLocale comes before its showing: %s',
    async (code) => {
      const [english] = await shown(code, 'en', 'en')
      const [chinese] = await shown(code, 'zh-Hans', 'zh-Hans')
      expect(english).not.toEqual(chinese)
      expect([english, chinese]).toContainEqual((await shown(code, 'en', 'zh-Hans'))[0])
    },
  )
})

describe('a toast', () => {
  it('of 300,000 characters is cut after 200', () => {
    wallet()
    const presenter = recorder()
    kit({ presenter }).toast('字'.repeat(300_000))
    const [text = ''] = presenter.toasts
    expect(text.slice(0, 200)).toBe('字'.repeat(200))
    // With a sign that something is left out, or without.
    expect(text.length).toBeLessThanOrEqual(201)
  })
})

describe('a page that goes to another route', () => {
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

  it.each(['popstate', 'hashchange'] as const)('by %s keeps it in its turn, and no other', async (how) => {
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
  })
})

describe('a presenter whose dialog does not answer', () => {
  it('lets the next have its turn after 30 s', async () => {
    wallet()
    const dialog = vi.fn(() => new Promise<boolean>(() => {}))
    kit({ presenter: { toast() {}, dialog } }).notify('99')
    const other = recorder()
    kit({ presenter: other }).notify('94')
    await pass(29_000)
    expect([dialog.mock.calls.length, other.dialogs.length]).toEqual([1, 0])
    await pass(3000)
    expect(other.dialogs).toHaveLength(1)
  })

  it('does so by visible time', async () => {
    wallet()
    kit({ presenter: { toast() {}, dialog: () => new Promise<boolean>(() => {}) } }).notify('99')
    const other = recorder()
    kit({ presenter: other }).notify('94')
    await pass(20_000)
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(60_000)
    hidden.mockRestore()
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(8000)
    expect(other.dialogs).toEqual([])
    await pass(4000)
    expect(other.dialogs).toHaveLength(1)
  })
})
