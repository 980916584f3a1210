import { isSuccess, readBackend } from './codes/backend'
import type { Lookup, Source } from './codes/catalogue'
import { type Failure, readFailure } from './codes/failure'
import { type Circumstances, judge, type Verdict } from './codes/judge'
import type { Presentation, Reason, Retry } from './codes/reasons'
import { UpsdkError } from './errors'
import { traitsOf } from './invoke/traits'
import type { Messages } from './messages/messages'
import { isError } from './run'

/** A failure in plain words: for the user in their language, for the developer in English. */
export interface Explanation {
  /** The code as it was given, in the spelling of its table. */
  code?: string
  reason: Reason
  /** Whose code it is. */
  source: Source
  /** Does an official text name it? */
  documented: boolean
  /** For the user; '' in `core` without locales. */
  message: string
  /** For the developer: what to check. */
  hint: string
  /** The official description, verbatim, where a catalogue has it. */
  description?: string
  /** The official advice, verbatim, where a catalogue has it. */
  solution?: string
  retry: Retry
  /** How it is shown; `none` for a success and for what is never shown. */
  presentation: Presentation
}

/** An explanation with what only the kit needs to know. */
export interface Understood extends Explanation {
  sent: boolean
  /** A backend's answer that says all went well. */
  success?: boolean
}

/** Explains what was read of a failure. */
export function understand(
  failure: Failure,
  call: Circumstances,
  lookup: Lookup,
  messages: Messages,
): Understood {
  const verdict: Verdict = judge(failure, lookup, call)
  return { ...verdict, message: messages.text(verdict.messageKeys) }
}

/** Explains anything at all: a code, an error, what `fail` got, a backend's answer. Never throws. */
export function explainAnything(
  raw: unknown,
  method: string | undefined,
  lookup: Lookup,
  messages: Messages,
): Understood {
  const error = raw instanceof UpsdkError ? raw : undefined
  const name = method || error?.method
  const { payment, interactive } = traitsOf(name || '')
  const call = { method: name, payment, interactive, sent: error ? error.sent : !!name }
  // Nothing is read into the text of a success. What was thrown is none: a browser's errors have the code 0.
  const success = !isError(raw) && !method && isSuccess(raw)
  const understood = understand(success ? {} : readAnything(raw, error, name), call, lookup, messages)
  return success ? { ...understood, ...succeeded(messages) } : understood
}

const succeeded = (messages: Messages) =>
  ({
    success: true,
    message: messages.text(['success']),
    hint: 'It went well: there is nothing to show.',
    retry: 'never',
    presentation: 'none',
  }) as const

function readAnything(raw: unknown, error: UpsdkError | undefined, method: string | undefined): Failure {
  const told = method ? readFailure : readBackend
  if (!error) return told(raw)
  return {
    code: error.code,
    reason: error.reason,
    text: told(error.raw).text,
    neverLeft: error.reason === 'invalid-params' && !error.sent && !error.code,
  }
}

/** What a page gets to see of it. */
export function toExplanation(understood: Understood): Explanation {
  const { code, reason, source, documented, message, hint, description, solution, retry, presentation } =
    understood
  return { code, reason, source, documented, message, hint, description, solution, retry, presentation }
}
