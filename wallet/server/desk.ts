import { type DeskSettings, withDefaults } from '../shared/settings'
import { inSituation } from '../shared/situations'
import { userAgentOf } from '../simulator/userAgent'

/** The developer's desk: the settings that a server keeps. All its windows share them, so the last choice wins. */
export interface Desk {
  /** Reads the current settings: the initial ones, overridden by what was chosen. */
  settings(): DeskSettings
  /** Adds a choice, which must be well-formed, to those before; null restores the initial settings. */
  choose(settings: DeskSettings | null): void
  /** Makes the user agent of the wallet that is simulated now. */
  agent(): string
}

/** @param own the initial settings */
export function createDesk(own: DeskSettings = {}): Desk {
  let chosen: DeskSettings = {}
  const settings = () => ({ ...own, ...chosen })

  return {
    settings,
    choose(given) {
      chosen = given ? { ...chosen, ...given } : {}
    },
    agent() {
      const { situation } = settings()
      return userAgentOf(withDefaults(inSituation(settings(), situation)))
    },
  }
}
