/** Collects what a run has come to so far, from the messages of its documents. */
import type { LogMessage } from '../shared/log'
import { createLogReceiver, type LogReceiver } from '../shared/logReceiver'
import type { FromPage, PageView, ReplayEnd } from '../shared/messages'
import type { Picture } from '../shared/picture'
import type { DeskSettings } from '../shared/settings'
import { withoutNumbers } from '../shared/withoutNumbers'
import type { RunEnd, SituationRun } from './situationRun'

/** A page that opens more documents than this in one run would go on for ever. */
const MOST_DOCUMENTS = 10
/** So many pictures of a run are kept, as long as they have so many characters together. */
const MOST_PICTURES = 12
const MOST_CHARACTERS = 4_000_000

/** Why a run is over. @property detail the element, the address or the number that belongs to it */
export interface RunEnding {
  readonly end: RunEnd
  readonly detail: string
}

/** What a run has seen of its page. */
export type SeenOfPage = Pick<SituationRun, 'routes' | 'content' | 'views' | 'actedAt' | 'pictures'>

export interface RunProgress {
  readonly log: LogReceiver
  receive(message: FromPage): void
  /** Ends the run, unless it has ended before. */
  finish(end: RunEnd, detail?: string): void
  /** Records that an action begins. @param now the page's time, in ms since 1970 @returns undoes that if it cannot */
  noteAction(now: number): () => void
  /** The page's time of the last action; undefined if there was none. */
  readonly lastActed: number | undefined
  readonly ending: RunEnding | undefined
  /** Why the next action cannot be done. The run still waits for everything that the user would see. */
  readonly blocked: RunEnding | undefined
  /** Records that the next action cannot be done. */
  block(why: ReplayEnd, detail: string): void
  readonly hasStarted: boolean
  /** Whether the page has made a kit. */
  readonly hasKit: boolean
  /** Gives what was seen of the page, in ms of the log. */
  seen(): SeenOfPage
}

type Dated<Item> = Item & { readonly since: number }

interface PictureOfTexts {
  readonly picture: Picture
  /** What the user had just seen. */
  readonly texts: readonly string[]
}

/** Finds the oldest picture whose texts a later one has with other digits, as those of a countdown, or else the oldest. */
function leastTelling(pictures: readonly PictureOfTexts[]): number {
  const shapes = pictures.map(({ texts }) => texts.map(withoutNumbers).join('\n'))
  return Math.max(
    0,
    shapes.findIndex((shape, index) => shapes.lastIndexOf(shape) > index),
  )
}

function areTooMany(pictures: readonly PictureOfTexts[]): boolean {
  let characters = 0
  for (const { picture } of pictures) for (const { length } of picture.pieces) characters += length
  return pictures.length > MOST_PICTURES || characters > MOST_CHARACTERS
}

/**
 * @param chosen the settings that each document of the run has to have
 * @param onNew runs when a text comes that the run has not shown before, whatever its digits
 * @param takesTaps whether the page is known to act at taps that are not trusted
 */
export function createRunProgress(chosen: DeskSettings, onNew: () => void, takesTaps = false): RunProgress {
  const log = createLogReceiver()
  let ending: RunEnding | undefined
  let blocked: RunEnding | undefined
  let documents = 0
  let hasKit = false
  const routes: Dated<{ readonly path: string }>[] = []
  const content: Dated<{ readonly lines: readonly string[] }>[] = []
  const views: PageView[] = []
  const pictures: Dated<PictureOfTexts>[] = []
  const actedAt: number[] = []
  const texts = new Set<string>()
  /** When the log's first document started, in ms since 1970. */
  let logSince: number | undefined
  let loggedBefore = 0
  // What was done on the page is no reaction of it.
  const logged = () =>
    log.entries.length + log.dropped + log.notes.filter(({ kind }) => kind !== 'act').length

  function finish(end: RunEnd, detail = ''): void {
    ending = ending || { end, detail }
  }

  function startDocument({ situation, inPlace = false }: DeskSettings): void {
    // Another phone has the same desk.
    if (situation !== chosen.situation || inPlace !== chosen.inPlace) return finish('changed')
    log.leave()
    if (++documents > MOST_DOCUMENTS) finish('reloads', String(documents))
  }

  function takeLog(message: LogMessage): void {
    logSince = logSince ?? message.document.startedAt
    log.take(message)
    for (const item of message.items) {
      if (!('note' in item)) continue
      const { note } = item
      if (note.kind === 'leaves') finish('left', note.text)
      if (note.kind !== 'seen') continue
      const { size } = texts
      if (texts.add(withoutNumbers(note.message)).size > size) onNew()
    }
  }

  function block(why: ReplayEnd, detail: string): void {
    // The page has reacted, if only in its log.
    if (why === 'untrusted' && (takesTaps || logged() > loggedBefore)) return
    if (why === 'dialogs') finish(why, detail)
    else blocked = blocked || { end: why, detail }
  }

  return {
    log,
    receive(message) {
      switch (message.type) {
        case 'started':
          return startDocument(message.settings)
        case 'log':
          // What it holds belongs to a document that will be gone.
          return takeLog(structuredClone(message))
        case 'address':
          return void routes.push({ path: message.path, since: message.since })
        case 'content':
          return void content.push({ lines: [...message.lines], since: message.since })
        case 'view':
          return void views.push({ ...message })
        case 'picture':
          pictures.push(structuredClone(message))
          while (pictures.length > 1 && areTooMany(pictures)) pictures.splice(leastTelling(pictures), 1)
          return
        case 'kit':
          hasKit = true
          return
        case 'ended':
          return block(message.why, message.detail)
      }
    },
    finish,
    block,
    noteAction(now) {
      actedAt.push(now)
      loggedBefore = logged()
      return () => void actedAt.pop()
    },
    get lastActed() {
      return actedAt[actedAt.length - 1]
    },
    get ending() {
      return ending
    },
    get blocked() {
      return blocked
    },
    get hasKit() {
      return hasKit
    },
    get hasStarted() {
      return documents > 0
    },
    seen() {
      const at = (since: number) => since - (logSince ?? since)
      return {
        routes: routes.map(({ path, since }) => ({ path, at: at(since) })),
        content: content.map(({ lines, since }) => ({ lines, at: at(since) })),
        views: views.map(({ since, ...view }) => ({ ...view, at: at(since) })),
        pictures: pictures.map(({ picture, texts, since }) => ({ picture, texts, at: at(since) })),
        actedAt: actedAt.map(at),
      }
    },
  }
}
