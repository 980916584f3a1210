/**
 * The phone's log: what the page gives away, and notes of the phone's own. It begins anew with each document, unless the
 * page itself opens one after it has asked the user for something: the result of a payment is often another page.
 */

import type { LogMessage } from '../shared/log'
import { createLogReceiver, type LogReceiver } from '../shared/logReceiver'
import { asksUser } from '../shared/situations'
import type { PageFrame } from './pageFrame'

export interface PhoneLog {
  readonly records: LogReceiver
  /** Has the page called `config`? */
  isSigned(): boolean
  /** Keeps a note until the next document has started, which may empty the log. */
  noteLater(text: string): void
  /** Writes the notes that wait. */
  writeNotes(): void
  /** The phone opens the next document, so the log does not go on there. */
  beginWithNext(): void
  /** A document has started. @param isReload whether it is the same page again */
  started(isReload: boolean): void
  take(message: LogMessage): void
}

export function createPhoneLog(page: PageFrame): PhoneLog {
  const records = createLogReceiver()
  let waiting: string[] = []
  let isSigned = false
  /** A web authorization has led to the next document, so the log goes on there. */
  let isReturning = false
  /** Has this document made a call at which the user acts? */
  let hasAsked = false

  function writeNotes(): void {
    const texts = waiting
    waiting = []
    for (const text of texts) records.note({ kind: 'server', text })
  }

  // A page without the client reports nothing of itself.
  page.element.addEventListener('load', () => {
    if (page.isStranger()) {
      if (!records.notes.some(({ kind }) => kind === 'leaves')) records.note({ kind: 'leaves', text: '' })
    } else if (!page.hasClient()) records.restart()
  })

  return {
    records,
    isSigned: () => isSigned,
    noteLater: (text) => void waiting.push(text),
    writeNotes,
    beginWithNext() {
      isReturning = hasAsked = false
    },
    started(isReload) {
      if (!isReturning && (!hasAsked || isReload)) records.restart()
      else records.leave()
      isReturning = hasAsked = false
      writeNotes()
    },
    take(message) {
      records.take(message)
      for (const item of message.items)
        if ('call' in item) {
          isSigned = isSigned || item.call.method === 'config'
          hasAsked = hasAsked || asksUser(item.call.method)
        } else if (item.note.kind === 'authorization') isReturning = item.note.returns
    },
  }
}
