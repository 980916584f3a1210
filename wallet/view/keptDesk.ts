/** What a phone without a server keeps in the browser. If the storage is full or refused, nothing is kept. */
import { OWN_STORAGE } from '../shared/client'
import { type DeskSettings, readSettings } from '../shared/settings'

const KEY = `${OWN_STORAGE}.desk`

/** Reads what was chosen before. What is malformed, or of another version, is left out. */
export function readKeptDesk(): DeskSettings {
  try {
    return readSettings(JSON.parse(localStorage.getItem(KEY) || '{}'), () => {})
  } catch {
    return {}
  }
}

export function keepDesk(settings: DeskSettings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings))
  } catch {
    // Whoever has them goes on with them.
  }
}
