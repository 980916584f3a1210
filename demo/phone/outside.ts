import { webFallbacks } from '../../src/fallbacks'
import type { UpsdkOptions } from '../../src/index'
import { openInApp } from '../../src/open-in-app'
import type { Setup } from '../setup'

/** What a page that is opened outside the wallet too gives the kit. */
export function outsideOptions({ place }: Setup): UpsdkOptions {
  if (place === 'wallet') return {}
  return {
    openInApp: openInApp({
      encryptAppId: 'demo-coffee',
      toLink: 'https://coffee.example/',
      qr: () => import('../../src/qr'),
    }),
    fallbacks: webFallbacks,
  }
}

/**
 * Keeps the phone where it is when a link leads out of it. A map is opened beside the demo. The
 * app is not where the phone is made up: a browser complains of links that it cannot open. A real phone may try.
 */
export function keepHere({ place }: Setup): void {
  const { navigation } = window as { navigation?: Navigation }
  navigation?.addEventListener('navigate', (event) => {
    const { url } = event.destination
    if (url.startsWith(`${location.origin}/`) || !/^(https|upwallet):/.test(url)) return
    if (!event.cancelable || (place === 'browser' && !url.startsWith('https:'))) return
    event.preventDefault()
    if (url.startsWith('https:')) window.open(url, '_blank', 'noopener')
  })
}

/** Can a link that leads out of the phone be kept from replacing it? */
export const canKeepHere = 'navigation' in window
