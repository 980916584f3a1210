/** Diagnoses a log: each record once, and again only when it has changed. */
import { isEntry, type LogEntry, type LogNote } from '../../shared/log'
import type { DiagnosisDetail } from './diagnosis'
import { noRecords, remember } from './otherRecords'
import { type DiagnosisId, diagnoses } from './table'

/** Something that would go wrong in the real wallet, concluded from what the page did. */
export interface Diagnosis {
  readonly id: DiagnosisId
  readonly hazard: string
  /** It is worth mentioning, but nothing goes wrong, so it is not counted. */
  readonly isNote: boolean
  /** Selects the sentence, or stands in it. */
  readonly detail: DiagnosisDetail
}

/** The part of a log that diagnoses read. */
export interface PageLog {
  readonly entries: readonly LogEntry[]
  readonly notes: readonly LogNote[]
}

export interface DiagnoseOptions {
  /** The kit is `window.upsdk`, so problems that it fixes are not reported. @default false */
  readonly kitInPlace?: boolean
}

type LogRecord = LogEntry | LogNote

/** The diagnoses of a log, by their records. */
export type Found = ReadonlyMap<LogRecord, readonly Diagnosis[]>

/** The diagnoses of a log that grows. */
export interface Diagnoser {
  /** Takes a new or a changed record. */
  see(one: LogRecord): void
  /** Takes a whole log in the place of everything before. */
  seeAll(log: PageLog): void
  /** Forgets the calls that a full log has dropped, but for one of each diagnosis and method. */
  keepOnly(entries: readonly LogEntry[]): void
  /** Gets the diagnoses of a record. A call that a kit made gets only those that the kit does not fix. */
  of(one: LogRecord, options?: DiagnoseOptions): readonly Diagnosis[]
  /** Gets the records that have diagnoses. */
  all(options?: DiagnoseOptions): Found
}

const ids = Object.keys(diagnoses) as DiagnosisId[]
const keyOf = (one: LogRecord): number | LogNote => (isEntry(one) ? one.id : one)

export function createDiagnoser(): Diagnoser {
  let others = noRecords()
  /** The diagnoses of each record, whoever made the call; by id, since a changed entry may be another object. */
  const found = new Map<number | LogNote, { readonly one: LogRecord; readonly list: readonly Diagnosis[] }>()

  function diagnoseOne(one: LogRecord): void {
    const list = ids.reduce<Diagnosis[]>((all, id) => {
      const { hazards, isNote = false, ofCall, ofNote } = diagnoses[id]
      const said = isEntry(one) ? ofCall?.(one, others) : ofNote?.(one, others)
      const detail = said === true ? {} : said
      if (detail) all.push({ id, hazard: hazards.join(', '), isNote: isNote || !!detail.isNote, detail })
      return all
    }, [])
    if (list.length) found.set(keyOf(one), { one, list })
    else found.delete(keyOf(one))
  }

  function see(one: LogRecord): void {
    const affected = remember(one, others)
    diagnoseOne(one)
    affected.forEach(diagnoseOne)
  }

  const reported = (one: LogRecord, list: readonly Diagnosis[], { kitInPlace = false }: DiagnoseOptions) => {
    const isKits = kitInPlace || (isEntry(one) && one.by === 'kit')
    return isKits ? list.filter(({ id }) => !diagnoses[id].isFixedByKit) : list
  }

  return {
    see,
    seeAll({ entries, notes }) {
      found.clear()
      others = noRecords()
      const records = [...entries, ...notes]
      // A call is read beside what came later, too.
      for (const one of records) remember(one, others)
      records.forEach(diagnoseOne)
    },
    keepOnly(entries) {
      const kept = new Set(entries.map(({ id }) => id))
      const said = new Set<string>()
      // The newest come first, since they have a row.
      for (const [key, { one, list }] of Array.from(found).reverse()) {
        const names = list.map(({ id }) => `${id} ${isEntry(one) ? one.method : ''}`)
        const isDropped = typeof key === 'number' && !kept.has(key)
        if (isDropped && names.every((name) => said.has(name))) found.delete(key)
        for (const name of names) said.add(name)
      }
      others.payments.forEach((_, key) => void (!kept.has(key) && others.payments.delete(key)))
    },
    of: (one, options = {}) => reported(one, found.get(keyOf(one))?.list || [], options),
    all(options = {}) {
      const all = new Map<LogRecord, readonly Diagnosis[]>()
      found.forEach(({ one, list }) => {
        const said = reported(one, list, options)
        if (said.length) all.set(one, said)
      })
      return all
    },
  }
}

/** Diagnoses everything in a log. */
export function diagnose(log: PageLog, options?: DiagnoseOptions): Found {
  const diagnoser = createDiagnoser()
  diagnoser.seeAll(log)
  return diagnoser.all(options)
}
