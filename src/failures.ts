import { bodyOf } from './codes/backend'
import type { Lookup } from './codes/catalogue'
import { type Failure, readFailure } from './codes/failure'
import type { Reason } from './codes/reasons'
import { UpsdkError } from './errors'
import { explainAnything, type Understood, understand } from './explain'
import type { Call, Trouble } from './invoke/call'
import type { Messages } from './messages/messages'
import { read } from './run'

/** The way of a failure: any shape → code → reason → message → `UpsdkError`. */
export interface Failures {
  /** What a call failed with. */
  ofCall(call: Call, trouble: Trouble): UpsdkError
  /** A reason of the kit's own, without a call. */
  ofReason(reason: Reason, raw?: unknown): UpsdkError
  /** Anything a page has got hold of. */
  explain(raw: unknown, method?: string): Understood
  toError(understood: Understood, method: string | undefined, raw: unknown): UpsdkError
}

/** @param serverMessage the page's own text for what no catalogue knows */
export function createFailures(
  lookup: Lookup,
  messages: Messages,
  serverMessage?: (body: unknown) => string | undefined,
): Failures {
  function toError(understood: Understood, method: string | undefined, raw: unknown): UpsdkError {
    const { message, reason, retry, hint, code, sent } = understood
    return new UpsdkError({ message, reason, retry, hint, code, sent, method, raw })
  }

  return {
    toError,
    ofCall({ method, traits, sentAt }, trouble) {
      const { payment, interactive } = traits
      const circumstances = { method, payment, interactive, sent: sentAt !== undefined }
      const understood = understand(readTrouble(trouble), circumstances, lookup, messages)
      const { hint = understood.hint, text = understood.message, raw } = trouble
      return toError({ ...understood, hint, message: text }, method, raw)
    },
    ofReason: (reason, raw) => toError(understand({ reason }, {}, lookup, messages), undefined, raw),
    explain(raw, method) {
      const understood = explainAnything(raw, method, lookup, messages)
      const body = understood.source === 'unknown' && !method && !understood.success ? bodyOf(raw) : undefined
      const own = body ? ownText(body) : undefined
      return own ? { ...understood, message: own } : understood
    },
  }

  function ownText(body: unknown): string | undefined {
    try {
      const text = serverMessage?.(body)
      return typeof text === 'string' ? text : undefined
    } catch {
      return undefined
    }
  }
}

function readTrouble({ reason, raw, thrown }: Trouble): Failure {
  if (reason) return { reason }
  if (!thrown) return readFailure(raw)
  // A TypeError is about parameters that upsdk could not read (H14).
  return { reason: read(raw, 'name') === 'TypeError' ? 'invalid-params' : 'system' }
}
