/** Which outcomes a developer may choose for a call, and the native answer that each of them is. */
import { traitsOf } from '../call/methods'
import { methodCodes } from '../failure/methodCodes'
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

/** Finds the sheet of a method; undefined for one that asks nobody. */
export function sheetOf(method: string): SheetKind | undefined {
  const { payment, interactive } = traitsOf(method)
  if (payment) return 'payment'
  if (SHARES.test(method)) return 'share'
  return kinds[method] || (interactive ? 'other' : undefined)
}

/** Native's code for a cancellation by the user; other methods tell it by a text alone. */
const CANCELLATIONS: Readonly<Record<string, string>> = {
  pay: '01',
  collectCurrentApplet: '04',
  addCommonApp: '02',
}

/** The codes of face verification and real-name checks (upsdk-behaviour §3). */
const IDENTITY = ['94', '95', '96', '97', '98', '99']

/** Codes that a method has of its own, but for its success and its cancellation. */
function codesOf(method: string): string[] {
  const codes = methodCodes
    .ownCodes()
    .filter(([methods]) => methods.test(method))
    .reduce<string[]>((all, [, meanings]) => all.concat(Object.keys(meanings)), [])
  return codes.filter((code, index) => codes.indexOf(code) === index && code !== CANCELLATIONS[method]).sort()
}

/** Lists the outcomes of a method, in the order in which a sheet offers them. */
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

/** ms after which the answer of a payment comes that was left open. */
export const LATE = 30_000

/** Is it a success, now or later? It has a value. */
export const isSuccess = (outcome: Outcome): boolean => outcome === 'success' || outcome === 'late'

/** Was it the user who ended the call? A code in the scope of its method, or native's text, says so. */
export const isCancellation = (method: string, code: string, text: string): boolean =>
  (code !== '' && code === CANCELLATIONS[method]) || text.includes('取消')

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
