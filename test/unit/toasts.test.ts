/** A toast stays as long as it should, and cuts a long text cleanly. */
import { describe, expect, it, vi } from 'vitest'
import { fail } from '../../wallet/simulator'
import { listener } from '../support/shown'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('a toast', () => {
  it('stays as long as the page says, Infinity included', async () => {
    kit({ toastDuration: () => Infinity }).toast('text')
    await pass(60_000)
    expect(document.querySelectorAll('[data-upsdk-kit=toast]')).toHaveLength(1)
  })

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
  ])('stays as long as the page’s toastDuration says, if that is a valid time: %j', (own, duration) => {
    const presenter = listener()
    const toastDuration = vi.fn(() => own as number)
    kit({ presenter, toastDuration }).toast('x')
    expect(toastDuration).toHaveBeenCalledExactlyOnceWith('x')
    expect(presenter.toast.mock.calls[0]?.[1]).toMatchObject({ duration })
  })

  it('stays its usual time if toastDuration throws, and the page gets the error', async () => {
    const presenter = listener()
    const toastDuration = () => {
      throw new Error('of the page')
    }
    kit({ presenter, toastDuration }).toast('x')
    expect(presenter.toast.mock.calls[0]?.[1]).toMatchObject({ duration: 2025 })
    await expect(pass(1)).rejects.toThrow('of the page')
  })

  it('of a failure passes the failure and its language to the presenter', async () => {
    wallet({ answers: { bioDetect: fail('95') } })
    const presenter = listener()
    const upsdk = kit({ presenter, locale: 'zh-Hant' })
    const error = await failureOf(upsdk.bioDetect())
    upsdk.setLocale('en')
    await pass(400)
    expect(presenter.toast.mock.calls[0]?.[1]).toMatchObject({ error, lang: 'zh-Hant', upsdk })
  })

  it('keeps characters of two code units whole', () => {
    const presenter = listener()
    kit({ presenter }).toast('😀 好的')
    expect(presenter.toast.mock.calls[0]?.[0]).toBe('😀 好的')
  })

  it('that is cut ends with a whole character', () => {
    const presenter = listener()
    kit({ presenter }).toast(`${'x'.repeat(199)}😀`)
    expect(presenter.toast.mock.calls[0]?.[0]).toBe('x'.repeat(199))
  })

  it('is not shown after destroy', () => {
    const presenter = listener()
    const upsdk = kit({ presenter })
    upsdk.destroy()
    upsdk.toast('x')
    expect(presenter.toast).not.toHaveBeenCalled()
    expect(presenter.destroy).toHaveBeenCalledTimes(1)
  })

  it('with 300,000 characters is cut after 200', () => {
    wallet()
    const presenter = recorder()
    kit({ presenter }).toast('字'.repeat(300_000))
    const [text = ''] = presenter.toasts
    expect(text.slice(0, 200)).toBe('字'.repeat(200))
    // The text may end with a sign that it was cut, or without.
    expect(text.length).toBeLessThanOrEqual(201)
  })
})
