/** All that the page's calls of upsdk went through: raw steps and, where the page has the kit, the kit's own, in one list. */
import type { RawStep } from '../../simulator/steps'
import type { Step } from '../../types/inspector'
import { portable } from './portable'

/** One step of a call, as it is shown, sent to the phone, and stored in a report. Plain JSON. */
export type LogStep = ({ readonly from: 'upsdk' } & RawStep) | ({ readonly from: 'kit' } & Step)

/** One call of the page's. */
export interface LogEntry {
  /** Unique in the log. */
  readonly id: number
  readonly method: string
  /** ms, of `performance.now()` in the page. */
  readonly at: number
  /** Who called raw upsdk: the page, a kit, or nobody (the page called the native bridge itself). */
  readonly by: 'page' | 'kit' | 'bridge'
  readonly steps: readonly LogStep[]
}

/**
 * What a note is about: a file of upsdk or of its bridge, an error, a text on the screen, a violation of the page's
 * policy, a request to another origin without an answer that the page may read, an address that the page goes to, what
 * the server in between changed, or web authorization.
 */
export type NoteKind = 'sdk' | 'error' | 'seen' | 'policy' | 'request' | 'leaves' | 'server' | 'authorization'

/** Something that is no call: what a browser refused, or what became of the page. */
export interface LogNote {
  readonly at: number
  readonly kind: NoteKind
  readonly text: string
}

/** A log as it is looked at. */
export interface ReadableLog {
  /** Oldest first. */
  readonly entries: readonly LogEntry[]
  readonly notes: readonly LogNote[]
  /** Entries that were let go, since the list is full. */
  readonly dropped: number
  clear(): void
  /** Hears of each entry that is new or has changed, and of each note; undefined: all has changed. @returns stops */
  subscribe(listener: LogListener): () => void
}

export type LogListener = (changed: LogEntry | LogNote | undefined) => void

/** The log of the page that it is in. */
export interface Log extends ReadableLog {
  /** A step of raw upsdk. */
  addRaw(step: RawStep): void
  /** The page has a kit, whose own use of upsdk's ways in says nothing of the page. */
  kitIsThere(): void
  /** A step of a kit. */
  addKit(step: Step): void
  addNote(kind: NoteKind, text: string): void
}

/** A page that calls upsdk in a loop must not fill the memory of its tab. */
export const MOST_ENTRIES = 1000

interface Entry extends LogEntry {
  readonly steps: LogStep[]
}

/** Ways in. A kit uses them for itself, which says nothing of the page. */
const WAYS_IN = /^(pluginReady|ready|error)$/

/** Entries by ids, which only ever grow. */
interface Ids {
  /** Has the id been there? Then it has an entry, unless that was let go. */
  has(id: number): boolean
  get(id: number): Entry | undefined
  set(id: number, entry: Entry): void
}

function createIds(): Ids {
  const entries = new Map<number, Entry>()
  /** Ids up to this one were let go with their entries. */
  let gone = 0
  return {
    has: (id) => id <= gone || entries.has(id),
    get: (id) => entries.get(id),
    set(id, entry) {
      entries.set(id, entry)
      if (entries.size <= MOST_ENTRIES) return
      gone = entries.keys().next().value || gone
      entries.delete(gone)
    },
  }
}

export function createLog(): Log {
  let entries: Entry[] = []
  let notes: LogNote[] = []
  let dropped = 0
  let last = 0
  let hasKit = false
  /** Entries by the ids of raw steps, and of a kit's. */
  const ofRaw = createIds()
  const ofKit = createIds()
  /** A kit is handing over this call now: raw upsdk's next call of that method is it. */
  let handedOver: Entry | undefined
  const listeners = new Set<LogListener>()

  const tell = (changed?: LogEntry | LogNote) =>
    listeners.forEach((listener) => {
      listener(changed)
    })

  function begin(method: string, at: number, by: LogEntry['by']): Entry {
    const entry: Entry = { id: ++last, method, at, by, steps: [] }
    entries.push(entry)
    if (entries.length > MOST_ENTRIES) {
      dropped++
      entries.shift()
    }
    return entry
  }

  function entryOfRaw({ id, method, at, type }: RawStep): Entry | undefined {
    if (ofRaw.has(id)) return ofRaw.get(id)
    const taken = handedOver?.method === method ? handedOver : undefined
    handedOver = undefined
    const entry = taken || begin(method, at, type === 'called' ? 'page' : 'bridge')
    ofRaw.set(id, entry)
    return entry
  }

  function add(entry: Entry, step: LogStep): void {
    entry.steps.push(step)
    tell(entry)
  }

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
    addRaw(step) {
      // The kit's own registrations; what throws in a page's callback is still told.
      const isWayIn = hasKit && WAYS_IN.test(step.method) && step.type !== 'threw' && !ofRaw.has(step.id)
      const entry = isWayIn ? undefined : entryOfRaw(step)
      if (entry) add(entry, { from: 'upsdk', ...portable(step) })
    },
    kitIsThere() {
      hasKit = true
    },
    addKit(step) {
      const isKnown = step.method && ofKit.has(step.id)
      const entry = isKnown ? ofKit.get(step.id) : begin(step.method || 'notify', step.at, 'kit')
      if (!entry) return
      if (step.method) ofKit.set(step.id, entry)
      handedOver = step.type === 'sent' ? entry : undefined
      add(entry, { from: 'kit', ...step })
    },
    addNote(kind, text) {
      const note = { at: performance.now(), kind, text }
      notes = [...notes, note].slice(-MOST_ENTRIES)
      tell(note)
    },
    clear() {
      entries = []
      notes = []
      dropped = 0
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
