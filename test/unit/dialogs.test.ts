/** A dialog names its language, gives the focus back, and waits for the one before it. */
import { describe, expect, it, vi } from 'vitest'
import type { Upsdk } from '../../src/index'
import { fail } from '../../wallet/simulator'
import { listener } from '../support/shown'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

describe('a dialog', () => {
  it('names its language, and closes with a button of that language', () => {
    const presenter = listener()
    kit({ presenter, locale: 'zh-Hant' }).notify('99')
    expect(presenter.dialog.mock.calls[0]?.[0]).toMatchObject({
      message: expect.any(String),
      confirm: '知道了',
      lang: 'zh-Hant',
    })
    expect(presenter.dialog.mock.calls[0]?.[0]).not.toHaveProperty('cancel')
  })

  it('aborts the presenter’s signal when nobody waits for its answer any more', async () => {
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

  it('waits while another is on screen', async () => {
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

it('a dialog is given up before the next one is shown', async () => {
  const order: string[] = []
  const first = listener()
  kit({ presenter: first, locale: 'en' }).notify('99')
  first.dialog.mock.calls[0]?.[0].givenUp?.then(() => void order.push('given up'))
  const next = listener()
  next.dialog.mockImplementation(() => {
    // A presenter of the page waits a moment before it shows anything.
    Promise.resolve().then(() => void order.push('next'))
    return new Promise(() => {})
  })
  kit({ presenter: next }).notify('x', { payment: true })
  window.dispatchEvent(new Event('hashchange'))
  await pass(1)
  expect(order).toEqual(['given up', 'next'])
})

describe('a dialog that ends at destroy', () => {
  type Ending = ReturnType<typeof listener> & { upsdk: Upsdk }
  const threeKits = () =>
    [1, 2, 3].map(() => {
      const presenter = listener()
      return { ...presenter, upsdk: kit({ presenter }) }
    }) as [Ending, Ending, Ending]
  const shown = (kits: Ending[]) => kits.map(({ dialog }) => dialog.mock.calls.length)

  it('does not show the one on screen again if it was waiting for its turn', async () => {
    const kits = threeKits()
    for (const { upsdk } of kits) upsdk.notify('99')
    kits[1].upsdk.destroy()
    await pass(1)
    expect(shown(kits)).toEqual([1, 0, 0])
    kits[0].upsdk.destroy()
    await pass(1)
    expect(shown(kits)).toEqual([1, 0, 1])
  })

  it('takes nobody else’s turn if its own has passed', async () => {
    const kits = threeKits()
    for (const { upsdk } of kits) upsdk.notify('99')
    await pass(30_000)
    expect(shown(kits)).toEqual([1, 1, 0])
    kits[0].upsdk.destroy()
    kits[1].upsdk.destroy()
    await pass(1)
    expect(shown(kits)).toEqual([1, 1, 1])
  })
})

it('a dialog gives the page its focus back, even if another kit’s dialog comes after a destroyed one', async () => {
  wallet()
  const button = document.body.appendChild(document.createElement('button'))
  button.focus()
  const [first, second] = [kit(), kit()]
  first.notify('96')
  second.notify('96', { actions: { 96: { label: 'go', run() {} } } })
  await pass(500)
  first.destroy()
  await pass(500)
  window.dispatchEvent(new Event('popstate'))
  await pass(500)
  expect(document.activeElement).toBe(button)
  button.remove()
})
