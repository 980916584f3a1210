/** `notify` shows what was not shown, and nothing twice. */
import { describe, expect, it, vi } from 'vitest'
import type { UpsdkError } from '../../src/index'
import { fail } from '../../wallet/simulator'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('the function notify()', () => {
  it('shows whatever it gets, but nothing twice', async () => {
    const presenter = recorder()
    const upsdk = kit({ presenter, notify: false, locale: 'en' })
    const error = upsdk.notify('95')
    expect(error).toMatchObject({ code: '95', presented: true })
    upsdk.notify(error)
    expect(presenter.toasts).toEqual(['Face not verified. Look at the camera and try again.'])
  })

  it('returns nothing for a success, and shows nothing', () => {
    const presenter = recorder()
    const upsdk = kit({ presenter })
    for (const body of [{ resp: '00' }, { code: 0 }, { code: '0000' }, { code: 200 }, { success: true }]) {
      expect(upsdk.notify(body)).toBeUndefined()
    }
    expect(presenter.toasts).toEqual([])
  })

  it('takes buttons for this message', async () => {
    const presenter = recorder()
    const run = vi.fn()
    kit({ presenter, locale: 'en' }).notify('99', { actions: { 99: { run } } })
    presenter.answer(true)
    await pass(1)
    expect(run).toHaveBeenCalledTimes(1)
  })

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
  ])('takes %j for a success', (body) => {
    expect(kit({ presenter: recorder() }).notify(body)).toBeUndefined()
  })

  it('does not show what another copy of the kit has shown', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const error = await failureOf(kit({ presenter: recorder() }).bioDetect())
    await pass(500)
    expect(error.presented).toBe(true)
    vi.resetModules()
    const copy = await import('../../src/index')
    const presenter = recorder()
    copy.createUpsdk({ presenter }).notify(error)
    expect(presenter.toasts).toEqual([])
  })

  it('shows an error once the page is visible again', async () => {
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
