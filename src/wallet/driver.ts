/** A test drives the wallet from outside: it says what native answers, and hears of every call. */
import type { Answer } from '../simulator/answers'
import { usualAnswer } from '../simulator/native'
import type { RawStep } from '../simulator/steps'
import type { AnswersParts } from './answers'
import type { Log, LogEntry, LogNote } from './log/log'
import { answerFor, isSuccess, type Outcome } from './outcomes'

/** One message of a page to its driver. */
export type DriverMessage = { readonly document: string } & (
  | { readonly type: 'call'; readonly method: string; readonly params?: unknown }
  | { readonly type: 'entry'; readonly entry: LogEntry }
  | { readonly type: 'note'; readonly note: LogNote }
)

/** The driver's answer to a call. */
export interface DriverAnswer {
  readonly outcome: Outcome
  /** The value of a success. Without it a success gives the method's example. */
  readonly value?: unknown
}

/** Takes a message as JSON. Of a call it resolves to a `DriverAnswer` as JSON, or to '': the simulator answers by itself. */
type Send = (message: string) => Promise<string>

export interface Driver {
  /** Makes the answer of a method, which asks the driver at each call. */
  answerOf(method: string, parts: Pick<AnswersParts, 'exampleOf'>): Answer
  /** Tells the driver of calls of the native bridge that it is not asked about. */
  observe(step: RawStep): void
}

/**
 * Connects the page to its driver.
 *
 * @param name the property of the window with the driver's function
 * @param methods the methods that the driver is asked about
 */
export function connectToDriver(name: string, log: Log, methods: readonly string[]): Driver {
  const send = (window as unknown as Record<string, Send>)[name] as Send
  const document = Math.random().toString(36).slice(2)
  const tell = (message: object): Promise<string> => send(JSON.stringify({ document, ...message }))

  log.subscribe((changed) => {
    if (changed)
      void tell('steps' in changed ? { type: 'entry', entry: changed } : { type: 'note', note: changed })
  })
  return {
    answerOf: (method, { exampleOf }) => {
      const succeedWithExample = (params: unknown) => answerFor(method, 'success', exampleOf(method, params))
      const own = (params: unknown) => usualAnswer(method) || succeedWithExample(params)
      return (params) =>
        tell({ type: 'call', method, params }).then((text) => {
          if (!text) return own(params)
          const { outcome, ...given } = JSON.parse(text) as DriverAnswer
          if (isSuccess(outcome) && !('value' in given))
            return answerFor(method, outcome, exampleOf(method, params))
          return answerFor(method, outcome, given.value)
        })
    },
    observe(step) {
      if (step.type !== 'reached' || methods.includes(step.method)) return
      void tell({ type: 'call', method: step.method, params: step.params })
    },
  }
}
