/**
 * `upsdk-kit/core`: guarded calls and explained failures; what else a page wants, it hands over.
 *
 * @module upsdk-kit/core
 */
import { createKit } from './kit'
import { list, malformed } from './kit/kinds'
import { DEV } from './lib/dev'
import { isObject } from './lib/values'
import type { Part, UpsdkOptions } from './options'
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
  if (DEV && !isList) throw malformed('option "parts"', [list[0], 'a list of parts'])
  return createKit(options, { parts: isList ? parts : [], locales: [] })
}

export { events } from './events/events'
export { backendFailures } from './failure/backend'
export { isUpsdkError, UpsdkError } from './failure/error'
export { methodCodes } from './failure/methodCodes'
export { explicitAuth } from './gate/explicitAuth'
export { scriptLoading } from './gate/load'
export type { CreateSignedMode } from './gate/signed'
export { signedMode } from './gate/signed'
export type * from './kit/public'
export { version } from './lib/version'
export type { Part } from './options'
export { domPresenter } from './show/dom/presenter'
