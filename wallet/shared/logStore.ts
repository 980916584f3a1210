/** The entries and notes of a log, and where they are kept: for the page's own log and for the phone's. */

import { traitsOf } from '../../src/plainTools'
import type { Step } from '../../src/types/inspector'
import type { RawStep } from '../simulator/steps'

/** One step of a call, as plain JSON: views show it, and messages to the phone carry it. */
export type LogStep = ({ readonly from: 'upsdk' } & RawStep) | ({ readonly from: 'kit' } & Step)

type OfUpsdk<Type extends RawStep['type']> = Extract<LogStep, { from: 'upsdk'; type: Type }>
type OfKit<Type extends Step['type']> = Extract<LogStep, { from: 'kit' }> & { readonly type: Type }

/** One call of the page. */
export interface LogCall {
  /** Unique in the log. */
  readonly id: number
  readonly method: string
  /** The time of the page's `performance.now()`, in ms. */
  readonly at: number
  /** The caller of raw upsdk: the page or a kit. `bridge`: the page called the native bridge itself. */
  readonly by: 'page' | 'kit' | 'bridge'
}

/** The record of one call: the first step of each type. */
export interface LogEntry extends LogCall {
  /** Raw upsdk was called. */
  readonly called?: OfUpsdk<'called'>
  /** upsdk dropped the parameters. */
  readonly lost?: OfUpsdk<'lost'>
  /** The call reached native. */
  readonly reached?: OfUpsdk<'reached'>
  /** Native answered. */
  readonly answered?: OfUpsdk<'answered'>
  /** A callback of the page ran. */
  readonly told?: OfUpsdk<'told'>
  /** A callback of the page, or upsdk itself, threw. */
  readonly threw?: OfUpsdk<'threw'>
  /** The kit handed the call to upsdk. */
  readonly sent?: OfKit<'sent'>
  /** The kit settled the call. */
  readonly settled?: OfKit<'settled'>
  readonly unanswered?: OfKit<'unanswered'>
  readonly late?: OfKit<'late'>
  readonly shown?: OfKit<'shown'>
  readonly quiet?: OfKit<'quiet'>
  /** All steps in order, for a timeline. */
  readonly steps: readonly LogStep[]
  /** The developer's choice on the sheet of the call. */
  readonly chosen?: string
  /** A later call took the place of this one before the bridge was up, so that it has no result (H9). */
  readonly isReplaced?: boolean
  /** The page got JSON text from Android, and neither parsed it nor passed it on (H12). */
  readonly isTextUnused?: boolean
}

/**
 * The subject of a note: a file of upsdk or its bridge, an error, a text on screen, a violation of the page's policy, a
 * request to another origin without a readable answer, an address that the page leaves for, a change by the server in
 * between, web authorization, a tap on a page that has loaded no upsdk, or a link that the wallet would open.
 */
export type NoteKind =
  | 'sdk'
  | 'error'
  | 'seen'
  | 'policy'
  | 'request'
  | 'leaves'
  | 'server'
  | 'authorization'
  | 'no-sdk'
  | 'wallet-link'

/** A row of the log that is no call. */
export interface LogNote {
  readonly at: number
  readonly kind: NoteKind
  readonly text: string
}

/** An entry that still changes. */
export type OpenEntry = { -readonly [Name in keyof LogEntry]: LogEntry[Name] } & {
  readonly steps: LogStep[]
}

/** Makes the entry of a call without any step. */
export const newEntry = (call: LogCall): OpenEntry => ({ ...call, steps: [] })

/** Adds a step to an entry. Of the two reports of a call and of an answer, upsdk's own is the one that is kept. */
export function addStep(entry: OpenEntry, step: LogStep): void {
  entry.steps.push(step)
  const fields = entry as { [Type in LogStep['type']]?: LogStep }
  const isUpsdksToo = step.type === 'called' || step.type === 'answered'
  if (!fields[step.type] && !(isUpsdksToo && step.from === 'kit')) fields[step.type] = step
}

/** Is this a call, or a note? */
export const isEntry = (one: LogEntry | LogNote): one is LogEntry => 'steps' in one

/** A log for its views. */
export interface ReadableLog {
  /** The calls, oldest first. */
  readonly entries: readonly LogEntry[]
  readonly notes: readonly LogNote[]
  /** How many entries were dropped because the list was full. */
  readonly dropped: number
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

/** Is it a call that a user acts at, such as a payment? A full log keeps it before all others. */
export function isForUser({ method }: LogCall): boolean {
  const { payment, interactive } = traitsOf(method)
  return payment || interactive
}

/** Finds the entry that a full log drops: the oldest that is not for the user, else the oldest. */
export function firstToDrop(byId: ReadonlyMap<number, LogEntry>): number {
  for (const [id, entry] of byId) if (!isForUser(entry)) return id
  return byId.keys().next().value as number
}

/** The entries and notes of a log, and its listeners. */
export interface LogStore<Entry extends LogEntry> extends ReadableLog {
  readonly entries: readonly Entry[]
  /** Adds an entry, or replaces the one with its id. An entry that was dropped does not come back. */
  put(entry: Entry): void
  addNotes(added: readonly LogNote[]): void
  /** Calls the listeners. @param changed undefined: everything may have changed */
  report(changed?: readonly (LogEntry | LogNote)[]): void
}

/** Makes a store. The ids of its entries have to grow. */
export function createLogStore<Entry extends LogEntry = LogEntry>(): LogStore<Entry> {
  /** Entries by id, oldest first: a map keeps the place of an entry that is replaced. */
  const byId = new Map<number, Entry>()
  let entries: readonly Entry[] | undefined
  let notes: readonly LogNote[] = []
  let dropped = 0
  let newestId = 0
  const listeners = new Set<LogListener>()

  function report(changed?: readonly (LogEntry | LogNote)[]): void {
    listeners.forEach((listener) => {
      listener(changed)
    })
  }

  return {
    get entries() {
      entries = entries || Array.from(byId.values())
      return entries
    },
    get notes() {
      return notes
    },
    get dropped() {
      return dropped
    },
    put(entry) {
      if (entry.id <= newestId && !byId.has(entry.id)) return
      entries = undefined
      byId.set(entry.id, entry)
      newestId = Math.max(newestId, entry.id)
      if (byId.size <= MOST_ENTRIES) return
      byId.delete(firstToDrop(byId))
      dropped++
    },
    addNotes(added) {
      notes = [...notes, ...added].slice(-MOST_ENTRIES)
    },
    report,
    clear() {
      byId.clear()
      entries = undefined
      notes = []
      dropped = 0
      newestId = 0
      report()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
