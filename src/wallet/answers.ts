/** The simulator's answers, out of the settings and the developer's choices. */
import type { Answer } from '../simulator/answers'
import { methodsOf } from '../simulator/methods'
import type { Asker } from './asker'
import { answerFor, isSuccess, sheetOf } from './outcomes'
import type { WalletSettings } from './settings'

/** The methods that native answers: those of upsdk, what UnionPay's own button calls, and the config of a signed page. */
export const answeredMethods = (): string[] => [...methodsOf('latest'), 'appletExplicitAuth', 'config']

export interface AnswersParts {
  /** Is the developer asked now? */
  isAsking(): boolean
  readonly asker: Asker
  /** The value that a method gives where nothing else is said. */
  exampleOf(method: string, params: unknown): unknown
}

/** Makes the answer that the settings fix for a method; undefined where they do not. */
function fixedAnswer(method: string, settings: WalletSettings, parts: AnswersParts): Answer | undefined {
  const { answers = {}, results = {} } = settings
  const outcome = answers[method]
  if (outcome && isSuccess(outcome))
    return (params) => answerFor(method, outcome, parts.exampleOf(method, params))
  if (outcome) return answerFor(method, outcome)
  return method in results ? answerFor(method, 'success', results[method]) : undefined
}

/** Makes the answer of a method now: fixed, asked for, or undefined, which leaves it to the simulator. */
export function answerNow(method: string, settings: WalletSettings, parts: AnswersParts): Answer | undefined {
  const fixed = fixedAnswer(method, settings, parts)
  if (fixed || !sheetOf(method)) return fixed
  // Asked at each call, since the setting may change in between.
  return (params) =>
    parts.isAsking()
      ? parts.asker.ask({ method, params })
      : answerFor(method, 'success', parts.exampleOf(method, params))
}
