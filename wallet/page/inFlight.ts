/** Follows what a page has in flight, for the clock of a run. It patches functions of the page's window. */
import type { Waiting } from '../view/runClock'

export function followInFlight(waiting: Waiting): void {
  followDocument(waiting)
  followFetch(waiting)
  followXhr(waiting)
  followElements(waiting)
}

/** Follows the document itself, and the one that it leaves for. */
function followDocument({ begin }: Waiting): void {
  if (document.readyState !== 'complete') window.addEventListener('load', begin(location.href))
  const { navigation } = window as unknown as { navigation?: EventTarget }
  navigation?.addEventListener('navigate', (event) => {
    const { hashChange, destination, downloadRequest } = event as Event & Navigating
    if (hashChange || destination.sameDocument || downloadRequest !== null) return
    const end = begin(destination.url)
    // Deferred until all of the page's listeners have run: one of them may prevent it.
    void Promise.resolve().then(() => event.defaultPrevented && end())
  })
}

interface Navigating {
  readonly hashChange: boolean
  readonly downloadRequest: string | null
  readonly destination: { readonly url: string; readonly sameDocument: boolean }
}

function followFetch({ begin, isLetThrough }: Waiting): void {
  const { fetch } = window
  if (!fetch) return
  window.fetch = (...given) => {
    const [asked, init] = given
    const address = asked instanceof Request ? asked.url : String(asked)
    const method = init?.method || (asked instanceof Request ? asked.method : 'GET')
    if (!isLetThrough(method, address)) return new Promise<Response>(() => undefined)
    const end = begin(address)
    const answer = fetch.apply(window, given)
    answer.then(end, end)
    return answer
  }
  const body = Response.prototype as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>
  for (const name of ['json', 'text', 'blob', 'arrayBuffer', 'formData', 'bytes']) {
    const own = body[name]
    if (!own) continue
    body[name] = function (this: Response, ...given) {
      const read = own.apply(this, given)
      const end = begin(this.url)
      read.then(end, end)
      return read
    }
  }
}

function followXhr({ begin, isLetThrough }: Waiting): void {
  const { open, send } = XMLHttpRequest.prototype
  const asked = new WeakMap<XMLHttpRequest, readonly [method: string, address: string]>()
  XMLHttpRequest.prototype.open = function (this: XMLHttpRequest, ...given: unknown[]) {
    asked.set(this, [String(given[0]), String(given[1])])
    return Reflect.apply(open, this, given) as void
  }
  XMLHttpRequest.prototype.send = function (...given) {
    const [method, address] = asked.get(this) || ['GET', '']
    if (!isLetThrough(method, address)) return
    const end = begin(address)
    this.addEventListener('loadend', end, { once: true })
    return send.apply(this, given)
  }
}

/** Files that elements load which the page adds, or gives another address. */
function followElements({ begin }: Waiting): void {
  const followed = new WeakMap<Element, string>()
  function look(element: Element): void {
    const address = addressOf(element)
    if (!address || followed.get(element) === address) return
    followed.set(element, address)
    const end = begin(address)
    element.addEventListener('load', end, { once: true })
    element.addEventListener('error', end, { once: true })
  }
  new MutationObserver((records) => {
    // The document's `load` waits for elements in its own text.
    if (document.readyState === 'loading') return
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') look(target as Element)
      addedNodes.forEach((node) => {
        if (!(node instanceof Element)) return
        look(node)
        node.querySelectorAll(LOADS).forEach(look)
      })
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['src', 'href'] })
}

const LOADS = 'script[src], link[rel~=stylesheet][href], img[src], iframe'

/** Finds the address of a file that an element loads now; '' if there is none. */
function addressOf(element: Element): string {
  if (!element.matches(LOADS)) return ''
  switch (element.localName) {
    case 'script': {
      // newer-api: a run is in the phone alone, in a browser of today
      const { src, type, noModule } = element as HTMLScriptElement
      return !noModule && /^($|module$|\w+\/javascript$)/.test(type) ? src : ''
    }
    case 'img': {
      // newer-api: a run is in the phone alone, in a browser of today
      const { complete, loading, currentSrc, src } = element as HTMLImageElement
      return complete || loading === 'lazy' ? '' : currentSrc || src
    }
    case 'link':
      return (element as HTMLLinkElement).disabled ? '' : (element as HTMLLinkElement).href
    default: {
      // newer-api: a run is in the phone alone, in a browser of today
      const { src, loading } = element as HTMLIFrameElement
      return /^(about:|javascript:|$)/.test(src) || loading === 'lazy' ? '' : src
    }
  }
}
