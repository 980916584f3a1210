import { AT_START, type DeskSettings, readSettings } from '../shared/settings'
import { settingsInForce } from '../shared/situations'
import { DEFAULTS } from '../shared/walletSettings'
import type { Choice } from './asker'
import type { Store } from './storage'

/** The settings that the developer has chosen, and where they are kept. */
export interface PageSettings {
  chosen(): DeskSettings
  /** Reads the settings in force: the chosen ones, where the situation does not say otherwise. */
  inForce(): ReturnType<typeof settingsInForce>
  /**
   * Applies changed settings; undefined restores the initial ones. Settings that a page reads at its start reload it.
   */
  change(changed: DeskSettings | undefined): void
  /** Takes all settings from where they are kept already. */
  replace(settings: DeskSettings): void
  /** Turns a choice at the tap into a setting, with the chosen value or the method's example. */
  keepAnswer(method: string, choice: Choice): void
  /** Calls a listener when the settings have changed, unless the page is loaded again. */
  subscribe(listener: () => void): void
}

/**
 * @param given the initial settings
 * @param isServerStore whether a server keeps the settings. Only it knows the initial ones then
 */
export function createPageSettings(given: DeskSettings, store: Store, isServerStore: boolean): PageSettings {
  const report = (name: string, words: string) =>
    console.warn(
      words
        ? `[upsdk-kit] The setting "${name}" of the simulated wallet is malformed. It takes: ${words}.`
        : `[upsdk-kit] The simulated wallet has no setting "${name}".`,
    )
  const { latency, readyAfter } = DEFAULTS
  const defaults = { latency, readyAfter, ...readSettings(given, report) }
  let chosen: DeskSettings = { ...defaults, ...readSettings(store.read(), report) }

  const listeners: (() => void)[] = []
  function tell(): void {
    for (const listener of listeners) listener()
  }

  function change(changed: DeskSettings | undefined): void {
    const before = chosen
    chosen = changed ? { ...chosen, ...changed } : defaults
    const kept = store.write(changed && chosen)
    const isReloadNeeded =
      AT_START.some((name) => before[name] !== chosen[name]) || (!changed && isServerStore)
    if (isReloadNeeded) return void kept.then(() => location.reload())
    tell()
  }

  return {
    chosen: () => chosen,
    inForce: () => settingsInForce(chosen),
    change,
    replace(settings) {
      chosen = settings
      tell()
    },
    subscribe: (listener) => void listeners.push(listener),
    keepAnswer(method, { outcome, value }) {
      const { answers, results } = chosen
      if (outcome === 'success' && value !== undefined) change({ results: { ...results, [method]: value } })
      else change({ answers: { ...answers, [method]: outcome } })
    },
  }
}
