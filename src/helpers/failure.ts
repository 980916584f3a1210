import { UpsdkError } from '../failure/error'
import { Refusal } from '../lib/trouble'
import type { Reason } from '../types/failure'
import type { Upsdk } from '../types/upsdk'

interface HelperFailure {
  readonly method: string
  readonly reason: Reason
  /** False in the production build. */
  readonly hint: string | false
  /** Has native been asked? */
  readonly sent: boolean
}

/** Makes an error of a helper, with this kit's message for its reason. */
export function helperError(upsdk: Upsdk, { method, reason, hint, sent }: HelperFailure): UpsdkError {
  const explanation = upsdk.explain(new Refusal(reason, undefined, hint || undefined))
  return new UpsdkError({ explanation, sent, method })
}

/** Makes an error from native's failure, explained like one of a call of `method`. */
export function nativeError(upsdk: Upsdk, method: string, raw: unknown): UpsdkError {
  return new UpsdkError({ explanation: upsdk.explain(raw, { method }), sent: true, method, raw })
}
