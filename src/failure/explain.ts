import { DEV } from '../lib/dev'
import type { Trouble } from '../lib/trouble'
import { bare, isFunction, read, shorten } from '../lib/values'
import type { CodeEntry } from '../types/codes'
import type { Explanation, Reason } from '../types/failure'
import type { TextFinder } from '../types/texts'
import { type Lookup, meaningOf } from './catalogue'
import { isUpsdkError, UpsdkError } from './error'
import { hintOf, officialTextOf, WENT_WELL } from './hints'
import { findOwnCode, type OwnCodes, ownCodes } from './ownCodes'
import { type Failure, readFailure } from './read'
import { reasons } from './reasons'
import { isRefusal } from './refusal'

/** What is known of the call that failed. */
export interface Facts {
  readonly method?: string
  /** Is a person acting, and for a payment? */
  readonly traits?: { readonly interactive?: boolean; readonly payment?: boolean }
  /** When it was handed to upsdk; undefined where it was not. */
  readonly sentAt?: number
  /** It came from the page's own payment endpoint: whatever it was, it may have been paid. */
  readonly paymentEndpoint?: boolean
  /** A payment that was given up before this one may have been made. */
  readonly unconfirmedBefore?: boolean
  /** No other call can have left the bridge's last status behind, which the SDK file reads as this one's (H24). */
  readonly hasOwnStatus?: boolean
}

/** What a kit explains with. */
export interface Knowledge {
  readonly lookup: Lookup
  /** The texts of the language of this moment. */
  readonly texts: { current(): TextFinder }
  /** Was the page's config refused, so that upsdk now wants one (c05)? */
  isConfigRefused?(): boolean
  readonly options: {
    /** Says of more sent payments that the user cancelled them. */
    isCancelled?(error: UpsdkError): boolean
    /** The page's own text for an answer of its backend that no catalogue knows. */
    serverMessage?(body: unknown): string | undefined
  }
  readonly parts: {
    /** Reads what comes from elsewhere than upsdk: a page's backend. */
    readonly backend?: Backend
    /** Codes of more methods. */
    readonly ownCodes?: OwnCodes
  }
}

/** How a page's own backend is read: the part `backendFailures`. */
export interface Backend {
  read(raw: unknown): Failure
  isSuccess(raw: unknown): boolean
  /** The backend's answer in what the page got hold of. */
  bodyOf(raw: unknown): unknown
}

/**
 * Understands a failure once: raw and call → `UpsdkError`, with everything that is ever asked about it.
 * Never throws: where a page's own text or catalogue does, it is `system`.
 */
export function explain(given: Trouble, facts: Facts, knowledge: Knowledge): UpsdkError {
  const trouble = bare(given)
  try {
    const error = build(trouble, facts, knowledge)
    const asked =
      facts.traits?.payment && error.sent && error.reason !== 'cancelled' && !facts.paymentEndpoint
    if (asked && isCancelled(error, knowledge)) return build(trouble, facts, knowledge, true)
    return error
  } catch {
    return build(bare({ raw: trouble.raw, reason: 'system' }), facts, knowledge)
  }
}

function isCancelled(error: UpsdkError, { options }: Knowledge): boolean {
  try {
    const said: unknown = options.isCancelled?.(error)
    // A promise says nothing yet: an `async` function would make a cancellation of every failure.
    return !!said && !isFunction(read(said, 'then'))
  } catch {
    return false
  }
}

/** @param saysCancelled the page says that the user cancelled it */
function build(trouble: Trouble, facts: Facts, knowledge: Knowledge, saysCancelled?: boolean): UpsdkError {
  const { raw, text, cause, hint } = trouble
  const failure = bare(toFailure(trouble, facts, knowledge))
  const { code, entry } = findCode(failure, facts, knowledge)
  const meaning: Partial<CodeEntry> = saysCancelled ? bare({}) : entry
  const reason = saysCancelled ? 'cancelled' : reasonOf(failure, entry, facts, knowledge)
  const draft = fromEntry(code, meaning, reason)
  draft.sent =
    !!facts.paymentEndpoint || (facts.sentAt !== undefined && !isUnsent(failure, entry.refused, facts))
  const { explanation } = draft
  const mayBePaid = !!facts.traits?.payment && aboutMoney(draft, facts)
  if (DEV) {
    explanation.hint = hintOf({ code, reason, method: facts.method, cause, hint, entry: meaning, mayBePaid })
    if (meaning.source === 'sdk') explanation.description ||= officialTextOf(String(code))
  }
  const texts = knowledge.texts.current()
  explanation.message =
    text || toPlain(ownText(explanation, trouble, facts, knowledge)) || texts.find(draft.keys)
  return new UpsdkError({ ...draft, method: facts.method, cause, raw, texts })
}

/**
 * Was it turned down before a plug-in ran? Of a payment only the SDK file's own text says so, with nothing beside it,
 * and of the bridge only at once: a code in native's words may stand beside a payment that native has.
 */
function isUnsent(failure: Failure, refused: CodeEntry['refused'], { traits, hasOwnStatus }: Facts): boolean {
  if (failure.refused) return true
  if (!traits?.payment) return refused === 'file'
  return !!failure.isSdkText && (refused === 'file' || (refused === 'bridge' && !!hasOwnStatus))
}

function toFailure(trouble: Trouble, { method }: Facts, { parts: { backend } }: Knowledge): Failure {
  const { reason, raw, thrown, fromBackend } = trouble
  const fromServer = fromBackend ? backend?.read(raw) : undefined
  if (fromServer?.code || fromServer?.reason) return fromServer
  if (reason) return { reason }
  // A TypeError is about parameters that upsdk could not read (H14).
  if (thrown) return { reason: read(raw, 'name') === 'TypeError' ? 'invalid-params' : 'system' }
  return backend && method === undefined ? backend.read(raw) : readFailure(raw)
}

/** The code, in the spelling of its table, and what it means; nothing known of most codes of merchants. */
function findCode(
  failure: Failure,
  { method, traits }: Facts,
  { lookup, parts }: Knowledge,
): { code: string | undefined; entry: Partial<CodeEntry> } {
  // Beside what upsdk itself turned down, a code is left over from a call before (H24).
  const code = failure.refused ? undefined : failure.code
  const payment = !!traits?.payment
  const mayBeOwn = method && !(payment && failure.codeInText)
  const own = mayBeOwn && code ? findOwnCode(parts.ownCodes || ownCodes, method, code, payment) : undefined
  const found = own ? { code, entry: own } : code && lookup(code)
  return found
    ? { code: found.code, entry: bare(meaningOf(found.entry, failure.text)) }
    : { code, entry: bare({}) }
}

function reasonOf(failure: Failure, entry: Partial<CodeEntry>, facts: Facts, knowledge: Knowledge): Reason {
  const { payment, interactive } = facts.traits || {}
  const reason = entry.reason || failure.reason
  if (reason === 'not-ready' && knowledge.isConfigRefused?.()) return 'bad-signature'
  // Of a payment, whatever else is said speaks against it.
  if (reason === 'cancelled' && payment && failure.text && !failure.onlyCancelled) return 'unknown'
  return reason || (failure.empty && interactive && !payment ? 'cancelled' : 'unknown')
}

/** What an error is made of, on its way: the explanation still has no message. */
interface Draft {
  explanation: Explanation
  /** Keys of its message, the most particular first. */
  keys: string[]
  sent: boolean
}

function fromEntry(code: string | undefined, entry: Partial<CodeEntry>, reason: Reason): Draft {
  const row = bare(reasons[reason])
  // A message under a bare code is that of the common code, never of one method's own.
  const keys = [entry.source === 'method' ? undefined : code, entry.message, reason, row.message]
  return {
    explanation: {
      code,
      reason,
      source: entry.source || (reason === 'unknown' ? 'unknown' : 'kit'),
      documented: !!entry.source && entry.documented !== false,
      message: '',
      hint: '',
      description: entry.description,
      solution: entry.solution,
      retry: entry.retry || row.retry,
      presentation: entry.presentation || row.presentation,
    },
    keys: keys.filter((key): key is string => !!key),
    sent: false,
  }
}

/** Nothing false about money: after sending, only the order tells whether it was paid. @returns may it have been? */
function aboutMoney(draft: Draft, { paymentEndpoint, unconfirmedBefore, sentAt }: Facts): boolean {
  const { explanation, sent } = draft
  const mayBePaid = paymentEndpoint || unconfirmedBefore || (sent && explanation.reason !== 'cancelled')
  if (mayBePaid) {
    explanation.retry = 'never'
    draft.keys = ['payment-unconfirmed']
    if (paymentEndpoint || unconfirmedBefore || explanation.presentation !== 'none')
      explanation.presentation = 'dialog'
  } else if (sentAt === undefined && reasons[explanation.reason].beforePaying) {
    draft.keys.unshift('payment-not-sent')
  }
  return mayBePaid
}

/** The page vouches for its own backend's text, for codes that the kit does not know. */
function ownText(
  { source }: Explanation,
  { raw }: Trouble,
  facts: Facts,
  knowledge: Knowledge,
): string | undefined {
  const { backend } = knowledge.parts
  const { serverMessage } = knowledge.options
  const body =
    source === 'unknown' && facts.method === undefined && !facts.paymentEndpoint && backend?.bodyOf(raw)
  if (!body || !serverMessage) return undefined
  try {
    const text = serverMessage(body)
    return typeof text === 'string' ? text : undefined
  } catch {
    return undefined
  }
}

/** A text of somebody else's as one short line: without control characters, and those that turn its direction. */
const toPlain = (text = ''): string =>
  shorten(text.replace(/\s+/g, ' ').replace(/[^ -~\xa0-\u200a\u2010-\u2029\u202f-\u2065\u206a-\uffff]/g, ''))

/** What a page asks to be explained: an error, a code, what `fail` got, its backend's answer. Never throws. */
export function explainAnything(
  raw: unknown,
  facts: Facts,
  knowledge: Knowledge,
): { error: UpsdkError; success?: boolean } {
  if (isUpsdkError(raw)) return { error: raw }
  if (isRefusal(raw)) return { error: explain({ ...raw, raw }, facts, knowledge) }
  if (facts.method === undefined && isSuccess(raw, knowledge))
    return { error: successOf(raw, knowledge), success: true }
  return { error: explain({ raw }, facts, knowledge) }
}

const isSuccess = (raw: unknown, { parts: { backend } }: Knowledge): boolean => !!backend?.isSuccess(raw)

/** What a page that explains a success gets: nothing that could be shown as a failure. */
function successOf(raw: unknown, knowledge: Knowledge): UpsdkError {
  const texts = knowledge.texts.current()
  const { explanation, sent } = fromEntry(undefined, bare({}), 'unknown')
  explanation.message = texts.find(['success'])
  if (DEV) explanation.hint = WENT_WELL
  explanation.retry = 'never'
  explanation.presentation = 'none'
  return new UpsdkError({ explanation, sent, raw, texts })
}
