import { createUpsdk } from '../../src/internals'
import type { UpsdkWindow } from '../../src/types/window'
import { CLIENT, type ClientOfKit } from '../shared/client'
import type { DeskSettings } from '../shared/settings'

/**
 * Makes upsdk-kit `window.upsdk`. A page of raw upsdk shows its own texts; with `translateFail`, its `fail` gets the text
 * for the user in place of the wallet's.
 */
export function putKitInPlace({ kitOptions = {} }: DeskSettings): void {
  const page: UpsdkWindow = window
  const kit = createUpsdk({ translateFail: true, ...kitOptions })
  const { [CLIENT]: client } = window as { [CLIENT]?: ClientOfKit }
  page.upsdk = client ? (client.followKit(kit) as typeof kit) : kit
}
