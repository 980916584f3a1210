import { describe, expect, it, vi } from 'vitest'
import type { DialogRequest, UpsdkError } from '../../src/index'
import { fail, silent, succeed } from '../../src/simulator'
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

const toastText = () => document.querySelector('[data-upsdk-kit="toast"]')?.shadowRoot?.textContent
const IDENTITY = { transNo: '1', bizType: '1' }
const isShown = () => document.querySelector('[data-upsdk-kit]') !== null

describe('a failure is shown', () => {
  it('once, as toast or dialog, in the user’s language', async () => {
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

  it('not before 400 ms after an interactive method’s answer', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    await failureOf(kit().bioDetect())
    await pass(399)
    expect(isShown()).toBe(false)
    await pass(1)
    expect(isShown()).toBe(true)
  })

  it('once the document is visible again', async () => {
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
    'once the document is visible again, also where the page keeps that to itself: on %s',
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

  it('not while the document is hidden, also where the page keeps that to itself', async () => {
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
      // Nor has its time gone on.
      expect(await stateOf(waiting as Promise<unknown>)).toBe('pending')
      hidden.mockReturnValue(false)
      await pass(2000)
      expect(isShown()).toBe(true)
    } finally {
      hidden.mockRestore()
      document.removeEventListener('visibilitychange', stop, true)
    }
  })

  it('and its toast goes after 2 to 3.5 s', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    await failureOf(kit().bioDetect())
    await pass(400 + 1999)
    expect(isShown()).toBe(true)
    await pass(1501)
    expect(isShown()).toBe(false)
  })
})

describe('a failure is not shown', () => {
  it.each<[string, (error: UpsdkError) => void]>([
    ['where catch prevents it', (error) => error.preventDefault()],
    ['where it was shown by notify', (error) => void kit().notify(error)],
  ])('%s', async (_name, handle) => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    await kit({ presenter }).bioDetect().catch(handle)
    await pass(5000)
    expect(presenter.toasts).toEqual([])
  })

  it('where fail prevents it, or is there at all, unless the call says notify: true', async () => {
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

  it('after destroy, which leaves nothing behind', () => {
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

  it('for quiet methods, nor for cancelled, aborted and busy', async () => {
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

  it('where the instance’s notify, or the call’s, says no', async () => {
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

describe('a page that goes elsewhere', () => {
  it('leaves no dialog behind, not even those that wait for their turn', async () => {
    wallet()
    const upsdk = kit()
    const waiting = upsdk.notify('94') && upsdk.notify('96')
    window.dispatchEvent(new PopStateEvent('popstate'))
    await pass(100)
    expect(isShown()).toBe(false)
    expect(waiting?.presented).toBe(false)
  })

  it('is not held up by a presenter whose dialog never ends', async () => {
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

  it('may have a presenter whose destroy throws: the kit’s own elements go all the same', async () => {
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

describe('the dialog of an unconfirmed payment', () => {
  const dialogText = () => document.querySelector('[data-upsdk-kit="dialog"]')?.shadowRoot?.textContent || ''
  const leave = () => window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: true }))
  const comeBack = () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  const press = (label: string) => {
    const all = document.querySelector('[data-upsdk-kit="dialog"]')?.shadowRoot?.querySelectorAll('button')
    for (const button of all || []) if (button.textContent === label) button.click()
  }

  it('comes again when the page comes back as it was left, until it is answered', async () => {
    wallet({ answers: { pay: fail('x') } })
    const run = vi.fn()
    const upsdk = kit({ locale: 'zh-Hans', actions: { 'payment-unconfirmed': { run } } })
    const error = await failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    expect(dialogText()).toContain('支付结果待确认')
    for (let time = 0; time < 2; time++) {
      leave()
      await pass(100)
      expect(dialogText()).toBe('')
      comeBack()
      await pass(100)
      expect(dialogText()).toContain('支付结果待确认')
    }
    expect(run).not.toHaveBeenCalled()
    press('查看订单')
    await pass(100)
    expect(run).toHaveBeenCalledExactlyOnceWith(error)
    leave()
    comeBack()
    await pass(100)
    expect(dialogText()).toBe('')
  })

  it('comes again in its turn, and no other does', async () => {
    wallet({ answers: { pay: fail('x') } })
    const upsdk = kit({ locale: 'zh-Hans' })
    upsdk.notify('99')
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    expect(dialogText()).toContain('实名')
    leave()
    await pass(100)
    comeBack()
    await pass(100)
    expect(dialogText()).toContain('支付结果待确认')
    // The same once more is not another dialog.
    upsdk.notify('x', { payment: true })
    press('知道了')
    await pass(100)
    expect(dialogText()).toBe('')
  })

  it('does not come again after destroy', async () => {
    wallet({ answers: { pay: fail('x') } })
    const upsdk = kit({ locale: 'zh-Hans' })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    leave()
    upsdk.destroy()
    comeBack()
    await pass(100)
    expect(dialogText()).toBe('')
  })

  it.each([
    ['zh-Hans', '知道了', '查看订单'],
    ['zh-Hant', '知道了', '查看訂單'],
    ['en', 'OK', 'View order'],
  ])('has no button that reads as cancelling the payment: %s', async (locale, ok, order) => {
    wallet({ answers: { pay: fail('x') } })
    const presenter = recorder()
    const actions = { 'payment-unconfirmed': { run() {} }, 96: { run() {} } }
    const upsdk = kit({ presenter, locale, actions })
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(1000)
    expect(presenter.dialogs[0]?.split(' | ').slice(1)).toEqual([ok, order])
    presenter.answer(false)
    await pass(1)
    upsdk.notify('x', { payment: true })
    expect(presenter.dialogs[1]?.split(' | ').slice(1)).toEqual([ok, order])
    presenter.answer(false)
    await pass(1)
    // Of anything else there is something to cancel.
    upsdk.notify('96')
    expect(presenter.dialogs[2]).not.toContain(`| ${ok} |`)
  })
})

describe('messages do not pile up', () => {
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

  it('a new tap always gets an answer', async () => {
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
    // It is gone by now.
    await pass(2000)
    upsdk.notify('c05')
    upsdk.notify('c05')
    expect(presenter.toasts).toHaveLength(2)
  })

  it('a later tap’s repeat starts its time afresh, and is announced again', async () => {
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

  it('calls that nobody taps do not repeat it while it is on screen', async () => {
    rawUpsdk({ getLocation: ({ fail: failed }: RawAnswers) => failed({ errcode: 'c05' }) })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    for (let turn = 0; turn < 4; turn++) {
      await failureOf(upsdk.getLocation({}, { notify: true }))
      await pass(400)
    }
    expect(presenter.toasts).toHaveLength(1)
  })

  it('what was shown, but is on screen no more, is shown again', async () => {
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

  it('one dialog at a time, the others wait', async () => {
    wallet({ answers: { bioDetect: fail('94'), verifyPayPwd: fail('99') } })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    await Promise.all([
      failureOf(upsdk.bioDetect()),
      failureOf(upsdk.verifyPayPwd({ transNo: '1', bizType: '1' })),
    ])
    await pass(500)
    expect(presenter.dialogs).toHaveLength(1)
    presenter.answer(true)
    await pass(1)
    expect(presenter.dialogs).toHaveLength(2)
  })
})

describe('a dialog’s button', () => {
  it('is there where the page gave an action, by code or reason, and runs it', async () => {
    wallet({ answers: { bioDetect: fail('96'), verifyPayPwd: fail('99') } })
    const presenter = recorder()
    const run = vi.fn()
    const upsdk = kit({
      presenter,
      locale: 'zh-Hans',
      actions: { 96: { run }, identity: { label: '去看看', run() {} } },
    })
    const error = await failureOf(upsdk.bioDetect())
    await failureOf(upsdk.verifyPayPwd({ transNo: '1', bizType: '1' }))
    await pass(400)
    presenter.answer(true)
    await pass(1)
    expect(run).toHaveBeenCalledExactlyOnceWith(error)
    expect(presenter.dialogs).toEqual([
      '尚未开通人像认证，请到云闪付“我的身份信息”开通 | 取消 | 去开通',
      '尚未实名认证，请先在云闪付完成认证 | 取消 | 去看看',
    ])
  })

  it('is there on a sent payment where its call gave one, by code or reason', async () => {
    for (const key of ['X1', 'unknown']) {
      rawUpsdk({ pay: ({ fail: failed }: RawAnswers) => failed({ code: 'X1', msg: 'x' }) })
      const presenter = recorder()
      const own = { notify: true, actions: { [key]: { label: 'Order', run() {} } } }
      await failureOf(kit({ presenter, locale: 'en' }).pay({ tn: '1' }, own))
      await pass(400)
      expect(presenter.dialogs[0], key).toMatch(/ \| OK \| Order$/)
      presenter.answer(false)
      await pass(10_000)
    }
  })

  it('does nothing when the user cancels', async () => {
    wallet({ answers: { bioDetect: fail('96') } })
    const presenter = recorder()
    const run = vi.fn()
    await failureOf(kit({ presenter }).bioDetect(undefined, { actions: { 96: { run } } }))
    await pass(400)
    presenter.answer(false)
    await pass(1)
    expect(run).not.toHaveBeenCalled()
  })
})

describe('a presenter of the page', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('broken')
      },
    ],
    ['rejects', () => Promise.reject(new Error('broken'))],
  ])('that %s is caught, and the kit’s own is used', async (_name, broken) => {
    wallet({ answers: { bioDetect: fail('95'), verifyPayPwd: fail('99') } })
    const upsdk = kit({
      locale: 'en',
      presenter: { toast: broken, dialog: broken as () => Promise<boolean> },
    })
    await failureOf(upsdk.bioDetect())
    await failureOf(upsdk.verifyPayPwd({ transNo: '1', bizType: '1' }))
    await pass(400)
    expect(toastText()).toContain('Face not verified')
    expect(document.querySelector('[data-upsdk-kit="dialog"]')).not.toBeNull()
  })
})

describe('notify', () => {
  it('shows whatever notify says, but not what was shown', async () => {
    const presenter = recorder()
    const upsdk = kit({ presenter, notify: false, locale: 'en' })
    const error = upsdk.notify('95')
    expect(error).toMatchObject({ code: '95', presented: true })
    upsdk.notify(error)
    expect(presenter.toasts).toEqual(['Face not verified. Look at the camera and try again.'])
  })

  it('gives nothing for a success, and shows nothing', () => {
    const presenter = recorder()
    const upsdk = kit({ presenter })
    for (const body of [{ resp: '00' }, { code: 0 }, { code: '0000' }, { code: 200 }, { success: true }]) {
      expect(upsdk.notify(body)).toBeUndefined()
    }
    expect(presenter.toasts).toEqual([])
  })

  it('takes buttons for this one', async () => {
    const presenter = recorder()
    const run = vi.fn()
    kit({ presenter, locale: 'en' }).notify('99', { actions: { 99: { run } } })
    presenter.answer(true)
    await pass(1)
    expect(run).toHaveBeenCalledTimes(1)
  })
})

describe('destroy', () => {
  it('takes away toasts, dialogs and timers', async () => {
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
})

describe('notify, told plainly', () => {
  it('shows an error that the kit was kept from showing', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    await upsdk.bioDetect().catch((error: UpsdkError) => {
      error.preventDefault()
      upsdk.notify(error)
    })
    await pass(1000)
    expect(presenter.toasts).toHaveLength(1)
  })

  it.each([
    { resp: '00', msg: '取消收藏成功' },
    { success: true, msg: '用户取消成功' },
    { code: 200, msg: 'ok [a31]' },
  ])('reads nothing into a success: %j', (body) => {
    expect(kit({ presenter: recorder() }).notify(body)).toBeUndefined()
  })
})

describe('only who acts is told', () => {
  const NEVER_THERE = { upsdk: 'missing' }

  it.each([
    ['outside-wallet', { insideWallet: false }],
    ['sdk-missing', NEVER_THERE],
    ['ready-timeout', { readyAfter: 'never' }],
    ['bad-signature', { answers: { appletAuth: fail('c01'), bioDetect: fail('c01') } }],
    ['bad-config', { answers: { appletAuth: fail('c00'), bioDetect: fail('c00') } }],
  ] as const)('%s: on load it would only interrupt', async (reason, options) => {
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
})

/** A presenter that keeps the options of its toasts. */
function listener() {
  const toast = vi.fn()
  const dialog = vi.fn((_request: DialogRequest) => new Promise<boolean>(() => {}))
  return { toast, dialog, destroy: vi.fn() }
}

describe('a toast', () => {
  it.each([
    ['of two characters stays 2 s and a little', '好的', 2050],
    ['of a sentence longer', '字'.repeat(40), 3000],
    ['of whatever length no longer than 3.5 s', '字'.repeat(150), 3500],
  ])('%s', (_what, text, duration) => {
    const presenter = listener()
    const upsdk = kit({ presenter, locale: 'zh-TW' })
    upsdk.toast(text)
    expect(presenter.toast.mock.calls).toEqual([
      [text, { lang: 'zh-Hant', duration, error: undefined, upsdk }],
    ])
  })

  it.each([
    [5000, 5000],
    [0, 2025],
    [-1, 2025],
    ['5000', 2025],
    [undefined, 2025],
  ])('stays as long as the page’s toastDuration says, if that is a time: %j', (own, duration) => {
    const presenter = listener()
    const toastDuration = vi.fn(() => own as number)
    kit({ presenter, toastDuration }).toast('x')
    expect(toastDuration).toHaveBeenCalledExactlyOnceWith('x')
    expect(presenter.toast.mock.calls[0]?.[1]).toMatchObject({ duration })
  })

  it('stays its usual time where toastDuration throws, which the page hears of', async () => {
    const presenter = listener()
    const toastDuration = () => {
      throw new Error('of the page')
    }
    kit({ presenter, toastDuration }).toast('x')
    expect(presenter.toast.mock.calls[0]?.[1]).toMatchObject({ duration: 2025 })
    await expect(pass(1)).rejects.toThrow('of the page')
  })

  it('of a failure has the failure with it, and the language that it is in', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = listener()
    const upsdk = kit({ presenter, locale: 'zh-Hant' })
    const error = await failureOf(upsdk.bioDetect())
    upsdk.setLocale('en')
    await pass(400)
    expect(presenter.toast.mock.calls[0]?.[1]).toMatchObject({ error, lang: 'zh-Hant', upsdk })
  })

  it('is none on a page that is being left, also where no dialog was before it', () => {
    const presenter = listener()
    const upsdk = kit({ presenter })
    upsdk.notify('95')
    window.dispatchEvent(new Event('pagehide'))
    expect(upsdk.notify({ reason: 'x', msg: 'another' })?.presented).toBe(false)
    expect(presenter.toast).toHaveBeenCalledTimes(1)
  })

  it('has its characters whole, wherever they stand', () => {
    const presenter = listener()
    kit({ presenter }).toast('😀 好的')
    expect(presenter.toast.mock.calls[0]?.[0]).toBe('😀 好的')
  })

  it('that is cut has no half of a character at its end', () => {
    const presenter = listener()
    kit({ presenter }).toast(`${'x'.repeat(199)}😀`)
    expect(presenter.toast.mock.calls[0]?.[0]).toBe('x'.repeat(199))
  })

  it('is none after destroy', () => {
    const presenter = listener()
    const upsdk = kit({ presenter })
    upsdk.destroy()
    upsdk.toast('x')
    expect(presenter.toast).not.toHaveBeenCalled()
    expect(presenter.destroy).toHaveBeenCalledTimes(1)
  })
})

describe('a dialog', () => {
  it('says in which language it is, and closes with a button of that language', () => {
    const presenter = listener()
    kit({ presenter, locale: 'zh-Hant' }).notify('99')
    expect(presenter.dialog.mock.calls[0]?.[0]).toMatchObject({
      message: expect.any(String),
      confirm: '知道了',
      lang: 'zh-Hant',
    })
    expect(presenter.dialog.mock.calls[0]?.[0]).not.toHaveProperty('cancel')
  })

  it('that is on screen is not shown again, and is once it has been closed', async () => {
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

  it('has an action that may throw, which the page hears of', async () => {
    const presenter = recorder()
    const run = () => {
      throw new Error('of the page')
    }
    kit({ presenter }).notify('99', { actions: { 99: { run } } })
    presenter.answer(true)
    await expect(pass(1)).rejects.toThrow('of the page')
  })

  it('does nothing when it is confirmed after destroy', async () => {
    const presenter = recorder()
    const run = vi.fn()
    const upsdk = kit({ presenter })
    upsdk.notify('99', { actions: { 99: { run } } })
    presenter.answer(true)
    upsdk.destroy()
    await pass(1)
    expect(run).not.toHaveBeenCalled()
  })

  it('tells a presenter when nobody waits for its answer any more', async () => {
    const presenter = listener()
    kit({ presenter }).notify('99')
    const givenUp = vi.fn()
    presenter.dialog.mock.calls[0]?.[0].givenUp?.then(givenUp)
    await pass(1)
    expect(givenUp).not.toHaveBeenCalled()
    window.dispatchEvent(new Event('hashchange'))
    await pass(1)
    expect(givenUp).toHaveBeenCalledTimes(1)
  })

  it('is given up where the page is left, and is none until the page is back', async () => {
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

describe('the texts of one message', () => {
  it.each(['en', 'zh-Hans'])(
    'are of one moment, where it waits for its turn and the locale changes: %s',
    async (locale) => {
      const presenter = listener()
      presenter.dialog.mockImplementation(async () => false)
      const upsdk = kit({ presenter, locale, actions: { 96: { run() {} } } })
      upsdk.notify('99')
      upsdk.notify('96')
      upsdk.setLocale(locale === 'en' ? 'zh-Hans' : 'en')
      await pass(10)
      const shown: Partial<DialogRequest> = presenter.dialog.mock.calls[1]?.[0] || {}
      const { message, confirm, cancel, lang } = shown
      const texts =
        locale === 'en'
          ? ['Turn on face verification under your ID info in the UnionPay App.', 'Set up', 'Cancel', 'en']
          : ['尚未开通人像认证，请到云闪付“我的身份信息”开通', '去开通', '取消', 'zh-Hans']
      expect([message, confirm, cancel, lang]).toEqual(texts)
    },
  )

  it('are of the moment of the failure where a page shows it later by itself', async () => {
    wallet({ answers: { verifyPayPwd: fail('96') } })
    const presenter = listener()
    const upsdk = kit({ presenter, locale: 'en', notify: false, actions: { 96: { run() {} } } })
    const error = await failureOf(upsdk.verifyPayPwd(IDENTITY))
    upsdk.setLocale('zh-Hans')
    upsdk.notify(error)
    expect(presenter.dialog.mock.calls[0]?.[0]).toMatchObject({
      message: error.message,
      lang: 'en',
      cancel: 'Cancel',
    })
  })
})

describe('a kit-wide notify', () => {
  it.each<[string, () => boolean | void, number]>([
    ['gives nothing: it is shown', () => {}, 1],
    ['gives true: it is shown', () => true, 1],
    ['gives false: it is not', () => false, 0],
  ])('that %s', async (_what, notify, shown) => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    await failureOf(kit({ presenter, notify }).bioDetect())
    await pass(400)
    expect(presenter.toasts).toHaveLength(shown)
  })

  it('that throws has not asked for silence, and the page hears of it', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const notify = () => {
      throw new Error('of the page')
    }
    await failureOf(kit({ presenter, notify }).bioDetect())
    await expect(pass(1000)).rejects.toThrow('of the page')
    expect(presenter.toasts).toHaveLength(1)
  })

  it('is not asked where the call itself says that it is shown', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = recorder()
    const notify = vi.fn(() => false)
    await failureOf(kit({ presenter, notify }).bioDetect({}, { notify: true }))
    await pass(400)
    expect(notify).not.toHaveBeenCalled()
    expect(presenter.toasts).toHaveLength(1)
  })
})

describe('notify, while the page is hidden', () => {
  it('shows it once the page is visible again', async () => {
    const presenter = recorder()
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    kit({ presenter }).notify('95')
    await pass(1000)
    expect(presenter.toasts).toEqual([])
    hidden.mockRestore()
    document.dispatchEvent(new Event('visibilitychange'))
    await pass(10)
    expect(presenter.toasts).toHaveLength(1)
  })
})

describe('a kit on a page of its own', () => {
  it('listens for its leaving from the start, once, and no more after destroy', () => {
    const added = vi.spyOn(window, 'addEventListener')
    const removed = vi.spyOn(window, 'removeEventListener')
    const leaving = (calls: unknown[][]) =>
      calls.map(([name]) => name).filter((name) => /^(pop|hash|page)/.test(String(name)))
    const upsdk = kit({ presenter: recorder() })
    upsdk.notify('99')
    upsdk.notify('94')
    expect(leaving(added.mock.calls)).toEqual(['popstate', 'hashchange', 'pagehide', 'pageshow'])
    upsdk.destroy()
    expect(leaving(removed.mock.calls)).toEqual(['popstate', 'hashchange', 'pagehide', 'pageshow'])
    added.mockRestore()
    removed.mockRestore()
  })
})

it('a message is shown also where the page has an `animate` of its own that throws', async () => {
  wallet()
  give(Element.prototype, 'animate', () => {
    throw new Error('not that way')
  })
  kit().toast('hello')
  // The page's error reporting hears of it.
  await expect(pass(10)).rejects.toThrow('not that way')
  expect(toastText()).toBe('hello')
  await pass(10_000)
  expect(isShown()).toBe(false)
})
