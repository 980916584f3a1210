/** The phone's copy of the log of the page in its frame, and the last run of each situation and mode. */
import { createLogStore, type LogEntry, type LogNote, type ReadableLog } from './logStore'
import type { DeskSettings, Situation } from './settings'

/** The phone's copy of the page's log, filled by messages. */
export interface RemoteLog extends ReadableLog {
  /** Adds new or changed entries, and new notes. */
  take(entries: readonly LogEntry[], notes: readonly LogNote[]): void
  /** Adds a note of the phone's own, after everything that is there. */
  note(kind: LogNote['kind'], text: string): void
}

export function createRemoteLog(): RemoteLog {
  const store = createLogStore()
  function take(entries: readonly LogEntry[], notes: readonly LogNote[]): void {
    for (const entry of entries) store.put(entry)
    store.addNotes(notes)
    store.report([...entries, ...notes])
  }
  return Object.assign(store, {
    take,
    note(kind: LogNote['kind'], text: string) {
      const at = Math.max(0, ...store.entries.map((one) => one.at), ...store.notes.map((one) => one.at))
      take([], [{ at, kind, text }])
    },
  })
}

/** The log of one run of the page. */
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
