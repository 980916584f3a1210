import type { DeskSettings } from '../shared/settings'
import { settingsInForce } from '../shared/situations'
import { userAgentOf } from '../simulator/userAgent'

/** The developer's desk: the settings that a server keeps. All its windows share them, so the last choice wins. */
export interface Desk {
  /** Reads the chosen settings: the initial ones, overridden by choices. The situation is not applied. */
  settings(): DeskSettings
  /** Adds a choice, which must be well-formed, to those before; null restores the initial settings. */
  choose(settings: DeskSettings | null): void
  /** Makes the user agent of the wallet that is simulated now. */
  agent(): string
}

/** Makes the desk with its initial settings. */
export function createDesk(initial: DeskSettings = {}): Desk {
  let chosen: DeskSettings = {}
  const settings = () => ({ ...initial, ...chosen })

  return {
    settings,
    choose(given) {
      chosen = given ? { ...chosen, ...given } : {}
    },
    agent() {
      return userAgentOf(settingsInForce(settings()))
    },
  }
}
