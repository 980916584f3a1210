/** A recording keeps the shapes of a wallet's answers without any value, and replays to the same steps. */
import { describe, expect, it, vi } from 'vitest'
import type { Step, Upsdk } from '../../../src/index'
import { record, type Trace } from '../../../wallet/recorder'
import { fail, type SimulatorOptions, silent, succeed } from '../../../wallet/simulator'
import { shapeOf } from '../../../wallet/trace/shape'
import { kit, pass, recorder, useWallets, wallet } from '../../support/wallet'

useWallets()

const ANSWERS = {
  appletAuth: succeed({ code: 'SECRETCODE1' }),
  getLocationGps: succeed({ latitude: '31.23', longitude: '121.47' }),
  getLocationCity: succeed('310000'),
  scanQRCode: succeed('https://secret.example/'),
  queryData: succeed({ code: '00', msg: '', key: 'k', value: 'secret' }),
  chooseImage: succeed({ base64: 'SECRETBASE64', url: 'secret.jpg' }),
  bioDetect: fail('94'),
  getSystemInfo: fail('c02'),
  addCommonApp: fail('05'),
  verifyPayPwd: fail({ errmsg: '用户取消，卡号 6222000000000000' }),
  pay: fail('01'),
  getBatteryInfo: silent(),
}

/** The calls of a page one after another, each with the outcome of its promise. */
async function visit(upsdk: Upsdk): Promise<unknown[]> {
  const outcomes: unknown[] = []
  const all: (() => Promise<unknown>)[] = [
    () => upsdk.appletAuth(),
    () => upsdk.getLocationGps(),
    () => upsdk.getLocationCity(),
    () => upsdk.scanQRCode({ scanType: ['qrCode'], needResult: '1' }),
    () => upsdk.queryData({ key: 'k' }),
    () => upsdk.chooseImage({ maxWidth: 500, maxHeight: 500 }),
    () => upsdk.bioDetect(),
    () => upsdk.getSystemInfo(),
    () => upsdk.addCommonApp({ url: 'https://secret.example/app' }),
    () => upsdk.verifyPayPwd({ transNo: 'SECRET-TRANS', bizType: '1' }),
    () => upsdk.pay({ tn: 'SECRET-TN' }),
    () => upsdk.getBatteryInfo(),
    () => upsdk.idCardRecognition(),
  ]
  for (const call of all) {
    const settled = call().then(
      (value) => ({ result: JSON.stringify(typesOf(value)) }),
      (error) => ({ reason: error.reason, code: error.code, retry: error.retry, sent: error.sent }),
    )
    await pass(20_000)
    outcomes.push(await settled)
  }
  return outcomes
}

describe('an upsdk.js that writes `window.upsdk = window.upsdk || {}` twice', () => {
  it('is recorded once', async () => {
    const recording = record()
    const page = window as { upsdk?: unknown }
    page.upsdk = page.upsdk || {}
    const native = vi.fn()
    page.upsdk = page.upsdk || {}
    Object.assign(page.upsdk as object, { pay: native })
    ;(page.upsdk as { pay(params: object): void }).pay({ tn: '1' })
    expect(native).toHaveBeenCalledTimes(1)
    expect(recording.stop().calls.map(({ method }) => method)).toEqual(['pay'])
    expect((page.upsdk as { pay: unknown }).pay).toBe(native)
    Reflect.deleteProperty(page, 'upsdk')
  })
})

/** The types of a result, by name. */
function typesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typesOf)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typesOf(one)]))
}

/** The steps of each call, without their times; ids count on in the window, so here from the first. */
const told = (steps: readonly Step[]) =>
  steps.map(({ at: _at, id, ...step }) => ({
    ...step,
    id: id - (steps[0]?.id || 0),
    hint: undefined,
    description: undefined,
  }))

async function stepsOn(options: SimulatorOptions, withRecorder: boolean) {
  const sim = wallet({ latency: 20, ...options })
  const recording = withRecorder ? record() : undefined
  const steps: Step[] = []
  const upsdk = kit({
    locale: 'en',
    presenter: recorder(),
    inspector: { step: (step) => void steps.push(step) },
  })
  const outcomes = await visit(upsdk)
  const trace = recording?.stop()
  upsdk.destroy()
  sim.uninstall()
  return { steps: told(steps), outcomes, trace }
}

const wallets = (['android', 'ios'] as const).flatMap((platform) =>
  (['cordova', 'jsbridge'] as const).flatMap((bridge) =>
    (['2020', '2021', 'latest'] as const).map((generation) => [platform, bridge, generation] as const),
  ),
)

describe.each(wallets)('a trace of a simulated wallet, %s, %s, %s', (platform, bridge, generation) => {
  it('replays to the same steps, with results of the same types', async () => {
    const seen = await stepsOn({ platform, bridge, generation, answers: ANSWERS }, true)
    const trace = JSON.parse(JSON.stringify(seen.trace)) as Trace
    const again = await stepsOn({ replay: trace }, false)
    expect(again.outcomes).toEqual(seen.outcomes)
    expect(again.steps).toEqual(seen.steps)
  })
})

describe('a recording of upsdk', () => {
  it('changes nothing for the page, which has the same steps without it', async () => {
    const withIt = await stepsOn({ answers: ANSWERS }, true)
    const without = await stepsOn({ answers: ANSWERS }, false)
    expect(withIt.steps).toEqual(without.steps)
    expect(withIt.outcomes).toEqual(without.outcomes)
  })

  it('says which wallet it was, when it was ready, its methods, and the answer to each call', async () => {
    const { trace } = await stepsOn({ platform: 'ios', readyAfter: 300, answers: ANSWERS }, true)
    expect(trace).toMatchObject({
      version: 1,
      environment: {
        insideWallet: true,
        platform: 'ios',
        bridge: 'cordova',
        appVersion: 1010,
        language: 'zh-CN',
      },
    })
    expect(trace?.readyAfter).toBeGreaterThanOrEqual(300)
    expect(trace?.methods).toContain('pay')
    const [face] = trace?.calls.filter(({ method }) => method === 'bioDetect') || []
    expect(face).toMatchObject({
      params: { is: 'object', fields: {} },
      answers: [
        { how: 'fail', value: { is: 'object', fields: { errcode: { is: 'literal', value: '94' } } } },
      ],
    })
    const [battery] = trace?.calls.filter(({ method }) => method === 'getBatteryInfo') || []
    expect(battery?.answers).toEqual([])
  })

  it('has no secret, wherever one may be', async () => {
    const secret = (name: string) => `SECRET ${name} 13800001234`
    const fields = [
      'errcode',
      'errmsg',
      'code',
      'msg',
      'desc',
      'resp',
      'respCd',
      'key',
      'value',
      '13800001234',
    ]
    const everywhere = Object.fromEntries(fields.map((name) => [name, secret(name)]))
    const sim = wallet({
      answers: {
        appletAuth: succeed({
          ...everywhere,
          nested: { list: [everywhere] },
          json: JSON.stringify(everywhere),
        } as never),
        bioDetect: fail(everywhere),
        verifyPayPwd: fail(`用户取消 ${secret('text')}`),
        pay: fail({ msg: JSON.stringify(everywhere) }),
        scanQRCode: fail(`${secret('end')}[GCUP06038]`),
        saveData: fail(13800001234),
      },
    })
    const recording = record()
    const upsdk = kit({ notify: false })
    const calls = [
      upsdk.appletAuth(),
      upsdk.bioDetect(everywhere),
      upsdk.verifyPayPwd({ transNo: secret('trans'), bizType: secret('biz') }),
      upsdk.pay({ tn: secret('tn') }),
      upsdk.scanQRCode(),
      upsdk.saveData({ key: secret('k'), value: JSON.stringify(everywhere) }),
    ]
    const settled = Promise.allSettled(calls)
    await pass(100)
    await settled
    const trace = recording.stop()
    sim.uninstall()
    expect(trace.calls).toHaveLength(6)
    expect(JSON.stringify(trace)).not.toMatch(/SECRET|13800001234/)
    // The parts that decide the reasons are kept.
    expect(JSON.stringify(trace)).toContain('用户取消')
    expect(JSON.stringify(trace)).toContain('[GCUP06038]')
  })

  it('begins before upsdk.js is there, and restores everything', async () => {
    const descriptor = Object.getOwnPropertyDescriptor(window, 'upsdk')
    const recording = record()
    const sdk = { isInsideWallet: false, pluginReady: vi.fn(), vibrate: vi.fn() }
    window.upsdk = sdk
    ;(window.upsdk as typeof sdk).vibrate({ a: 1 })
    const trace = recording.stop()
    expect(trace.calls.map(({ method }) => method)).toEqual(['vibrate'])
    expect(window.upsdk).toBe(sdk)
    if (descriptor) Object.defineProperty(window, 'upsdk', descriptor)
    else Reflect.deleteProperty(window, 'upsdk')
  })

  it('does not change the page’s objects', async () => {
    const sim = wallet()
    const recording = record()
    const params = { tn: '1', success() {} }
    const copy = { ...params }
    const raw = window.upsdk as { pluginReady(run: () => void): void; pay(params: object): void }
    raw.pluginReady(() => raw.pay(params))
    await pass(10)
    expect(params).toEqual(copy)
    recording.stop()
    sim.uninstall()
  })
})

describe('a trace of another version', () => {
  it('is refused with a message', () => {
    const trace = { version: 2 } as unknown as Trace
    expect(() => wallet({ replay: trace })).toThrow(/version 2/)
  })
})

describe('the recorded shape of a value', () => {
  it.each<[string, unknown, unknown]>([
    ['nothing', undefined, { is: 'nothing' }],
    ['a text', 'hello', { is: 'text', length: 5 }],
    ['JSON text', '{"a":1}', { is: 'json', of: { is: 'object', fields: { a: { is: 'number' } } } }],
    ['a documented literal', 'yes', { is: 'literal', value: 'yes' }],
    ['a list', [1, 2], { is: 'list', length: 2, of: { is: 'number' } }],
    ['a function', () => {}, { is: 'function' }],
  ])('of %s is kept', (_what, value, shape) => expect(shapeOf(value)).toEqual(shape))
})

it('a recording keeps the hold of the kit as window.upsdk, and records what it sends', async () => {
  const sim = wallet({ readyAfter: 500 })
  const recording = record()
  const upsdk = kit({ notify: false })
  window.upsdk = upsdk
  expect(window.upsdk).toBe(upsdk)
  const paid = (window.upsdk as typeof upsdk).pay({ tn: '1' })
  expect(sim.calls).toEqual([])
  await pass(1000)
  await paid
  expect(sim.calls).toHaveLength(1)
  expect(recording.stop().calls.map(({ method }) => method)).toEqual(['pay'])
  expect(window.upsdk).toBe(upsdk)
})
