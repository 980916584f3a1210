/** Asks the developer for the answer to each call: one sheet at a time, in the order of the calls. */

import { answerFor, type ChosenOutcome } from '../shared/outcomes'
import { type Answer, silent } from '../simulator/answers'

/** A call whose answer the developer chooses. */
export interface Question {
  readonly method: string
  /** The parameters as native got them. */
  readonly params: unknown
}

/** A developer's choice. */
export interface Choice extends ChosenOutcome {
  /** Whether the method gets this answer from now on, without asking. */
  readonly always?: boolean
}

/** The sheet on screen. */
export interface ShownSheet {
  /** Shows how many calls wait behind this one. */
  setWaiting(count: number): void
  close(): void
}

export interface AskerOptions {
  /** Draws the sheet of a question. */
  show(question: Question, choose: (choice: Choice) => void, leaveAll: () => void): ShownSheet
  /** Gets each choice, before the call is answered, for the log. */
  onChoice?(question: Question, choice: Choice): void
  /** Gets a choice that came too late for its call, so that it applies to the next one. */
  onKept?(question: Question, choice: Choice): void
  /** Keeps a choice as the method's answer from now on. */
  keep(method: string, choice: Choice): void
}

/** Asks for the answer to a call, as the real wallet asks its user. */
export interface Asker {
  ask(question: Question): Promise<Answer>
}

interface Waiting extends Question {
  readonly answer: (answer: Answer) => void
  /** Has native had the time that it takes to show its sheet? */
  isDue: boolean
}

/**
 * ms from a call to its sheet, as in the real wallet: taps reach the page meanwhile, so that a double tap pays twice
 * there and here.
 */
export const SHEET_AFTER = 300

/** Codes that the bridge gives before a sheet opens. A page that got one seconds later would read it as another failure. */
const COMES_BEFORE_A_SHEET = /^c0[234]$/

export function createAsker({ show, onChoice, onKept, keep }: AskerOptions): Asker {
  let waiting: Waiting[] = []
  let shown: ShownSheet | undefined

  function next(): void {
    const [first] = waiting
    if (shown || !first?.isDue) return
    const choose = (choice: Choice) => {
      onChoice?.(first, choice)
      close()
      waiting = waiting.filter((one) => one !== first)
      const isTooLate = COMES_BEFORE_A_SHEET.test(choice.outcome)
      if (choice.always || isTooLate) keep(first.method, choice)
      const outcome = isTooLate ? 'cancelled' : choice.outcome
      first.answer(answerFor(first.method, outcome, choice.value))
      if (isTooLate) onKept?.(first, choice)
      next()
    }
    shown = show(first, choose, leaveAll)
    shown.setWaiting(waiting.length - 1)
  }

  function close(): void {
    shown?.close()
    shown = undefined
  }

  /** Leaves all waiting calls unanswered, including the one on screen. */
  function leaveAll(): void {
    const left = waiting
    waiting = []
    close()
    for (const { answer } of left) answer(silent())
  }

  return {
    ask: (question) =>
      new Promise((answer) => {
        const one: Waiting = { ...question, answer, isDue: false }
        waiting.push(one)
        shown?.setWaiting(waiting.length - 1)
        setTimeout(() => {
          one.isDue = true
          next()
        }, SHEET_AFTER)
      }),
  }
}
