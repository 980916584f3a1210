/** The table of diagnoses: what would go wrong in the real wallet, concluded from what the page did. */
import { addresses } from './addresses'
import { callbacks } from './callbacks'
import type { DiagnosisRow } from './diagnosis'
import { opening } from './opening'
import { parameters } from './parameters'
import { payments } from './payments'
import { sdkFile } from './sdkFile'

/** In the order in which those of one record are said. */
const rows = { ...opening, ...parameters, ...callbacks, ...payments, ...sdkFile, ...addresses }

export type DiagnosisId = keyof typeof rows

export const diagnoses: Readonly<Record<DiagnosisId, DiagnosisRow>> = rows
