/** One call, through the kit or past it, and what came of it: without anything that was said. */
import { createUpsdk, explain, isUpsdkError, type Upsdk } from '../src/index'
import { isFunction } from '../src/lib/values'
import { shapeOf, shapeOfFailure } from '../src/recorder/shape'
import type { Shape } from '../src/recorder/trace'
import type { Check } from './checks'

export type Mode = 'kit' | 'raw'

export interface Outcome {
  readonly how: 'success' | 'fail' | 'silence' | 'missing' | 'threw'
  readonly code?: string
  readonly reason?: string
  /** Of the result, or of what `fail` got. */
  readonly shape?: Shape
  /** ms from the call to it. */
  readonly after: number
}

/** ms after which a call that is answered at once elsewhere counts as unanswered. */
const LIMIT = 8000
/** ms to wait where no answer is expected. */
const SHORT = 1500
/** What a code looks like: too short for a number of a person, a card or an order. */
const CODE = /^[A-Za-z_]{0,12}\d{1,6}$/

let kit: Upsdk | undefined

/** One that shows nothing: the page itself says what came. */
export const kitOf = (): Upsdk =>
  kit ||
  (kit = createUpsdk({
    notify: false,
    presenter: { toast: () => undefined, dialog: () => Promise.resolve(true) },
  }))

type Raw = Record<string, unknown>
const rawUpsdk = (): Raw | undefined => (window as { upsdk?: unknown }).upsdk as Raw | undefined

/** Code and reason of a failure, whatever it is. */
export function reasonOf(failure: unknown, method: string): { code?: string; reason: string } {
  const { code, reason } = isUpsdkError(failure) ? failure : explain(failure, { method })
  return { ...(code && CODE.test(code) && { code }), reason }
}

/** `null`: as long as it takes. */
export const limitOf = ({ answers, interactive, asks }: Check): number | null =>
  answers ? SHORT : interactive || asks ? null : LIMIT

type Settle = (how: Outcome['how'], value?: unknown) => void

/** Calls, and resolves with what came first. Never rejects. */
export function run(check: Check, mode: Mode, onEvent: () => void): Promise<Outcome> {
  const startedAt = performance.now()
  return new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isSettled = false
    const settle: Settle = (how, value) => {
      if (isSettled) return
      isSettled = true
      clearTimeout(timer)
      const after = Math.round(performance.now() - startedAt)
      if (how === 'success') resolve({ how, after, shape: shapeOf(value) })
      else if (how === 'fail') resolve({ how, after, ...failureOf(value, check.method) })
      else resolve({ how, after })
    }
    const limit = limitOf(check)
    if (limit !== null) timer = setTimeout(() => settle('silence'), limit)
    const params = { ...check.params, ...(check.event && { [check.event]: onEvent }) }
    if (mode === 'kit') callKit(check.method, params, settle)
    else callRaw(check.method, params, settle)
  })
}

function failureOf(failure: unknown, method: string): Pick<Outcome, 'code' | 'reason' | 'shape'> {
  const raw: unknown = isUpsdkError(failure) ? failure.raw : failure
  return { ...reasonOf(failure, method), ...(raw !== undefined && { shape: shapeOfFailure(raw) }) }
}

function callKit(method: string, params: object, settle: Settle): void {
  const call = (kitOf() as unknown as Record<string, (params: object) => Promise<unknown>>)[method]
  if (!call) return settle('missing')
  call(params).then(
    (value) => settle('success', value),
    (error) => settle('fail', error),
  )
}

/** As a page without the kit does it. */
function callRaw(method: string, params: object, settle: Settle): void {
  const upsdk = rawUpsdk()
  if (!upsdk || !isFunction(upsdk.pluginReady)) return settle('missing')
  try {
    upsdk.pluginReady(() => {
      const call = upsdk[method]
      if (!isFunction(call)) return settle('missing')
      try {
        call.call(upsdk, {
          ...params,
          success: (value: unknown) => settle('success', value),
          fail: (failure: unknown) => settle('fail', failure),
        })
      } catch {
        settle('threw')
      }
    })
  } catch {
    settle('threw')
  }
}
