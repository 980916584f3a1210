/** Where the phone keeps the chosen settings: on the server of the page, or, without a server, in the browser. */
import { chooseChecked, createDesk } from '../shared/desk'
import type { DeskSettings } from '../shared/settings'
import { DESK, type WindowWithDesk } from '../view/deskOfFrame'
import { keepDesk, readKeptDesk } from '../view/keptDesk'

export interface SettingsStore {
  /** Do all windows share what is kept? Then it counts after a reload, not the window's address. */
  readonly isShared: boolean
  read(): Promise<DeskSettings>
  /**
   * Keeps changed settings; undefined restores the initial ones.
   *
   * @returns why they are refused; '' if they are taken
   */
  write(changed: DeskSettings | undefined): Promise<string>
  /** Tells other windows that something was changed for good. */
  tellOthers(): void
  /** Runs after each change that this window has not made. */
  subscribe(run: (by: 'another window' | 'nobody') => void): void
}

const ADDRESS = 'state'

/** Keeps them on the server, for all windows of this browser. */
export function createServerStore(): SettingsStore {
  const others = new BroadcastChannel('upsdk-kit.phone')
  return {
    isShared: true,
    async read() {
      const response = await fetch(ADDRESS)
      return (await response.json()) as DeskSettings
    },
    async write(changed) {
      const response = await fetch(ADDRESS, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(changed || null),
      })
      return response.ok ? '' : (await response.text()) || String(response.status)
    },
    tellOthers: () => others.postMessage(''),
    subscribe: (run) => others.addEventListener('message', () => run('another window')),
  }
}

/**
 * Keeps them in this window, and in the browser's storage for the next one. The page in the frame gets them from here
 * (`view/deskOfFrame.ts`), and brings the initial ones. If the storage is full or refused, nothing else is lost.
 */
export function createBrowserStore(): SettingsStore {
  const desk = createDesk({}, readKeptDesk())
  let tell: (by: 'nobody') => void = () => {}
  ;(window as WindowWithDesk)[DESK] = {
    start(own) {
      const before = JSON.stringify(desk.settings())
      desk.begin(own)
      if (JSON.stringify(desk.settings()) !== before) tell('nobody')
      return desk.settings()
    },
  }
  return {
    isShared: false,
    read: () => Promise.resolve(desk.settings()),
    write(given) {
      const problems = chooseChecked(desk, given || null)
      if (!problems) keepDesk(desk.choices())
      return Promise.resolve(problems)
    },
    tellOthers: () => {},
    subscribe(run) {
      tell = run
    },
  }
}
