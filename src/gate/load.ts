import { readString } from '../run'
import type { UpsdkWindow } from '../window'

/** Where UnionPay serves the SDK file. */
export const OFFICIAL_SCRIPT = 'https://open.95516.com/s/open/js/upsdk.js'

interface ScriptPolicy {
  createScriptURL(url: string): string
}
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy
}

/** Is it a script element that brings upsdk? */
export const isUpsdkScript = (element: unknown): boolean =>
  /\/upsdk(\.min)?\.js($|[?#])/.test(String((element as HTMLScriptElement | null)?.src))

/**
 * Is it the SDK file that runs now? It writes its methods while its script runs, and when the bridge comes up: at
 * `deviceready`, or when the bridge's own script has loaded (upsdk-behaviour §1).
 */
export function isSdkRunning(window: UpsdkWindow | undefined): boolean {
  const { event } = (window || {}) as { event?: Event }
  const isBridge = event?.type === 'load' && readString(event.target, 'tagName') === 'SCRIPT'
  return isUpsdkScript(window?.document.currentScript) || event?.type === 'deviceready' || isBridge
}

const loading = new WeakMap<Document, Promise<void>>()
let policy: ScriptPolicy | undefined

/** The address as a page under `require-trusted-types-for 'script'` takes it. */
function trusted(window: UpsdkWindow, url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  if (trustedTypes && !policy)
    policy = trustedTypes.createPolicy('upsdk-kit', { createScriptURL: (address) => address })
  return policy ? policy.createScriptURL(url) : url
}

/** ms in which a file that the browser has must run; then its element is one that failed before anyone listened. */
const RUNS_IN = 1000

/**
 * Loads upsdk.js, once for all instances. A script element that the page has is waited for: the file run twice would
 * bring the bridge up twice (H23). After a failure the element is taken away, so that the next call tries again.
 */
export function loadScript(window: UpsdkWindow, url: string): Promise<void> {
  const { document } = window
  const open = loading.get(document)
  if (open) return open
  const known = Array.from(document.querySelectorAll('script')).filter(
    (element) => isUpsdkScript(element) || element.src === url,
  )[0]
  const promise = known
    ? hear(known, document, isFetched(known.src) ? RUNS_IN : 0).catch((dead) => {
        if (dead !== SILENT) throw dead
        if (!window.upsdk) return add(window, url)
      })
    : add(window, url)
  loading.set(document, promise)
  return promise
}

/** Is the browser through with fetching it, well or not? Old ones tell of what went well only. */
function isFetched(url: string): boolean {
  const { getEntriesByName } = performance as Partial<Performance>
  return !!getEntriesByName && getEntriesByName.call(performance, url).length > 0
}

function add(window: UpsdkWindow, url: string): Promise<void> {
  const { document } = window
  const script = document.createElement('script')
  const heard = hear(script, document, 0)
  script.src = trusted(window, url)
  ;(document.head || document.documentElement).appendChild(script)
  return heard
}

/** What `hear` rejects with where nothing was heard. */
const SILENT = {}

/** Waits for what becomes of an element. @param limit ms, 0: none */
function hear(script: HTMLScriptElement, document: Document, limit: number): Promise<void> {
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => {
      loading.delete(document)
      script.remove()
      reject(new Error('upsdk.js did not load'))
    })
    if (limit) setTimeout(reject, limit, SILENT)
  })
}
