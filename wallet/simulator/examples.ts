import { hasOwn, isFunction } from '../../src/internalsWithoutDom'
import { pageExamples } from './examples/page'
import { phoneExamples } from './examples/phone'
import { radioExamples } from './examples/radio'
import { userExamples } from './examples/user'
import { type ParamsObject, paramsObject } from './paramsObject'

/**
 * An example for each method with a result. The types of the methods check each table: a missing method or a field of a
 * wrong type does not compile.
 */
export const EXAMPLES = {
  ...pageExamples,
  ...phoneExamples,
  ...radioExamples,
  ...userExamples,
}

/** An example of a method's result, as a page gets it on an iPhone. */
export interface ExampleResult {
  readonly value: unknown
  /** No document names the fields of the result. */
  readonly invented: boolean
}

/**
 * Makes an example of a method's result (upsdk-behaviour §4). Each call makes a new value, which a page may change.
 *
 * @returns undefined for a method without a result, and for an unknown one
 */
export function exampleOf(method: string, params: unknown): ExampleResult | undefined {
  if (!hasOwn(EXAMPLES, method)) return undefined
  const { value, invented = false } = EXAMPLES[method as keyof typeof EXAMPLES]
  const made: unknown = isFunction(value)
    ? (value as (params: ParamsObject) => unknown)(paramsObject(params))
    : value
  return { value: JSON.parse(JSON.stringify(made)), invented }
}
