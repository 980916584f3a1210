/** The log of the page in the frame, as its client tells it; and what was seen in its last run of each situation and mode. */
import { type LogEntry, type LogListener, type LogNote, MOST_ENTRIES, type ReadableLog } from '../log/log'
import type { DeskSettings, Situation } from '../settings'

/** The page's log on the phone's side: the same list, fed by messages. */
export interface RemoteLog extends ReadableLog {
  /** Takes entries that are new or have changed, and new notes. */
  take(entries: readonly LogEntry[], notes: readonly LogNote[]): void
}

export function createRemoteLog(): RemoteLog {
  /** By their ids, oldest first: a map keeps the place of what is set again. */
  let known = new Map<number, LogEntry>()
  let entries: readonly LogEntry[] = []
  let notes: readonly LogNote[] = []
  let dropped = 0
  /** The newest id: an older one that is unknown was let go. */
  let last = 0
  const listeners = new Set<LogListener>()
  const tell = () =>
    listeners.forEach((listener) => {
      listener(undefined)
    })

  return {
    get entries() {
      return entries
    },
    get notes() {
      return notes
    },
    get dropped() {
      return dropped
    },
    take(changed, more) {
      for (const entry of changed) {
        if (entry.id <= last && !known.has(entry.id)) continue
        known.set(entry.id, entry)
        last = Math.max(last, entry.id)
      }
      const ids = known.keys()
      for (; known.size > MOST_ENTRIES; dropped++) known.delete(ids.next().value as number)
      entries = Array.from(known.values())
      notes = [...notes, ...more].slice(-MOST_ENTRIES)
      tell()
    },
    clear() {
      known = new Map()
      entries = []
      notes = []
      dropped = 0
      last = 0
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** What one run of the page came to. */
export interface Run {
  readonly entries: readonly LogEntry[]
  readonly notes: readonly LogNote[]
}

/** Keeps the last run of each situation, in either mode. */
export interface Runs {
  keep(settings: DeskSettings, log: Run): void
  find(situation: Situation | undefined, inPlace: boolean): Run | undefined
}

export function createRuns(): Runs {
  const runs = new Map<string, Run>()
  const keyOf = (situation: Situation | undefined, inPlace: boolean) => `${situation || ''} ${inPlace}`
  return {
    keep({ situation, inPlace = false }, { entries, notes }) {
      runs.set(keyOf(situation, inPlace), { entries, notes })
    },
    find: (situation, inPlace) => runs.get(keyOf(situation, inPlace)),
  }
}
