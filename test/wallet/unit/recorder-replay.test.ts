/** A trace replays to the steps of the recorded wallet, and has no values of users. */
import { describe, expect, it } from 'vitest'
import { readFailure } from '../../../src/failure/read'
import type { Step, Upsdk } from '../../../src/index'
import { record, type Trace } from '../../../wallet/recorder'
import { type Answer, fail, type SimulatorOptions, silent, succeed } from '../../../wallet/simulator'
import { fromShape, shapeOfFailure } from '../../../wallet/trace/shape'
import { oneOfEach } from '../../support/samples'
import {
  failureOf,
  ignore,
  kit,
  PAYMENT,
  pass,
  recorder,
  SHARED,
  SIGNED,
  useWallets,
  wallet,
} from '../../support/wallet'

useWallets()

const SECRET = 'SECRET 13800001234'
const throwing = (thrown: unknown) => (): Answer => {
  throw thrown
}

/** What native may do, by a name for error messages. */
const ANSWERS: Readonly<Record<string, Answer>> = {
  'a code': fail('94'),
  'a refusal': fail('c02'),
  'a missing method': fail('c03'),
  'a code of few methods': fail('01'),
  'a code nobody knows': fail('UPX12345'),
  'a code and a text': fail({ errcode: '94', errmsg: SECRET }),
  'a code with other names': fail({ respCd: 'a31', desc: SECRET }),
  'a number for a code': fail({ code: 94, msg: SECRET }),
  'a code one level down': fail({ error: { code: '94', message: SECRET } }),
  'a code of the server with several meanings': fail({ errcode: 'BC0024', errmsg: `验签失败 ${SECRET}` }),
  'a bare number': fail(94),
  'a bare 0': fail(0),
  'a number that is no code': fail(13800001234),
  'a fraction': fail(12.5),
  'a negative number': fail(-94),
  'a number in an object that is no code': fail({ code: 13800001234, msg: 5 }),
  'the text 94': fail({ msg: '94' }),
  'the text 94 with spaces': fail({ errmsg: ' 94 ' }),
  'a code at the end of a text': fail('x[94]'),
  'a code at the end of a longer text': fail({ msg: `${SECRET}[GCUP06038] ` }),
  'a code in brackets': fail('[94]'),
  'a code in a list': fail(['94']),
  'an object in a list': fail([{ errcode: '94' }]),
  'an object in JSON text': fail(`{"errcode":"94","errmsg":"${SECRET}"}`),
  'an object in JSON text in a text': fail({ msg: `{"errcode":"94","errmsg":"${SECRET}"}` }),
  'an object in JSON text with a mark before it': fail({ msg: '\ufeff{"errcode":"94"}' }),
  'a list in JSON text': fail({ msg: '[{"errcode":"94"}]' }),
  'a cancellation': fail('用户取消'),
  'a cancelled payment': fail({ code: '01', msg: '用户取消支付' }),
  'a cancellation in English': fail({ msg: 'Payment cancelled by user' }),
  'a cancellation and more': fail(`用户取消，${SECRET}`),
  'a cancellation and a code': fail(`用户取消 ${SECRET} [GCUP06038]`),
  'a cancellation that failed': fail('取消失败'),
  'a cancellation that failed, and why': fail({ msg: `取消失败：${SECRET}` }),
  'a cancellation in a longer text': fail(`the order of ${SECRET} was cancelled by user`),
  'an order that is cancelled': fail('订单已取消'),
  'two texts that disagree': fail({ msg: '用户取消', errmsg: SECRET }),
  'two texts, one of the file': fail({ msg: SECRET, errmsg: 'config执行成功以后才能调用插件方法' }),
  'a text of the file': fail('ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！'),
  'a text of the file and more': fail(`ILLEGAL_ACCESS_EXCEPTION: ${SECRET}`),
  'a text of the file and another code': fail({
    errcode: '94',
    errmsg: 'config执行成功以后才能调用插件方法',
  }),
  'a missing parameter': fail('pay调用方法缺少参数tn'),
  'a missing parameter, as older files say it': fail('pay璋冪敤鏂规硶缂哄皯鍙傛暟tn'),
  'a text': fail(SECRET),
  'a very long text with a code': fail(`${'long '.repeat(2000)}[94]`),
  'a blank text': fail('  '),
  'an empty text': fail(''),
  'an object of blanks': fail({ errcode: '', errmsg: null }),
  'a blank text in an object': fail({ errmsg: ' ' }),
  'an empty object': fail({}),
  'an empty list': fail([]),
  'null for a failure': fail(null),
  'nothing for a failure': fail(),
  'true for a failure': fail(true),
  'an error': fail(new RangeError('x[94]')),
  'a code under a name of nobody': fail({ value: '94', msg: SECRET }),
  'a TypeError': throwing(new TypeError(SECRET)),
  'another error': throwing(new RangeError(SECRET)),
  'an error with a code': throwing(Object.assign(new Error(SECRET), { code: '94' })),
  'a thrown text': throwing(SECRET),
  'no answer': silent(),
  nothing: succeed(),
  null: succeed(null),
  0: succeed(0),
  'an empty success': succeed(''),
  'a text as it is': succeed(SECRET),
  'a number': succeed(12.5),
  'a boolean': succeed(false),
  'an object': succeed({ a: SECRET, b: { c: [SECRET], d: null }, e: 5, f: true }),
  'an object in a success of JSON text': succeed(`{"a":"${SECRET}","b":[1]}`),
  'a list': succeed([{ a: SECRET }, { a: SECRET }]),
  'a list in JSON text of a success': succeed(`["${SECRET}"]`),
  'a picture': succeed({ base64: SECRET, type: 'png' }),
  'a city': succeed('310000'),
}
const names = Object.keys(ANSWERS)

const PARAMS = { tn: SECRET, shareId: '3', key: SECRET, title: 't', callback: () => {} }
const METHODS = [
  'pay',
  'scanQRCode',
  'chooseImage',
  'getLocationCity',
  'getLocationGps',
  'queryData',
  'bioDetect',
  'verifyPayPwd',
  'appletAuth',
  'addCommonApp',
  'collectCurrentApplet',
  'shareSinglePlugin',
  'openApplet',
  'startHCE',
  'vibrate',
  'changeScreenShot',
  'monitorScreenShot',
  'setNavigationBarTitle',
]

/** The types in a result, by name. */
function typesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typesOf)
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, typesOf(one)]))
}

/** An error that upsdk throws in its own callback counts as the page's (H22, H27, H28). */
const passOn = (ms: number) =>
  pass(ms).catch((error) => {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error
  })

type Told = readonly string[]

/** Returns steps and outcome of each call, one after another: each by a kit of its own, so that none is held back. */
async function visit(method: string, before: (name: string) => void): Promise<Record<string, Told>> {
  const told: Record<string, Told> = {}
  for (const name of names) {
    const lines: string[] = []
    before(name)
    const inspector = {
      step: ({ at: _at, id: _id, hint: _hint, ...step }: Step & { hint?: unknown }) =>
        void lines.push(JSON.stringify(step)),
    }
    const upsdk = kit({ locale: 'en', presenter: recorder(), inspector })
    let ended = false
    upsdk
      .call(method as never, PARAMS as never)
      .then(
        (value) => lines.push(`success ${JSON.stringify(typesOf(value))}`),
        ({ reason, code, retry, sent, message }) =>
          lines.push(`fail ${JSON.stringify({ reason, code, retry, sent, message })}`),
      )
      .then(() => {
        ended = true
      })
    await passOn(60)
    if (!ended) await passOn(20_000)
    upsdk.destroy()
    // An unconfirmed payment holds back the next one with its number.
    for (const shared of [SHARED, PAYMENT]) Reflect.deleteProperty(window, shared)
    told[name] = lines
  }
  return told
}

async function recorded(options: SimulatorOptions, method: string) {
  const sim = wallet({ ...options, latency: 20 })
  const recording = record()
  const told = await visit(method, (name) => sim.answer(method, ANSWERS[name] as Answer))
  const trace = JSON.stringify(recording.stop())
  sim.uninstall()
  return { told, trace }
}

async function replayed(trace: string, method: string) {
  const sim = wallet({ replay: JSON.parse(trace) as Trace })
  const told = await visit(method, () => {})
  sim.uninstall()
  return told
}

const wallets = (['android', 'ios', 'harmony'] as const).flatMap((platform) =>
  (['cordova', 'jsbridge'] as const).map((bridge) => ({ platform, bridge })),
)
/** Each method, in one of the wallets. */
const traces = oneOfEach(
  'traces',
  METHODS.flatMap((method) => wallets.map((place) => ({ method, ...place }))),
  ({ method }) => method,
)

describe('a recorded trace', () => {
  it.each(traces)(
    'of $platform over $bridge replays to the same steps for every answer to $method',
    async (row) => {
      const { method, ...place } = row
      const { told, trace } = await recorded(place, method)
      const again = await replayed(trace, method)
      expect(JSON.parse(trace).environment).toMatchObject(place)
      const differences = names
        .filter((name) => String(told[name]) !== String(again[name]))
        .map((name) => ({ name, wallet: told[name], replay: again[name] }))
      expect(differences).toEqual([])
      expect(trace).not.toMatch(/SECRET|1380000|x\[94/)
    },
  )
})

/** Returns the steps of one action of a page, without their times. */
async function stepsOf(options: SimulatorOptions, run: (upsdk: Upsdk) => unknown) {
  const sim = wallet(options)
  const recording = record()
  const steps: string[] = []
  const inspector = { step: ({ type, method }: Step) => void steps.push(`${method} ${type}`) }
  const upsdk = kit({ presenter: recorder(), inspector, callTimeout: 1000 })
  run(upsdk)
  await pass(30_000)
  const trace = recording.stop()
  upsdk.destroy()
  sim.uninstall()
  for (const shared of [SHARED, PAYMENT]) Reflect.deleteProperty(window, shared)
  return { steps, trace }
}

describe('a replay of a trace', () => {
  it.each<[string, SimulatorOptions, (upsdk: Upsdk) => unknown]>([
    [
      'takes as long as the wallet took: a payment that waited',
      { latency: 12_000 },
      (upsdk) => upsdk.pay({ tn: '1' }),
    ],
    [
      'takes as long as the wallet took: an answer after the time limit',
      { latency: 3000, answers: { vibrate: fail('94') } },
      (upsdk) => ignore(upsdk.vibrate()),
    ],
  ])('%s', async (_what, options, run) => {
    const { steps, trace } = await stepsOf(options, run)
    const again = await stepsOf({ replay: trace }, run)
    expect(steps.length).toBeGreaterThan(2)
    expect(again.steps).toEqual(steps)
  })

  it('a replay answers in the order of the calls, even if some never reached native', async () => {
    const answers = { saveData: fail('94') }
    const calls = async (upsdk: Upsdk) => {
      for (const tn of ['', '1', '', '2'])
        await upsdk.pay({ tn }).then(
          () => told.push('paid'),
          ({ reason }) => told.push(reason),
        )
    }
    let told: string[] = []
    const { trace } = await stepsOf({ answers }, calls)
    const seen = told
    told = []
    await stepsOf({ replay: trace }, calls)
    expect(seen).toEqual(['invalid-params', 'paid', 'invalid-params', 'paid'])
    expect(told).toEqual(seen)
  })

  it('a replay has the platform that was recorded', async () => {
    const { trace } = await stepsOf({ platform: 'harmony' }, () => {})
    wallet({ replay: trace })
    expect(kit().environment).toMatchObject({ insideWallet: true, platform: 'harmony' })
  })

  it('a replay grants a signed page the recorded methods', async () => {
    const jsApiList = ['scanQRCode', 'saveData']
    const granted = async (options: SimulatorOptions) => {
      const sim = wallet(options)
      const recording = record()
      const upsdk = kit({ config: SIGNED, presenter: recorder() })
      await pass(100)
      const list = upsdk.jsApiList
      const trace = recording.stop()
      upsdk.destroy()
      sim.uninstall()
      return { list, trace }
    }
    const { trace, list } = await granted({ answers: { config: succeed({ jsApiList }) } })
    expect(list).toEqual(jsApiList)
    expect((await granted({ replay: trace })).list).toEqual(jsApiList)
  })

  it('a replay lets answers of the test come first', async () => {
    const { trace } = await stepsOf({ answers: { bioDetect: fail('94') } }, (upsdk) =>
      ignore(upsdk.bioDetect()),
    )
    const sim = wallet({ replay: trace, answers: { bioDetect: succeed('face') } })
    expect(await kit().bioDetect()).toBe('face')
    sim.answer('bioDetect', fail('95'))
    expect(await failureOf(kit({ notify: false }).bioDetect())).toMatchObject({ code: '95' })
  })

  it('a replay still fires events, and stops them', async () => {
    const { trace } = await stepsOf({}, (upsdk) => upsdk.on('screenShotAction', () => {}))
    const sim = wallet({ replay: trace })
    let heard = 0
    kit().on('screenShotAction', () => heard++)
    await pass(100)
    sim.fire('screenShotAction')
    expect(heard).toBe(1)
  })
})

describe('a recording of a page’s calls', () => {
  it('does not change callbacks and parameters of the page for upsdk (H21)', async () => {
    const sim = wallet()
    const recording = record()
    const told: string[] = []
    const raw = window.upsdk as Record<string, (given: unknown) => void>
    raw.pluginReady?.(async () => told.push('ready'))
    raw.pluginReady?.(() => {})
    raw.saveData?.({ key: 'k', success: async () => told.push('success') })
    raw.saveData?.(Object.assign(Object.create(null), { key: 'k' }))
    await pass(10)
    expect(told).toEqual([])
    expect(sim.calls.map(({ params }) => params)).toEqual([{ key: 'k' }, {}])
    recording.stop()
  })
})

describe('the part of a failure that a trace keeps', () => {
  const beginnings = [
    '',
    '用户取消',
    '取消失败：',
    'INVALID_ACTION_EXCEPTION',
    'Payment cancelled by user',
    ' ',
    '[94]',
    '94',
  ]
  const middles = [
    '',
    SECRET,
    '，',
    '。',
    'cancelled by user',
    '业务权限认证失败',
    '调用方法缺少参数',
    '(N62131)',
  ]
  const ends = ['', '[94]', '[GCUP06038] ', '[13800001234]', '94', '…', '!']
  const texts = beginnings.flatMap((one) => middles.flatMap((two) => ends.map((three) => one + two + three)))
  const wrappers: Readonly<Record<string, (text: string) => unknown>> = {
    'as it is': (text) => text,
    'in an object': (msg) => ({ msg }),
    'beside a code': (errmsg) => ({ errcode: 'N62131', errmsg }),
    'beside another text': (desc) => ({ desc, msg: '用户取消' }),
    'in JSON text': (msg) => JSON.stringify({ msg }),
    'in JSON text in a text': (msg) => ({ errmsg: JSON.stringify({ error: { code: '94', msg } }) }),
    'for a code': (code) => ({ code, msg: SECRET }),
  }

  it.each(Object.keys(wrappers))('is read as the whole failure, %s', (name) => {
    const differences = texts.filter((text) => {
      const [whole, kept] = [wrappers[name]?.(text), fromShape(shapeOfFailure(wrappers[name]?.(text)))]
      const [one, other] = [whole, kept].map((raw) => ({ ...readFailure(raw), text: undefined }))
      return JSON.stringify(one) !== JSON.stringify(other) || /SECRET|1380000/.test(JSON.stringify(kept))
    })
    expect(differences).toEqual([])
  })
})
