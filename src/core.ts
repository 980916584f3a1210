/**
 * `upsdk-kit/core`: guarded calls and explained failures. The page passes in everything else that it uses.
 *
 * @module upsdk-kit/core
 */
import { events as eventsPart } from './events/events'
import { backendFailures as backendFailuresPart } from './failure/backend'
import { methodCodes as methodCodesPart } from './failure/codes'
import { explicitAuth as explicitAuthPart } from './gate/explicitAuth'
import { scriptLoading as scriptLoadingPart } from './gate/load'
import { signedMode as signedModePart } from './gate/signed'
import { createKit } from './kit'
import { DEV } from './lib/development'
import { isObject } from './lib/values'
import { malformed, type Part, type UpsdkOptions } from './options'
import type { Upsdk } from './types/upsdk'

/** Options of `createUpsdk` of `upsdk-kit/core`. */
export interface CoreOptions extends UpsdkOptions {
  /**
   * The parts of the kit: `events`, `signedMode`, `scriptLoading`, `backendFailures`, `methodCodes`, `explicitAuth`.
   *
   * @default []
   */
  parts?: readonly Part[] | undefined
}

/**
 * Wraps the page's upsdk with the given parts, locales and presenter. Without its part a member throws a `TypeError`
 * that names the part, and so does `createUpsdk` for the options `config` and `script`.
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

// Each has the type `Part`, so that a page that emits declarations needs no internal type.

/** Adds `upsdk.on`, whose handlers run beside those that old code passes to the methods themselves. */
export const events: Part = eventsPart

/** Adds signed H5 mode: the option `config`, `upsdk.config` and `upsdk.error`. */
export const signedMode: Part = signedModePart

/** Adds the option `script`. */
export const scriptLoading: Part = scriptLoadingPart

/** Explains failures of the page's own backend, including errors of axios and fetch. */
export const backendFailures: Part = backendFailuresPart

/** Adds codes of single methods. Without this part a code that a method uses in its own way is `unknown`. */
export const methodCodes: Part = methodCodesPart

/** Adds `upsdk.appletExplicitAuth`, UnionPay's own authorization button, which upsdk lacks (upsdk-behaviour §5). */
export const explicitAuth: Part = explicitAuthPart

export { isUpsdkError, UpsdkError } from './failure/error'
export { version } from './lib/version'
export type { Part } from './options'
export type * from './public'
export { domPresenter } from './show/dom/presenter'
