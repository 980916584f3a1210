/** Lets a test drive the wallet from outside: the test sets native's answers and gets every call. */
import type { Answer } from '../simulator/answers'
import { usualAnswer } from '../simulator/native'
import type { RawStep } from '../simulator/steps'
import type { AnswersParts } from './answers'
import type { Log } from './log/log'
import type { LogEntry, LogNote } from './log/store'
import { answerFor, isSuccess, type Outcome } from './outcomes'

/** A message from a page to its driver. */
export type DriverMessage = { readonly document: string } & (
  | { readonly type: 'call'; readonly method: string; readonly params?: unknown }
  | { readonly type: 'entry'; readonly entry: LogEntry }
  | { readonly type: 'note'; readonly note: LogNote }
)

/** The driver's answer to a call. */
export interface DriverAnswer {
  readonly outcome: Outcome
  /** The value of a success. @default the method's example */
  readonly value?: unknown
}

/**
 * Takes a message as JSON. For a call, it resolves to a `DriverAnswer` as JSON, or to '' for the simulator's own
 * answer.
 */
type Send = (message: string) => Promise<string>

export interface Driver {
  /** Makes an answer that asks the driver at each call of a method. */
  answerOf(method: string, parts: Pick<AnswersParts, 'exampleOf'>): Answer
  /** Reports calls of the native bridge to the driver, which is not asked about them. */
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
  const sendToDriver = (message: object): Promise<string> => send(JSON.stringify({ document, ...message }))

  log.subscribe((changed) => {
    if (changed)
      void sendToDriver(
        'steps' in changed ? { type: 'entry', entry: changed } : { type: 'note', note: changed },
      )
  })
  return {
    answerOf: (method, { exampleOf }) => {
      const succeedWithExample = (params: unknown) => answerFor(method, 'success', exampleOf(method, params))
      const own = (params: unknown) => usualAnswer(method) || succeedWithExample(params)
      return (params) =>
        sendToDriver({ type: 'call', method, params }).then((text) => {
          if (!text) return own(params)
          const { outcome, ...given } = JSON.parse(text) as DriverAnswer
          if (isSuccess(outcome) && !('value' in given))
            return answerFor(method, outcome, exampleOf(method, params))
          return answerFor(method, outcome, given.value)
        })
    },
    observe(step) {
      if (step.type !== 'reached' || methods.includes(step.method)) return
      void sendToDriver({ type: 'call', method: step.method, params: step.params })
    },
  }
}
