/** Keeps what was chosen: settings, which the server keeps for all windows of this browser, and the look of this window. */
import type { DeskSettings } from '../shared/settings'
import type { Look } from './link'

const ADDRESS = 'state'

async function fetchSettings(): Promise<DeskSettings> {
  const response = await fetch(ADDRESS)
  return (await response.json()) as DeskSettings
}

async function postSettings(changed: DeskSettings | undefined): Promise<string> {
  const response = await fetch(ADDRESS, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(changed || null),
  })
  return response.ok ? '' : (await response.text()) || String(response.status)
}

export interface PhoneSettings {
  now(): DeskSettings
  look(): Look
  /**
   * Has the server keep changed settings; undefined restores the initial ones. Other windows follow.
   *
   * @returns why the server refuses them; '' if it takes them
   */
  change(changed: DeskSettings | undefined): Promise<string>
  changeLook(changed: Partial<Look>): void
  /** Changes the server's settings for a run, and nothing here. @returns as `change` */
  setForRun(changed: DeskSettings): Promise<string>
  /** Gives the server the settings back that it had before the runs. */
  setBack(): Promise<void>
  /** Runs after each change of settings or look. @param run gets the settings before, and who has changed them */
  subscribe(run: (before: DeskSettings, by: 'this window' | 'another window' | 'nobody') => void): void
}

/**
 * @param isHeld whether runs change the settings now. Each looks itself whether they are its own
 * @param onRefusal runs after each change, with why the server refuses it; '' if it takes it
 */
export async function openSettings(
  firstLook: Look,
  isHeld: () => boolean,
  onRefusal: (why: string) => void,
): Promise<PhoneSettings> {
  let settings = await fetchSettings()
  let look = firstLook
  type Subscriber = Parameters<PhoneSettings['subscribe']>[0]
  const subscribers: Subscriber[] = []

  function take(now: DeskSettings, by: Parameters<Subscriber>[1]): void {
    const before = settings
    settings = now
    for (const run of subscribers) run(before, by)
  }

  const others = new BroadcastChannel('upsdk-kit.phone')
  others.addEventListener('message', () => {
    if (isHeld()) return
    void fetchSettings().then((now) => {
      if (JSON.stringify(now) !== JSON.stringify(settings)) take(now, 'another window')
    })
  })

  return {
    now: () => settings,
    look: () => look,
    async change(changed) {
      const refusal = await postSettings(changed)
      onRefusal(refusal)
      take(await fetchSettings(), 'this window')
      others.postMessage('')
      return refusal
    },
    changeLook(changed) {
      look = { ...look, ...changed }
      take(settings, 'nobody')
    },
    setForRun: postSettings,
    async setBack() {
      const { situation = null, inPlace = false } = settings
      // The server reads null as “none”.
      await postSettings({ situation: situation as DeskSettings['situation'], inPlace })
      take(await fetchSettings(), 'nobody')
    },
    subscribe: (run) => void subscribers.push(run),
  }
}
