/** Keeps the developer's settings and inputs across reloads: on the server of the page, or in the page's own storage. */

import { OWN_STORAGE as SETTINGS } from '../shared/client'
import type { FromPage } from '../shared/messages'
import type { DeskSettings } from '../shared/settings'
import { keepText, readKept, readText } from '../view/keptValues'

export interface Store {
  /** Reads the stored settings, unchecked. Those on a server are already in the page's options. */
  read(): unknown
  /** @param settings undefined restores the initial ones @returns resolves once they are stored */
  write(settings: DeskSettings | undefined): Promise<unknown>
}

/** Stores settings in the page's own storage. */
export const pageStore: Store = {
  read: () => (readText(SETTINGS) ? readKept(SETTINGS) : {}),
  write: (settings) => Promise.resolve(keepText(SETTINGS, settings ? JSON.stringify(settings) : '')),
}

/** Stores nothing: each document starts with the settings that it was given. */
export const noStore: Store = { read: () => ({}), write: () => Promise.resolve() }

/** Stores settings on the server. If the page's policy blocks that request, they last until the next load. */
export const serverStore = (address: string): Store => ({
  read: () => ({}),
  write: (settings) =>
    fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(settings || null),
    }).catch(() => undefined),
})

/** Lets the phone around the page keep what was fixed on a sheet: it has the settings of all its windows. */
export const phoneStore = (tell: (message: FromPage) => void): Store => ({
  read: () => ({}),
  write: ({ answers = {}, results = {} } = {}) => Promise.resolve(tell({ type: 'fixed', answers, results })),
})

/** Keeps a text across reloads. */
export interface TextMemory {
  get(): string
  set(text: string): void
}

/** What sheets remember of the developer's inputs. */
export interface SheetMemories {
  /** The text that was scanned last. */
  readonly scanned: TextMemory
  /** Where web authorization returns to, if `redirectUri` is at another host: 'here', or '' for `redirectUri`. */
  readonly returnTo: TextMemory
}

/** Keeps a text in the page's own storage. */
export const createMemory = (name: string): TextMemory => ({
  get: () => readText(`${SETTINGS}.${name}`),
  set: (text) => keepText(`${SETTINGS}.${name}`, text),
})
