/** Records all calls of the wallet by the pages of one browser context, in order. */
import { traitsOf } from '../../call/methods'
import type { RecordedCall } from '../../simulator/native'
import type { DriverMessage } from '../driver'
import type { LogEntry, LogNote, LogStep } from '../log/store'

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

type Raw = Extract<LogStep, { from: 'upsdk' }>

/** Finds a call's step of one type at raw upsdk. */
export const rawStep = <Type extends Raw['type']>({ steps }: LogEntry, type: Type) =>
  steps.find((step): step is Extract<Raw, { type: Type }> => step.from === 'upsdk' && step.type === type)

export function createRecord(): WalletRecord {
  const calls: RecordedCall[] = []
  const documents = new Map<string, SeenDocument>()
  const entries = new Map<string, { document: SeenDocument; entry: LogEntry }>()
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
        ({ entry }) => traitsOf(entry.method).payment && rawStep(entry, 'answered')?.how === 'success',
      ).length,
    take(message, address) {
      const document = documentOf(message.document, address)
      if (message.type === 'call') calls.push({ method: message.method, params: message.params })
      else if (message.type === 'note') document.notes.push(message.note)
      else {
        const { entry } = message
        const key = `${message.document} ${entry.id}`
        const known = entries.get(key)
        if (known) {
          document.entries[document.entries.indexOf(known.entry)] = entry
          known.entry = entry
        } else {
          document.entries.push(entry)
          entries.set(key, { document, entry })
        }
      }
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
