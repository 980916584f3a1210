import type { UpsdkError } from '../failure/error'
import { toCode } from '../failure/read'
import { isObject, parseObject } from '../lib/values'

/** What `fail` gets where upsdk said nothing: under the names that old code reads. */
export function toFailure({ code, reason, message }: UpsdkError) {
  return { errcode: code || reason, errmsg: message, code: code || reason, msg: message }
}

/**
 * What upsdk gave to `fail`, with the user's text in place of its own. A bare code and a cancellation stay as they
 * are, since old code branches on them.
 */
export function translate({ reason, message }: UpsdkError, raw: unknown): unknown {
  if (reason === 'cancelled' || toCode(raw)) return raw
  const given = (typeof raw === 'string' && parseObject(raw)) || raw
  return isObject(given) ? { ...given, errmsg: message, msg: message, desc: message } : message
}
