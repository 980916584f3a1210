import type { DeskSettings } from '../shared/settings'
import { settingsInForce } from '../shared/situations'
import { DESK, type WindowWithDesk } from '../view/deskOfFrame'
import { readKeptDesk } from '../view/keptDesk'
import { start, type WalletClient } from './client'
import { putKitInPlace } from './putKitInPlace'

export interface WithoutServer {
  /** The page's own settings, which count where nothing else was chosen. */
  readonly settings: DeskSettings
  /** The address of a folder with `@upsdk-kit/upsdk.js`, which stands in for UnionPay's file. */
  readonly folder: string
  /** Puts the kit in upsdk's place; by default one that the page knows nothing of. */
  putKit?(settings: DeskSettings): void
}

const STAND_IN = '@upsdk-kit/upsdk.js'
/** No file has this name, so that a tag which is led there fails. */
const MISSING = `missing/${STAND_IN}`

/**
 * Starts the client of a page on a static site, before the page's first script. The window around it has the settings: a
 * phone that keeps them in the browser, or a page that shows this one. Without a frame, what such a phone has kept counts.
 */
export function startWithoutServer({
  settings: own,
  folder,
  putKit = putKitInPlace,
}: WithoutServer): WalletClient | undefined {
  const settings = settingsAround(own)
  const sdk = settingsInForce(settings).upsdk === 'missing' ? MISSING : STAND_IN
  const client = start({ simulator: settings, inspector: true, sdkAddress: new URL(sdk, folder).href })
  if (settings.inPlace) putKit(settings)
  return client
}

function settingsAround(own: DeskSettings): DeskSettings {
  if (window.parent === window) return { ...own, ...readKeptDesk() }
  try {
    const frame = window.frameElement
    const desk = (window.parent as WindowWithDesk)[DESK]
    return (frame && desk?.start(own, frame)) || own
  } catch {
    // The window around it has another origin.
    return own
  }
}
