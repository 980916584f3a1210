/** The script that a page gets in the place of upsdk's file, or of the wallet's bridge. */
import { CLIENT_NAME, type ClientOfStandIn } from './client'
import { isBridgeFile, isStandIn, replacedAddress } from './sdkAddress'
import type { DeskSettings } from './settings'
import { settingsInForce } from './situations'

export interface StandIn {
  /** ms until it is sent. */
  readonly after: number
  readonly script: string
}

/** The end of upsdk's file: a page with an AMD loader gets upsdk from it. */
const AMD_END = `if (typeof define === 'function' && define.amd) define(function () { return window.upsdk })
`

/** Calls the client of the page, if there is one, at the time at which the real file would run. */
const calling = (member: keyof ClientOfStandIn): string =>
  `/* The simulated wallet of upsdk-kit is in the place of this file. */
;(function (client) {
  if (client) client.${member}()
})(window[Symbol.for(${JSON.stringify(CLIENT_NAME)})])
`

/**
 * Makes the script for an address, which may be that of a stand-in already. It is undefined if the file fails to load.
 */
export function standInFor(asked: string, settings: DeskSettings): StandIn | undefined {
  const address = isStandIn(asked) ? replacedAddress(asked) : asked
  const { readyAfter, upsdk } = settingsInForce(settings)
  if (isBridgeFile(address)) {
    // The bridge is up once its file has loaded.
    return readyAfter === 'never' ? undefined : { after: readyAfter, script: calling('bridgeLoaded') }
  }
  return upsdk === 'missing' ? undefined : { after: 0, script: calling('sdkLoaded') + AMD_END }
}
