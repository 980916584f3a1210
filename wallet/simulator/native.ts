import { hasOwn, isObject, runLater, toCode, withoutFunctions } from '../../src/internalsWithoutDom'
import { FAILS_WITH_BARE_CODE, ONLY_EVENTS, REFUSED_WITH } from '../methods/methodTable'
import { cancellationOf } from '../methods/ownCodes'
import { missingIn } from '../methods/required'
import { type Answer, type Answers, fail, giveAnswer, type Otherwise, silent, succeed } from './answers'
import { exampleOf } from './examples'
import type { ReplayedCall } from './recordedWallet'
import type { Steps } from './steps'
import type { SimulatedEnvironment } from './userAgent'

/** One call that reached native. */
export interface RecordedCall {
  method: string
  /** The parameters as upsdk got them, without functions. */
  params: unknown
}

/** The statuses that cordova reports beside an answer, as the SDK file's codes. */
export const STATUSES: readonly string[] = ['c02', 'c03', 'c04']

/** The native side of the wallet. It records the calls that reach it, and gives the answers that were set. */
export interface Native {
  readonly calls: RecordedCall[]
  /** cordova's last status. It stays until the SDK file clears it (H24). */
  status: string | undefined
  /** Sets the answer to a method; undefined removes it. */
  answer(method: string, answer: Answer | undefined): void
  /** Finds what a method's next call is replayed with, unless an answer is set. */
  nextReplayed(method: string): ReplayedCall | undefined
  /** Runs a function when native would answer. @param after ms, used if no latency is set */
  later(run: () => void, after?: number): void
  exec(method: string, params: unknown, success: (value: unknown) => void, fail: (raw: unknown) => void): void
  /** Stops answering. */
  stop(): void
}

/** Native's texts for the codes of the payment plug-in, and of face verification. */
const PAYMENT_TEXTS: Readonly<Record<string, string>> = { '01': '用户取消支付', '02': '支付失败' }
const TEXTS: Readonly<Record<string, string>> = {
  94: '没有通过人像验证，请次日后再试',
  95: '您没有通过人像验证',
  96: '当前用户未开通人像照片认证，请至我的身份信息里开通',
  99: '用户身份未实名',
}

/**
 * Native's answers if none is set. Most methods succeed with undefined. The exceptions: methods whose every success is
 * an event, and methods for which the SDK file needs more than undefined (H22, H28).
 */
const USUAL: Readonly<Record<string, Answer | undefined>> = {
  chooseImage: succeed({}),
  getLocationCity: succeed({}),
  config: succeed({ jsApiList: [] }),
}
export const usualAnswer = (method: string): Answer | undefined =>
  ONLY_EVENTS.includes(method) ? silent() : hasOwn(USUAL, method) ? USUAL[method] : undefined

/** Native's refusal of a call that lacks a parameter. The SDK file's own refusals do not come here. */
function refusalOf(method: string, params: unknown): Answer | undefined {
  const code = missingIn(method, params) && hasOwn(REFUSED_WITH, method) && REFUSED_WITH[method]
  return code ? fail(code) : undefined
}

/** Makes the object from which the SDK file reads the city's code. */
const formOfCity = (value: unknown) =>
  typeof value === 'string' && !/^\s*[[{]/.test(value) ? { cityCd: value } : value

/** Makes the object from which the SDK file reads the picture. The file takes its type from an address. */
function formOfPicture(value: unknown): unknown {
  if (!isObject(value) || value.url !== undefined || typeof value.type !== 'string') return value
  const { type, ...rest } = value
  return { ...rest, url: `image.${type}` }
}

export interface NativeOptions {
  readonly environment: SimulatedEnvironment
  readonly steps: Steps
  /** Gets the delay in ms, for each answer. Undefined means none, or the recorded one in a replay. */
  readonly latency: () => number | undefined
  readonly answers: Answers
  readonly otherwise?: Otherwise | undefined
  /** Whether methods without a set answer give an example. */
  readonly examples?: boolean | undefined
  readonly replayedCalls?: ReadonlyMap<string, () => ReplayedCall> | undefined
}

export function createNative(options: NativeOptions): Native {
  const { environment, steps, latency, answers, otherwise, examples, replayedCalls } = options
  const setAnswers = new Map<string, Answer>()
  for (const method of Object.keys(answers)) {
    const answer = answers[method]
    if (answer) setAnswers.set(method, answer)
  }
  // HarmonyOS answers as Android does, since nothing is known about it (upsdk-behaviour §7).
  const isAndroid = environment.platform !== 'ios'
  let stopped = false
  const timers: ReturnType<typeof setTimeout>[] = []

  const native: Native = {
    calls: [],
    status: undefined,
    answer: (method, answer) => void (answer ? setAnswers.set(method, answer) : setAnswers.delete(method)),
    nextReplayed: (method) => (setAnswers.has(method) ? undefined : replayedCalls?.get(method)?.()),
    later,
    stop() {
      stopped = true
      timers.forEach(clearTimeout)
    },
    exec(method, params, success, fail) {
      const seen = withoutFunctions(params)
      const call = steps.callOf(method)
      // A call that goes through no function of upsdk has callbacks of the page's own.
      const calledBy = call === steps.current || call.isOwn ? 'upsdk' : 'callback'
      native.calls.push({ method, params: seen })
      // In this order: a refusal, the answer that was set, that of `otherwise`, an example, and the usual one.
      const given = refusalOf(method, seen) || setAnswers.get(method) || answerOtherwise(method, seen)
      const example = examples && !given ? exampleOf(method, seen) : undefined
      steps.emit(call, { type: 'reached', params: seen })
      const observed =
        (how: 'success' | 'fail', callback: (value: unknown) => void, isInvented?: boolean) =>
        (value: unknown) => {
          const { status } = native
          steps.emit(call, {
            type: 'answered',
            how,
            value,
            ...(how === 'fail' && status && { status }),
            ...(isInvented && { isInvented }),
          })
          steps.guarded(call, () => callback(value), calledBy)
        }
      const ownAnswer = example ? succeed(example.value) : usualAnswer(method)
      giveAnswer(given || ownAnswer, seen, (answer) => {
        if (answer.kind === 'silent') return
        later(() => {
          if (answer.kind === 'succeed')
            observed('success', success, example?.invented)(formOf(method, answer.value))
          else failWith(method, answer.failure, observed('fail', fail, answer.isInvented))
        })
      })
    },
  }

  function answerOtherwise(method: string, params: unknown): Answer | undefined {
    try {
      return otherwise?.(method, params)
    } catch (error) {
      console.error(`[upsdk-kit] otherwise of the simulator threw for ${method}:`, error)
      return undefined
    }
  }

  /** Runs a function later. An exception in it becomes an error of the page, as in a wallet. */
  function later(run: () => void, after = 0): void {
    const ms = latency() ?? after
    if (ms > 0) timers.push(setTimeout(run, ms))
    else runLater(() => stopped || run())
  }

  /**
   * Turns the value that a page gets on an iPhone into native's form. On Android, an object is JSON text; a scanned
   * text is wrapped in an object (H12).
   */
  function formOf(method: string, value: unknown): unknown {
    const isText = typeof value === 'string'
    if (method === 'scanQRCode' && isAndroid && isText) return { value }
    const form =
      method === 'chooseImage'
        ? formOfPicture(value)
        : method === 'getLocationCity'
          ? formOfCity(value)
          : value
    return isAndroid && isObject(form) ? JSON.stringify(form) : form
  }

  /** Fails in the form that bridge, platform and method give a code. Any other failure stays as it is. */
  function failWith(method: string, failure: unknown, fail: (raw: unknown) => void): void {
    const code = toCode(failure)
    if (!code || code !== failure) return fail(failure)
    if (environment.bridge === 'cordova' && STATUSES.includes(code)) {
      native.status = code
      return fail('')
    }
    if (FAILS_WITH_BARE_CODE.test(method)) return fail(failure)
    // The payment plug-in gives an object for its own codes, and JSON text for the others, on every platform (H13).
    if (method === 'pay' && hasOwn(PAYMENT_TEXTS, code)) return fail({ code, msg: PAYMENT_TEXTS[code] })
    const text = code === cancellationOf(method) ? '用户取消' : TEXTS[code]
    const body = { errcode: code, errmsg: text || '' }
    fail(method === 'pay' || isAndroid ? JSON.stringify(body) : body)
  }
  return native
}
