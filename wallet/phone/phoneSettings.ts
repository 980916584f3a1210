/** What was chosen: settings, which a store keeps, and the look of this window. */
import type { DeskSettings } from '../shared/settings'
import type { Look } from './link'
import type { SettingsStore } from './settingsStore'

export interface PhoneSettings {
  now(): DeskSettings
  look(): Look
  /**
   * Keeps changed settings; undefined restores the initial ones. Windows that share them follow.
   *
   * @returns why they are refused; '' if they are taken
   */
  change(changed: DeskSettings | undefined): Promise<string>
  changeLook(changed: Partial<Look>): void
  /** Changes what the store keeps for a run, and nothing here. @returns as `change` */
  setForRun(changed: DeskSettings): Promise<string>
  /** Gives the store the settings back that it had before the runs. */
  setBack(): Promise<void>
  /** Runs after each change of settings or look. @param run gets the settings before, and who has changed them */
  subscribe(run: (before: DeskSettings, by: 'this window' | 'another window' | 'nobody') => void): void
}

/**
 * @param isHeld whether runs change the settings now. Each looks itself whether they are its own
 * @param onRefusal runs after each change, with why it is refused; '' if it is taken
 */
export async function openSettings(
  store: SettingsStore,
  firstLook: Look,
  isHeld: () => boolean,
  onRefusal: (why: string) => void,
): Promise<PhoneSettings> {
  let settings = await store.read()
  let look = firstLook
  type Subscriber = Parameters<PhoneSettings['subscribe']>[0]
  const subscribers: Subscriber[] = []

  function take(now: DeskSettings, by: Parameters<Subscriber>[1]): void {
    const before = settings
    settings = now
    for (const run of subscribers) run(before, by)
  }

  store.subscribe((by) => {
    if (isHeld()) return
    void store.read().then((now) => {
      if (JSON.stringify(now) !== JSON.stringify(settings)) take(now, by)
    })
  })

  return {
    now: () => settings,
    look: () => look,
    async change(changed) {
      const refusal = await store.write(changed)
      onRefusal(refusal)
      take(await store.read(), 'this window')
      store.tellOthers()
      return refusal
    },
    changeLook(changed) {
      look = { ...look, ...changed }
      take(settings, 'nobody')
    },
    setForRun: store.write,
    async setBack() {
      const { situation = null, inPlace = false } = settings
      // A store reads null as “none”.
      await store.write({ situation: situation as DeskSettings['situation'], inPlace })
      take(await store.read(), 'nobody')
    },
    subscribe: (run) => void subscribers.push(run),
  }
}
