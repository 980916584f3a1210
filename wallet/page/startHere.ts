import type { DevSettings } from '../shared/settings'
import { start } from './client'

/** Matches hosts on this computer or in a private network, where nobody else sees the page. */
const PRIVATE =
  /^((.+\.)?localhost|.+\.local|127(\.\d+){3}|10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|\[::1\])$/i

/** Starts the client for a page that loads it itself: with the page's own settings, and where nobody else sees it. */
export function startHere(): void {
  const asked = window.upsdkKitDev
  if (asked === false) return
  const { anyHost, ...simulator }: DevSettings = asked === true ? { anyHost: true } : asked || {}
  const { hostname } = location
  if (anyHost || PRIVATE.test(hostname)) start({ simulator, inspector: true })
  else
    console.warn(
      `[upsdk-kit] upsdk-kit/dev does nothing on ${hostname || 'a local file'}: ` +
        'it acts on localhost and private addresses. Elsewhere: window.upsdkKitDev = true before it.',
    )
}
