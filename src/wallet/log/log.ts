/** All that the page's calls of upsdk went through: raw steps and, where the page has the kit, the kit's own, in one list. */
import type { RawStep } from '../../simulator/steps'
import type { Step } from '../../types/inspector'
import { portable } from './portable'
import {
  createLogStore,
  type LogEntry,
  type LogStep,
  MOST_ENTRIES,
  type NoteKind,
  type ReadableLog,
} from './store'

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
  const store = createLogStore<Entry>()
  let lastId = 0
  let hasKit = false
  /** Entries by the ids of raw steps, and of a kit's. */
  const ofRaw = createIds()
  const ofKit = createIds()
  /** A kit is handing over this call now: raw upsdk's next call of that method is it. */
  let handedOver: Entry | undefined

  function begin(method: string, at: number, by: LogEntry['by']): Entry {
    const entry: Entry = { id: ++lastId, method, at, by, steps: [] }
    store.put(entry)
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
    store.report(entry)
  }

  return Object.assign(store, {
    addRaw(step: RawStep) {
      // The kit's own registrations; what throws in a page's callback is still told.
      const isWayIn = hasKit && WAYS_IN.test(step.method) && step.type !== 'threw' && !ofRaw.has(step.id)
      const entry = isWayIn ? undefined : entryOfRaw(step)
      if (entry) add(entry, { from: 'upsdk', ...portable(step) })
    },
    kitIsThere() {
      hasKit = true
    },
    addKit(step: Step) {
      const isKnown = step.method && ofKit.has(step.id)
      const entry = isKnown ? ofKit.get(step.id) : begin(step.method || 'notify', step.at, 'kit')
      if (!entry) return
      if (step.method) ofKit.set(step.id, entry)
      handedOver = step.type === 'sent' ? entry : undefined
      add(entry, { from: 'kit', ...step })
    },
    addNote(kind: NoteKind, text: string) {
      const note = { at: performance.now(), kind, text }
      store.addNotes([note])
      store.report(note)
    },
  })
}
