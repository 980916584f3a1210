/** The developer's actions on the page since the phone opened it, to be played again. */
import type { PlayedAction, TimedAction } from '../shared/actions'
import { OWN_STORAGE } from '../shared/client'
import type { AnsweredDialog, LogItem } from '../shared/log'

export interface ActionHistory {
  /** The path that was opened first. */
  readonly path: string
  readonly actions: readonly PlayedAction[]
  /** The browser's dialogs that were answered, in order. */
  readonly answered: readonly AnsweredDialog[]
  /** Has one of its documents made a kit? None can be put in place of it then, whatever document is shown now. */
  readonly hasKit: boolean
  /** Local and session storage at the start. */
  readonly storage: readonly [local: Stored, session: Stored]
}
type Stored = Readonly<Record<string, string>>

export interface ActionCollector {
  now(): ActionHistory
  /** Begins anew with the next document, which the phone opens. A document that the page opens goes on. */
  beginWithNext(): void
  /** A document has started. */
  started(path: string): void
  add(action: TimedAction): void
  /** Keeps what the user answered to dialogs of the browser. */
  addAnswers(items: readonly LogItem[]): void
  /** A document has made a kit. */
  foundKit(): void
  /** Runs once, after the next action. @returns takes it back */
  onNext(run: () => void): () => void
}

export function createActionCollector(firstPath: string): ActionCollector {
  const begin = (path: string): ActionHistory => ({
    path,
    actions: [],
    answered: [],
    hasKit: false,
    storage: storedNow(),
  })
  let history = begin(firstPath)
  let isBeginning = true
  let next: (() => void) | undefined
  /** When the last action was done, on the clock of its document, which each document begins anew. */
  let actedAt = 0
  return {
    now: () => history,
    beginWithNext() {
      isBeginning = true
    },
    started(path) {
      if (isBeginning) history = begin(path)
      isBeginning = false
      actedAt = 0
    },
    add({ at, ...action }) {
      const { actions } = history
      const last = actions[actions.length - 1]
      if (action.kind !== 'leave')
        history = { ...history, actions: [...actions, { ...action, pause: at - actedAt, leftBy: [] }] }
      else if (last) {
        const left = { ...last, leftBy: [...last.leftBy, action.locator] }
        history = { ...history, actions: [...actions.slice(0, -1), left] }
      }
      actedAt = at
      const run = next
      next = undefined
      run?.()
    },
    addAnswers(items) {
      const answered = [...history.answered]
      for (const item of items)
        if ('note' in item && item.note.kind === 'seen' && item.note.answer !== undefined)
          answered.push(item.note)
      if (answered.length > history.answered.length) history = { ...history, answered }
    },
    foundKit() {
      history = { ...history, hasKit: true }
    },
    onNext(run) {
      next = run
      return () => {
        next = undefined
      }
    },
  }
}

const isOwn = (name: string): boolean => name.startsWith(OWN_STORAGE)

/** The storages of the page. A browser that refuses them throws at their names; then nothing can be put back. */
function storages(): readonly Storage[] {
  try {
    return [localStorage, sessionStorage]
  } catch {
    return []
  }
}

function storedNow(): ActionHistory['storage'] {
  const [local = {}, session = {}] = storages().map((storage) => ({ ...storage }) as Stored)
  return [local, session]
}

/** Puts the page's local and session storage back as they were at the start. What the tools keep there stays. */
export function restoreStorage({ storage: stored }: ActionHistory): void {
  storages().forEach((storage, index) => {
    const values = stored[index] || {}
    for (const name of Object.keys(storage)) if (!isOwn(name)) storage.removeItem(name)
    for (const name of Object.keys(values)) if (!isOwn(name)) storage.setItem(name, values[name] || '')
  })
}
