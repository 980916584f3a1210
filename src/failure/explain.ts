import { DEV } from '../lib/development'
import { isRefusal } from '../lib/trouble'
import { hasOwn, isPromiseLike, keysInAnyCase, read, withoutPrototype } from '../lib/values'
import type { CodeCatalogue, CodeEntry } from '../types/codes'
import type { FailedCall } from '../types/failedCall'
import type { Explanation, Reason } from '../types/failure'
import type { TextFinder } from '../types/texts'
import type { Trouble } from '../types/trouble'
import { builtInMethodCodes, commonCodes, type MethodCodes } from './codes'
import { isUpsdkError, UpsdkError } from './error'
import { addDeveloperTexts, otherHints } from './hints'
import { type ParsedFailure, readFailure, WALLET_KEYS } from './read'
import { reasons } from './reasons'

/** The options of a page that affect what a failure means. */
interface ExplainOptions {
  /** Recognises more sent payments that the user cancelled. */
  isCancelled?(error: UpsdkError): boolean
  /** Decides whether a response of the page's backend is a success. */
  isSuccess?(body: unknown): boolean | undefined
  /** Gets the page's own text for a response of its backend that no catalogue knows. */
  serverMessage?(body: unknown): string | undefined
}

/** The parts that explain more failures. */
interface ExplainParts {
  /** Reads failures of the page's backend. */
  readonly backend?: Backend
  /** Makes the codes of more methods. */
  readonly ownCodes?: () => MethodCodes
}

/** Reads failures of the page's own backend: the part `backendFailures`. */
export interface Backend {
  read(raw: unknown): ParsedFailure
  /**
   * @param decide the page's option, whose true or false counts
   * @param payment whether it is a response of the page's payment endpoint
   */
  isSuccess(raw: unknown, decide?: (body: unknown) => boolean | undefined, payment?: boolean): boolean
  /**
   * Gets the page's own text for a response, as one short line; '' if it has none.
   *
   * @param serverMessage the page's option, which gets the response
   */
  pageText(raw: unknown, serverMessage?: (body: unknown) => string | undefined): string
}

/** Everything of the kit and its page that the explainer needs, but the texts. */
interface ExplainContext {
  parts?: ExplainParts
  options?: ExplainOptions
  /** The page's catalogues. They come after the codes that every kit knows. */
  catalogues?: readonly CodeCatalogue[]
  /** Was the page's config refused, so that upsdk asks for one (c05)? */
  isConfigRefused?(): unknown
  /** Garbles a text of the SDK file as a page in another encoding does. */
  misread?(text: string): string
}

/** The description of a failure that was no call of the kit. */
export const NO_CALL: FailedCall = { id: 0, method: '', traits: {}, startedAt: 0, options: {}, callbacks: {} }

/** Explains failures. None of its functions throws. */
export interface Explainer {
  /** Explains a failure once, as an `UpsdkError` with everything that is needed later. */
  explain(trouble: Trouble, call?: FailedCall): UpsdkError
  /** Explains any value for a page: an error, a code, the argument of `fail`, or a response of its backend. */
  explainAnything(raw: unknown, call: FailedCall): { error: UpsdkError; success?: boolean }
}

/** @param texts gets the texts of the current language */
export function createExplainer(
  texts: { current(): TextFinder },
  { parts = {}, options = {}, catalogues = [], isConfigRefused, misread }: ExplainContext = {},
): Explainer {
  const { backend } = parts
  const walletKeys = { ...WALLET_KEYS, misread }

  function explain(given: Trouble, call = NO_CALL): UpsdkError {
    const trouble = withoutPrototype(given)
    try {
      const error = build(trouble, call)
      return isCancelled(error, call) ? build(trouble, call, true) : error
    } catch {
      // A text or a catalogue of the page threw.
      return build(withoutPrototype({ raw: trouble.raw, reason: 'system' }), call)
    }
  }

  /** Does the page's option recognise a sent payment as cancelled? */
  function isCancelled(error: UpsdkError, { traits, paymentEndpoint }: FailedCall): boolean {
    if (!traits.payment || !error.sent || error.reason === 'cancelled' || paymentEndpoint) return false
    try {
      const answer: unknown = options.isCancelled?.(error)
      // A promise is no answer: an `async` function would make every failure a cancellation.
      return !!answer && !isPromiseLike(answer)
    } catch {
      return false
    }
  }

  /**
   * Builds the error. Each step needs those before it.
   *
   * @param isCancelled whether the page recognises a cancellation, whatever the code means
   */
  function build(trouble: Trouble, call: FailedCall, isCancelled = false): UpsdkError {
    const { raw, cause } = trouble
    const { method, sentAt, paymentEndpoint } = call
    const { payment } = call.traits
    // 1. What does it say?
    const failure = withoutPrototype(parse(trouble, method))
    // 2. What does its code mean?
    const { code, entry: meaning } = findMeaning(
      failure,
      call,
      createLookup([commonCodes(), ...catalogues]),
      parts.ownCodes,
    )
    const entry: Partial<CodeEntry> = withoutPrototype(isCancelled ? {} : meaning)
    // 3. Did native have the call?
    const sent = !!paymentEndpoint || (sentAt !== undefined && !isUnsent(failure, entry.refused, call))
    // 4. Why did it fail?
    const apparent = isCancelled ? 'cancelled' : reasonOf(failure, entry, call)
    // Native's text about a sent payment may quote any code. A page that gets “not sent” may pay again.
    const isMisread = payment && sent && (trouble.thrown || reasons()[apparent].unsent)
    const reason = isMisread ? 'unknown' : apparent
    const row = reasons()[reason]
    // 5. May it have been paid? Whatever this failure was, an order or an earlier payment may have been.
    const mayBePaidAnyway = paymentEndpoint || call.payment?.unconfirmedBefore
    const isUnconfirmed = !!payment && (mayBePaidAnyway || (sent && reason !== 'cancelled'))
    // 6. What is the page told?
    const usual = entry.presentation || row.presentation
    const source = entry.source || (reason === 'unknown' ? 'unknown' : 'kit')
    const explanation: Explanation = {
      code,
      reason,
      source,
      documented: !!entry.source && entry.documented !== false,
      message: '',
      hint: '',
      description: entry.description,
      solution: entry.solution,
      retry: isUnconfirmed ? 'never' : entry.retry || row.retry,
      presentation: isUnconfirmed && (mayBePaidAnyway || usual !== 'none') ? 'dialog' : usual,
    }
    if (DEV)
      addDeveloperTexts(explanation, isMisread ? {} : entry, {
        method,
        cause,
        hint: trouble.hint || failure.hint,
        mayBePaid: isUnconfirmed,
      })
    // 7. What is the user told? The first key that has a text counts.
    const keys = isUnconfirmed
      ? ['payment-unconfirmed']
      : [
          payment && sentAt === undefined && row.beforePaying && 'payment-not-sent',
          // A bare code is a key of the common code, never of one that a method uses in its own way.
          source !== 'method' && code,
          payment && !sent && entry.refused && row.refusedPayment,
          entry.message,
          reason,
          row.message,
        ].filter((key): key is string => !!key)
    const current = texts.current()
    // The failure is unknown and was no call, so the page's backend may have a text for it.
    const isBackend = source === 'unknown' && !method && !paymentEndpoint
    explanation.message =
      trouble.text || (isBackend && backend?.pageText(raw, options.serverMessage)) || current.find(keys)
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

  /** Reads the facts of a failure. The first source that has some counts. */
  function parse({ reason, raw, thrown, fromBackend }: Trouble, method: string): ParsedFailure {
    const fromServer = fromBackend && backend?.read(raw)
    if (fromServer && (fromServer.code || fromServer.reason)) return fromServer
    if (reason) return { reason }
    // A TypeError means parameters that upsdk could not read (H14).
    if (thrown) return { reason: read(raw, 'name') === 'TypeError' ? 'invalid-params' : 'system' }
    return backend && !method ? backend.read(raw) : readFailure(raw, walletKeys)
  }

  function reasonOf(failure: ParsedFailure, entry: Partial<CodeEntry>, { traits }: FailedCall): Reason {
    const { payment, interactive } = traits
    const reason = entry.reason || failure.reason
    if (reason === 'not-ready' && isConfigRefused?.()) return 'bad-signature'
    // For a payment, any other text makes the cancellation doubtful.
    if (reason === 'cancelled' && payment && failure.text && !failure.onlyCancelled) return 'unknown'
    return reason || (failure.empty && interactive && !payment ? 'cancelled' : 'unknown')
  }

  function explainAnything(raw: unknown, call: FailedCall): { error: UpsdkError; success?: boolean } {
    if (isUpsdkError(raw)) return { error: raw }
    if (isRefusal(raw)) return { error: explain({ ...raw, raw }, call) }
    if (call.method || !backend?.isSuccess(raw, options.isSuccess, call.paymentEndpoint))
      return { error: explain({ raw }, call) }
    const success: Trouble = { reason: 'unknown', text: texts.current().find(['success']) }
    const error = explain(DEV ? { ...success, hint: otherHints.wentWell } : success)
    // A success is never shown as a failure.
    Object.assign(error.explanation, { retry: 'never', presentation: 'none' } satisfies Partial<Explanation>)
    return { error, success: true }
  }

  return { explain, explainAnything }
}

/**
 * Was the call refused before a plug-in ran? The SDK file itself refuses during the call. For a payment only the file's
 * own text proves that, without any other text, and for a refusal of the bridge only if it comes soon: native may quote
 * a code although it has the payment.
 */
function isUnsent(failure: ParsedFailure, refused: CodeEntry['refused'], call: FailedCall): boolean {
  const { wasAnsweredAtOnce, payment, traits } = call
  const isOwnText = failure.isSdkText || !traits.payment
  if (failure.refused || (refused === 'file' && isOwnText)) return !!wasAnsweredAtOnce
  return refused === 'bridge' && !!(traits.payment && failure.isSdkText && payment?.hasOwnStatus)
}

/** Finds a code in catalogues, in any case. The result has the code as the catalogue spells it. */
export type Lookup = (code: string) => { code: string; entry: CodeEntry } | undefined

/**
 * Joins catalogues into one look-up. The first one that explains a code wins, and the last one that has texts adds them.
 * Malformed entries are ignored.
 */
export function createLookup(catalogues: readonly CodeCatalogue[]): Lookup {
  // Failures are rare, so searching costs less than joining tables in every page without one.
  return (wanted) => {
    let found: { code: string; entry: CodeEntry } | undefined
    for (const catalogue of catalogues) {
      for (const code of keysInAnyCase(catalogue || {}, wanted)) {
        const entry = catalogue[code]
        if (!entry || !hasOwn(reasons(), entry.reason)) continue
        found = found ? { code: found.code, entry: withTexts(found.entry, entry) } : { code, entry }
      }
    }
    return found
  }
}

function withTexts(entry: CodeEntry, { description, solution, variants, hint }: CodeEntry): CodeEntry {
  if (!description && !variants) return entry
  return { ...entry, description, solution, variants, hint: entry.hint || hint }
}

/**
 * Finds the meaning of a code that a method uses in its own way.
 *
 * @param exactly whether the code must be spelled as in the table; otherwise a number may have lost its leading zero
 */
export function findOwnCode(
  table: MethodCodes,
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
 * Finds the meaning of a failure's code, and the code as its table spells it. The method's own meaning comes before the
 * common one. If a code has several meanings, the server's text decides. Most codes of merchants have none.
 */
function findMeaning(
  { code, codeInText, refused, text = '' }: ParsedFailure,
  { method, traits: { payment } }: FailedCall,
  lookup: Lookup,
  methodCodes: () => MethodCodes = builtInMethodCodes,
): { code: string | undefined; entry: Partial<CodeEntry> } {
  // If upsdk itself refused the call, a code is left over from an earlier call (H24).
  if (!code || refused) return { code: undefined, entry: {} }
  const mayBeOwn = method && !(payment && codeInText)
  const ownCode = mayBeOwn && findOwnCode(methodCodes(), method, code, payment)
  if (ownCode) return { code, entry: ownCode }
  const found = lookup(code)
  if (!found) return { code, entry: {} }
  const { variants = [] } = found.entry
  const meant = variants.filter(({ tells }) => text.includes(tells)).pop()
  return meant ? { code: found.code, entry: { ...found.entry, ...meant, variants: undefined } } : found
}
