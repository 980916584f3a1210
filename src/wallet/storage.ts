/** What the developer has set, kept over reloads: by the server of the page, or in the page's own storage. */
import type { Memory } from './draw/bodies/body'
import type { DeskSettings } from './settings'

const SETTINGS = 'upsdk-kit.wallet'

function read(key: string): string {
  try {
    return localStorage.getItem(key) || ''
  } catch {
    return ''
  }
}

function write(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text)
    else localStorage.removeItem(key)
  } catch {
    // A page without storage forgets it.
  }
}

export interface Store {
  /** The stored settings, as they are. What a server keeps stands in the page's options already. */
  read(): unknown
  /** @param settings undefined: those at the start @returns resolves when they are kept */
  write(settings: DeskSettings | undefined): Promise<unknown>
}

/** In the page's own storage. */
export const pageStore: Store = {
  read() {
    try {
      return JSON.parse(read(SETTINGS) || '{}')
    } catch {
      return undefined
    }
  },
  write: (settings) => Promise.resolve(write(SETTINGS, settings ? JSON.stringify(settings) : '')),
}

/** Nowhere: each document begins with what it was given. */
export const noStore: Store = { read: () => ({}), write: () => Promise.resolve() }

/** By the server. A page whose policy forbids it to ask keeps its settings until it is loaded again. */
export const serverStore = (address: string): Store => ({
  read: () => ({}),
  write: (settings) =>
    fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(settings || null),
    }).catch(() => undefined),
})

/** Remembers one text of the developer's. */
export const createMemory = (name: string): Memory => ({
  get: () => read(`${SETTINGS}.${name}`),
  set: (text) => write(`${SETTINGS}.${name}`, text),
})
