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
  if (anyHost || isPrivateHost(hostname)) start({ simulator, inspector: true })
  else
    console.warn(
      `[upsdk-kit] upsdk-kit/dev does nothing on ${hostname || 'a local file'}: ` +
        'it acts on localhost and private addresses. Elsewhere: window.upsdkKitDev = true before it.',
    )
}
