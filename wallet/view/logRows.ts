/**
 * The rows of the log, oldest first, in groups: what the page did as it was loaded, then what came of each tap. What comes
 * several times in a group is one row with its count, and so is a run of calls of one method with other parameters, or of
 * texts with other digits.
 */
import { type ActNote, isEntry, isForUser, type LogEntry, type LogNote } from '../shared/log'
import { withoutNumbers } from '../shared/withoutNumbers'

export type LogRecord = LogEntry | LogNote

/** What stands in one row: one record, or several that are the same, or a run, or the later ones of many texts. */
export interface LogRow {
  /** Oldest first. */
  readonly records: readonly [LogRecord, ...LogRecord[]]
  /** The texts behind the first few of a group. */
  readonly areMoreTexts: boolean
  /** Has it records about different subjects, which came one after the other? */
  readonly isRun: boolean
}

/** What a record says to its row. */
export interface RowKeys {
  /** What it is about: in one group, calls and notes about the same share a row. */
  subject(one: LogRecord): string
  /** What a run of records has in common; '' if it has a row of its own beside others about another subject. */
  run(one: LogRecord): string
}

export interface LogGroup {
  /** What the user did; undefined for the load of a document. */
  readonly act: ActNote | undefined
  /** Does it begin with the load of another document than the first? */
  readonly isNextPage: boolean
  /** Its first record. It stays the same as others come. */
  readonly first: LogRecord
  readonly rows: readonly LogRow[]
}

/** The kinds of notes that a page may repeat without an end. */
const REPEATED_NOTES = /^(error|policy|request|seen)$/

/** So many texts of a group have a row each: a countdown would fill the log. */
const MOST_TEXTS = 3

/** The wallet's toasts have one row if a page shows one after the other. */
export const TOASTS = 'toasts'
/** The key of the run of a text: it goes on with texts that differ in digits alone, such as a countdown. */
export const textRun = (message: string): string => `text ${withoutNumbers(message)}`

/** May the record share a row? What a user acts at has a row of its own: two payments are two. */
const mayShare = (one: LogRecord): boolean => (isEntry(one) ? !isForUser(one) : REPEATED_NOTES.test(one.kind))

export const isAct = (one: LogRecord): one is ActNote => !isEntry(one) && one.kind === 'act'
const isText = (one: LogRecord, forms: RegExp): boolean =>
  !isEntry(one) && one.kind === 'seen' && forms.test(one.form)

/** Makes the groups. A record goes into its row once and for all: its outcome comes later, and must move no row. */
export function logGroups(records: readonly LogRecord[], keys: RowKeys): LogGroup[] {
  const groups: LogGroup[] = []
  const pages = new Set<string>()
  const counting = new Map<string, FilledRow>()
  let add: (one: LogRecord) => void = () => undefined
  for (const one of oldestFirst(records)) {
    const { page } = one
    const isNextPage = page !== undefined && pages.size > 0 && !pages.has(page)
    if (page !== undefined) pages.add(page)
    const act = isAct(one) ? one : undefined
    if (isNextPage) counting.clear()
    if (act || isNextPage || !groups.length) {
      const rows: LogRow[] = []
      groups.push({ act, isNextPage, first: one, rows })
      add = rowFiller(rows, keys, counting)
    }
    if (!act) add(one)
  }
  return groups
}

interface FilledRow extends LogRow {
  readonly records: [LogRecord, ...LogRecord[]]
  isRun: boolean
}

/** A row of records that have the same in common. */
interface Run {
  readonly key: string
  readonly row: FilledRow
}

/** A text that has come so many times with other digits counts up or down, and goes on whatever comes between. */
const COUNTS_FROM = 3

/**
 * Makes a function that adds a record to the row of the same, or of its run, or to one of its own.
 *
 * @param counting the rows of texts that count, such as the time that is left to pay, by their runs; a group adds those
 *   that it finds, and later groups go on with them
 */
function rowFiller(
  rows: LogRow[],
  keys: RowKeys,
  counting: Map<string, FilledRow>,
): (one: LogRecord) => void {
  const bySubject = new Map<string, FilledRow>()
  /** The runs that the next record may continue: one of calls, and one of texts. */
  let runs: { readonly calls?: Run | undefined; readonly texts?: Run | undefined } = {}
  let texts = 0
  let lastSeen: string | undefined
  let isAfterCall = false
  return (one) => {
    // What came after it stands below it.
    if (isEntry(one) && isForUser(one)) bySubject.clear()
    const run = mayShare(one) ? keys.run(one) : ''
    const kind = isEntry(one) ? 'calls' : 'texts'
    const known = (runs[kind]?.key === run && runs[kind]?.row) || counting.get(run)
    const areMoreTexts = !known && isText(one, /^text$/) && ++texts > MOST_TEXTS
    const subject = areMoreTexts ? 'more texts' : mayShare(one) ? keys.subject(one) : undefined
    if (subject !== undefined && !isEntry(one) && one.kind === 'seen') {
      // Another text or the row of a call came between: the later one has its own row, so that the order is the user's.
      if (subject !== lastSeen || isAfterCall) bySubject.delete(subject)
      lastSeen = subject
      isAfterCall = false
    }
    // Texts and toasts come of the calls of a run, and end the one of texts alone.
    if (!known) runs = isText(one, /^(text|toast)$/) ? { calls: runs.calls } : {}
    const row = known || (subject === undefined ? undefined : bySubject.get(subject))
    if (!row) {
      const made: FilledRow = { records: [one], areMoreTexts, isRun: false }
      if (isEntry(one)) isAfterCall = true
      if (subject !== undefined) bySubject.set(subject, made)
      if (run) runs = { ...runs, [kind]: { key: run, row: made } }
      return void rows.push(made)
    }
    const first = keys.subject(row.records[0])
    if (known && subject !== first) {
      row.isRun = true
      // The same as one of a run has a row of its own after another call.
      bySubject.delete(first)
    }
    row.records.push(one)
    if (row.isRun && isText(one, /^text$/) && row.records.length >= COUNTS_FROM) counting.set(run, row)
  }
}

/** Sorts by time. A tap comes before what it led to in the same moment. */
const oldestFirst = (records: readonly LogRecord[]): LogRecord[] =>
  records
    .map((one, place) => ({ one, place }))
    .sort((a, b) => a.one.at - b.one.at || Number(isAct(b.one)) - Number(isAct(a.one)) || a.place - b.place)
    .map(({ one }) => one)
