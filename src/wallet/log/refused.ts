/** What a browser refuses that a wallet would not, as far as a page can hear of it. Nothing of the page's is wrapped. */
import type { Log } from './log'
import type { NoteKind } from './store'

/** What is read of an entry of the browser's list of requests. */
interface Requested {
  readonly name: string
  readonly initiatorType: string
  /** 0: there was no answer, or none that the page may read. Undefined in older browsers. */
  readonly responseStatus?: number
}

/** Notes each violation of the page's policy, each failed request to another origin, and each address that the page goes to. */
export function followRefusals(log: Log): void {
  const said = new Set<string>()
  /** A page asks again and again: each is said once. */
  const noteOnce = (kind: NoteKind, text: string) => {
    const key = `${kind} ${text}`
    if (!said.has(key)) log.addNote(kind, text)
    said.add(key)
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
  // Where the browser does not tell of it, the phone sees that its frame has another page.
  const { navigation } = window as { navigation?: Navigation }
  navigation?.addEventListener('navigate', ({ destination: { url }, downloadRequest }) => {
    if (typeof downloadRequest !== 'string' && isElsewhere(url)) log.addNote('leaves', withoutQuery(url))
  })
}

function followRequests(found: (request: Requested) => void): void {
  if (typeof PerformanceObserver !== 'function') return
  // newer-api: looked for above; old browsers tell of no request
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) found(entry as PerformanceEntry & Requested)
  })
  observer.observe({ type: 'resource', buffered: true })
}

/** Does it lead to another origin? What belongs to no origin stays in the page, but for links that an app opens. */
function isElsewhere(address: string): boolean {
  try {
    const { origin, protocol } = new URL(address, document.baseURI)
    return origin !== location.origin && !/^(about|blob|data|javascript|mailto|tel|sms):$/.test(protocol)
  } catch {
    return false
  }
}

/** Queries and fragments may have tokens. */
const withoutQuery = (address: string): string => address.split(/[?#]/)[0] || ''
