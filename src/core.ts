/**
 * `upsdk-kit/core`: guarded calls and explained failures, without languages and without UI.
 *
 * @module upsdk-kit/core
 */
import { createClient } from './client'
import type { UpsdkOptions } from './options'
import type { Upsdk } from './types/upsdk'

/**
 * Wraps the page's upsdk. With `locales` and a `presenter` it shows failures as the full kit does, but without the
 * wallet's own toast, the option `wallet`, and the texts of the SDK file's codes.
 */
export const createUpsdk = (options: UpsdkOptions = {}): Upsdk =>
  createClient(options, { locales: [], catalogues: [] })

export { UpsdkError } from './errors'
export type * from './types/public'
