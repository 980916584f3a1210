import { isPrivateHost } from '../shared/privateHosts'
import type { DevSettings } from '../shared/settings'
import { start } from './client'

/**
 * Starts the client for a page that loads it itself: with the page's own settings, and where nobody else sees it. Not on
 * `.test`, as test servers are named.
 */
export function startHere(): void {
  const asked = window.upsdkKitDev
  if (asked === false) return
  const { anyHost, ...simulator }: DevSettings = asked === true ? { anyHost: true } : asked || {}
  const { hostname } = location
  // The page's own tag may have run already, so nothing can wait for it.
  if (anyHost || isPrivateHost(hostname))
    start({ simulator: { ...simulator, upsdk: 'given' }, inspector: true })
  else
    console.warn(
      `[upsdk-kit] upsdk-kit/dev does nothing on ${hostname || 'a local file'}: ` +
        'it acts on localhost and private addresses. Elsewhere: window.upsdkKitDev = true before it.',
    )
}
