/**
 * Notes what a browser refuses but a wallet would not, as far as a page can observe it. It wraps no function of the
 * page.
 */

import type { TextNoteKind } from '../../shared/log'
import type { Log } from '../log'
import { navigateEvents } from './navigation'

/** The members of the browser's resource entries that are read. */
interface Requested {
  readonly name: string
  readonly initiatorType: string
  /** 0 if there was no answer, or none that the page may read. Undefined in older browsers. */
  readonly responseStatus?: number
}

/**
 * Notes each violation of the page's policy, each failed request to another origin, and each address that the page
 * leaves for.
 */
export function followRefusals(log: Log): void {
  const noted = new Set<string>()
  /** Notes each text once, since pages repeat their requests. */
  const noteOnce = (kind: TextNoteKind, text: string) => {
    const key = `${kind} ${text}`
    if (!noted.has(key)) log.addNote(kind, text)
    noted.add(key)
  }

  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, violatedDirective, blockedURI }) =>
      noteOnce('policy', `${effectiveDirective || violatedDirective} ${withoutQuery(blockedURI)}`),
  )
  followRequests(({ name, initiatorType, responseStatus }) => {
    const isAsked = initiatorType === 'fetch' || initiatorType === 'xmlhttprequest'
    if (isAsked && responseStatus === 0 && isElsewhere(name)) noteOnce('request', withoutQuery(name))
  })
  // In a browser without the Navigation API, the phone notices that its frame has another page.
  navigateEvents((url, { downloadRequest }) => {
    if (typeof downloadRequest !== 'string' && isElsewhere(url)) log.addNote('leaves', withoutQuery(url))
  })
}

function followRequests(found: (request: Requested) => void): void {
  if (typeof PerformanceObserver !== 'function') return
  // newer-api: feature-detected above; old browsers report no request
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) found(entry as PerformanceEntry & Requested)
  })
  observer.observe({ type: 'resource', buffered: true })
}

/**
 * Does an address lead to another origin? Addresses without an origin stay in the page, except links that open an app.
 */
function isElsewhere(address: string): boolean {
  try {
    const { origin, protocol } = new URL(address, document.baseURI)
    return origin !== location.origin && !/^(about|blob|data|javascript|mailto|tel|sms):$/.test(protocol)
  } catch {
    return false
  }
}

/** Removes query and fragment, which may contain tokens. */
const withoutQuery = (address: string): string => address.split(/[?#]/)[0] || ''
