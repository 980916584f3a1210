/** What a run has come to so far, told by the messages of its documents. */
import type { LogMessage } from '../shared/log'
import { createLogReceiver, type LogReceiver } from '../shared/logReceiver'
import type { FromPage, ReplayEnd } from '../shared/messages'
import type { DeskSettings } from '../shared/settings'
import type { Route, RunEnd } from './runResult'

/** A page that opens itself more often than this in one run does so for ever. */
const MOST_DOCUMENTS = 10

/** Why a run is over. @property detail the element, the address or the number that belongs to it */
export interface RunEnding {
  readonly end: RunEnd
  readonly detail: string
}

export interface RunProgress {
  readonly log: LogReceiver
  hear(message: FromPage): void
  /** Ends the run, unless it has ended before. */
  finish(end: RunEnd, detail?: string): void
  /** Begins the next action. @returns tells whether the page has done it, or cannot */
  beginAction(): () => boolean
  /** The page does not say what became of the action. @param name of it */
  actionIsLost(name: string): void
  readonly ending: RunEnding | undefined
  /** Why the next action cannot be done. What is due until then is still waited for: the user would see it. */
  readonly blocked: RunEnding | undefined
  readonly hasStarted: boolean
  /** When the last document started and when something changed, by `performance.now()` here, in ms. */
  readonly documentAt: number
  readonly changedAt: number
  /** Does the page wait for a request, a timer or its document? */
  readonly isBusy: boolean
  /** Do timers of the page run that are not waited for? */
  readonly hasMore: boolean
  /** The id of the last call before the first action; undefined if there was no action. */
  readonly loadedTo: number | undefined
  /** The run has brought the bridge up, which was due later. @param ms since the document started */
  bridgeComes(ms: number): void
  /** When it did so in the last document, in ms since that started; undefined if it did not. */
  readonly bridgeAfter: number | undefined
  /** The routes of the page, oldest first. */
  readonly routes: readonly Route[]
  /** The lines of the content of its documents, as each was drawn first. */
  readonly content: readonly string[]
}

/**
 * @param chosen the settings that each document of the run has to have
 * @param takesTaps whether the page is known to act at taps that are not trusted
 */
export function createRunProgress(chosen: DeskSettings, takesTaps = false): RunProgress {
  const log = createLogReceiver()
  let ending: RunEnding | undefined
  let blocked: RunEnding | undefined
  let documents = 0
  let documentAt = performance.now()
  let changedAt = documentAt
  let isBusy = false
  let hasMore = false
  let bridgeAfter: number | undefined
  const addresses: { readonly path: string; readonly since: number }[] = []
  /** When the log's first document started, in ms since 1970. */
  let logSince: number | undefined
  const content: string[] = []
  let hasActed = false
  let loggedBefore = 0
  let loadedTo: number | undefined
  const logged = () => log.entries.length + log.dropped + log.notes.length

  function finish(end: RunEnd, detail = ''): void {
    ending = ending || { end, detail }
  }

  function startDocument({ situation, inPlace = false }: DeskSettings): void {
    // Another phone has the same desk.
    if (situation !== chosen.situation || inPlace !== chosen.inPlace) return finish('changed')
    isBusy = false
    hasMore = false
    bridgeAfter = undefined
    documentAt = performance.now()
    if (++documents > MOST_DOCUMENTS) finish('reloads', String(documents))
  }

  function takeLog(message: LogMessage): void {
    logSince = logSince ?? message.document.startedAt
    log.take(message)
    for (const item of message.items)
      if ('note' in item && item.note.kind === 'leaves') finish('left', item.note.text)
  }

  function endReplay(why: ReplayEnd, detail: string): void {
    // The page has reacted, if only in its log.
    if (why === 'untrusted' && (takesTaps || logged() > loggedBefore)) return
    if (why === 'dialogs') finish(why, detail)
    else blocked = blocked || { end: why, detail }
  }

  return {
    log,
    content,
    hear(message) {
      if (message.type === 'state') return
      changedAt = performance.now()
      switch (message.type) {
        case 'started':
          return startDocument(message.settings)
        case 'log':
          return takeLog(message)
        case 'address':
          return void addresses.push(message)
        case 'content':
          return void content.push(...message.lines)
        case 'busy':
          isBusy = message.isBusy
          hasMore = message.hasMore
          return
        case 'acted':
          hasActed = true
          return
        case 'ended':
          return endReplay(message.why, message.detail)
      }
    },
    finish,
    beginAction() {
      hasActed = false
      loggedBefore = logged()
      const [last] = log.entries.slice(-1)
      loadedTo = loadedTo ?? (last ? last.id : 0)
      return () => hasActed || !!blocked
    },
    actionIsLost: (name) => endReplay('missing', name),
    bridgeComes(ms) {
      bridgeAfter = ms
      changedAt = performance.now()
    },
    get bridgeAfter() {
      return bridgeAfter
    },
    get ending() {
      return ending
    },
    get blocked() {
      return blocked
    },
    get hasStarted() {
      return documents > 0
    },
    get documentAt() {
      return documentAt
    },
    get changedAt() {
      return changedAt
    },
    get loadedTo() {
      return loadedTo
    },
    get hasMore() {
      return hasMore
    },
    get isBusy() {
      return isBusy
    },
    get routes() {
      return addresses.map(({ path, since }) => ({ path, at: since - (logSince ?? since) }))
    },
  }
}
