/** Describes the expected and the actual outcome in plain words. */
import type { Shape } from '../wallet/trace/trace'
import type { Check } from './checks'
import { kindOf } from './compare'
import type { Payment } from './payment'
import type { Result } from './state'
import type { Texts } from './texts/texts'

export function expectedOf(check: Check, texts: Texts): string {
  const fields = check.fields?.length ? texts.withFields(check.fields.join(', ')) : ''
  const seen = check.asks ? ` · ${texts.seen(true)}` : ''
  if (check.answers === 'never') return texts.expectedSilence + seen
  const success = texts.expectedSuccess(texts.kinds[check.gives] + fields)
  return (check.answers === 'perhaps' ? `${success} / ${texts.expectedSilence}` : success) + seen
}

export function cameOf({ outcome, lacks, seen, events }: Result, texts: Texts): string {
  const said: string[] = []
  if (outcome) {
    const { how, code = '', reason = '', shape, after } = outcome
    if (how === 'success') {
      const without = lacks ? texts.lacks(lacks.join(', ')) : ''
      said.push(texts.success(texts.kinds[kindOf(shape)] + without, after))
    } else said.push(how === 'fail' ? texts.fail(code, reason, after) : texts[how])
  }
  if (seen !== undefined) said.push(texts.seen(seen))
  if (events) said.push(texts.events(events))
  return said.join(' · ')
}

/** Names the cause of a failure, which several checks may share; '' if there is none. */
export function causeOf({ gives }: Check, { why, status, outcome, lacks }: Result, texts: Texts): string {
  if (why) return texts.why[why]
  if (!outcome || lacks || status !== 'differs') return ''
  const { how, code = '', reason = '', shape } = outcome
  if (how === 'success') return texts.unlike(texts.kinds[kindOf(shape)], texts.kinds[gives])
  return how === 'fail' ? [code, reason].filter(Boolean).join(' ') : texts[how]
}

export function paymentLines(payment: Payment, texts: Texts): string[] {
  const { pay } = texts
  const { how, after, code = '', reason, failure, hidden, hiddenAfter, blurredAfter, backAfter } = payment
  const lines = [after === undefined ? pay.how[how] : pay.how[how] + pay.endedAfter(after)]
  if (reason) lines.push(pay.reason(code, reason))
  if (how === 'fail') lines.push(failureText(failure, texts))
  lines.push(hidden ? pay.hidden(hiddenAfter ?? 0) : pay.notHidden)
  lines.push(blurredAfter === undefined ? pay.notBlurred : pay.blurred(blurredAfter))
  if (backAfter !== undefined) lines.push(pay.back(backAfter))
  return lines
}

/** Describes the text of a failure: a known one, or its length. */
function failureText(shape: Shape | undefined, { pay }: Texts): string {
  const inner = shape?.is === 'json' ? shape.of : shape
  const found = inner?.is === 'object' ? inner.fields.msg || inner.fields.errmsg || inner.fields.desc : inner
  const text = found?.is === 'json' && found.of.is === 'object' ? found.of.fields.errmsg : found
  if (text?.is === 'literal' && text.value !== '') return pay.known(String(text.value))
  return text?.is === 'text' ? pay.length(text.length) : pay.empty
}
