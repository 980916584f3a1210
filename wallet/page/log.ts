/** The page's end of its log: turns raw steps, the kit's steps and the client's marks into one stream of messages. */

import type { Step } from '../../src/types/inspector'
import { OPENS } from '../methods/methodTable'
import { nameOfAction, type TimedAction } from '../shared/actions'
import type {
  AuthorizationFacts,
  LogCall,
  LogDocument,
  LogItem,
  LogMessage,
  LogStep,
  Mark,
  NoteContent,
  SdkTag,
  SeenText,
  TextNoteKind,
} from '../shared/log'
import { createLogReceiver, type ReadableLog } from '../shared/logReceiver'
import type { Outcome } from '../shared/outcomes'
import { type Limits, portable } from '../shared/portable'
import type { RawStep } from '../simulator/steps'

/** The log in the page itself: it sends out its messages, and can be read here. */
export interface Log extends ReadableLog {
  /**
   * Adds a step of raw upsdk.
   *
   * @param isKits a kit makes this call for itself. How it opens upsdk is left out, since that is no call of the page
   */
  addRaw(step: RawStep, isKits?: boolean): void
  /** Adds a step of a kit. */
  addKit(step: Step): void
  addNote(kind: TextNoteKind, text: string, more?: NoteDetail): void
  /** Notes a web authorization, once it has ended. */
  addAuthorization(text: string, facts: AuthorizationFacts): void
  /** Notes a text that the user saw. @param at when, in ms of `performance.now()`. Default: now */
  addSeen(text: SeenText, at?: number): void
  /** Notes what the user did. Its calls follow. */
  addAct(action: TimedAction): void
  /** Notes what the developer chose for the first call of a method that waits for an answer. */
  markOutcome(method: string, outcome: Outcome): void
  /** Marks the call whose page got JSON text from Android and did nothing with it. @param id of its raw steps */
  markUnusedText(id: number): void
  /** The newest call that a kit has made. */
  lastKitCall(): LogCall | undefined
  /** Marks a call as `markUnusedText` does. */
  markUnusedTextOf(call: LogCall): void
  /** Marks a call of a kit that found no upsdk. @param id of the kit's steps */
  markMissedSdk(id: number, tag: SdkTag): void
  /** Marks a call whose callback threw in a kit. */
  markThrew(call: LogCall, error: unknown): void
  /** Marks a `ready` for which no config has come. */
  markNeverReady(call: LogCall): void
  /** Passes each step and note to a listener from now on, at once. @returns stops that */
  give(listener: (message: LogMessage) => void): () => void
}

/** Finds calls by the ids of their source. Ids only grow. */
interface CallIds {
  /** Was there a call with this id? Its record may have been dropped since. */
  has(id: number): boolean
  get(id: number): LogCall | undefined
  set(id: number, call: LogCall): void
}

/** How many calls are remembered before those that were dropped are looked for. */
const LOOK_AT = 2000

/** @param isKept whether the record of a call is still there */
function createCallIds(isKept: (call: LogCall) => boolean): CallIds {
  const calls = new Map<number, LogCall>()
  /** An id up to this one that has no call had one, which was dropped. */
  let droppedUpTo = 0
  let lookAt = LOOK_AT
  return {
    has: (id) => id <= droppedUpTo || calls.has(id),
    get: (id) => calls.get(id),
    set(id, call) {
      if (calls.size >= lookAt) {
        calls.forEach((one, key) => {
          if (isKept(one)) return
          calls.delete(key)
          droppedUpTo = Math.max(droppedUpTo, key)
        })
        lookAt = calls.size + LOOK_AT
      }
      // Set after the search, since the new call has no record yet.
      calls.set(id, call)
    },
  }
}

const newDocument = (): LogDocument => ({
  id: Math.random().toString(36).slice(2),
  startedAt: Date.now() - performance.now(),
})

/** @param limits the size of the copies of a page's values. Default: for people to read */
export function createLog(limits?: Limits): Log {
  const document = newDocument()
  const receiver = createLogReceiver()
  const listeners = new Set<(message: LogMessage) => void>()
  let lastId = 0
  /** The ids of raw calls with which a kit opens upsdk for itself. */
  const leftOut = new Set<number>()
  // There is one document, so a record has the id of its call.
  const isKept = ({ id }: LogCall) => receiver.has(id)
  const byRawId = createCallIds(isKept)
  const byKitId = createCallIds(isKept)
  /** The call that a kit is handing to upsdk right now: the next raw call of its method belongs to it. */
  let handedOver: LogCall | undefined
  let lastKitCall: LogCall | undefined

  function give(item: LogItem): void {
    const message: LogMessage = { type: 'log', document, items: [item] }
    receiver.take(message)
    listeners.forEach((listener) => {
      listener(message)
    })
  }
  // The record of a call is a call too, with more than a message needs.
  const add = ({ id, method, at, by }: LogCall, step: LogStep) => give({ call: { id, method, at, by }, step })
  const mark = (call: LogCall, detail: MarkDetail) =>
    add(call, { from: 'client', at: performance.now(), ...detail })
  const note = (content: NoteContent, at = performance.now()) => give({ note: { at, ...content } })

  const facts = new Set<string>()
  const isNew = (fact: string): boolean => !facts.has(fact) && !!facts.add(fact)

  const begin = (method: string, at: number, by: LogCall['by']): LogCall => ({ id: ++lastId, method, at, by })

  function callOfRaw({ id, method, at, type, isOwn }: RawStep, isKits: boolean): LogCall | undefined {
    if (byRawId.has(id)) return byRawId.get(id)
    const sentByKit = handedOver?.method === method ? handedOver : undefined
    handedOver = undefined
    const call = sentByKit || begin(method, at, callerOf(type, isKits, isOwn))
    byRawId.set(id, call)
    return call
  }

  /** Marks the call that another one has replaced. upsdk keeps one call of a method until its bridge is up. */
  function markReplaced(by: LogCall): void {
    const kept = receiver.entries.filter(
      ({ id, method, reached, called }) =>
        id !== by.id && method === by.method && !reached && called?.through === 'slot',
    )
    const replaced = kept[kept.length - 1]
    if (replaced) mark(replaced, { type: 'replaced' })
  }

  return Object.assign(receiver, {
    addRaw(step: RawStep, isKits = false) {
      if (isKits && OPENS.test(step.method)) leftOut.add(step.id)
      // An error that it throws is the page's.
      if (leftOut.has(step.id) && step.type !== 'threw') return
      const call = callOfRaw(step, isKits)
      if (!call) return
      add(call, { from: 'upsdk', ...portable(step, limits) })
      if (step.type === 'called' && step.replaces) markReplaced(call)
    },
    addKit(step: Step) {
      const isKnown = step.method && byKitId.has(step.id)
      const call = isKnown ? byKitId.get(step.id) : begin(step.method || 'notify', step.at, 'kit')
      if (!call) return
      if (!isKnown) lastKitCall = call
      if (step.method) byKitId.set(step.id, call)
      handedOver = step.type === 'sent' ? call : undefined
      add(call, { from: 'kit', ...step })
    },
    markOutcome(method: string, outcome: Outcome) {
      const call = receiver.entries.find(
        (one) => one.method === method && one.reached && !one.answered && !one.chosen,
      )
      if (call) mark(call, { type: 'chosen', outcome })
    },
    markUnusedText(id: number) {
      const call = byRawId.get(id)
      if (call && isKept(call)) mark(call, { type: 'unusedText' })
    },
    lastKitCall: () => lastKitCall,
    markUnusedTextOf(call: LogCall) {
      if (isKept(call)) mark(call, { type: 'unusedText' })
    },
    markNeverReady(call: LogCall) {
      if (isKept(call)) mark(call, { type: 'neverReady' })
    },
    markThrew(call: LogCall, error: unknown) {
      if (isKept(call)) mark(call, { type: 'threwInKit', error: portable(error, limits) })
    },
    markMissedSdk(id: number, tag: SdkTag) {
      const call = byKitId.get(id)
      if (call && isKept(call)) mark(call, { type: 'missedSdk', tag })
    },
    addNote(kind: TextNoteKind, text: string, more: NoteDetail = {}) {
      if (IS_FACT[kind] && !isNew(`${kind} ${text}`)) return
      note({ kind, text, ...more })
    },
    addAuthorization: (text: string, facts: AuthorizationFacts) =>
      note({ kind: 'authorization', text, ...facts }),
    addSeen: (text: SeenText, at?: number) => note({ kind: 'seen', ...text }, at),
    addAct: (action: TimedAction) =>
      note({ kind: 'act', act: action.kind, text: nameOfAction(action) }, action.at),
    give(listener: (message: LogMessage) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  })
}

const callerOf = (type: RawStep['type'], isKits: boolean, isOwn = false): LogCall['by'] =>
  isOwn ? 'upsdk' : isKits ? 'kit' : type === 'called' ? 'page' : 'bridge'

/** Does a note of this kind say what the document is like? Then it is said once. All others say what happened. */
const IS_FACT: Readonly<Record<TextNoteKind, boolean>> = {
  sdk: true,
  'no-sdk': true,
  'own-tag': true,
  server: true,
  error: false,
  policy: false,
  request: false,
  leaves: false,
  'wallet-link': false,
}

/** The details of a note beside its text. */
type NoteDetail = Pick<Extract<NoteContent, { kind: TextNoteKind }>, 'missedSdk' | 'isMissing'>

type MarkDetail = Mark extends infer One ? (One extends Mark ? Omit<One, 'at'> : never) : never
