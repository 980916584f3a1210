/** The log of a page's calls of upsdk: one list of raw steps and, if the page has the kit, the kit's own steps. */

import type { Step } from '../../src/types/inspector'
import { OPENS } from '../methods/methodTable'
import {
  addStep,
  createLogStore,
  firstToDrop,
  type LogEntry,
  type LogStep,
  MOST_ENTRIES,
  type NoteKind,
  newEntry,
  type OpenEntry,
  type ReadableLog,
} from '../shared/logStore'
import { type Limits, portable } from '../shared/portable'
import type { RawStep } from '../simulator/steps'

/** The log in the page itself. */
export interface Log extends ReadableLog {
  /** Adds a step of raw upsdk. */
  addRaw(step: RawStep): void
  /** Leaves out how a kit opens upsdk for itself, from now on. Call it once the page has made a kit. */
  kitIsThere(): void
  /** Adds a step of a kit. */
  addKit(step: Step): void
  addNote(kind: NoteKind, text: string): void
  /** Notes what the developer chose for the first call of a method that waits for an answer. */
  markOutcome(method: string, outcome: string): void
  /** Marks the call whose page got JSON text from Android and did nothing with it. @param id of its raw steps */
  markUnusedText(id: number): void
}

/** Entries by id. Ids only grow. */
interface Ids {
  /** Was the id ever set? Its entry may have been dropped since. */
  has(id: number): boolean
  get(id: number): OpenEntry | undefined
  set(id: number, entry: OpenEntry): void
}

function createIds(): Ids {
  const entries = new Map<number, OpenEntry>()
  /** An id up to this one that has no entry had one, which was dropped. */
  let droppedUpTo = 0
  return {
    has: (id) => id <= droppedUpTo || entries.has(id),
    get: (id) => entries.get(id),
    set(id, entry) {
      entries.set(id, entry)
      if (entries.size <= MOST_ENTRIES) return
      const dropped = firstToDrop(entries)
      droppedUpTo = Math.max(droppedUpTo, dropped)
      entries.delete(dropped)
    },
  }
}

/** @param limits the size of the copies of a page's values. Default: for people to read */
export function createLog(limits?: Limits): Log {
  const store = createLogStore<OpenEntry>()
  let lastId = 0
  let hasKit = false
  const byRawId = createIds()
  const byKitId = createIds()
  /** The call that a kit is handing to upsdk right now: the next raw call of its method belongs to it. */
  let handedOver: OpenEntry | undefined

  function begin(method: string, at: number, by: LogEntry['by']): OpenEntry {
    const entry = newEntry({ id: ++lastId, method, at, by })
    store.put(entry)
    return entry
  }

  function entryOfRaw({ id, method, at, type }: RawStep): OpenEntry | undefined {
    if (byRawId.has(id)) return byRawId.get(id)
    const sentByKit = handedOver?.method === method ? handedOver : undefined
    handedOver = undefined
    const entry = sentByKit || begin(method, at, type === 'called' ? 'page' : 'bridge')
    byRawId.set(id, entry)
    return entry
  }

  /** Marks the call that another one has replaced. upsdk keeps one call of a method until its bridge is up. */
  function markReplaced(by: OpenEntry): void {
    const kept = store.entries.filter(
      (one) => one !== by && one.method === by.method && !one.reached && one.called?.through === 'slot',
    )
    const replaced = kept[kept.length - 1]
    if (!replaced) return
    replaced.isReplaced = true
    store.report([replaced])
  }

  function add(entry: OpenEntry, step: LogStep): void {
    addStep(entry, step)
    if (step.type === 'called' && step.from === 'upsdk' && step.replaces) markReplaced(entry)
    store.report([entry])
  }

  return Object.assign(store, {
    addRaw(step: RawStep) {
      // A kit opens upsdk for itself, which is no call of the page, unless a callback of the page throws in it.
      const isOwnRegistration =
        hasKit && OPENS.test(step.method) && step.type !== 'threw' && !byRawId.has(step.id)
      const entry = isOwnRegistration ? undefined : entryOfRaw(step)
      if (entry) add(entry, { from: 'upsdk', ...portable(step, limits) })
    },
    kitIsThere() {
      hasKit = true
    },
    addKit(step: Step) {
      const isKnown = step.method && byKitId.has(step.id)
      const entry = isKnown ? byKitId.get(step.id) : begin(step.method || 'notify', step.at, 'kit')
      if (!entry) return
      if (step.method) byKitId.set(step.id, entry)
      handedOver = step.type === 'sent' ? entry : undefined
      add(entry, { from: 'kit', ...step })
    },
    markOutcome(method: string, outcome: string) {
      const entry = store.entries.find(
        (one) => one.method === method && one.reached && !one.answered && !one.chosen,
      )
      if (!entry) return
      entry.chosen = outcome
      store.report([entry])
    },
    markUnusedText(id: number) {
      const entry = byRawId.get(id)
      if (!entry) return
      entry.isTextUnused = true
      store.report([entry])
    },
    addNote(kind: NoteKind, text: string) {
      const note = { at: performance.now(), kind, text }
      store.addNotes([note])
      store.report([note])
    },
  })
}
