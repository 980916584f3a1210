/** Runs one call, through the kit or raw upsdk, and records its outcome without any contents. */
import { createUpsdk, explain, isUpsdkError, type Upsdk } from '../src/index'
import { isFunction } from '../src/lib/values'
import { shapeOf, shapeOfFailure } from '../wallet/trace/shape'
import type { Shape } from '../wallet/trace/trace'
import type { Check } from './checks'

export type Mode = 'kit' | 'raw'

export interface CheckEnd {
  readonly how: 'success' | 'fail' | 'silence' | 'missing' | 'threw'
  readonly code?: string
  readonly reason?: string
  /** The shape of the result, or of the failure. */
  readonly shape?: Shape
  /** ms from the call to its outcome. */
  readonly after: number
}

/** A call that is usually answered at once counts as unanswered after these ms. */
const LIMIT = 8000
/** How long to wait if no answer is expected, in ms. */
const SHORT = 1500
/** Matches codes, which are too short for the number of a person, a card or an order. */
const CODE = /^[A-Za-z_]{0,12}\d{1,6}$/

let kit: Upsdk | undefined

/** Makes a kit that shows nothing, since the page itself shows the outcomes. */
export const kitOf = (): Upsdk =>
  kit ||
  (kit = createUpsdk({
    notify: false,
    presenter: { toast: () => undefined, dialog: () => Promise.resolve(true) },
  }))

type Raw = Record<string, unknown>
const rawUpsdk = (): Raw | undefined => (window as { upsdk?: unknown }).upsdk as Raw | undefined

/** Reads code and reason of any failure. */
export function reasonOf(failure: unknown, method: string): { code?: string; reason: string } {
  const { code, reason } = isUpsdkError(failure) ? failure : explain(failure, { method })
  return { ...(code && CODE.test(code) && { code }), reason }
}

/** Gets the time limit of a check; `null` for none. */
export const limitOf = ({ answers, interactive, asks }: Check): number | null =>
  answers ? SHORT : interactive || asks ? null : LIMIT

type Settle = (how: CheckEnd['how'], value?: unknown) => void

/** Runs a check. Resolves to the first outcome, and never rejects. */
export function run(check: Check, mode: Mode, onEvent: () => void): Promise<CheckEnd> {
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

function failureOf(failure: unknown, method: string): Pick<CheckEnd, 'code' | 'reason' | 'shape'> {
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

/** Makes the call as a page without the kit does. */
function callRaw(method: string, params: object, settle: Settle): void {
  const upsdk = rawUpsdk()
  // Without upsdk.js nothing is known of the wallet's methods.
  if (!upsdk || !isFunction(upsdk.pluginReady)) return settle('threw')
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
