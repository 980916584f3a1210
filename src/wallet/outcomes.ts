/** The outcomes that a developer may choose for a call, and native's answer for each. */
import { traitsOf } from '../call/methods'
import { methodCodes } from '../failure/codes'
import { readFailure } from '../failure/read'
import { type Answer, fail, silent, succeed } from '../simulator/answers'
import { SHARES } from '../simulator/methodTable'
import { WEB_AUTHORIZATION } from './webAuthorization'

/** The sheet that is drawn for a call. */
export type SheetKind = 'payment' | 'consent' | 'face' | 'scan' | 'picture' | 'place' | 'share' | 'other'

/** `success`, `cancelled`, `silent`, `late`, `closed`, or the code that the call fails with. */
export type Outcome = string

const kinds: Readonly<Record<string, SheetKind | undefined>> = {
  appletExplicitAuth: 'consent',
  bioDetect: 'face',
  scanQRCode: 'scan',
  chooseImage: 'picture',
  chooseLocation: 'place',
  [WEB_AUTHORIZATION]: 'consent',
}

/** Finds the sheet of a method; undefined for a method that asks nobody. */
export function sheetOf(method: string): SheetKind | undefined {
  const { payment, interactive } = traitsOf(method)
  if (payment) return 'payment'
  if (SHARES.test(method)) return 'share'
  return kinds[method] || (interactive ? 'other' : undefined)
}

/** Native's codes for a cancellation by the user. Other methods report it as text only. */
const CANCELLATIONS: Readonly<Record<string, string>> = {
  pay: '01',
  collectCurrentApplet: '04',
  addCommonApp: '02',
}

/** The codes of face verification and real-name checks (upsdk-behaviour §3). */
const IDENTITY = ['94', '95', '96', '97', '98', '99']

/** Lists the codes of a method's own, except those for success and cancellation. */
function codesOf(method: string): string[] {
  const codes = methodCodes
    .ownCodes()
    .filter(([methods]) => methods.test(method))
    .reduce<string[]>((all, [, meanings]) => all.concat(Object.keys(meanings)), [])
  return codes.filter((code, index) => codes.indexOf(code) === index && code !== CANCELLATIONS[method]).sort()
}

/** Lists the outcomes of a method in the order on its sheet. */
export function outcomesOf(method: string): readonly Outcome[] {
  if (method === WEB_AUTHORIZATION) return ['success', 'cancelled']
  const neverAnswers = traitsOf(method).settles === 'never'
  switch (sheetOf(method)) {
    case 'payment':
      return ['success', 'cancelled', ...(method === 'pay' ? ['02'] : []), 'c02', 'silent', 'late']
    case 'consent':
      return ['success', 'cancelled', 'c02', 'silent']
    case 'face':
      return ['success', ...IDENTITY, 'cancelled', 'silent']
    case 'share':
      return ['success', 'closed', ...(neverAnswers ? [] : [...codesOf(method), 'silent'])]
    case 'other':
      return ['success', ...codesOf(method), 'cancelled', 'silent']
    default:
      return ['success', 'cancelled', 'silent']
  }
}

/** How long a late answer takes, in ms. */
export const LATE = 30_000

/** Is the outcome a success, now or later? Then it has a value. */
export const isSuccess = (outcome: Outcome): boolean => outcome === 'success' || outcome === 'late'

/** “取消失败：订单已支付” is no cancellation. */
const CANCELLING_FAILED = /^取消失[败敗]/

/**
 * Does a failure mean that the user cancelled? It has the method's code for that, or a text. For a payment, the text
 * must say nothing else.
 */
export function isCancellation(method: string, failure: unknown): boolean {
  const { code, text = '', reason, onlyCancelled } = readFailure(failure)
  if (code && code === CANCELLATIONS[method]) return true
  return traitsOf(method).payment ? !!onlyCancelled : reason === 'cancelled' && !CANCELLING_FAILED.test(text)
}

const cancelled = (method: string): Answer => fail(CANCELLATIONS[method] || { msg: '用户取消' })

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
    case 'closed':
      return traitsOf(method).settles === 'never' ? silent() : cancelled(method)
    case 'silent':
      return silent()
    case 'late':
      return () => new Promise((resolve) => setTimeout(() => resolve(succeed(value)), LATE))
    default:
      return fail(outcome)
  }
}
