/** What was done and seen before a page went on to this document by itself. “Copy as test” repeats that too. */
import { isObject } from '../../src/internalsWithoutDom'
import type { TimedAction } from '../shared/actions'
import { OWN_STORAGE } from '../shared/client'
import type { LogEntry, LogNote } from '../shared/log'

/** A visit of one document, or of several in a row. */
export interface Visit {
  /** The address and the title of the first document. */
  readonly address: string
  readonly title: string
  readonly actions: readonly TimedAction[]
  readonly log: { readonly entries: readonly LogEntry[]; readonly notes: readonly LogNote[] }
}

interface KeptVisit {
  readonly visit: Visit
  /** The address that the page left from. The next document has it as its referrer. */
  readonly leftFrom: string
}

const NAME = `${OWN_STORAGE}.visit`

const withoutHash = (address: string): string => address.split('#')[0] || ''

/** Copies a record with all its times moved, so that what came before this document stands before its start. */
function moved<T>(record: T, by: number): T {
  if (Array.isArray(record)) return record.map((one) => moved(one, by)) as never
  if (!isObject(record)) return record
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(record)) {
    const value = record[name]
    copy[name] = name === 'at' && typeof value === 'number' ? value - by : value
  }
  return copy as never
}

/** Moves an entry, and its steps. */
function movedEntry(entry: LogEntry, by: number): LogEntry {
  const copy: Record<string, unknown> = { ...moved(entry, by), steps: [] }
  for (const name of Object.keys(copy)) if (isObject(copy[name])) copy[name] = moved(copy[name], by)
  return copy as never
}

/** Takes what the document before has kept, unless a person has opened this one. */
function takeKept(): Visit | undefined {
  try {
    const text = sessionStorage.getItem(NAME)
    sessionStorage.removeItem(NAME)
    const kept: KeptVisit | undefined = text ? JSON.parse(text) : undefined
    return kept && kept.leftFrom === withoutHash(document.referrer) ? kept.visit : undefined
  } catch {
    // A browser may refuse the storage. Then each document is a visit of its own.
    return undefined
  }
}

/**
 * Keeps the visit for the next document when the page leaves this one.
 *
 * @param read gets the visit of this document alone
 * @returns reads the whole visit
 */
export function followVisit(read: () => Visit): () => Visit {
  const earlier = takeKept()
  const whole = (): Visit => {
    const own = read()
    if (!earlier) return own
    const { address, title, actions, log } = earlier
    return {
      address,
      title,
      actions: [...actions, ...own.actions],
      log: {
        entries: [...log.entries, ...own.log.entries],
        notes: [...log.notes, ...own.log.notes],
      },
    }
  }
  window.addEventListener('pagehide', () => {
    const { log, actions, ...first } = whole()
    const now = performance.now()
    const visit: Visit = {
      ...first,
      actions: moved(actions, now),
      log: { entries: log.entries.map((entry) => movedEntry(entry, now)), notes: moved(log.notes, now) },
    }
    const kept: KeptVisit = { visit, leftFrom: withoutHash(location.href) }
    try {
      sessionStorage.setItem(NAME, JSON.stringify(kept))
    } catch {
      // The storage is refused, or full.
    }
  })
  return whole
}
