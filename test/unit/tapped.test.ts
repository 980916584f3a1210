/** What a tap began is answered: a call that needs upsdk shows that it does not come, whichever member the page used. */
import { describe, expect, it, vi } from 'vitest'
import type { Upsdk, UpsdkError, UpsdkOptions } from '../../src/index'
import { ignore, kit, methodsOf, pass, recorder, SIGNED, tapIs, useWallets, wallet } from '../support/wallet'

useWallets()

const TIMEOUT = 'This is taking a while. Try again, or reopen the page.'

/** Lets the page act in a tap, or without one, and gets what was shown and told within so many ms. */
async function acted(
  act: (upsdk: Upsdk) => unknown,
  {
    isTapped = true,
    options = {},
    where = { readyAfter: 'never' },
    ms = 10_000,
  }: {
    isTapped?: boolean
    options?: UpsdkOptions
    where?: Parameters<typeof wallet>[0]
    ms?: number
  } = {},
) {
  const sim = wallet(where)
  const presenter = recorder()
  const onError = vi.fn<(error: UpsdkError) => void>()
  const upsdk = kit({ locale: 'en', presenter, onError, ...options })
  tapIs(isTapped)
  void Promise.resolve(act(upsdk)).catch(() => {})
  await pass(1)
  tapIs(false)
  await pass(ms)
  return {
    toasts: presenter.toasts,
    dialogs: presenter.dialogs.length,
    told: onError.mock.calls.map(([{ method, reason }]) => `${method} ${reason}`),
    sent: methodsOf(sim),
    upsdk,
    sim,
  }
}
const SHOWN = { toasts: [TIMEOUT], dialogs: 0 }
const QUIET = { toasts: [], dialogs: 0 }

describe('where the bridge never comes, the user reads so after a tap on', () => {
  it.each<[string, (upsdk: Upsdk) => unknown, string]>([
    ['await ready(), then pay', (upsdk) => upsdk.ready().then(() => upsdk.pay({ tn: '1' })), 'pluginReady'],
    [
      'pluginReady().then(…)',
      (upsdk) => upsdk.pluginReady().then(() => upsdk.pay({ tn: '1' })),
      'pluginReady',
    ],
    ['pluginReady(callback)', (upsdk) => upsdk.pluginReady(() => {}), 'pluginReady'],
    ['a login', (upsdk) => upsdk.appletAuth(), 'appletAuth'],
  ])('%s', async (_what, act, method) => {
    expect(await acted(act)).toMatchObject({ ...SHOWN, told: [`${method} ready-timeout`], sent: [] })
  })

  it('ready(callback), where a config is under way', async () => {
    const act = (upsdk: Upsdk) => {
      ignore(upsdk.config(SIGNED))
      return upsdk.ready(() => {})
    }
    expect(await acted(act)).toMatchObject(SHOWN)
  })
})

describe('nothing is shown', () => {
  it.each<[string, (upsdk: Upsdk) => unknown, Parameters<typeof acted>[1]?]>([
    ['without a tap, of ready()', (upsdk) => upsdk.ready(), { isTapped: false }],
    ['without a tap, of a login', (upsdk) => upsdk.appletAuth(), { isTapped: false }],
    ['of a login with its own fail', (upsdk) => upsdk.appletAuth({ fail() {} })],
    ['of a call with notify: false', (upsdk) => upsdk.appletAuth(undefined, { notify: false })],
    ['of a read', (upsdk) => upsdk.getLocationCity()],
    ['of supports', (upsdk) => upsdk.supports('pay')],
    ['of on', (upsdk) => upsdk.on('rightbtnclick', () => {}, { title: 'More' })],
    ['of ready(callback) without a config', (upsdk) => upsdk.ready(() => {})],
    ['of ready() outside the wallet', (upsdk) => upsdk.ready(), { where: { insideWallet: false } }],
    [
      'of pluginReady(callback) outside',
      (upsdk) => upsdk.pluginReady(() => {}),
      { where: { insideWallet: false } },
    ],
  ])('%s', async (_what, act, options) => {
    expect(await acted(act, options)).toMatchObject(QUIET)
  })

  it.each<[string, (upsdk: Upsdk) => unknown, UpsdkOptions?]>([
    ['in its catch', (upsdk) => upsdk.ready().catch((error: UpsdkError) => error.preventDefault())],
    ['in onError', (upsdk) => upsdk.ready(), { onError: (error) => error.preventDefault() }],
  ])('if the page prevents it %s', async (_where, act, options) => {
    expect(await acted(act, { options })).toMatchObject(QUIET)
  })
})

it('one tap is answered once, however many members it used', async () => {
  const act = (upsdk: Upsdk) =>
    Promise.all([upsdk.ready(), upsdk.pluginReady(() => {}), upsdk.appletAuth()].map(ignore))
  expect(await acted(act)).toMatchObject(SHOWN)
})

it('a login outside the wallet shows the way in', async () => {
  const act = (upsdk: Upsdk) => upsdk.appletAuth()
  expect(await acted(act, { where: { insideWallet: false } })).toMatchObject({ toasts: [], dialogs: 1 })
})

it.each<['ready' | 'pluginReady']>([['ready'], ['pluginReady']])(
  'a callback of %s that runs after its message begins no payment',
  async (member) => {
    const outcomes: unknown[] = []
    const act = (upsdk: Upsdk) => {
      if (member === 'ready') ignore(upsdk.config(SIGNED))
      return upsdk[member](() => {
        upsdk.pay({ tn: '1' }).catch(({ reason, sent }) => outcomes.push(reason, sent))
      })
    }
    const { toasts, sim } = await acted(act)
    expect(toasts).toEqual([TIMEOUT])
    sim.bridgeUp()
    await pass(1000)
    expect(outcomes).toEqual(['ready-timeout', false])
    expect(methodsOf(sim)).not.toContain('pay')
  },
)
