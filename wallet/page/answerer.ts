/** Makes the simulator's answers from the settings and the developer's choices. */

import { answerFor, isSuccess, sheetOf } from '../shared/outcomes'
import type { WalletSettings } from '../shared/walletSettings'
import { type Authorization, asksNobody, WEB_AUTHORIZATION } from '../shared/webAuthorization'
import type { Answer } from '../simulator/answers'
import type { Asker } from './asker'

export interface AnswerSources {
  /** Does the wallet ask the developer now? */
  isAsking(): boolean
  readonly asker: Asker
  /** Makes the value of a success that nobody has chosen. */
  exampleOf(method: string, params: unknown): unknown
}

/** Makes the answer that the settings fix for a method; undefined if they fix none. */
function fixedAnswer(method: string, settings: WalletSettings, sources: AnswerSources): Answer | undefined {
  const { answers = {}, results = {} } = settings
  const outcome = answers[method]
  if (outcome && isSuccess(outcome))
    return (params) => answerFor(method, outcome, sources.exampleOf(method, params))
  if (outcome) return answerFor(method, outcome)
  return method in results ? answerFor(method, 'success', results[method]) : undefined
}

/**
 * Makes a method's answer for the current settings: a fixed one, one that asks the developer, or undefined for the
 * simulator's own.
 */
export function answerNow(
  method: string,
  settings: WalletSettings,
  sources: AnswerSources,
): Answer | undefined {
  const fixed = fixedAnswer(method, settings, sources)
  if (fixed) return fixed
  // Nobody is asked for it: the simulator has an answer of its own.
  if (!sheetOf(method)) return undefined
  // The setting is read at each call, since it may change in between.
  return (params) =>
    sources.isAsking()
      ? sources.asker.ask({ method, params })
      : answerFor(method, 'success', sources.exampleOf(method, params))
}

/** Makes the answer to a web authorization. Nobody can refuse one that asks nobody. */
export function answerToAuthorization(
  { scope }: Authorization,
  settings: WalletSettings,
  sources: AnswerSources,
): Answer | undefined {
  if (!asksNobody(scope)) return answerNow(WEB_AUTHORIZATION, settings, sources)
  const { [WEB_AUTHORIZATION]: chosen, ...others } = settings.answers || {}
  const answers = chosen && chosen !== 'cancelled' ? { ...others, [WEB_AUTHORIZATION]: chosen } : others
  return answerNow(WEB_AUTHORIZATION, { ...settings, answers }, { ...sources, isAsking: () => false })
}
