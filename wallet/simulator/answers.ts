import { isFunction, read } from '../../src/internalsWithoutDom'
import type { MethodName, ResultOf } from '../../src/types/callable'

/** Native answers with success. */
export interface Succeed<Value = unknown> {
  kind: 'succeed'
  value: Value
}
/** Native answers with failure: a code, in the form that generation, bridge and method give it, or any raw value. */
export interface Fail {
  kind: 'fail'
  failure: unknown
  /** Set if no source documents it. */
  isInvented?: boolean
}
/** Native never answers. */
export interface Silent {
  kind: 'silent'
}

/** Native's answer to a call. A function chooses it by the parameters, and may return a promise. */
export type Answer<Value = unknown> =
  | Succeed<Value>
  | Fail
  | Silent
  | ((params: unknown) => Answer<Value> | Promise<Answer<Value>>)

/** An answer that is not a function. */
export type SettledAnswer = Succeed | Fail | Silent

/** Methods whose answers the SDK file changes before a page gets them. */
type Transformed = 'getLocationCity' | 'chooseImage' | 'scanQRCode'

/**
 * Values that native may give for a method: its result, that as JSON text, or nothing. Any value will do if the page
 * gets none.
 */
type Delivered<M extends string> = M extends Transformed
  ? unknown
  : ResultOf<M> extends void
    ? unknown
    : ResultOf<M> | string | undefined

/** The answer of one method, typed by its result. */
export type AnswerOf<M extends string> = Answer<Delivered<M>>

/** Answers by method. */
export type Answers = { readonly [M in MethodName]?: AnswerOf<M> } & {
  readonly [method: string]: Answer | undefined
}

/** Gives native's answer to a call that has none. @param params as upsdk got them, without functions */
export type Otherwise = (method: string, params: unknown) => Answer | undefined

/**
 * Answers with success. Give the value that a page gets on an iPhone; the simulator turns it into native's form for the
 * platform, bridge and method (H12).
 */
export function succeed(): Succeed<undefined>
export function succeed<Value>(value: Value): Succeed<Value>
export function succeed(value?: unknown): Succeed {
  return { kind: 'succeed', value }
}

/** Answers with failure. @param failure a code as text, such as '94' or 'c02', or native's raw value */
export const fail = (failure?: unknown): Fail => ({ kind: 'fail', failure })

/** Never answers. */
export const silent = (): Silent => ({ kind: 'silent' })

/** Gives the answer for some parameters, at once if no promise is involved. A promise that rejects gives no answer. */
export function giveAnswer(
  answer: Answer | undefined,
  params: unknown,
  give: (answer: SettledAnswer) => void,
): void {
  let current: Answer | Promise<Answer> = answer || succeed()
  for (let depth = 0; typeof current === 'function' && depth < 10; depth++) current = current(params)
  // The page's console reports a rejection, like any other unhandled one.
  if (isPromise(current)) void current.then((later) => giveAnswer(later, params, give))
  else if (typeof current !== 'function') give(current)
}

const isPromise = (value: unknown): value is Promise<Answer> => isFunction(read(value, 'then'))
