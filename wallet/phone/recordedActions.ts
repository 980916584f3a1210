/** What the developer has done on the page since the phone opened it, to be played again. */
import type { TimedAction } from '../shared/actions'
import { OWN_STORAGE } from '../shared/client'

export interface RecordedActions {
  /** The path that was opened first. */
  readonly path: string
  readonly actions: readonly TimedAction[]
  /** Local and session storage at the start. */
  readonly storage: readonly [local: Stored, session: Stored]
}
type Stored = Readonly<Record<string, string>>

export interface ActionRecorder {
  now(): RecordedActions
  /** Begins anew with the next document, which the phone opens. A document that the page opens goes on. */
  beginWithNext(): void
  /** A document has started. */
  started(path: string): void
  add(action: TimedAction): void
}

export function createActionRecorder(firstPath: string): ActionRecorder {
  const begin = (path: string): RecordedActions => ({ path, actions: [], storage: storedNow() })
  let recorded = begin(firstPath)
  let isBeginning = true
  return {
    now: () => recorded,
    beginWithNext() {
      isBeginning = true
    },
    started(path) {
      if (isBeginning) recorded = begin(path)
      isBeginning = false
    },
    add(action) {
      recorded = { ...recorded, actions: [...recorded.actions, action] }
    },
  }
}

const isOwn = (name: string): boolean => name.startsWith(OWN_STORAGE)
const storages = (): readonly Storage[] => [localStorage, sessionStorage]

function storedNow(): RecordedActions['storage'] {
  const [local = {}, session = {}] = storages().map((storage) => ({ ...storage }) as Stored)
  return [local, session]
}

/** Puts the page's local and session storage back as they were at the start. What the tools keep there stays. */
export function restoreStorage({ storage: stored }: RecordedActions): void {
  storages().forEach((storage, index) => {
    const values = stored[index] || {}
    for (const name of Object.keys(storage)) if (!isOwn(name)) storage.removeItem(name)
    for (const name of Object.keys(values)) if (!isOwn(name)) storage.setItem(name, values[name] || '')
  })
}
