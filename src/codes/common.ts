import type { CodeCatalogue } from './catalogue'
import { frontendCodes } from './frontend'
import { sdkCodes } from './sdk'
import { commonServerCodes } from './server'

/** What every kit knows, in the order of precedence. */
export const commonCodes: readonly CodeCatalogue[] = [frontendCodes, sdkCodes, commonServerCodes]
