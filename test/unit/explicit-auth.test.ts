/** appletExplicitAuth, which upsdk lacks, is a call like any other (browser: explicit-auth.test.ts). */
import { describe, expect, it, vi } from 'vitest'
import { fail, silent, succeed } from '../../wallet/simulator'
import {
  failureOf,
  give,
  ignore,
  kit,
  pass,
  recorder,
  SIGNED,
  stateOf,
  useWallets,
  wallet,
} from '../support/wallet'

useWallets()

const scope = 'scope.mobile'
const NAME = 'appletExplicitAuth'

describe.each(['cordova', 'jsbridge'] as const)('appletExplicitAuth over %s', (bridge) => {
  it.each(['android', 'ios'] as const)('gives the code as an object on %s (H12)', async (platform) => {
    const sim = wallet({ bridge, platform, answers: { appletExplicitAuth: succeed({ code: 'c' }) } })
    const success = vi.fn()
    expect(await kit().appletExplicitAuth({ scope, success })).toEqual({ code: 'c' })
    expect(sim.calls).toEqual([{ method: NAME, params: { scope } }])
    await pass(1)
    expect(success.mock.calls).toEqual([[platform === 'ios' ? { code: 'c' } : '{"code":"c"}']])
  })

  it('succeeds with undefined if the test has no answer, as every method does', async () => {
    wallet({ bridge })
    expect(await kit().appletExplicitAuth({ scope })).toBeUndefined()
  })

  it('is sent when the bridge is up if it was called before', async () => {
    const sim = wallet({ bridge, readyAfter: 300, answers: { appletExplicitAuth: succeed({ code: 'c' }) } })
    const call = kit().appletExplicitAuth({ scope })
    await pass(299)
    expect(sim.calls).toEqual([])
    await pass(10)
    expect(await stateOf(call)).toEqual({ code: 'c' })
  })

  it.each([
    ['c02', 'forbidden'],
    ['c03', 'unsupported'],
    ['c04', 'unsupported'],
  ])('rejected by native with %s is %s', async (code, reason) => {
    wallet({ bridge, platform: 'ios', answers: { appletExplicitAuth: fail(code) } })
    const told = vi.fn()
    const error = await failureOf(kit().appletExplicitAuth({ scope, fail: told }))
    expect(error).toMatchObject({ method: NAME, code, reason, sent: true })
    await pass(1)
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ errcode: code }))
  })

  it.each([
    [{ errcode: '01', errmsg: '用户取消授权' }, { reason: 'cancelled' }],
    ['用户取消', { reason: 'cancelled' }],
    [
      { errcode: 'a31', errmsg: '' },
      { code: 'a31', reason: 'unauthorized' },
    ],
    [{ errcode: '', errmsg: 'x' }, { reason: 'unknown' }],
  ])('fails with %j as any method does', async (failure, expected) => {
    wallet({ bridge, answers: { appletExplicitAuth: fail(failure) } })
    expect(await failureOf(kit().appletExplicitAuth({ scope }))).toMatchObject(expected)
  })

  it('passes a failure that is a text to `fail` as upsdk does', async () => {
    wallet({ bridge, answers: { appletExplicitAuth: fail('用户取消') } })
    const told = vi.fn()
    kit().appletExplicitAuth({ scope, fail: told })
    await pass(1)
    expect(told).toHaveBeenCalledExactlyOnceWith({ msg: '用户取消' })
  })

  it('shows nothing if cancelled, and a message if refused', async () => {
    const sim = wallet({ bridge, answers: { appletExplicitAuth: fail({ msg: '用户取消' }) } })
    const presenter = recorder()
    const upsdk = kit({ presenter })
    await failureOf(upsdk.appletExplicitAuth({ scope }))
    await pass(500)
    expect([presenter.toasts, presenter.dialogs]).toEqual([[], []])
    sim.answer(NAME, fail('c02'))
    await failureOf(upsdk.appletExplicitAuth({ scope }))
    await pass(500)
    expect([...presenter.toasts, ...presenter.dialogs]).toHaveLength(1)
  })

  it('is sent once for two taps, and again for another scope', async () => {
    const sim = wallet({ bridge, answers: { appletExplicitAuth: silent() } })
    const upsdk = kit()
    ignore(upsdk.appletExplicitAuth({ scope }))
    expect(await failureOf(upsdk.appletExplicitAuth({ scope }))).toMatchObject({
      reason: 'busy',
      sent: false,
    })
    ignore(upsdk.appletExplicitAuth({ scope: 'scope.auth' }))
    expect(sim.calls.map(({ params }) => params)).toEqual([{ scope }, { scope: 'scope.auth' }])
    await pass(3000)
    ignore(upsdk.appletExplicitAuth({ scope }))
    expect(sim.calls).toHaveLength(3)
  })

  it('is sent after the config in signed mode', async () => {
    const sim = wallet({ bridge, latency: 100, answers: { config: succeed({ jsApiList: [] }) } })
    const call = kit({ config: SIGNED }).appletExplicitAuth({ scope })
    await pass(99)
    expect(sim.calls.map(({ method }) => method)).toEqual(['config'])
    await pass(200)
    expect(sim.calls.map(({ method }) => method)).toEqual(['config', NAME])
    expect(await stateOf(call)).toBeUndefined()
  })

  it('is supported once the bridge is up, until it fails with c03 or c04', async () => {
    const sim = wallet({ bridge, readyAfter: 100, answers: { appletExplicitAuth: fail('c02') } })
    const upsdk = kit()
    const supported = upsdk.supports(NAME)
    await pass(200)
    expect(await supported).toBe(true)
    await failureOf(upsdk.appletExplicitAuth({ scope }))
    expect(await upsdk.supports(NAME)).toBe(true)
    sim.answer(NAME, fail('c04'))
    await failureOf(upsdk.appletExplicitAuth({ scope }))
    expect(await upsdk.supports(NAME)).toBe(false)
  })

  it('does not change the page’s parameters', async () => {
    wallet({ bridge })
    const params = Object.freeze({ scope, success() {} })
    await kit().appletExplicitAuth(params)
    expect(Object.keys(params)).toEqual(['scope', 'success'])
  })
})

describe('cordova’s last status around appletExplicitAuth', () => {
  type Cordova = { errorRetStatus: unknown; callbackStatus: Record<string, unknown> }
  const cordovaOf = () => (window as unknown as { cordova: Cordova }).cordova

  it('is OK again after a failure, so that the next failure has its own code (H24)', async () => {
    const sim = wallet({ answers: { appletExplicitAuth: fail('c02') } })
    const upsdk = kit()
    await failureOf(upsdk.appletExplicitAuth({ scope }))
    expect(cordovaOf().errorRetStatus).toBe(cordovaOf().callbackStatus.OK)
    sim.answer(NAME, fail({ msg: '用户取消' }))
    expect(await failureOf(upsdk.appletExplicitAuth({ scope }))).toMatchObject({ reason: 'cancelled' })
    sim.answer('bioDetect', fail('94'))
    expect(await failureOf(upsdk.bioDetect())).toMatchObject({ code: '94' })
  })

  it('is its own: what a share left that native refused makes no c02 of a user who refuses (H30)', async () => {
    const sim = wallet({ answers: { appletExplicitAuth: fail({ msg: '用户取消' }) } })
    const upsdk = kit()
    await upsdk.ready()
    cordovaOf().errorRetStatus = cordovaOf().callbackStatus.ILLEGAL_ACCESS_EXCEPTION
    expect(await failureOf(upsdk.appletExplicitAuth({ scope }))).toMatchObject({ reason: 'cancelled' })
    expect(sim.calls).toHaveLength(1)
  })

  it.each([
    ['INVALID_ACTION', 'c03'],
    ['INVALID_ACTION_EXCEPTION', 'c03'],
    ['CLASS_NOT_FOUND_EXCEPTION', 'c04'],
    ['ILLEGAL_ACCESS_EXCEPTION', 'c02'],
    ['ERROR', '94'],
    ['OK', '94'],
    ['none', '94'],
  ])('of %s makes %s of a failure', async (name, code) => {
    wallet()
    const callbackStatus = { OK: 1, [name]: 5 }
    const cordova = {
      callbackStatus,
      errorRetStatus: 1 as number | undefined,
      exec(_success: unknown, fail: (raw: unknown) => void) {
        cordova.errorRetStatus = name === 'none' ? undefined : callbackStatus[name]
        fail({ errcode: '94' })
      },
    }
    give(window, 'cordova', cordova)
    expect(await failureOf(kit().appletExplicitAuth({ scope }))).toMatchObject({ code })
    expect(cordova.errorRetStatus).toBe(callbackStatus.OK)
  })

  it('may be missing', async () => {
    wallet()
    give(window, 'cordova', {
      exec: (_success: unknown, fail: (raw: unknown) => void) => fail({ errcode: '94' }),
    })
    expect(await failureOf(kit().appletExplicitAuth({ scope }))).toMatchObject({ code: '94' })
  })
})

describe('appletExplicitAuth that cannot reach native', () => {
  it('rejects at once outside the wallet', async () => {
    wallet({ insideWallet: false })
    const upsdk = kit()
    expect(await failureOf(upsdk.appletExplicitAuth({ scope }))).toMatchObject({
      reason: 'outside-wallet',
      sent: false,
    })
    expect(await upsdk.supports(NAME)).toBe(false)
  })

  it('is unsupported and not sent without a bridge', async () => {
    wallet()
    give(window, 'cordova', {})
    const upsdk = kit()
    expect(await upsdk.supports(NAME)).toBe(false)
    expect(await failureOf(upsdk.appletExplicitAuth({ scope }))).toMatchObject({
      reason: 'unsupported',
      sent: false,
    })
  })

  it('fails with what the bridge throws', async () => {
    wallet()
    give(window, 'cordova', {
      exec() {
        throw new Error('x')
      },
    })
    expect(await failureOf(kit().appletExplicitAuth({ scope }))).toMatchObject({
      reason: 'system',
      sent: true,
    })
  })

  it('hands no callback to native among the parameters, which cannot cross a bridge', async () => {
    wallet()
    let given: object = {}
    give(window, 'cordova', {
      exec(success: () => void, _fail: unknown, _plugin: string, _action: string, [params]: [object]) {
        given = { ...params }
        success()
      },
    })
    await kit().appletExplicitAuth({ scope, fail: () => {} })
    expect(given).toEqual({ scope })
  })

  it('ignores a payload that fits neither bridge', async () => {
    wallet({ bridge: 'jsbridge' })
    give(window, 'WebViewJavascriptBridge', {
      callHandler: (...args: unknown[]) => (args[3] as (payload: unknown) => void)({ code: 'c' }),
    })
    expect(await kit().appletExplicitAuth({ scope })).toBeUndefined()
  })

  it('uses upsdk’s own method if a future upsdk has it', async () => {
    const sim = wallet()
    const raw = window.upsdk as Record<string, unknown>
    raw[NAME] = ({ success }: { success(value: unknown): void }) => success({ code: 'upsdk' })
    expect(await kit().appletExplicitAuth({ scope })).toEqual({ code: 'upsdk' })
    expect(sim.calls).toEqual([])
    delete raw[NAME]
  })
})

describe('appletExplicitAuth on the kit as window.upsdk', () => {
  it('can be read, and is in none of the lists of methods', async () => {
    wallet({ answers: { appletExplicitAuth: succeed({ code: 'c' }) } })
    const upsdk = kit()
    window.upsdk = upsdk
    await upsdk.ready()
    expect((upsdk as { notThere?: unknown }).notThere).toBeUndefined()
    expect(await upsdk.appletExplicitAuth({ scope })).toEqual({ code: 'c' })
    expect(NAME in upsdk).toBe(false)
    expect(Object.keys(upsdk)).not.toContain(NAME)
    expect(Object.keys({ ...upsdk })).not.toContain(NAME)
    expect(await upsdk.call('appletExplicitAuth', { scope })).toEqual({ code: 'c' })
  })

  it('is the page’s own function if the page has put one there', async () => {
    wallet()
    const upsdk = kit()
    const own = vi.fn(async () => ({ code: 'own' }))
    upsdk.appletExplicitAuth = own
    expect(await upsdk.call('appletExplicitAuth', { scope })).toEqual({ code: 'own' })
  })
})

describe('the simulator’s bridge for appletExplicitAuth', () => {
  it.each([
    ['cordova', 'cordova'],
    ['jsbridge', 'WebViewJavascriptBridge'],
  ] as const)('over %s is there when the bridge is up, and gone with the simulator', async (bridge, name) => {
    const sim = wallet({ bridge, readyAfter: 100 })
    expect(name in window).toBe(false)
    await pass(100)
    expect(name in window).toBe(true)
    sim.uninstall()
    expect(name in window).toBe(false)
  })

  it('is missing outside the wallet', () => {
    wallet({ insideWallet: false })
    expect(['cordova' in window, 'WebViewJavascriptBridge' in window]).toEqual([false, false])
  })
})
