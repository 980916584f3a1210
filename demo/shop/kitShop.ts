/** The shop on the kit. */
import { webFallbacks } from '../../src/fallbacks'
import { type CallOptions, createUpsdk, isUpsdkError, type Upsdk } from '../../src/index'
import { openInApp } from '../../src/openInApp'
import type { DeskSettings } from '../../wallet/shared/settings'
import type { ShopAction, Story } from '../stories/stories'
import { askBackend, SDK, scope, tn } from './calls'
import type { Screen } from './screen'
import type { ShopTexts } from './texts'

type Make = (upsdk: Upsdk, options: CallOptions) => Promise<unknown>

const calls: Readonly<Record<Exclude<ShopAction, 'backend'>, Make>> = {
  pay: (upsdk, options) => upsdk.pay({ tn }, options),
  bioDetect: (upsdk, options) => upsdk.bioDetect({}, options),
  scanQRCode: (upsdk, options) => upsdk.scanQRCode({}, options),
  appletExplicitAuth: (upsdk, options) => upsdk.appletExplicitAuth({ scope }, options),
}

/** Opens the shop. @param chosen options from the phone. @returns what a tap does */
export function openKitShop(
  { shownBy }: Story,
  chosen: DeskSettings['kitOptions'],
  screen: () => Screen,
  texts: ShopTexts,
): (action: ShopAction) => void {
  const openSettings = { run: () => screen().say(texts.settings) }
  const upsdk = createUpsdk({
    script: SDK,
    actions: {
      96: openSettings,
      99: openSettings,
      'payment-unconfirmed': { run: () => screen().say(texts.order) },
    },
    openInApp: openInApp({
      encryptAppId: 'demo-coffee',
      toLink: 'https://coffee.example/',
      qr: () => import('../../src/qr'),
    }),
    fallbacks: webFallbacks,
    ...chosen,
  })

  function failed(error: unknown): void {
    if (shownBy !== 'page' || !isUpsdkError(error)) return
    error.preventDefault()
    screen().say(error.message)
  }

  /** How many calls of each button are open: while one is, a second tap is rejected. */
  const open = new Map<ShopAction, number>()
  function count(action: ShopAction, more: 1 | -1): void {
    const now = (open.get(action) || 0) + more
    open.set(action, now)
    screen().waiting(action, now > 0)
  }

  return function tap(action) {
    if (action === 'backend') return void askBackend().catch((error: unknown) => upsdk.notify(error))
    let isOpen = true
    const end = () => {
      if (isOpen) count(action, -1)
      isOpen = false
    }
    count(action, 1)
    calls[action](upsdk, { onHoldEnd: end }).then(
      () => {
        end()
        screen().done(action)
      },
      (error: unknown) => {
        end()
        failed(error)
      },
    )
  }
}
