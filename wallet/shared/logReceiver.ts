/** Receives a page's log, and keeps its records: the only place that makes, numbers and drops them. */

import {
  isForUser,
  type LogCall,
  type LogDocument,
  type LogEntry,
  type LogMessage,
  type LogNote,
  type LogStep,
  type NoteContent,
} from './log'

/** A log for its views. */
export interface ReadableLog {
  /** The calls, oldest first. */
  readonly entries: readonly LogEntry[]
  readonly notes: readonly LogNote[]
  /** How many entries were dropped because the list was full. */
  readonly dropped: number
  /** Was the log emptied on purpose since it began? Then its page may have called upsdk all the same. */
  readonly isCleared: boolean
  clear(): void
  /**
   * Calls a listener with the new or changed entries and the new notes, and with undefined if everything may have
   * changed. @returns stops
   */
  subscribe(listener: LogListener): () => void
}

export type LogListener = (changed: readonly (LogEntry | LogNote)[] | undefined) => void

/** The limit of entries, and of notes: a page that calls upsdk in a loop must not fill the memory of its tab. */
export const MOST_ENTRIES = 1000

export interface LogReceiver extends ReadableLog {
  /** Takes a message of a page. A step of a call that was dropped or cleared is ignored. */
  take(message: LogMessage): void
  /** Is the entry with this id still there? */
  has(id: number): boolean
  /** The page has left all documents so far. */
  leave(): void
  /** Begins anew, with another page. */
  restart(): void
  /** Adds a note of the receiver's own side, after everything that is there. */
  note(content: NoteContent): void
}

/** An entry that still changes. */
type OpenEntry = { -readonly [Name in keyof LogEntry]: LogEntry[Name] } & { readonly steps: LogStep[] }

/** The calls of one document. */
interface Received {
  readonly id: string
  /** The id again, unless it is a frame of the page. */
  readonly page?: string
  /** What has to be added to its times, so that they follow on those of the first document, in ms. */
  readonly later: number
  readonly entries: Map<number, OpenEntry>
  newestId: number
}

const pageOf = ({ page }: Received) => (page === undefined ? {} : { page })

/** Adds a step to an entry. Of the two reports of a call and of an answer, upsdk's own is the one that is kept. */
function addStep(entry: OpenEntry, step: LogStep): void {
  entry.steps.push(step)
  const fields = entry as { [Type in LogStep['type']]?: LogStep }
  const isUpsdksToo = step.type === 'called' || step.type === 'answered'
  if (!fields[step.type] && !(isUpsdksToo && step.from === 'kit')) fields[step.type] = step
}

/** @param most the limit of entries and of notes. Infinity for a test, which has to find every call */
export function createLogReceiver(most = MOST_ENTRIES): LogReceiver {
  const documents = new Map<string, Received>()
  /** Entries by their ids here, oldest first. */
  const byId = new Map<number, { readonly entry: OpenEntry; readonly drop: () => void }>()
  let entries: readonly LogEntry[] | undefined
  let notes: readonly LogNote[] = []
  let dropped = 0
  let isCleared = false
  let newestId = 0
  let startedAt: number | undefined
  const listeners = new Set<LogListener>()

  function report(changed?: readonly (LogEntry | LogNote)[]): void {
    listeners.forEach((listener) => {
      listener(changed)
    })
  }

  function documentOf({ id, startedAt: its, isFrame }: LogDocument): Received {
    startedAt = startedAt ?? its
    const known = documents.get(id)
    if (known) return known
    const made: Received = {
      id,
      ...(!isFrame && { page: id }),
      later: its - startedAt,
      entries: new Map(),
      newestId: 0,
    }
    documents.set(id, made)
    return made
  }

  /** Drops the oldest entry that is not for the user, else the oldest. */
  function dropOne(): void {
    for (const { entry, drop } of byId.values()) if (!isForUser(entry)) return drop()
    byId.values().next().value?.drop()
  }

  /** Makes the entry of a call. It is undefined if the call had one, which was dropped. */
  function begin(document: Received, call: LogCall): OpenEntry | undefined {
    if (call.id <= document.newestId) return undefined
    document.newestId = call.id
    const id = ++newestId
    const entry: OpenEntry = {
      ...call,
      id,
      at: call.at + document.later,
      document: document.id,
      ...pageOf(document),
      steps: [],
    }
    document.entries.set(call.id, entry)
    byId.set(id, {
      entry,
      drop() {
        document.entries.delete(call.id)
        byId.delete(id)
        dropped++
      },
    })
    entries = undefined
    if (byId.size > most) dropOne()
    return entry
  }

  function add(added: readonly LogNote[]): void {
    if (added.length) notes = [...notes, ...added].slice(-most)
  }

  function empty(isOnPurpose: boolean): void {
    documents.forEach(({ entries: own }) => void own.clear())
    byId.clear()
    entries = undefined
    notes = []
    dropped = 0
    startedAt = undefined
    isCleared = isOnPurpose
    report()
  }

  return {
    get entries() {
      entries = entries || Array.from(byId.values()).map(({ entry }) => entry)
      return entries
    },
    get notes() {
      return notes
    },
    get dropped() {
      return dropped
    },
    get isCleared() {
      return isCleared
    },
    take({ document: given, items }) {
      const document = documentOf(given)
      const changed = new Set<LogEntry | LogNote>()
      const added: LogNote[] = []
      for (const item of items) {
        if ('note' in item) {
          const note = { ...item.note, at: item.note.at + document.later, ...pageOf(document) }
          added.push(note)
          changed.add(note)
          continue
        }
        const { call, step } = item
        const entry = document.entries.get(call.id) || begin(document, call)
        if (!entry) continue
        addStep(entry, { ...step, at: step.at + document.later })
        changed.add(entry)
      }
      add(added)
      if (changed.size) report(Array.from(changed))
    },
    has: (id) => byId.has(id),
    note(content) {
      const at = Math.max(
        0,
        ...Array.from(byId.values()).map(({ entry }) => entry.at),
        ...notes.map((one) => one.at),
      )
      const note: LogNote = { at, ...content }
      add([note])
      report([note])
    },
    leave() {
      const open = Array.from(byId.values())
        .map(({ entry }) => entry)
        .filter(({ told, answered, settled, isLeft }) => !told && !answered && !settled && !isLeft)
      for (const entry of open) entry.isLeft = true
      if (open.length) report(open)
    },
    restart: () => empty(false),
    clear: () => empty(true),
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
