import { DEV } from '../lib/dev'
import { noop } from '../lib/run'
import { isRefusal } from '../lib/trouble'
import { hasOwn, isFunction, keyInAnyCase, read, withoutPrototype } from '../lib/values'
import type { CodeCatalogue, CodeEntry } from '../types/codes'
import type { FailedCall } from '../types/failedCall'
import type { Explanation, Reason } from '../types/failure'
import type { TextFinder } from '../types/texts'
import type { Trouble } from '../types/trouble'
import { commonCodes } from './codes'
import { isUpsdkError, UpsdkError } from './error'
import { addDeveloperTexts, otherHints } from './hints'
import { type OwnCodes, ownCodes } from './methodCodes'
import { type ParsedFailure, readFailure } from './read'
import { reasons } from './reasons'

/** The options of a page that have a say in what a failure means. */
interface ExplainOptions {
  /** Says of more sent payments that the user cancelled them. */
  isCancelled?(error: UpsdkError): boolean
  /** Says of an answer of the page's backend whether it is a success. */
  isSuccess?(body: unknown): boolean | undefined
  /** The page's own text for an answer of its backend that no catalogue knows. */
  serverMessage?(body: unknown): string | undefined
}

/** The parts that read more. */
interface ExplainParts {
  /** Reads what comes from elsewhere than upsdk: a page's backend. */
  readonly backend?: Backend
  /** Codes of more methods. */
  readonly ownCodes?: () => OwnCodes
}

/** How a page's own backend is read: the part `backendFailures`. */
export interface Backend {
  read(raw: unknown): ParsedFailure
  /**
   * @param said the page's option, whose true or false counts
   * @param payment it is an answer of the page's payment endpoint
   */
  isSuccess(raw: unknown, said?: (body: unknown) => boolean | undefined, payment?: boolean): boolean
  /**
   * The text that the page vouches for, as one short line; '' where it has none.
   *
   * @param serverMessage the page's option, which gets the backend's answer
   */
  textOf(raw: unknown, serverMessage?: (body: unknown) => string | undefined): string
}

/** Of what was no call of the kit's. */
export const NO_CALL: FailedCall = { id: 0, method: '', traits: {}, startedAt: 0, options: {}, callbacks: {} }

/** How failures are understood. None of it throws. */
export interface Explainer {
  /** Understands a failure once: raw and call → `UpsdkError`, with everything that is ever asked about it. */
  explain(trouble: Trouble, call?: FailedCall): UpsdkError
  /** Explains anything for a page: an error, a code, the argument of `fail`, its backend's answer. */
  explainAnything(raw: unknown, call: FailedCall): { error: UpsdkError; success?: boolean }
}

/**
 * @param texts gives the texts of the language of this moment
 * @param catalogues of the page, after the codes that every kit knows
 * @param isConfigRefused was the page's config refused, so that upsdk now wants one (c05)?
 */
export function createExplainer(
  texts: { current(): TextFinder },
  parts: ExplainParts = {},
  options: ExplainOptions = {},
  catalogues: readonly CodeCatalogue[] = [],
  isConfigRefused: () => unknown = noop,
): Explainer {
  const { backend } = parts

  function explain(given: Trouble, call = NO_CALL): UpsdkError {
    const trouble = withoutPrototype(given)
    try {
      const error = build(trouble, call)
      return isCancelled(error, call) ? build(trouble, call, true) : error
    } catch {
      // A page's own text or catalogue.
      return build(withoutPrototype({ raw: trouble.raw, reason: 'system' }), call)
    }
  }

  /** Does the page say of a sent payment that the user cancelled it? */
  function isCancelled(error: UpsdkError, { traits, paymentEndpoint }: FailedCall): boolean {
    if (!traits.payment || !error.sent || error.reason === 'cancelled' || paymentEndpoint) return false
    try {
      const said: unknown = options.isCancelled?.(error)
      // A promise says nothing yet: an `async` function would make a cancellation of every failure.
      return !!said && !isFunction(read(said, 'then'))
    } catch {
      return false
    }
  }

  /** @param cancelled the page says so, whatever the code says */
  function build(trouble: Trouble, call: FailedCall, cancelled = false): UpsdkError {
    const { raw, cause, thrown } = trouble
    const { method, traits, sentAt, paymentEndpoint, unconfirmedBefore } = call
    const { payment } = traits
    const failure = withoutPrototype(parse(trouble, method))
    const { code, entry: meaning } = findMeaning(
      failure,
      call,
      createLookup([commonCodes(), ...catalogues]),
      parts.ownCodes,
    )
    const entry: Partial<CodeEntry> = withoutPrototype(cancelled ? {} : meaning)
    const said = cancelled ? 'cancelled' : reasonOf(failure, entry, call)
    const sent = !!paymentEndpoint || (sentAt !== undefined && !isUnsent(failure, entry.refused, call))
    const table = reasons()
    // A page that reads “not sent” may pay again, but native's words about a payment may quote any code.
    const isMisread = payment && sent && (thrown || withoutPrototype(table[said]).unsent)
    const reason = isMisread ? 'unknown' : said
    const row = withoutPrototype(table[reason])
    // Whatever this failure was, the order may have been paid.
    const mayBePaid = paymentEndpoint || unconfirmedBefore
    // After sending, only the order tells whether it was paid.
    const isUnconfirmed = !!payment && (mayBePaid || (sent && reason !== 'cancelled'))
    const usual = entry.presentation || row.presentation
    const explanation: Explanation = {
      code,
      reason,
      source: entry.source || (reason === 'unknown' ? 'unknown' : 'kit'),
      documented: !!entry.source && entry.documented !== false,
      message: '',
      hint: '',
      description: entry.description,
      solution: entry.solution,
      retry: isUnconfirmed ? 'never' : entry.retry || row.retry,
      presentation: isUnconfirmed && (mayBePaid || usual !== 'none') ? 'dialog' : usual,
    }
    const notSent = payment && sentAt === undefined && row.beforePaying && 'payment-not-sent'
    // A message under a bare code is that of the common code, never of one method's own.
    const usualKeys = [notSent, entry.source !== 'method' && code, entry.message, reason, row.message]
    const keys = isUnconfirmed ? ['payment-unconfirmed'] : (usualKeys.filter(Boolean) as string[])
    if (DEV)
      addDeveloperTexts(explanation, isMisread ? {} : entry, {
        method,
        cause,
        hint: trouble.hint || failure.hint,
        mayBePaid: isUnconfirmed,
      })
    const current = texts.current()
    // Nothing that the kit knows, and no call: the page's backend may have a text for it.
    const isBackend = explanation.source === 'unknown' && !method && !paymentEndpoint
    explanation.message =
      trouble.text || (isBackend && backend?.textOf(raw, options.serverMessage)) || current.find(keys)
    return new UpsdkError({
      explanation,
      keys,
      sent,
      method: method || undefined,
      cause,
      raw,
      texts: current,
    })
  }

  /** Reads what can be read of it. */
  function parse({ reason, raw, thrown, fromBackend }: Trouble, method: string): ParsedFailure {
    const fromServer = fromBackend && backend?.read(raw)
    if (fromServer && (fromServer.code || fromServer.reason)) return fromServer
    if (reason) return { reason }
    // A TypeError is about parameters that upsdk could not read (H14).
    if (thrown) return { reason: read(raw, 'name') === 'TypeError' ? 'invalid-params' : 'system' }
    return backend && !method ? backend.read(raw) : readFailure(raw)
  }

  function reasonOf(failure: ParsedFailure, entry: Partial<CodeEntry>, { traits }: FailedCall): Reason {
    const { payment, interactive } = traits
    const reason = entry.reason || failure.reason
    if (reason === 'not-ready' && isConfigRefused()) return 'bad-signature'
    // For a payment, any other text makes the cancellation doubtful.
    if (reason === 'cancelled' && payment && failure.text && !failure.onlyCancelled) return 'unknown'
    return reason || (failure.empty && interactive && !payment ? 'cancelled' : 'unknown')
  }

  function explainAnything(raw: unknown, call: FailedCall): { error: UpsdkError; success?: boolean } {
    if (isUpsdkError(raw)) return { error: raw }
    if (isRefusal(raw)) return { error: explain({ ...raw, raw }, call) }
    if (call.method || !backend?.isSuccess(raw, options.isSuccess, call.paymentEndpoint))
      return { error: explain({ raw }, call) }
    const text = texts.current().find(['success'])
    const error = explain({ reason: 'unknown', text, hint: DEV ? otherHints.wentWell : '' })
    // It has nothing that could be shown as a failure.
    Object.assign(error.explanation, { retry: 'never', presentation: 'none' } satisfies Partial<Explanation>)
    return { error, success: true }
  }

  return { explain, explainAnything }
}

/**
 * Was it turned down before a plug-in ran? Of a payment only the SDK file's own text says so, with nothing beside it,
 * and of the bridge only at once: a code in native's words may stand beside a payment that native has.
 */
function isUnsent(failure: ParsedFailure, refused: CodeEntry['refused'], call: FailedCall): boolean {
  if (failure.refused) return true
  if (!call.traits.payment) return refused === 'file'
  return !!failure.isSdkText && (refused === 'file' || (refused === 'bridge' && !!call.hasOwnStatus))
}

/** Finds a code in catalogues, in any case. Answers with the code as the catalogue spells it. */
export type Lookup = (code: string) => { code: string; entry: CodeEntry } | undefined

/**
 * Joins catalogues into one look-up: the first that explains a code wins, the last that has texts adds them.
 * Malformed entries are left out.
 */
export function createLookup(catalogues: readonly CodeCatalogue[]): Lookup {
  // Failures are rare: searching then costs less than joining tables in every page that has none.
  return (asked) => {
    let found: { code: string; entry: CodeEntry } | undefined
    for (const catalogue of catalogues) {
      const code = keyInAnyCase(catalogue || {}, asked)
      const entry = code && catalogue[code]
      if (!entry || !hasOwn(reasons(), entry.reason)) continue
      found = found ? { code: found.code, entry: withTexts(found.entry, entry) } : { code, entry }
    }
    return found
  }
}

function withTexts(entry: CodeEntry, { description, solution, variants, hint }: CodeEntry): CodeEntry {
  if (!description && !variants) return entry
  return { ...entry, description, solution, variants, hint: entry.hint || hint }
}

/**
 * Finds the meaning of a code for one method, where it has one of its own.
 *
 * @param exactly as its table spells it; otherwise a number may have lost its leading zero
 */
export function findOwnCode(
  table: OwnCodes,
  method: string,
  code: string,
  exactly?: boolean,
): CodeEntry | undefined {
  for (const [methods, codes] of table) {
    const key = exactly || hasOwn(codes, code) ? code : `0${code}`
    const meaning = hasOwn(codes, key) && methods.test(method) && codes[key]
    if (meaning) {
      const [reason, message] = meaning.split(' ')
      return { reason: reason as Reason, source: 'method', message }
    }
  }
  return undefined
}

/**
 * Finds what the code of a failure means this time, and the code in the spelling of its table: the method's own meaning
 * of it, or the common one, or of several the one that the server's text tells. Most codes of merchants mean nothing.
 */
function findMeaning(
  { code, codeInText, refused, text = '' }: ParsedFailure,
  { method, traits: { payment } }: FailedCall,
  lookup: Lookup,
  codesOfMethods: () => OwnCodes = ownCodes,
): { code: string | undefined; entry: Partial<CodeEntry> } {
  // Beside what upsdk itself turned down, a code is left over from a call before (H24).
  if (!code || refused) return { code: undefined, entry: {} }
  const mayBeOwn = method && !(payment && codeInText)
  const own = mayBeOwn && findOwnCode(codesOfMethods(), method, code, payment)
  if (own) return { code, entry: own }
  const found = lookup(code)
  if (!found) return { code, entry: {} }
  const { variants = [] } = found.entry
  const meant = variants.filter(({ tells }) => text.includes(tells)).pop()
  return meant ? { code: found.code, entry: { ...found.entry, ...meant, variants: undefined } } : found
}
