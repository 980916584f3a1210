/** The outcomes that a developer may choose for a call, and native's answer for each. */

import { commonCodes, hasOwn, readFailure, toCode, traitsOf } from '../../src/internalsWithoutDom'
import { methodsOf } from '../methods/generations'
import { FAILS, OWN_SHEETS, SHARES } from '../methods/methodTable'
import { cancellationOf, ownCodesOf } from '../methods/ownCodes'
import { type Answer, fail, silent, succeed } from '../simulator/answers'
import { WEB_AUTHORIZATION } from './webAuthorization'

/** The outcomes that are no codes. */
export const NAMED_OUTCOMES = ['success', 'cancelled', 'failed', 'silent', 'late', 'closed'] as const
export type NamedOutcome = (typeof NAMED_OUTCOMES)[number]

/** A named outcome, or the code that the call fails with. */
export type Outcome = string

/** What a developer or a test has chosen for a call. `answerFor` makes native's answer of it. */
export interface ChosenOutcome {
  readonly outcome: Outcome
  /** The value of a success. @default the method's example */
  readonly value?: unknown
}

/** A chosen outcome as tests write it: its name or code, or the value of a success. */
export type WrittenOutcome = string | { readonly value: unknown }

export const readOutcome = (written: WrittenOutcome): ChosenOutcome =>
  typeof written === 'string' ? { outcome: written } : { outcome: 'success', ...written }

/** Lists the codes of face verification and real-name checks. */
const identityCodes = (): string[] =>
  Object.entries(commonCodes())
    .filter(([, { reason }]) => reason === 'identity')
    .map(([code]) => code)

/** Lists the codes of a method's own, except those for success and cancellation. */
function codesOf(method: string): string[] {
  const codes = ownCodesOf(method).map(([code]) => code)
  return codes
    .filter((code, index) => codes.indexOf(code) === index && code !== cancellationOf(method))
    .sort()
}

/** The outcomes of what native asks the user, and of methods that ask nobody. */
const OUTCOMES_OF_ASKING: readonly Outcome[] = ['success', 'cancelled', 'silent']

/** The sheets that are drawn, one row each: the outcomes of a method, in the order on its sheet. */
const sheets = {
  payment: (method) => ['success', 'cancelled', ...codesOf(method), 'c02', 'silent', 'late'],
  consent: () => ['success', 'cancelled', 'c02', 'silent'],
  face: () => ['success', ...identityCodes(), 'cancelled', 'silent'],
  scan: () => OUTCOMES_OF_ASKING,
  picture: () => OUTCOMES_OF_ASKING,
  place: () => OUTCOMES_OF_ASKING,
  share: (method) => [
    'success',
    'closed',
    ...(traitsOf(method).settles === 'never' ? [] : [...codesOf(method), 'silent']),
  ],
  other: (method) => ['success', ...codesOf(method), 'cancelled', 'silent'],
} satisfies Readonly<Record<string, (method: string) => readonly Outcome[]>>

/** The sheet that is drawn for a call. */
export type SheetKind = keyof typeof sheets

const ownSheets: Readonly<Record<string, SheetKind | undefined>> = {
  ...OWN_SHEETS,
  [WEB_AUTHORIZATION]: 'consent',
}

/** Finds the sheet of a method; undefined for a method that asks nobody. */
export function sheetOf(method: string): SheetKind | undefined {
  const { payment, interactive } = traitsOf(method)
  if (payment) return 'payment'
  if (SHARES.test(method)) return 'share'
  return ownSheets[method] || (interactive ? 'other' : undefined)
}

/** Lists the outcomes of a method in the order on its sheet. */
export function outcomesOf(method: string): readonly Outcome[] {
  if (method === WEB_AUTHORIZATION) return ['success', 'cancelled']
  if (method === 'config') return ['success', 'c01', 'c00', 'silent']
  const kind = sheetOf(method)
  return kind ? sheets[kind](method) : OUTCOMES_OF_ASKING
}

/** How long a late answer takes, in ms. */
export const LATE_ANSWER = 12_000

/** Is the outcome a success, now or later? Then it has a value. */
export const isSuccess = (outcome: Outcome): boolean => outcome === 'success' || outcome === 'late'

/** Codes with which the bridge refuses a call before any plug-in runs, if they come at once. */
export const REFUSED_BY_BRIDGE = /^c0[24]$/

/** Matches a text such as “取消失败：订单已支付”, which says that cancelling failed. */
const CANCELLING_FAILED = /^取消失[败敗]/

/**
 * Does a failure mean that the user cancelled? It has the method's code for that, or a text. For a payment, the text
 * must say nothing else.
 */
export function isCancellation(method: string, failure: unknown): boolean {
  const { code, text = '', reason, onlyCancelled } = readFailure(failure)
  if (code && code === cancellationOf(method)) return true
  return traitsOf(method).payment ? !!onlyCancelled : reason === 'cancelled' && !CANCELLING_FAILED.test(text)
}

const cancelled = (method: string): Answer => fail(cancellationOf(method) || { msg: '用户取消' })

/** Makes the failure of most days: the code or text of the table of methods, else the method's own first code. */
function failed(method: string): Answer {
  const known = (hasOwn(FAILS, method) ? FAILS[method] : undefined) || codesOf(method)[0]
  if (!known) return { ...fail({ msg: '系统繁忙' }), isInvented: true }
  return fail(toCode(known) === known ? known : { msg: known })
}

/**
 * Makes native's answer for a chosen outcome.
 *
 * @param value what a success gives
 */
export function answerFor(method: string, outcome: Outcome, value?: unknown): Answer {
  switch (outcome) {
    case 'success':
      return succeed(value)
    case 'cancelled':
      return cancelled(method)
    case 'failed':
      return failed(method)
    case 'closed':
      return traitsOf(method).settles === 'never' ? silent() : cancelled(method)
    case 'silent':
      return silent()
    case 'late':
      return () => new Promise((resolve) => setTimeout(() => resolve(succeed(value)), LATE_ANSWER))
    default:
      return fail(outcome)
  }
}

/**
 * The methods that native answers: upsdk's own, the one behind UnionPay's authorization button, and the config of a
 * signed page.
 */
export const answeredMethods = (): string[] => [...methodsOf('latest'), 'appletExplicitAuth', 'config']
