import { webFallbacks } from '../../src/fallbacks'
import type { UpsdkOptions } from '../../src/index'
import { openInApp } from '../../src/openInApp'
import type { Setup } from '../setup'

/** Makes the options of a page that also opens outside the wallet. */
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
 * Keeps the phone's page when a link leads out of it. A map opens beside the demo. A simulated phone has no app, and
 * the browser would complain about the link. A real phone may try it.
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

/** Can the browser keep a link from replacing the phone's page? */
export const canKeepHere = 'navigation' in window
