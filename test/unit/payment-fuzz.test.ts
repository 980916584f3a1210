// @vitest-environment node
/**
 * Random histories of pages that pay, on the real SDK file over both bridges, in virtual time: with one kit or two, in the
 * place of `window.upsdk`, put there later or beside it, destroyed, with second tags, methods that are wrapped at any time
 * or frozen, refused configs, suspended pages and clocks that jump back, and with pages, signals, inspectors and functions
 * around the bridge that call the kit from inside it. The same 300 histories each time, 1,200 in `.ci/run`, or others on demand
 * (`FUZZ_RUNS=5000 FUZZ_SEED=random`). A failure prints its seed and the shortest history that fails.
 */
import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, expect, it, vi } from 'vitest'
import { KIT } from '../../src/gate/rawUpsdk'
import { createUpsdk, type Step, type Upsdk, UpsdkError } from '../../src/index'
import { type NativeCall, paymentsOf, sdkWindow } from '../support/sdkWindow'

const { FUZZ_SEED = '11', FUZZ_RUNS = '300' } = process.env
const seed = FUZZ_SEED === 'random' ? Date.now() % 2 ** 31 : Number(FUZZ_SEED)
const numRuns = Number(FUZZ_RUNS)

/** How long a payment without an answer holds back others, in ms. */
const HOLD = 5000
/** How long a failed payment holds back others if its message does not come, in ms. */
const MESSAGE_WITHIN = 8000
const SIGNED = { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }
const C02 = 'ILLEGAL_ACCESS_EXCEPTION: 无权限访问此插件！'

type Answer = 'success' | 'cancelled' | 'c02' | 'failed' | 'code in text' | 'nothing' | 'silent'

type Pay = (params: object, options?: object) => Promise<void> | undefined

/** Hears that a page's wrapper makes its call of a payment now. */
let begins: (tn: string) => void = () => {}

/** How a page puts a function of its own around `pay`. */
const WRAPS = {
  applies:
    (old: Pay) =>
    (...args: Parameters<Pay>) =>
      old(...args),
  'copies, with callbacks of its own': (old: Pay) => (params: Params) =>
    old({ ...params, success: () => params.success?.(), fail: () => params.fail?.() }),
  'gives a promise': (old: Pay) => (params: Params) =>
    new Promise<void>((resolve, reject) => {
      old({ ...params, success: resolve, fail: () => {} })?.then(resolve, reject)
    }),
  // As a page that asks its server before.
  awaits: (old: Pay) => async (params: Params) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    begins(params.tn)
    return old({ ...params })
  },
} satisfies Record<string, (old: Pay) => (params: Params, options?: object) => unknown>
type Params = { [Name in 'success' | 'fail']?: () => void } & { tn: string }
type Wrap = keyof typeof WRAPS

/** No signal, an ordinary one, or one of the page that pays when the kit adds or removes a listener, or at its abort. */
type Signal = 'none' | 'plain' | 'pays'

type Action =
  | {
      do: 'pay'
      kit: number
      way: 'call' | 'ready'
      answer: Answer
      after: number
      signal: Signal
      /** Without callbacks, so that the kit shows its failure. */
      isBare: boolean
    }
  | { do: 'other'; kit: number; method: 'scanQRCode' | 'showSharePopup' | 'getLocationGps' }
  | { do: 'wait'; ms: number }
  | { do: 'tag' | 'bridge' | 'abort' }
  | { do: 'wrap'; how: Wrap; when: 'now' | 'deviceready' | 'microtask' }
  | { do: 'place'; kit: number }
  | { do: 'destroy'; kit: number }
  | { do: 'config'; kit: number; result: 'accepted' | 'refused' | 'url' | 'malformed' | 'fails' }
  | { do: 'inside'; step: Extract<Step['type'], string>; act: 'destroy' | 'abort' | 'pay' }
  | { do: 'suspend'; ms: number }
  | { do: 'getter' | 'exec' | 'freeze' }

interface History {
  bridge: 'cordova' | 'jsbridge'
  kits: 1 | 2
  /** The kits' option `notify`: none, false, or a function that returns true, and may pay first. */
  notify: 'none' | 'off' | 'asks' | 'pays'
  /** Calls wait for the bridge without a time limit, so longer than they hold back others. */
  isPatient: boolean
  isInPlace: boolean
  fileFirst: boolean
  actions: Action[]
}

const kit = fc.nat(1)
const ms = fc.constantFrom(0, 1, 20, 50, 120, 250, 300, 400, 900, 2000, 4900, 5100, 8100, 11_000)
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      kit,
      way: fc.constantFrom('call' as const, 'ready' as const),
      answer: fc.constantFrom<Answer>(
        'success',
        'cancelled',
        'c02',
        'failed',
        'code in text',
        'nothing',
        'silent',
      ),
      after: fc.constantFrom(0, 1, 20, 50, 700, 3000, 6000, 12_000),
      signal: fc.constantFrom<Signal>('none', 'plain', 'pays'),
      isBare: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('other' as const),
      kit,
      method: fc.constantFrom('scanQRCode' as const, 'showSharePopup' as const, 'getLocationGps' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('tag' as const, 'bridge' as const, 'abort' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wrap' as const),
      how: fc.constantFrom(...(Object.keys(WRAPS) as Wrap[])),
      when: fc.constantFrom('now' as const, 'deviceready' as const, 'microtask' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('place' as const), kit }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('destroy' as const), kit }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('config' as const),
      kit,
      result: fc.constantFrom(
        'accepted' as const,
        'refused' as const,
        'url' as const,
        'malformed' as const,
        'fails' as const,
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('inside' as const),
      step: fc.constantFrom(
        'called' as const,
        'sent' as const,
        'sent' as const,
        'unanswered' as const,
        'answered' as const,
        'settled' as const,
        'shown' as const,
      ),
      act: fc.constantFrom('destroy' as const, 'abort' as const, 'pay' as const, 'pay' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('suspend' as const),
      ms: fc.constantFrom(900, 4900, 9000, 100_000),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('getter' as const, 'exec' as const, 'freeze' as const),
    }),
  },
)
const history: fc.Arbitrary<History> = fc.record({
  bridge: fc.constantFrom('cordova' as const, 'jsbridge' as const),
  kits: fc.constantFrom(1 as const, 2 as const),
  notify: fc.constantFrom('none' as const, 'none' as const, 'off' as const, 'asks' as const, 'pays' as const),
  isPatient: fc.boolean(),
  isInPlace: fc.boolean(),
  fileFirst: fc.boolean(),
  actions: fc.array(action, { minLength: 4, maxLength: 14 }),
})

/** What a page knows of one payment: its callbacks, and the outcome of its promise. */
interface Payment {
  readonly tn: string
  readonly answer: Answer
  readonly after: number
  readonly controller: AbortController | undefined
  readonly heard: string[]
  readonly by: Upsdk
  readonly isBare: boolean
  /** The id of its steps; undefined if a page's wrapper has kept the kit from seeing it. */
  id?: number
  outcome?: 'paid' | UpsdkError
}

let payments = 0
afterAll(() => console.info(`payment fuzz: seed ${seed}, ${numRuns} histories, ${payments} payments`))
beforeEach(() => {
  vi.useFakeTimers()
  // The development build would print its warnings a thousand times.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
})
afterEach(() => void vi.useRealTimers())

/**
 * Plays a history, and returns what the page and native know of it at its end.
 *
 * @returns what the page and native know of it at its end
 */
async function play({ bridge, kits: count, notify, isPatient, isInPlace, fileFirst, actions }: History) {
  const wallet = sdkWindow(bridge)
  const all: Payment[] = []
  const sentAt = new Map<string, number>()
  const answeredAt = new Map<string, number>()
  const kits: Upsdk[] = []
  const acts: Extract<Action, { do: 'inside' }>[] = []
  const problems: string[] = []
  let configAnswer: 'accepted' | 'refused' = 'accepted'
  /** How long the page was suspended: time passes, and no timer runs. */
  let suspended = 0
  const now = () => performance.now() + suspended
  Object.assign(wallet.window, { performance: { now } })
  /** The ids of payments of which the user was told before they had settled. */
  const said = new Set<number>()
  /** The payment whose first step has not come. */
  let beginning: Payment | undefined
  const destroyed = new Set<Upsdk>()
  /** A page's wrapper may have a `fail` of its own, so that the kit shows nothing. */
  const mayHaveFail = actions.some((one) => one.do === 'wrap' && /callbacks|promise/.test(one.how))

  wallet.onCall = (call) => {
    if (call.name === 'UPWebSdk.config') {
      setTimeout(
        () =>
          configAnswer === 'accepted' ? call.succeed({ jsApiList: [] }) : call.fail({ errmsg: 'refused' }),
        5,
      )
      return
    }
    if (!call.name.startsWith('UPWebPay.')) return void setTimeout(() => call.succeed({}), 30)
    const tn = String((call.params as { tn?: unknown }).tn)
    if (sentAt.has(tn)) problems.push(`${tn} reached native twice`)
    // Payments that native has and has not answered hold it back, from any kit.
    for (const [other, at] of sentAt) {
      const open = all.find((one) => one.tn === other)
      const answered = answeredAt.get(other)
      if (answered !== undefined) {
        // So does one that failed, until the kit's message is on screen.
        const isFailure = open?.isBare && !mayHaveFail && /^(failed|code in text|nothing)$/.test(open.answer)
        const isShown =
          notify !== 'off' && isFailure && !destroyed.has(open.by) && !open.controller?.signal.aborted
        if (isShown && now() - answered < MESSAGE_WITHIN && !said.has(Number(open.id)))
          problems.push(`${tn} was sent before the message of ${other}`)
        continue
      }
      if (now() - at < HOLD) problems.push(`${tn} was sent while ${other} was open`)
      const isGivenUp = !open || open.outcome || open.controller?.signal.aborted || destroyed.has(open.by)
      if (notify !== 'off' && !isGivenUp && !said.has(Number(open.id)))
        problems.push(`${tn} was sent, and nothing was said of ${other}`)
    }
    sentAt.set(tn, now())
    const payment = all.find((one) => one.tn === tn)
    if (payment && payment.answer !== 'silent')
      setTimeout(() => answer(call, tn, payment.answer), payment.after)
  }
  function answer(call: NativeCall, tn: string, how: Answer): void {
    answeredAt.set(tn, now())
    if (how === 'success') call.succeed()
    else if (how === 'cancelled') call.fail('用户取消支付')
    else if (how === 'c02') call.fail(bridge === 'cordova' ? '' : { errmsg: C02 }, 'ILLEGAL_ACCESS_EXCEPTION')
    else if (how === 'code in text') call.fail('支付处理中[c05]')
    else call.fail(how === 'nothing' ? undefined : '支付失败')
  }

  begins = (tn) => {
    const payment = all.find((one) => one.tn === tn)
    if (payment && payment.id === undefined) beginning = payment
  }
  const inspector = {
    step({ id, method, type }: Step) {
      // While a page's wrapper waits for its server, other methods are called.
      if (method === 'pay') {
        if (type === 'called' && beginning) beginning.id = id
        beginning = undefined
      }
      if (type === 'shown' || type === 'quiet') said.add(id)
      const index = acts.findIndex(({ step }) => method === 'pay' && step === type)
      const [found] = index < 0 ? [] : acts.splice(index, 1)
      if (!found) return
      if (found.act === 'destroy') destroy(kits[0])
      else if (found.act === 'abort') all[all.length - 1]?.controller?.abort()
      else pay(kits[kits.length - 1] as Upsdk, 'success', 10, 'none')
    },
  }
  const presenter = { toast() {}, dialog: async () => true }
  let asked = 0
  const ask = () => {
    if (notify === 'pays' && !asked++) pay(kits[0] as Upsdk, 'success', 10, 'none')
    return true
  }
  const readyTimeout = isPatient ? 0 : undefined
  const options = { window: wallet.window, locale: 'en', presenter, inspector, readyTimeout }
  const createKits = () => {
    for (let index = 0; index < count; index++)
      kits.push(createUpsdk({ ...options, notify: notify === 'none' ? undefined : notify !== 'off' && ask }))
    if (isInPlace) wallet.window.upsdk = kits[0]
  }
  if (fileFirst) wallet.runFile()
  createKits()
  if (!fileFirst) wallet.runFile()
  // A script ends with its microtasks.
  await Promise.resolve()

  function pay(upsdk: Upsdk, how: Answer, after: number, signal: Signal, isBare = false): void {
    const controller = signal === 'none' ? undefined : new AbortController()
    if (controller && signal === 'pays') payInside(upsdk, controller.signal)
    const payment: Payment = {
      tn: `t${all.length}`,
      answer: how,
      after,
      controller,
      heard: [],
      by: upsdk,
      isBare,
    }
    all.push(payment)
    payments++
    const heard = (name: string) => () => void payment.heard.push(name)
    const callbacks = { success: heard('success'), fail: heard('fail'), complete: heard('complete') }
    const params = { tn: payment.tn, ...(isBare ? {} : callbacks) }
    beginning = payment
    // A page's wrapper in the kit's place passes on the parameters alone.
    const promise = upsdk.pay(params, controller && { signal: controller.signal }) as
      | Promise<void>
      | undefined
    promise?.then(
      () => (payment.outcome = 'paid'),
      (error: UpsdkError) => (payment.outcome = error),
    )
  }
  /** Pays once from inside the signal: when it gets a listener, loses one, or aborts. */
  function payInside(upsdk: Upsdk, signal: AbortSignal): void {
    let isPaid = false
    const again = () => {
      if (isPaid) return
      isPaid = true
      pay(upsdk, 'silent', 0, 'none')
    }
    if (all.length % 3 === 0) return signal.addEventListener('abort', again)
    const name = all.length % 3 === 1 ? 'addEventListener' : 'removeEventListener'
    const own = signal[name].bind(signal)
    Object.assign(signal, {
      [name](...args: Parameters<AbortSignal['addEventListener']>) {
        again()
        own(...args)
      },
    })
  }

  function destroy(upsdk: Upsdk | undefined): void {
    if (upsdk) destroyed.add(upsdk)
    upsdk?.destroy()
  }
  let isPlaced = isInPlace
  const page = (index: number): Upsdk =>
    isPlaced && index === 0 ? (wallet.window.upsdk as Upsdk) : (kits[index % kits.length] as Upsdk)
  /** What is `window.upsdk`, or behind the kit that is. */
  const rawUpsdk = (): Record<string, unknown> | undefined => {
    const upsdk = wallet.window.upsdk as Record<PropertyKey, unknown> | undefined
    const behind = upsdk?.[KIT] as (() => Record<string, unknown>) | undefined
    return behind ? behind() : upsdk
  }
  function run(given: Action): void {
    switch (given.do) {
      case 'pay': {
        const upsdk = page(given.kit)
        const begin = () => pay(upsdk, given.answer, given.after, given.signal, given.isBare)
        if (given.way === 'call') return begin()
        return void upsdk.pluginReady(begin).catch(() => {})
      }
      case 'other':
        return void page(given.kit)
          .call(given.method, { title: 't', shareUrl: 'https://mini.example' } as never)
          .catch(() => {})
      case 'tag':
        return wallet.runFile()
      case 'bridge':
        return wallet.bridgeUp()
      case 'wrap': {
        const wrap = () => {
          const upsdk = page(0) as unknown as { pay: unknown }
          upsdk.pay = WRAPS[given.how](upsdk.pay as Pay)
        }
        if (given.when === 'now') return wrap()
        const { afterBridge } = wallet
        wallet.afterBridge = () => {
          wallet.afterBridge = afterBridge
          afterBridge()
          if (given.when === 'deviceready') wrap()
          else void Promise.resolve().then(wrap)
        }
        return
      }
      case 'place':
        isPlaced = true
        wallet.window.upsdk = kits[given.kit % kits.length]
        return
      case 'freeze':
        return void Object.freeze(rawUpsdk())
      case 'exec': {
        // The page's own function around the bridge's pays once more inside a payment.
        const bridges = [wallet.window.cordova, wallet.window.WebViewJavascriptBridge]
        const owner = bridges.find(Boolean) as Record<string, (...args: unknown[]) => unknown> | undefined
        const name = owner?.exec ? 'exec' : 'callHandler'
        const old = owner?.[name]
        if (!owner || !old) return
        let isPaid = false
        owner[name] = (...args) => {
          if (args.includes('UPWebPay') && !isPaid) {
            isPaid = true
            pay(page(0), 'success', 10, 'none')
          }
          return old.apply(owner, args)
        }
        return
      }
      case 'abort':
        return all[all.length - 1]?.controller?.abort()
      case 'destroy':
        return destroy(kits[given.kit % kits.length])
      case 'config': {
        configAnswer = given.result === 'refused' ? 'refused' : 'accepted'
        const config = {
          accepted: SIGNED,
          refused: SIGNED,
          url: { ...SIGNED, url: 'https://other.example/' },
          malformed: (() => 5) as never,
          fails: async () => Promise.reject(new TypeError('Failed to fetch')),
        }[given.result]
        return void page(given.kit)
          .config(config)
          .catch(() => {})
      }
      case 'inside':
        return void acts.push(given)
      case 'suspend':
        suspended += given.ms
        return
      case 'getter': {
        const raw = isPlaced ? undefined : rawUpsdk()
        if (!raw || typeof raw.qrPay !== 'function' || Object.isFrozen(raw)) return
        const { qrPay } = raw
        let asked = 0
        Object.defineProperty(raw, 'qrPay', {
          configurable: true,
          enumerable: true,
          get() {
            if (!asked++) void kits[0]?.call('getLocationGps').catch(() => {})
            return qrPay
          },
          set() {},
        })
        return
      }
    }
  }
  for (const one of actions) {
    if (one.do === 'wait') await vi.advanceTimersByTimeAsync(one.ms)
    else run(one)
    if (one.do === 'tag') await Promise.resolve()
  }
  // By then every time limit has passed, and native has given every answer.
  await vi.advanceTimersByTimeAsync(60_000)
  // Nothing holds back payments for ever: one that waited is sent, then said, then a new kit's own is sent.
  if (bridge === 'cordova') wallet.bridgeUp()
  const sentBefore = sentAt.size
  const last = createUpsdk(options)
  kits.push(last)
  for (let tap = 0; tap < 4; tap++) {
    pay(last, 'success', 10, 'none')
    await vi.advanceTimersByTimeAsync(10_000)
  }
  // A frozen upsdk has no methods when the bridge comes up.
  const isFrozen = actions.some((one) => one.do === 'freeze')
  if (bridge === 'cordova' && !isFrozen && sentAt.size === sentBefore)
    problems.push('the next kit has a dead button')
  for (const upsdk of kits) upsdk.destroy()
  await vi.advanceTimersByTimeAsync(20_000)
  return { all, sentAt, answeredAt, problems, wallet }
}

/** Checks every payment, and returns the violated rules. @returns what does not */
function broken({ all, sentAt, answeredAt, problems, wallet }: Awaited<ReturnType<typeof play>>): string[] {
  const found = [...problems]
  const say = (text: string) => void found.push(text)
  for (const { tn, answer, heard, outcome, controller } of all) {
    const isSent = sentAt.has(tn)
    const isAnswered = answeredAt.has(tn)
    if (outcome === undefined) say(`${tn} never settled`)
    else if (outcome === 'paid') {
      if (!isAnswered || answer !== 'success') say(`${tn} is paid, which native has not said`)
    } else {
      const { reason, sent, retry } = outcome
      if (!(outcome instanceof UpsdkError)) say(`${tn} failed with ${String(outcome)}`)
      // cordova's own status refuses a payment before any plug-in gets it.
      const isRefused = answer === 'c02' && isAnswered && (reason === 'forbidden' || reason === 'unknown')
      if (!sent && isSent && !isRefused) say(`${tn} reached native, and is told as unsent (${reason})`)
      if (sent && !isSent) say(`${tn} is told as sent, and did not reach native (${reason})`)
      if (sent && reason !== 'cancelled' && retry !== 'never')
        say(`${tn} may be paid, and invites to pay again`)
      if (reason === 'cancelled' && answer !== 'cancelled') say(`${tn} is told as cancelled`)
      if (isAnswered && answer === 'success' && reason !== 'aborted')
        say(`${tn} was paid, and failed with ${reason}`)
      if (reason === 'aborted' && !controller && !outcome.detail.includes('aborted'))
        say(`${tn} was aborted by nobody`)
    }
    // A late success reaches its page too, after its fail.
    const names = heard.filter((name) => name !== 'complete')
    if (new Set(names).size !== names.length) say(`${tn} heard ${heard.join(', ')}`)
  }
  if (paymentsOf(wallet).length !== sentAt.size) say('native got payments that the page did not make')
  return found
}

it('no history of a page loses, doubles or misreports a payment', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(history, async (one) => {
      expect(broken(await play(one))).toEqual([])
    }),
    { seed, numRuns, endOnFailure: false },
  )
  // Histories without a payment would prove nothing.
  expect(payments).toBeGreaterThan(numRuns * 1.6)
})
