/** Lets a test drive the wallet from outside: the test sets native's answers and gets every call. */

import type { DriverMessage } from '../shared/driver'
import { answerFor, type ChosenOutcome, isSuccess } from '../shared/outcomes'
import type { Answer } from '../simulator/answers'
import { usualAnswer } from '../simulator/native'
import type { AnswerSources } from './answerer'
import type { Log } from './log'

/**
 * Takes a message as JSON. For a question, it resolves to a `ChosenOutcome` as JSON, or to '' for the simulator's own
 * answer.
 */
type Send = (message: string) => Promise<string>

export interface Driver {
  /** Makes an answer that asks the test. */
  answerTo(method: string, params: unknown, sources: Pick<AnswerSources, 'exampleOf'>): Answer
}

/**
 * Connects the page to its driver.
 *
 * @param name the property of the window with the driver's function
 */
export function connectToDriver(name: string, log: Log): Driver {
  const send = (window as unknown as Record<string, Send>)[name] as Send
  const sendToDriver = (message: DriverMessage): Promise<string> => send(JSON.stringify(message))

  log.give((message) => void sendToDriver(message))
  return {
    answerTo(method, params, { exampleOf }) {
      const example = () => exampleOf(method, params)
      return () =>
        sendToDriver({ type: 'ask', method }).then((text) => {
          if (!text) {
            const value = example()
            return (value === undefined && usualAnswer(method)) || answerFor(method, 'success', value)
          }
          const { outcome, ...given } = JSON.parse(text) as ChosenOutcome
          const value = isSuccess(outcome) && !('value' in given) ? example() : given.value
          return answerFor(method, outcome, value)
        })
    },
  }
}
