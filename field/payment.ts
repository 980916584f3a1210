/** Runs a payment with the tester's own transaction number, and records what the wallet reports, and when. */
import { isFunction, isObject } from '../src/lib/values'
import { shapeOfFailure } from '../wallet/trace/shape'
import type { Shape } from '../wallet/trace/trace'
import { kitOf, type Mode, reasonOf } from './run'

export interface Payment {
  readonly mode: Mode
  /** 1, or 2 for a second call with the same `tn`. */
  readonly turn: number
  how: 'open' | 'success' | 'fail' | 'threw'
  /** ms until the call ended. */
  after?: number
  code?: string
  reason?: string
  /** The shape of the failure: a known text, or only a length. */
  failure?: Shape
  /** Whether `document.hidden` was true at any time before it ended. */
  hidden: boolean
  /** ms until the page was hidden. */
  hiddenAfter?: number
  blurredAfter?: number
  /** ms until the page was visible or focused again. */
  backAfter?: number
}

export const payments: Payment[] = []

/** Pays, and calls back at each change. */
export function pay(tn: string, mode: Mode, turn: number, onChange: () => void): void {
  const startedAt = performance.now()
  const since = () => Math.round(performance.now() - startedAt)
  const payment: Payment = { mode, turn, how: 'open', hidden: document.hidden }
  payments.push(payment)

  const look = (event: Event) => {
    if (document.hidden) {
      payment.hidden = true
      payment.hiddenAfter = payment.hiddenAfter ?? since()
    } else if (event.type === 'blur') payment.blurredAfter = payment.blurredAfter ?? since()
    else if (payment.hiddenAfter !== undefined || payment.blurredAfter !== undefined)
      payment.backAfter = payment.backAfter ?? since()
    onChange()
  }
  document.addEventListener('visibilitychange', look)
  window.addEventListener('blur', look)
  window.addEventListener('focus', look)

  const end = (how: Payment['how'], failure?: unknown) => {
    if (payment.how !== 'open') return
    payment.how = how
    payment.after = since()
    if (how === 'fail') {
      const { code, reason } = reasonOf(failure, 'pay')
      const raw = isObject(failure) && 'raw' in failure ? failure.raw : failure
      Object.assign(payment, { code, reason, failure: raw === undefined ? undefined : shapeOfFailure(raw) })
    }
    onChange()
    // The page comes back a moment after the answer.
    setTimeout(() => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('blur', look)
      window.removeEventListener('focus', look)
    }, 5000)
  }
  if (mode === 'kit')
    kitOf()
      .pay({ tn })
      .then(
        () => end('success'),
        (error) => end('fail', error),
      )
  else payRaw(tn, end)
  onChange()
}

function payRaw(tn: string, end: (how: Payment['how'], failure?: unknown) => void): void {
  const upsdk = (window as { upsdk?: unknown }).upsdk
  if (!isObject(upsdk) || !isFunction(upsdk.pluginReady)) return end('threw')
  try {
    upsdk.pluginReady(() => {
      const call = upsdk.pay
      if (!isFunction(call)) return end('threw')
      call.call(upsdk, {
        tn,
        success: () => end('success'),
        fail: (failure: unknown) => end('fail', failure),
      })
    })
  } catch {
    end('threw')
  }
}
