/**
 * `upsdk-kit/core`: guarded calls and explained failures, without languages and without UI.
 *
 * @module upsdk-kit/core
 */
import { createClient } from './client'
import type { UpsdkOptions } from './options'
import type { Upsdk } from './types/upsdk'

/** Wraps the page's upsdk. With `locales` and a `presenter` it works as the full kit does. */
export const createUpsdk = (options: UpsdkOptions = {}): Upsdk =>
  createClient(options, { locales: [], catalogues: [] })

export { UpsdkError } from './errors'
export type * from './types/public'
