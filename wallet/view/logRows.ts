/** The rows of the log: newest first, and the same thing several times in a row is one row with its count. */
import { isEntry, isForUser, type LogEntry, type LogNote } from '../shared/log'

export type LogRecord = LogEntry | LogNote

/** What stands in one row: one record, or several that are the same. */
export interface LogRow {
  /** Oldest first. */
  readonly records: readonly LogRecord[]
  readonly newest: LogRecord
}

/** The kinds of notes that a page may repeat without an end. What the user saw is listed each time. */
const REPEATED_NOTES = /^(error|policy|request)$/

/** May the record share a row? What a user acts at has a row of its own: two payments are two. */
const mayShare = (one: LogRecord): boolean => (isEntry(one) ? !isForUser(one) : REPEATED_NOTES.test(one.kind))

/**
 * Makes the rows.
 *
 * @param contentOf what a row says of a record, apart from its time: records that say the same share one
 */
export function logRows(records: readonly LogRecord[], contentOf: (one: LogRecord) => string): LogRow[] {
  const rows: { records: LogRecord[]; newest: LogRecord; content: string | undefined }[] = []
  for (const one of oldestFirst(records)) {
    const content = mayShare(one) ? contentOf(one) : undefined
    const last = rows[rows.length - 1]
    if (last && content !== undefined && last.content === content) {
      last.records.push(one)
      last.newest = one
    } else rows.push({ records: [one], newest: one, content })
  }
  return rows.reverse()
}

/** Sorts by time, and what has the same time by its place. */
const oldestFirst = (records: readonly LogRecord[]): LogRecord[] =>
  records
    .map((one, place) => ({ one, place }))
    .sort((a, b) => a.one.at - b.one.at || a.place - b.place)
    .map(({ one }) => one)
