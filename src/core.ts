/**
 * `upsdk-kit/core`: guarded calls and explained failures; what else a page wants, it hands over.
 *
 * @module upsdk-kit/core
 */
import { events as eventsPart } from './events/events'
import { backendFailures as backendFailuresPart } from './failure/backend'
import { methodCodes as methodCodesPart } from './failure/methodCodes'
import { explicitAuth as explicitAuthPart } from './gate/explicitAuth'
import { scriptLoading as scriptLoadingPart } from './gate/load'
import { signedMode as signedModePart } from './gate/signed'
import { createKit } from './kit'
import { DEV } from './lib/dev'
import { isObject } from './lib/values'
import { malformed, type Part, type UpsdkOptions } from './options'
import type { Upsdk } from './types/upsdk'

/** Options of `createUpsdk` of `upsdk-kit/core`. */
export interface CoreOptions extends UpsdkOptions {
  /**
   * `events`, `signedMode`, `scriptLoading`, `backendFailures`, `methodCodes`, `explicitAuth`.
   *
   * @default []
   */
  parts?: readonly Part[] | undefined
}

/**
 * Wraps the page's upsdk, with the parts, locales and presenter that it is given. Without its part a member throws a
 * `TypeError` that names the part; `config` or `script` without theirs is a malformed option.
 *
 * @example
 * createUpsdk({ parts: [events], locales: [zhHans], presenter: domPresenter() })
 */
export function createUpsdk(options: CoreOptions = {}): Upsdk {
  const { parts = [] } = options
  const isList = Array.isArray(parts) && parts.every((part: unknown) => isObject(part))
  if (DEV && !isList) throw malformed('option "parts"', 'a list of parts')
  return createKit(options, { parts: isList ? parts : [], locales: [] })
}

// Each as a `Part`: a page that emits declarations can name that, and nothing of what a part is made of.

/** `upsdk.on`, and many handlers beside those that old code gives to the methods themselves. */
export const events: Part = eventsPart

/** Signed H5 pages: the option `config`, `upsdk.config` and `upsdk.error`. */
export const signedMode: Part = signedModePart

/** The option `script`. */
export const scriptLoading: Part = scriptLoadingPart

/** Reads what a page got from its own backend, axios' and fetch's errors included. */
export const backendFailures: Part = backendFailuresPart

/** Codes of single methods. Without this part a code that a method uses in its own way is `unknown`. */
export const methodCodes: Part = methodCodesPart

/** `upsdk.appletExplicitAuth`: UnionPay's own authorization button, which upsdk does not have (upsdk-behaviour §5). */
export const explicitAuth: Part = explicitAuthPart

export { isUpsdkError, UpsdkError } from './failure/error'
export { version } from './lib/version'
export type { Part } from './options'
export type * from './public'
export { domPresenter } from './show/dom/presenter'
