/** The desk: what is chosen in the phone, kept by the server, so that a page has it at its start. The last choice wins. */
import { userAgentOf } from '../../simulator/userAgent'
import type { ClientOptions, WalletSettings } from '../settings'
import type { Note } from './headers'

export interface Desk {
  /** What was chosen last. */
  settings(): WalletSettings
  /** @param settings all of them, checked already */
  choose(settings: WalletSettings): void
  /** The user agent that the target gets. */
  agent(): string
  /** What stands in a document for the client. @param isReal a real wallet asks: nothing is simulated */
  optionsFor(isReal: boolean, notes: readonly Note[]): ClientOptions
}

/** @param targetOrigin the address that the target's server signs; undefined: a folder */
export function createDesk(targetOrigin: string | undefined): Desk {
  let chosen: WalletSettings = {}
  return {
    settings: () => chosen,
    choose(settings) {
      chosen = settings
    },
    agent() {
      const { insideWallet = true, platform = 'android', bridge = 'cordova', language = 'zh_CN' } = chosen
      return userAgentOf({ insideWallet, platform, bridge, language })
    },
    optionsFor: (isReal, notes) => ({
      simulator: isReal ? false : Object.keys(chosen).length ? chosen : true,
      inspector: true,
      ...(targetOrigin && !isReal && { targetOrigin }),
      ...(notes.length && { notes }),
    }),
  }
}
