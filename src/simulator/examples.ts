import { hasOwn, isFunction } from '../lib/values'
import { type Bag, bagOf } from './bag'
import { pageExamples } from './examples/page'
import { phoneExamples } from './examples/phone'
import { radioExamples } from './examples/radio'
import { userExamples } from './examples/user'

/**
 * An example for each method that gives something. Each table is checked by the types of its methods: a missing one,
 * or a field of a wrong type, does not compile.
 */
export const EXAMPLES = {
  ...pageExamples,
  ...phoneExamples,
  ...radioExamples,
  ...userExamples,
}

/** What a method would succeed with, as a page gets it on an iPhone. */
export interface ExampleResult {
  readonly value: unknown
  /** No document names the fields of the result. */
  readonly invented: boolean
}

/**
 * Gives an example of what a method succeeds with (upsdk-behaviour §4). Each call gives a value of its own, which a
 * page may change.
 *
 * @returns undefined for a method that gives nothing, or that is not known
 */
export function exampleOf(method: string, params: unknown): ExampleResult | undefined {
  if (!hasOwn(EXAMPLES, method)) return undefined
  const { value, invented = false } = EXAMPLES[method as keyof typeof EXAMPLES]
  const made: unknown = isFunction(value) ? (value as (params: Bag) => unknown)(bagOf(params)) : value
  return { value: JSON.parse(JSON.stringify(made)), invented }
}
