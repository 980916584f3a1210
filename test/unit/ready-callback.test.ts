/** `ready(callback)` behaves as in upsdk (H29), and the kit reports a callback that waits for ever. */
import { describe, expect, it, vi } from 'vitest'
import type { Upsdk } from '../../src/types/upsdk'
import { fail, silent, succeed } from '../../wallet/simulator'
import { runAll, upsdkByHand } from '../support/signed'
import { failureOf, ignore, kit, pass, SIGNED, tapIs, useWallets, wallet } from '../support/wallet'

useWallets()

const save = { key: 'k', value: 'v' }
const REFUSED = fail({ errmsg: 'refused' })

/** Registers a callback, and returns a function that says how often it has run. @returns how often it has run by now */
function readyOf(upsdk: Upsdk): () => number {
  const run = vi.fn()
  ignore(upsdk.ready(run))
  return () => run.mock.calls.length
}

describe('a callback of ready()', () => {
  it('never runs without a config, though the kit has let calls through', async () => {
    wallet()
    const upsdk = kit()
    const early = readyOf(upsdk)
    await upsdk.saveData(save)
    await upsdk.pluginReady()
    const late = readyOf(upsdk)
    await pass(20_000)
    expect([early(), late()]).toEqual([0, 0])
  })

  it.each([
    ['runs once an asynchronous config is accepted', succeed({ jsApiList: [] }), 1],
    ['does not run after a refused config', REFUSED, 0],
    ['does not run while a config has no answer', silent(), 0],
  ])('%s', async (_what, answer, times) => {
    wallet({ latency: 100, answers: { config: answer } })
    const upsdk = kit({ notify: false })
    const ran = readyOf(upsdk)
    await pass(600)
    expect(ran()).toBe(0)
    upsdk.config(SIGNED)
    await pass(99)
    expect(ran()).toBe(0)
    await pass(20_000)
    expect(ran()).toBe(times)
  })

  it('runs at once if a config was accepted, and not if another was refused since', async () => {
    const sim = wallet({ answers: { config: succeed({ jsApiList: [] }) } })
    const upsdk = kit({ notify: false })
    await upsdk.config(SIGNED)
    const accepted = readyOf(upsdk)
    await pass(0)
    expect(accepted()).toBe(1)
    sim.answer('config', REFUSED)
    await failureOf(upsdk.config(SIGNED))
    const refused = readyOf(upsdk)
    await pass(1000)
    expect(refused()).toBe(0)
  })

  it('runs at once after a pluginReady callback of the page’s ran, behind it in the same script too', async () => {
    wallet()
    const upsdk = kit()
    const ran: string[] = []
    upsdk.ready(() => ran.push('before'))
    upsdk.pluginReady(() => {
      ran.push('pluginReady')
      upsdk.ready(() => ran.push('within'))
    })
    upsdk.ready(() => ran.push('behind'))
    await pass(1000)
    expect(ran).toEqual(['pluginReady', 'behind', 'within'])
  })

  it('waits for a config if it was registered before the bridge was up, and so before pluginReady ran', async () => {
    wallet({ readyAfter: 500 })
    const upsdk = kit()
    const [opened, ran] = [vi.fn(), vi.fn()]
    upsdk.pluginReady(opened)
    upsdk.ready(ran)
    await pass(1000)
    expect([opened.mock.calls.length, ran.mock.calls.length]).toEqual([1, 0])
    await upsdk.config(SIGNED)
    await pass(0)
    expect(ran).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['runs at once after an accepted appletConfig, and in its success', succeed({}), [1, 1, 0]],
    ['does not run after a refused appletConfig', fail('c01'), [0, 0, 0]],
  ])('%s; an earlier callback waits', async (_what, answer, expected) => {
    wallet({ answers: { appletConfig: answer } })
    const upsdk = kit({ notify: false })
    const early = readyOf(upsdk)
    let within = () => 0
    ignore(
      upsdk.call('appletConfig', {
        success() {
          within = readyOf(upsdk)
        },
        fail() {},
      } as never),
    )
    await pass(10)
    const late = readyOf(upsdk)
    await pass(10)
    expect([within(), late(), early()]).toEqual(expected)
  })

  it.each(['config', 'pluginReady'] as const)(
    'runs outside the wallet only after the page’s %s',
    async (way) => {
      wallet({ insideWallet: false })
      const upsdk = kit()
      const early = readyOf(upsdk)
      await pass(1000)
      expect(early()).toBe(0)
      if (way === 'config') upsdk.config(SIGNED)
      else ignore(upsdk.pluginReady(() => {}))
      const late = readyOf(upsdk)
      await pass(0)
      expect([early(), late()]).toEqual([way === 'config' ? 1 : 0, 1])
    },
  )

  it('never runs once the kit is destroyed, though the page then opens upsdk itself', async () => {
    const { stored } = upsdkByHand()
    const upsdk = kit()
    const ran = readyOf(upsdk)
    await pass(1)
    upsdk.destroy()
    runAll(stored.ready)
    await pass(0)
    expect(ran()).toBe(0)
  })

  it('runs if the page gave its config to upsdk itself, before the kit was there', async () => {
    const { raw, stored } = upsdkByHand()
    const late = readyOf(kit())
    await pass(1)
    runAll(stored.ready)
    await pass(0)
    raw.ready = (run) => {
      run()
      return 0
    }
    const early = readyOf(kit())
    await pass(0)
    expect([late(), early()]).toEqual([1, 1])
  })

  it('does not run at once if the kit is destroyed', async () => {
    wallet()
    const upsdk = kit()
    await upsdk.config(SIGNED)
    upsdk.destroy()
    const ran = readyOf(upsdk)
    await pass(1000)
    expect(ran()).toBe(0)
  })
})

it('a callback of pluginReady() runs after a refused config too', async () => {
  wallet({ answers: { config: REFUSED } })
  const upsdk = kit({ config: SIGNED, notify: false })
  const [early, late] = [vi.fn(), vi.fn()]
  upsdk.pluginReady(early)
  await pass(100)
  upsdk.pluginReady(late)
  const ready = readyOf(upsdk)
  await pass(0)
  expect([early.mock.calls.length, late.mock.calls.length, ready()]).toEqual([1, 1, 1])
})

/** Makes a kit, and keeps its telemetry. */
function watched(options: { readyTimeout?: number } = {}) {
  const [onError, onCall, step] = [vi.fn(), vi.fn(), vi.fn()]
  const upsdk = kit({ onError, onCall, inspector: { step }, ...options })
  const heard = () => [onError, onCall, step].map(({ mock }) => mock.calls.map(([value]) => value))
  return { upsdk, heard }
}
const NOTHING = [[], [], []]

describe('a callback that has waited for readyTimeout', () => {
  it('in pluginReady reports ready-timeout to onError, onCall and inspectors, and still runs later', async () => {
    wallet({ readyAfter: 20_000 })
    const { upsdk, heard } = watched()
    const callback = vi.fn()
    upsdk.pluginReady(callback)
    await pass(7900)
    expect(heard()).toEqual(NOTHING)
    await pass(200)
    const [errors, records, steps = []] = heard()
    const late = { method: 'pluginReady', sent: false }
    expect(errors).toMatchObject([{ ...late, reason: 'ready-timeout' }])
    expect(records).toMatchObject([{ ...late, outcome: 'ready-timeout' }])
    expect(Math.abs(records?.[0].waited - 8000)).toBeLessThan(100)
    const told = steps.map(({ type, outcome, why }) => [type, outcome || why])
    expect(told).toEqual([
      ['called', undefined],
      ['settled', 'ready-timeout'],
      ['quiet', 'nobody tapped'],
    ])
    expect(new Set(steps.map(({ id, method }) => `${id} ${method}`)).size).toBe(1)
    expect(callback).not.toHaveBeenCalled()
    await pass(12_000)
    expect(callback).toHaveBeenCalledTimes(1)
    expect(document.querySelector('[data-upsdk-kit]')).toBeNull()
  })

  it('keeps no timer busy', async () => {
    wallet({ readyAfter: 20_000 })
    const { upsdk } = watched()
    upsdk.pluginReady(() => {})
    await pass(8100)
    const timers = vi.spyOn(globalThis, 'setTimeout')
    await pass(1000)
    // The gate looks for upsdk every half second.
    expect(timers.mock.calls.length).toBeLessThan(10)
  })

  it('is reported once a kit, however many wait', async () => {
    wallet({ readyAfter: 'never' })
    const { upsdk, heard } = watched()
    upsdk.pluginReady(() => {})
    upsdk.pluginReady(() => {})
    await pass(5000)
    upsdk.pluginReady(() => {})
    await pass(20_000)
    expect(heard().map(({ length }) => length)).toEqual([1, 1, 3])
  })

  it.each([
    ['once, if the browser knows that nobody tapped', false, 1],
    ['for each that begins to wait after a report, if the browser does not know of taps', undefined, 2],
  ])('is reported %s', async (_how, isActive, reports) => {
    tapIs(isActive)
    wallet({ readyAfter: 'never' })
    const { upsdk, heard } = watched()
    upsdk.pluginReady(() => {})
    await pass(10_000)
    upsdk.pluginReady(() => {})
    upsdk.pluginReady(() => {})
    await pass(10_000)
    expect(heard()[0]).toHaveLength(reports)
  })

  it('in ready is reported only once a config is under way', async () => {
    wallet({ readyAfter: 'never' })
    const { upsdk, heard } = watched()
    upsdk.ready(() => {})
    await pass(20_000)
    expect(heard()).toEqual(NOTHING)
    upsdk.config(SIGNED)
    await pass(8000)
    expect(heard()[0]).toMatchObject([{ method: 'pluginReady', reason: 'ready-timeout' }])
  })

  it.each<[string, Parameters<typeof wallet>[0], (upsdk: Upsdk) => unknown]>([
    ['a callback has run', {}, (upsdk) => upsdk.pluginReady(() => {})],
    ['it runs outside the wallet', { insideWallet: false }, (upsdk) => upsdk.pluginReady(() => {})],
    ['there is none', { readyAfter: 'never' }, (upsdk) => upsdk.pluginReady().catch(() => {})],
    ['a config waits without one', { readyAfter: 'never' }, (upsdk) => upsdk.config(SIGNED)],
    [
      'one of ready waits for a config that was refused',
      { answers: { config: REFUSED } },
      (upsdk) => [upsdk.ready(() => {}), upsdk.config(SIGNED)],
    ],
  ])('is not reported if %s', async (_where, options, act) => {
    wallet(options)
    const { upsdk, heard } = watched()
    act(upsdk)
    await pass(20_000)
    expect(heard()).toEqual(NOTHING)
  })

  it('is not reported without a limit, nor after destroy', async () => {
    wallet({ readyAfter: 'never' })
    const unlimited = watched({ readyTimeout: 0 })
    const destroyed = watched()
    for (const { upsdk } of [unlimited, destroyed]) upsdk.pluginReady(() => {})
    destroyed.upsdk.destroy()
    await pass(60_000)
    expect([unlimited.heard(), destroyed.heard()]).toEqual([NOTHING, NOTHING])
  })
})
