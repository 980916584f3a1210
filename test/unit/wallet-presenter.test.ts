/** `walletPresenter` shows toasts by the wallet if that can be trusted: the wallet never says whether it did (H11). */
import { describe, expect, it, vi } from 'vitest'
import { webFallbacks } from '../../src/fallbacks'
import type { UpsdkOptions } from '../../src/index'
import { walletPresenter } from '../../src/presenters'
import { silent, succeed } from '../../wallet/simulator'
import { dialogText, toastText } from '../support/shown'
import { kit, pass, type RawAnswers, rawUpsdk, SIGNED, useWallets, wallet } from '../support/wallet'

useWallets()

const toastsOf = (sim: ReturnType<typeof wallet>) =>
  sim.calls.filter(({ method }) => method === 'showFlashInfo').map(({ params }) => params)

/** Makes a kit in a wallet that has answered a call with a success. */
async function trustedKit(options: UpsdkOptions = {}, simulated: Parameters<typeof wallet>[0] = {}) {
  const sim = wallet(simulated)
  const upsdk = kit({ presenter: walletPresenter(), locale: 'en', ...options })
  await upsdk.saveData({ key: 'k', value: 'v' })
  return { sim, upsdk }
}

describe('walletPresenter', () => {
  it('shows toasts by the wallet once that has answered a call with a success', async () => {
    const { sim, upsdk } = await trustedKit()
    upsdk.toast('saved')
    await pass(1)
    expect(toastsOf(sim)).toEqual(['saved'])
    expect(toastText()).toBeUndefined()
  })

  it('leaves toasts to the kit before that, and if only silence was taken for a success', async () => {
    const sim = wallet({ answers: { vibrate: silent() } })
    const upsdk = kit({ presenter: walletPresenter() })
    upsdk.toast('first')
    await pass(1)
    expect(toastText()).toBe('first')
    const call = upsdk.vibrate()
    await pass(1000)
    await call
    upsdk.toast('second')
    await pass(1)
    expect(toastText()).toBe('second')
    expect(toastsOf(sim)).toEqual([])
  })

  it('shows by the wallet why a call failed', async () => {
    const { sim, upsdk } = await trustedKit()
    const face = upsdk.notify('95')
    await pass(1)
    expect(toastsOf(sim)).toEqual([face?.message])
  })

  it.each(['c00', 'c01', 'c05'])(
    'leaves it to the kit that the wallet cannot be reached: %s',
    async (code) => {
      const { sim, upsdk } = await trustedKit()
      const error = upsdk.notify(code)
      await pass(1)
      expect(toastsOf(sim)).toEqual([])
      expect(toastText()).toBe(error?.message)
    },
  )

  it('leaves dialogs to the kit', async () => {
    const { sim, upsdk } = await trustedKit()
    const error = upsdk.notify('99')
    await pass(1)
    expect(dialogText()).toContain(error?.message)
    expect(toastsOf(sim)).toEqual([])
  })

  it.each([
    [['saveData', 'showFlashInfo'], ['hello']],
    [['saveData'], []],
  ])(
    'shows toasts by the wallet of a signed page if the config granted it: %j',
    async (jsApiList, toasts) => {
      const answers = { config: succeed({ jsApiList }) }
      const { sim, upsdk } = await trustedKit({ config: SIGNED }, { answers })
      upsdk.toast('hello')
      await pass(1)
      expect(toastsOf(sim)).toEqual(toasts)
      expect(toastText()).toBe(toasts.length ? undefined : 'hello')
    },
  )
})

it('a wallet without showFlashInfo and a fallback for it end in the kit’s own toast, not in each other for ever', async () => {
  rawUpsdk({ saveData: ({ success }: RawAnswers) => success() })
  const onCall = vi.fn()
  const upsdk = kit({ presenter: walletPresenter(), fallbacks: webFallbacks, onCall })
  await upsdk.saveData({ key: 'k', value: 'v' })
  for (const text of ['first', 'second']) {
    upsdk.toast(text)
    await pass(10)
    expect(toastText()).toBe(text)
  }
  expect(onCall).toHaveBeenCalledTimes(3)
})
