/**
 * `upsdk-kit/server-codes`: UnionPay's official response codes with their texts.
 *
 * @module upsdk-kit/server-codes
 */

import { createServerCodes } from './serverCodes/catalogue'
import type { CodeCatalogue } from './types/codes'

/**
 * All codes of the official tables, for the server and the front end. Pass it to `createUpsdk({ catalogues:
 * [serverCodes] })` or to `explain`.
 */
export const serverCodes: CodeCatalogue = /* @__PURE__ */ createServerCodes()

export type { CodeCatalogue, CodeEntry, CodeVariant } from './types/codes'
