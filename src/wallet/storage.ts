/** What the developer has set, kept over reloads in the page's own storage; a page without storage forgets it. */
import type { Memory } from './draw/bodies/body'
import type { WalletSettings } from './settings'

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
    localStorage.setItem(key, text)
  } catch {
    // Full, or closed by the browser.
  }
}

/** The stored settings, as they are; undefined where there are none. */
export function stored(): unknown {
  try {
    return JSON.parse(read(SETTINGS) || '{}')
  } catch {
    return undefined
  }
}

export const storeSettings = (settings: WalletSettings): void => write(SETTINGS, JSON.stringify(settings))

export function forget(): void {
  try {
    localStorage.removeItem(SETTINGS)
  } catch {
    // As above.
  }
}

/** Remembers one text of the developer's. */
export const createMemory = (name: string): Memory => ({
  get: () => read(`${SETTINGS}.${name}`),
  set: (text) => write(`${SETTINGS}.${name}`, text),
})
