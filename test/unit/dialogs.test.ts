/** What a dialog has, and that one comes after the other. */
import { describe, expect, it, vi } from 'vitest'
import { fail } from '../../src/simulator'
import { listener } from '../support/shown'
import { failureOf, kit, pass, recorder, useWallets, wallet } from '../support/wallet'

useWallets()

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

it('gives the page its focus back, also where the dialog of another kit comes after one that is destroyed', async () => {
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
