/** The matchers of the wallet. All of them wait, as Playwright's own do. */

import type { ExpectMatcherState, MatcherReturnType } from '@playwright/test'
import { isFunction, isObject } from '../../src/internalsWithoutDom'
import type { MethodName, Params } from '../../src/types/callable'
import { methodProblem, testError } from './check'
import { describeCalls, printedShort } from './describe'
import { internalsOf, type Wallet, type WalletInternals } from './wallet'

/**
 * The parameters that a call must have. Parameters that are not named may be anything. A regular expression may match a
 * text.
 */
export type ParamsPattern<P> = P extends string | number
  ? P | RegExp
  : P extends readonly (infer Item)[]
    ? readonly ParamsPattern<Item>[]
    : P extends object
      ? { readonly [Name in keyof P]?: ParamsPattern<P[Name]> }
      : P

/** A method, and the parameters that a call of it must have. */
export type CallPattern = {
  [M in MethodName]: [method: M, params?: ParamsPattern<Params<M>>, options?: { timeout?: number }]
}[MethodName]

/** The matchers that `expect` has for the fixture `wallet`. */
export interface WalletMatchers {
  /** Passes if a call of the method with these parameters reached the wallet. */
  toHaveCalled(this: ExpectMatcherState, wallet: Wallet, ...call: CallPattern): Promise<MatcherReturnType>
  /** Passes if exactly this many payments were made: native answered them with success, in all pages of the context. */
  toHavePaid(
    this: ExpectMatcherState,
    wallet: Wallet,
    count?: number,
    options?: { timeout?: number },
  ): Promise<MatcherReturnType>
}

/** Playwright's default timeout, in ms. */
const USUAL_TIMEOUT = 5000

const isAsymmetric = (pattern: unknown): pattern is { asymmetricMatch(value: unknown): boolean } =>
  isObject(pattern) && isFunction(pattern.asymmetricMatch)

/** Does a value have everything that a pattern names? */
function matchesPattern(value: unknown, pattern: unknown): boolean {
  if (pattern instanceof RegExp)
    return (typeof value === 'string' || typeof value === 'number') && new RegExp(pattern).test(String(value))
  if (isAsymmetric(pattern)) return pattern.asymmetricMatch(value)
  if (Array.isArray(pattern))
    return (
      Array.isArray(value) &&
      value.length === pattern.length &&
      pattern.every((one, index) => matchesPattern(value[index], one))
    )
  if (isObject(pattern))
    return isObject(value) && Object.keys(pattern).every((name) => matchesPattern(value[name], pattern[name]))
  return Object.is(value, pattern)
}

/** Waits until a condition holds, the context is closed, or the time is over. */
async function waitFor(
  { record, settle }: WalletInternals,
  isDone: () => boolean,
  timeout: number,
): Promise<void> {
  await settle()
  if (isDone() || record.isClosed) return
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, timeout)
    const stop = record.onChange(() => {
      if (isDone() || record.isClosed) end()
    })
    function end(): void {
      clearTimeout(timer)
      stop()
      resolve()
    }
  })
}

type Caller = (...given: never[]) => unknown

function internalsFor(wallet: unknown, matcher: string, caller: Caller): WalletInternals {
  const internals = internalsOf(wallet)
  if (!internals)
    throw testError(`expect(wallet).${matcher}: the fixture \`wallet\` is what it takes.`, caller)
  return internals
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

/** The matchers for `expect.extend`. */
export const matchers: WalletMatchers = {
  async toHaveCalled(wallet, ...call) {
    const [method, params, options] = call
    const internals = internalsFor(wallet, 'toHaveCalled', matchers.toHaveCalled)
    const problem = methodProblem(method)
    if (problem) throw testError(problem, matchers.toHaveCalled)
    const { record } = internals
    const timeout = options?.timeout ?? this.timeout ?? USUAL_TIMEOUT
    const found = () =>
      record.calls.filter(
        (call) => call.method === method && (params === undefined || matchesPattern(call.params, params)),
      ).length
    await waitFor(internals, () => found() > 0 !== this.isNot, timeout)
    const pass = found() > 0
    const wanted = `${method}${params === undefined ? '' : ` ${printedShort(params)}`}`
    return {
      pass,
      name: 'toHaveCalled',
      expected: wanted,
      message: () =>
        [
          `expect(wallet)${this.isNot ? '.not' : ''}.toHaveCalled(${printedShort(method)}${params === undefined ? '' : ', …'})`,
          '',
          this.isNot ? `Expected no call of: ${wanted}` : `Expected a call of: ${wanted}`,
          this.isNot
            ? `It reached the wallet ${times(found())}.`
            : `None such reached the wallet${record.isClosed ? ' before the browser context was closed' : ` within ${timeout} ms`}.`,
          '',
          describeCalls(record),
        ].join('\n'),
    }
  },

  async toHavePaid(wallet, count = 1, options) {
    const internals = internalsFor(wallet, 'toHavePaid', matchers.toHavePaid)
    if (!Number.isInteger(count) || count < 0)
      throw testError(
        `toHavePaid takes a number of payments, not ${printedShort(count)}.`,
        matchers.toHavePaid,
      )
    const { record } = internals
    const timeout = options?.timeout ?? this.timeout ?? USUAL_TIMEOUT
    // The number of payments never shrinks, so a higher one is final.
    const isDone = () => (this.isNot ? record.paid() !== count : record.paid() >= count)
    await waitFor(internals, isDone, timeout)
    const paid = record.paid()
    return {
      pass: paid === count,
      name: 'toHavePaid',
      expected: count,
      actual: paid,
      message: () =>
        [
          `expect(wallet)${this.isNot ? '.not' : ''}.toHavePaid(${count})`,
          '',
          `Expected payments: ${this.isNot ? 'not ' : ''}${count}`,
          `Received payments: ${paid}${this.isNot || paid > count || record.isClosed ? '' : ` within ${timeout} ms`}`,
          '',
          describeCalls(record),
        ].join('\n'),
    }
  },
}
