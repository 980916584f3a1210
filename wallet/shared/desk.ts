import { userAgentOf } from '../simulator/userAgent'
import { type DeskSettings, readSettings } from './settings'
import { settingsInForce } from './situations'

/**
 * The developer's desk: the settings that are chosen for pages. A server keeps it for all its windows, so that the last
 * choice wins; a phone without a server has one of its own.
 */
export interface Desk {
  /** Reads the chosen settings: the initial ones, overridden by choices. The situation is not applied. */
  settings(): DeskSettings
  /** Reads the choices alone. */
  choices(): DeskSettings
  /** Adds a choice, which must be well-formed, to those before; null restores the initial settings. */
  choose(settings: DeskSettings | null): void
  /** Replaces the initial settings: those of the page that is opened now. */
  begin(initial: DeskSettings): void
  /** Makes the user agent of the wallet that is simulated now. */
  agent(): string
}

/** Makes the desk with its initial settings, and what was chosen before. */
export function createDesk(initial: DeskSettings = {}, chosen: DeskSettings = {}): Desk {
  const settings = () => ({ ...initial, ...chosen })

  return {
    settings,
    choices: () => chosen,
    choose(given) {
      chosen = given ? { ...chosen, ...given } : {}
    },
    begin(given) {
      initial = given
    },
    agent() {
      return userAgentOf(settingsInForce(settings()))
    },
  }
}

/**
 * Adds a choice of unknown form; null restores the initial settings.
 *
 * @returns what is malformed, a line each. Nothing is chosen then. '' if all is well
 */
export function chooseChecked(desk: Desk, given: object | null): string {
  const problems: string[] = []
  const settings = readSettings(given, (name, words) => problems.push(`${name}: ${words || 'no setting'}`))
  if (!problems.length) desk.choose(given && settings)
  return problems.join('\n')
}
