/**
 * Decides which requests are served: pages of other sites must neither read nor reach the target through this server.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isDocumentRequest } from './documentRequest'

/** `ask`: another site sent a form, which the developer has to confirm. */
export type Verdict = 'pass' | 'ask' | 'refuse'

export interface Judged {
  method?: string | undefined
  headers: IncomingHttpHeaders
}

const LOCAL = /^(127\.0\.0\.1|localhost|([a-z0-9-]+\.)+localhost)(:\d+)?$/i
/** A host name could be anyone's (DNS rebinding). An IP address is this machine's, since the request arrived here. */
const ADDRESS = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])(:\d+)?$/i

/** Is this `Host` one that only this machine answers? */
export const isLocalHost = (host = ''): boolean => LOCAL.test(host)

/** Is this `Host` an address of this machine in its network? */
export const isNetworkHost = (host = ''): boolean => ADDRESS.test(host)

export const originOf = (host = ''): string => `http://${host.toLowerCase()}`

/** Does the request come from our own pages, or from the address bar? */
function isOwn({ origin, host, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  const isOwnOrigin = origin?.toLowerCase() === originOf(host)
  // Our own page may send `null` because of its referrer policy, or after a redirect through another origin.
  if (origin !== undefined && !isOwnOrigin && (origin !== 'null' || site !== 'same-origin')) return false
  return site === undefined || site === 'same-origin' || site === 'none'
}

/**
 * Judges a request. A login elsewhere comes back by a GET navigation. All other requests from another site are refused.
 */
export function judge({ method = '', headers }: Judged): Verdict {
  if (isOwn(headers)) return 'pass'
  if (!isNavigation(headers)) return 'refuse'
  if (method === 'GET' || method === 'HEAD') return 'pass'
  return method === 'POST' ? 'ask' : 'refuse'
}

function isNavigation(headers: IncomingHttpHeaders): boolean {
  const mode = headers['sec-fetch-mode']
  return isDocumentRequest(headers) && (mode === undefined || mode === 'navigate')
}

/** Judges a WebSocket, which only our own pages may open: a browser lets any site open one, and sends the cookies. */
export const judgeSocket = ({ headers }: Judged): Verdict =>
  headers.origin?.toLowerCase() === originOf(headers.host) && isOwn(headers) ? 'pass' : 'refuse'

/** Does a request come from this machine, by whichever of its addresses? */
export function isFromThisMachine({ socket }: Pick<IncomingMessage, 'socket'>): boolean {
  const { remoteAddress: from = '', localAddress } = socket
  return from !== '' && (from === localAddress || /^(::ffff:)?127\.|^::1$/.test(from))
}
