/** Records all calls of the wallet by the pages of one browser context, in order. */
import { traitsOf } from '../../src/internalsWithoutDom'
import type { DriverMessage } from '../shared/driver'
import type { LogEntry, LogMessage, LogNote } from '../shared/log'
import { createLogReceiver } from '../shared/logReceiver'
import type { RecordedCall } from '../simulator/native'

/** One document of the context that ran scripts. */
export interface SeenDocument {
  readonly id: string
  /** Its current address: a popup keeps its window, and so its client, when it leaves about:blank. */
  readonly address: string
  readonly notes: LogNote[]
}

export interface WalletRecord {
  /** The calls that reached native, in order. */
  readonly calls: readonly RecordedCall[]
  /** All calls that pages tried, in order. */
  readonly entries: readonly LogEntry[]
  readonly documents: readonly SeenDocument[]
  addressOf(entry: LogEntry): string
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

export function createRecord(): WalletRecord {
  const calls: RecordedCall[] = []
  const log = createLogReceiver(Infinity)
  const documents = new Map<string, SeenDocument>()
  const listeners = new Set<() => void>()
  let isClosed = false

  function takeLog(message: LogMessage, address: string): void {
    const { id } = message.document
    const { notes = [] } = documents.get(id) || {}
    documents.set(id, { id, address, notes })
    for (const item of message.items)
      if ('note' in item) notes.push(item.note)
      else if (item.step.from === 'upsdk' && item.step.type === 'reached')
        calls.push({ method: item.call.method, params: item.step.params })
    log.take(message)
  }

  return {
    calls,
    visited: [],
    errors: [],
    get entries() {
      return log.entries
    },
    get documents() {
      return Array.from(documents.values())
    },
    addressOf: ({ document }) => documents.get(document)?.address || '',
    get isClosed() {
      return isClosed
    },
    paid: () =>
      log.entries.filter(({ method, answered }) => traitsOf(method).payment && answered?.how === 'success')
        .length,
    take(message, address) {
      if (message.type === 'log') takeLog(message, address)
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
