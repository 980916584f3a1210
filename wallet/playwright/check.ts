/** Checks a test's answers and settings. An error points to the line of the test, and names what was probably meant. */
import { isObject, nearestName, toCode } from '../../src/internalsWithoutDom'
import { NOT_CALLS } from '../methods/methodTable'
import { answeredMethods, NAMED_OUTCOMES } from '../shared/outcomes'
import { type DeskSettings, readSettings, SETTING_NAMES } from '../shared/settings'
import { printed } from './printed'

/** The methods that a test may name. */
const METHODS = answeredMethods()
const OUTCOMES: readonly string[] = NAMED_OUTCOMES

/**
 * Makes an error about the test's own code. Its stack begins where the test calls `caller`, so that Playwright shows
 * that line.
 */
export function testError(message: string, caller: (...given: never[]) => unknown): TypeError {
  const error = new TypeError(`upsdk-kit/playwright: ${message}`)
  Error.captureStackTrace?.(error, caller)
  return error
}

const meant = (names: readonly string[], given: string): string => {
  const nearest = nearestName(names, given)
  return nearest ? ` Did you mean ${printed(nearest)}?` : ''
}

/** Finds what is wrong with the name of a method; undefined if nothing is. */
export function methodProblem(method: unknown): string | undefined {
  if (typeof method !== 'string') return `${printed(method)} is no name of a method.`
  if (METHODS.includes(method)) return undefined
  if (NOT_CALLS.test(method)) return `${printed(method)} never reaches the wallet: upsdk answers it itself.`
  return `upsdk has no method ${printed(method)}.${meant(METHODS, method)}`
}

/** Finds what is wrong with an answer; undefined if nothing is. */
export function answerProblem(answer: unknown): string | undefined {
  const forms = "A code such as '01', 'success', 'cancelled', 'silent', or { value }."
  if (typeof answer === 'string') {
    if (OUTCOMES.includes(answer) || toCode(answer) === answer) return undefined
    return `${printed(answer)} is no answer.${meant(OUTCOMES, answer) || ` ${forms}`}`
  }
  if (isObject(answer) && !Array.isArray(answer)) {
    const names = Object.keys(answer)
    if (names.length === 1 && names[0] === 'value') return undefined
  }
  return `${printed(answer)} is no answer. ${forms}`
}

/** Finds what is wrong with settings of the wallet; undefined if nothing is. */
export function settingsProblem(settings: unknown): string | undefined {
  if (!isObject(settings) || Array.isArray(settings))
    return `walletSettings: ${printed(settings)} is no object.`
  const problems: string[] = []
  readSettings(settings, (name, words) =>
    problems.push(
      words
        ? `${name} is malformed: ${printed(settings[name])}. It takes: ${words}.`
        : `there is no ${printed(name)}.${meant(SETTING_NAMES, name)}`,
    ),
  )
  if (problems.length) return `walletSettings: ${problems[0]}`
  const { answers = {}, results = {} } = settings as DeskSettings
  for (const method of [...Object.keys(answers), ...Object.keys(results)]) {
    const problem = methodProblem(method) || (method in answers && answerProblem(answers[method]))
    if (problem) return `walletSettings: ${problem}`
  }
  return undefined
}

/** Finds whether the name of an event is a misspelt known one; undefined if it is not. */
export function eventProblem(event: unknown, known: readonly string[]): string | undefined {
  if (typeof event !== 'string' || !event) return `${printed(event)} is no name of an event.`
  if (known.includes(event)) return undefined
  const nearest = nearestName(known, event)
  return nearest ? `there is no event ${printed(event)}. Did you mean ${printed(nearest)}?` : undefined
}
