/** Diagnoses a log, as a pure function. */
import type { LogEntry, LogNote } from '../log/store'
import { type DiagnosisId, diagnoses, type PageLog } from './table'

/** Something that would go wrong in the real wallet, concluded from what the page did. */
export interface Diagnosis {
  readonly id: DiagnosisId
  readonly hazard: string
  /** It is worth mentioning, but nothing goes wrong, so it is not counted. */
  readonly isNote: boolean
  /** Selects the sentence, or stands in it. */
  readonly detail: string
}

export interface DiagnoseOptions {
  /** The kit is `window.upsdk`, so problems that it fixes are not reported. @default false */
  readonly kitInPlace?: boolean
}

const ids = Object.keys(diagnoses) as DiagnosisId[]

/** Diagnoses everything in the log. A call that a kit made gets only the diagnoses that the kit does not fix. */
export function diagnose(
  log: PageLog,
  { kitInPlace = false }: DiagnoseOptions = {},
): Map<LogEntry | LogNote, Diagnosis[]> {
  const all = new Map<LogEntry | LogNote, Diagnosis[]>()
  for (const id of ids) {
    const { hazard, isMended, isNote = false, find } = diagnoses[id]
    for (const { at, detail = '' } of find(log)) {
      const isKits = kitInPlace || ('by' in at && at.by === 'kit')
      if (isKits && isMended) continue
      const known = all.get(at) || []
      known.push({ id, hazard, isNote, detail })
      all.set(at, known)
    }
  }
  return all
}

/** Counts what would go wrong, without notes. */
export function countOf(found: ReadonlyMap<LogEntry | LogNote, readonly Diagnosis[]>): number {
  let count = 0
  found.forEach((list) => {
    count += list.filter(({ isNote }) => !isNote).length
  })
  return count
}
