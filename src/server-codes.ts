/**
 * `upsdk-kit/server-codes`: UnionPay's official response codes, with their texts.
 *
 * @module upsdk-kit/server-codes
 */

import { createServerCodes } from './serverCodes/catalogue'
import type { CodeCatalogue } from './types/codes'

/**
 * Every code of the official tables, server and front end. Give it to `createUpsdk({ catalogues: [serverCodes] })`
 * or to `explain`.
 */
export const serverCodes: CodeCatalogue = /* @__PURE__ */ createServerCodes()

export type { CodeCatalogue, CodeEntry, CodeVariant } from './types/codes'
