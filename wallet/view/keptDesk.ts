/** What a phone without a server keeps in the browser. If the storage is full or refused, nothing is kept. */
import { OWN_STORAGE } from '../shared/client'
import { type DeskSettings, readSettings } from '../shared/settings'
import { keep, readKept } from './keptValues'

const KEY = `${OWN_STORAGE}.desk`

/** Reads what was chosen before. What is malformed, or of another version, is left out. */
export const readKeptDesk = (): DeskSettings => readSettings(readKept(KEY), () => {})

export const keepDesk = (settings: DeskSettings): void => keep(KEY, settings)
