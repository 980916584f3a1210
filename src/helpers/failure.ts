import type { Reason } from '../codes/reasons'
import { UpsdkError } from '../errors'
import { read } from '../run'
import type { Upsdk } from '../types/upsdk'

/** An error of a helper's own, with the message that this kit has for its reason. */
export function helperError(
  upsdk: Upsdk,
  method: string,
  reason: Reason,
  hint: string,
  sent = true,
): UpsdkError {
  const fields = { reason, hint, method, sent }
  const { message, retry } = upsdk.explain(new UpsdkError({ ...fields, message: '', retry: 'later' }))
  return new UpsdkError({ ...fields, message, retry })
}

/** What native failed with, as an error: explained as a call of `method` would be. */
export function nativeError(upsdk: Upsdk, method: string, raw: unknown): UpsdkError {
  const { message, reason, hint, retry, code } = upsdk.explain(raw, { method })
  return new UpsdkError({ message, reason, hint, retry, code, method, raw, sent: true })
}

/** Has an AbortSignal said so? */
export const isAborted = (signal: AbortSignal | undefined): boolean => read(signal, 'aborted') === true
