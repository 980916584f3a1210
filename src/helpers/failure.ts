import { read } from '../codes/failure'
import type { Reason } from '../codes/reasons'
import { UpsdkError } from '../errors'
import type { Upsdk } from '../types/upsdk'

/** An error of a helper's own, with the message that this kit has for its reason. */
export function helperError(
  upsdk: Upsdk,
  method: string,
  reason: Reason,
  hint: string,
  raw?: unknown,
): UpsdkError {
  const fields = { reason, hint, method, raw, retry: 'later' as const, sent: true }
  const { message } = upsdk.explain(new UpsdkError({ ...fields, message: '' }))
  return new UpsdkError({ ...fields, message })
}

/** What native failed with, as an error: explained as a call of `method` would be. */
export function nativeError(upsdk: Upsdk, method: string, raw: unknown): UpsdkError {
  const { message, reason, hint, retry, code } = upsdk.explain(raw, { method })
  return new UpsdkError({ message, reason, hint, retry, code, method, raw, sent: true })
}

/** Has an AbortSignal said so? */
export const isAborted = (signal: AbortSignal | undefined): boolean => read(signal, 'aborted') === true
