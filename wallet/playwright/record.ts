/** Records all calls of the wallet by the pages of one browser context, in order. */
import { traitsOf } from '../../src/plainTools'
import type { DriverMessage } from '../shared/driver'
import { addStep, type LogEntry, type LogNote, newEntry, type OpenEntry } from '../shared/logStore'
import type { RecordedCall } from '../simulator/native'

/** One document of the context that ran scripts. */
export interface SeenDocument {
  readonly address: string
  readonly entries: LogEntry[]
  readonly notes: LogNote[]
}

/** A call, and the document that made it. */
export interface SeenEntry {
  readonly document: SeenDocument
  readonly entry: LogEntry
}

export interface WalletRecord {
  /** The calls that reached native, in order. */
  readonly calls: readonly RecordedCall[]
  /** All calls that pages tried, in order. */
  readonly entries: readonly SeenEntry[]
  readonly documents: readonly SeenDocument[]
  /** The addresses that the context's pages opened, in order. */
  readonly visited: string[]
  readonly errors: string[]
  /** Counts the payments that native answered with success. */
  paid(): number
  /** Takes a message from a page. @param address the current address of its document */
  take(message: DriverMessage, address: string): void
  /** Call it when the context is closed: nothing more will come. */
  close(): void
  readonly isClosed: boolean
  /** Calls a listener at each change. @returns stops */
  onChange(listener: () => void): () => void
}

type StepMessage = Extract<DriverMessage, { type: 'step' }>

export function createRecord(): WalletRecord {
  const calls: RecordedCall[] = []
  const documents = new Map<string, SeenDocument>()
  const entries = new Map<string, { readonly document: SeenDocument; readonly entry: OpenEntry }>()
  const listeners = new Set<() => void>()
  let isClosed = false

  function documentOf(id: string, address: string): SeenDocument {
    const known = documents.get(id)
    // A popup keeps its window, and so its client, when it leaves about:blank.
    const document = { entries: [], notes: [], ...known, address }
    if (!known) documents.set(id, document)
    else Object.assign(known, { address })
    return known || document
  }

  function addStepOf({ document: id, call, step }: StepMessage, document: SeenDocument): void {
    const key = `${id} ${call.id}`
    const { entry } = entries.get(key) || { entry: newEntry(call) }
    if (!entries.has(key)) {
      document.entries.push(entry)
      entries.set(key, { document, entry })
    }
    addStep(entry, step)
    if (step.from === 'upsdk' && step.type === 'reached')
      calls.push({ method: call.method, params: step.params })
  }

  return {
    calls,
    visited: [],
    errors: [],
    get entries() {
      return Array.from(entries.values())
    },
    get documents() {
      return Array.from(documents.values())
    },
    get isClosed() {
      return isClosed
    },
    paid: () =>
      Array.from(entries.values()).filter(
        ({ entry }) => traitsOf(entry.method).payment && entry.answered?.how === 'success',
      ).length,
    take(message, address) {
      const document = documentOf(message.document, address)
      if (message.type === 'note') document.notes.push(message.note)
      else if (message.type === 'step') addStepOf(message, document)
      notifyListeners()
    },
    close() {
      isClosed = true
      notifyListeners()
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }

  function notifyListeners(): void {
    listeners.forEach((listener) => {
      listener()
    })
  }
}
