import { type CodeEntry, type Lookup, officialTexts, type Source } from './catalogue'
import type { Failure } from './failure'
import { methodCode } from './methods'
import { type Presentation, type Reason, type Retry, reasons } from './reasons'

/** What is known of the call that failed. */
export interface Circumstances {
  method?: string
  /** A person was acting. */
  interactive?: boolean
  payment?: boolean
  /** Did it reach upsdk? */
  sent?: boolean
}

/** A failure understood: everything about it that needs no language. */
export interface Verdict {
  code?: string
  reason: Reason
  source: Source
  documented: boolean
  hint: string
  description?: string
  solution?: string
  retry: Retry
  presentation: Presentation
  /** Keys of its message, the most particular first. */
  messageKeys: string[]
  /** Did it reach upsdk, and leave the page? */
  sent: boolean
}

/** Reasons that say nothing to someone who was about to pay; told instead: the payment has not started. */
const UNTOLD_BEFORE_PAYING: readonly Reason[] = ['ready-timeout', 'not-ready', 'system', 'unknown']

/** Which messages stand for reasons that the user need not tell apart. */
const SHARED_MESSAGES: Partial<Record<Reason, string>> = {
  'bad-signature': 'invalid-params',
  'bad-config': 'invalid-params',
  aborted: 'cancelled',
}

/** Decides what a failure means: code and method give reason, retry and presentation. */
export function judge(failure: Failure, lookup: Lookup, call: Circumstances): Verdict {
  // What upsdk itself turned down has no code; one beside it is left over from a call before (H24).
  const given = failure.neverLeft ? undefined : failure.code
  const local = given && call.method ? methodCode(call.method, given) : undefined
  const found = !local && given ? lookup(given) : undefined
  const entry = local || found?.entry
  const code = found ? found.code : given
  const verdict = fromEntry(code, entry, reasonOf(failure, entry, call), failure.text)
  verdict.sent = !!call.sent && !failure.neverLeft
  if (call.payment) judgePayment(verdict, !!failure.neverLeft)
  return verdict
}

function reasonOf(failure: Failure, entry: CodeEntry | undefined, call: Circumstances): Reason {
  if (entry) return entry.reason
  if (failure.reason) return failure.reason
  return failure.empty && call.interactive && !call.payment ? 'cancelled' : 'unknown'
}

function fromEntry(
  code: string | undefined,
  entry: CodeEntry | undefined,
  reason: Reason,
  text: string | undefined,
): Verdict {
  const { retry, presentation, hint } = reasons[reason]
  const { description, solution, candidates = '' } = entry ? officialTexts(entry, text) : {}
  // A message under a bare code is that of the common code, never of one method's own.
  const keys = [
    entry?.source === 'method' ? undefined : code,
    entry?.message,
    reason,
    SHARED_MESSAGES[reason],
  ]
  return {
    code,
    reason,
    source: entry ? entry.source : reason === 'unknown' ? 'unknown' : 'kit',
    documented: !!entry && entry.documented !== false,
    hint: (entry?.hint || hint) + candidates,
    description,
    solution,
    retry: entry?.retry || retry,
    presentation: entry?.presentation || presentation,
    messageKeys: keys.filter((key): key is string => !!key),
    sent: false,
  }
}

/** Nothing false about money: after sending, only the order tells whether it was paid. */
function judgePayment(verdict: Verdict, neverLeft: boolean): void {
  if (verdict.reason === 'cancelled' || neverLeft) return
  if (verdict.sent) {
    verdict.retry = 'never'
    verdict.messageKeys = ['payment-unconfirmed']
    verdict.hint += ' Ask your backend for the order before another payment.'
    if (verdict.presentation !== 'none') verdict.presentation = 'dialog'
  } else if (UNTOLD_BEFORE_PAYING.includes(verdict.reason)) {
    verdict.messageKeys = ['payment-not-sent']
  }
}
