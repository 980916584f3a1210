/** A page's presenter may fail, or never answer: every message is still shown. */
import { describe, expect, it, vi } from 'vitest'
import { domPresenter } from '../../src/index'
import type { DialogRequest } from '../../src/types/presenter'
import { fail } from '../../wallet/simulator'
import { dialogText, isShown, toastText } from '../support/shown'
import { failureOf, kit, pass, recorder, UNCONFIRMED, useWallets, wallet } from '../support/wallet'

useWallets()

describe('a presenter of the page’s own', () => {
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

describe('a presenter whose dialog does not answer', () => {
  it('lets the next dialog have its turn after 30 s', async () => {
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

  it('has its 30 s counted in visible time only', async () => {
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

const NEVER = new Promise<never>(() => {})

describe('a presenter that sees its dialog on screen', () => {
  it('keeps the next dialog waiting however long the first is read, and no longer', async () => {
    wallet()
    let isThere = true
    const isOnScreen = vi.fn((_kind: 'toast' | 'dialog') => isThere)
    kit({ presenter: { toast() {}, dialog: () => NEVER, isOnScreen } }).notify('99')
    const other = recorder()
    kit({ presenter: other }).notify('94')
    await pass(120_000)
    expect(other.dialogs).toEqual([])
    expect(isOnScreen).toHaveBeenLastCalledWith('dialog')
    isThere = false
    await pass(31_000)
    expect(other.dialogs).toHaveLength(1)
  })

  it('does not block the next dialog if looking throws', async () => {
    wallet()
    const isOnScreen = () => {
      throw new Error('broken')
    }
    kit({ presenter: { toast() {}, dialog: () => NEVER, isOnScreen } }).notify('99')
    const other = recorder()
    kit({ presenter: other }).notify('94')
    await expect(pass(31_000)).rejects.toThrow('broken')
    expect(other.dialogs).toHaveLength(1)
  })

  it('may be the kit’s own, whose dialog stays alone if it is read for two minutes', async () => {
    wallet()
    kit({ locale: 'en', presenter: domPresenter() }).notify('99')
    const other = recorder()
    kit({ presenter: other }).notify('94')
    await pass(120_000)
    expect(dialogText()).toContain('Verify your identity')
    expect(other.dialogs).toEqual([])
  })
})

it('the kit’s own dialog, shown since the page’s failed, is not taken for hung', async () => {
  wallet()
  const presenter = { toast() {}, dialog: () => Promise.reject(new Error('x')), isOnScreen: () => false }
  kit({ locale: 'en', presenter }).notify('99')
  const other = recorder()
  kit({ presenter: other }).notify('94')
  await pass(120_000)
  expect(dialogText()).toContain('Verify your identity')
  expect(other.dialogs).toEqual([])
})

describe('a dialog that was shown without an answer', () => {
  /** Makes a kit whose presenter gives these answers, then none; returns what it was asked. */
  function answering(answers: (Promise<boolean | undefined> | undefined)[], isOnScreen?: () => boolean) {
    const dialog = vi.fn((_request: DialogRequest) => answers.shift() || NEVER)
    const run = vi.fn()
    const upsdk = kit({
      locale: 'en',
      presenter: { toast() {}, dialog, ...(isOnScreen && { isOnScreen }) },
      actions: { 'payment-unconfirmed': { run }, 99: { run } },
    })
    return { upsdk, run, dialog, asked: () => dialog.mock.calls.map(([{ sentence }]) => sentence) }
  }
  const gone = Promise.resolve(undefined)

  it('is shown again if it was of an unconfirmed payment, and its button works then', async () => {
    wallet({ answers: { pay: fail('x') } })
    const { upsdk, run, dialog, asked } = answering([gone, Promise.resolve(true)])
    const error = await failureOf(upsdk.pay({ tn: '1' }))
    await pass(5000)
    expect(asked()).toEqual([UNCONFIRMED, UNCONFIRMED])
    expect(run).toHaveBeenCalledExactlyOnceWith(error)
    expect(dialog.mock.calls.map(([{ unconfirmed }]) => unconfirmed)).toEqual([true, true])
  })

  it('is not shown again for anything else', async () => {
    wallet()
    const { upsdk, run, dialog, asked } = answering([gone])
    upsdk.notify('99')
    await pass(5000)
    expect(asked()).toHaveLength(1)
    expect(dialog.mock.calls[0]?.[0].unconfirmed).toBeUndefined()
    expect(run).not.toHaveBeenCalled()
  })

  it('is shown again once if the presenter cannot see it, and each time if it can', async () => {
    for (const [isOnScreen, times] of [
      [undefined, 2],
      [() => true, 5],
    ] as const) {
      wallet({ answers: { pay: fail('x') } })
      const { upsdk, asked } = answering(Array(4).fill(gone), isOnScreen)
      await failureOf(upsdk.pay({ tn: '1' }))
      await pass(20_000)
      expect(asked()).toHaveLength(times)
    }
  })

  it('lets the next dialog have its turn before it comes again', async () => {
    wallet({ answers: { pay: fail('x') } })
    const { upsdk, asked } = answering([gone, Promise.resolve(false)])
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(400)
    upsdk.notify('94')
    await pass(5000)
    expect(asked()).toEqual([UNCONFIRMED, upsdk.explain('94').message, UNCONFIRMED])
  })

  it('is shown again if its presenter neither answers nor sees it', async () => {
    wallet({ answers: { pay: fail('x') } })
    const { upsdk, run, asked } = answering([NEVER, Promise.resolve(true)], () => false)
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(29_000)
    expect(asked()).toHaveLength(1)
    await pass(5000)
    expect(asked()).toHaveLength(2)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('is not shown again once the kit is destroyed', async () => {
    wallet({ answers: { pay: fail('x') } })
    const { upsdk, asked } = answering([gone])
    await failureOf(upsdk.pay({ tn: '1' }))
    await pass(500)
    upsdk.destroy()
    await pass(5000)
    expect(asked()).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('a kit that is destroyed before the page’s toast fails shows none of its own', async () => {
  wallet()
  const toast = () => new Promise<void>((_resolve, reject) => setTimeout(reject, 600))
  const upsdk = kit({ presenter: { toast, dialog: () => NEVER } })
  upsdk.toast('Hello')
  upsdk.destroy()
  await pass(1000)
  expect(isShown()).toBe(false)
})

it('a kit that is destroyed before the page’s dialog fails shows none of its own', async () => {
  wallet()
  const dialog = () => new Promise<boolean>((_resolve, reject) => setTimeout(reject, 600))
  const upsdk = kit({ presenter: { toast() {}, dialog } })
  upsdk.notify('99')
  upsdk.destroy()
  const added = vi.spyOn(document.documentElement, 'appendChild')
  await pass(1000)
  expect(added).not.toHaveBeenCalled()
  added.mockRestore()
})
