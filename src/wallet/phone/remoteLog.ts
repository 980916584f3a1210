/** The log of the page in the frame, as its client tells it; and what was seen in its last run of each situation and mode. */
import type { Log, LogEntry, LogNote } from '../log/log'
import type { DeskSettings, Situation } from '../settings'

/** The page's log on the phone's side: the same list, fed by messages. */
export interface RemoteLog extends Log {
  /** Takes entries that are new or have changed. */
  take(entries: readonly LogEntry[], notes: readonly LogNote[]): void
}

type Listener = (changed: LogEntry | LogNote | undefined) => void

export function createRemoteLog(): RemoteLog {
  let entries: LogEntry[] = []
  let notes: LogNote[] = []
  const listeners = new Set<Listener>()
  const tell = () =>
    listeners.forEach((listener) => {
      listener(undefined)
    })
  // Calls are the page's to make.
  const nothing = () => undefined

  return {
    get entries() {
      return entries
    },
    get notes() {
      return notes
    },
    dropped: 0,
    addRaw: nothing,
    kitIsThere: nothing,
    addKit: nothing,
    addNote: nothing,
    take(changed, more) {
      for (const entry of changed) {
        const index = entries.findIndex(({ id }) => id === entry.id)
        if (index < 0) entries = [...entries, entry]
        else entries = entries.map((known, at) => (at === index ? entry : known))
      }
      notes = [...notes, ...more]
      tell()
    },
    clear() {
      entries = []
      notes = []
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
  keep(settings: DeskSettings, log: Log): void
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
