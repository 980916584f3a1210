import { noop } from '../lib/run'
import { readString } from '../lib/values'
import type { UpsdkWindow } from '../types/window'
import { isUpsdkScript } from './upsdk'

/** Loads upsdk.js where it is missing; rejects where that fails: the part `scriptLoading`. @param script its address; true: the official one */
export type LoadScript = (
  window: UpsdkWindow,
  script: string | true,
  isMissing: () => boolean,
) => Promise<void>

/** Where UnionPay serves the SDK file. */
const OFFICIAL_SCRIPT = 'https://open.95516.com/s/open/js/upsdk.js'

interface ScriptPolicy {
  createScriptURL(url: string): string
}
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy
}

const NOT_LOADED = 'upsdk.js did not load'
const loading = new WeakMap<Document, Promise<void>>()
let policy: ScriptPolicy | undefined

/** The address as a page under `require-trusted-types-for 'script'` takes it. */
function trusted(window: UpsdkWindow, url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  if (trustedTypes && !policy)
    policy = trustedTypes.createPolicy('upsdk-kit', { createScriptURL: (address) => address })
  return policy ? policy.createScriptURL(url) : url
}

/** ms in which a file that the browser has must run, once the page is complete: or it failed before anyone listened. */
const RUNS_IN = 1000

/**
 * Loads upsdk.js, once for all instances. A script element that the page has is waited for: the file run twice would
 * bring the bridge up twice (H23). After a failure the element is taken away, so that the next call tries again.
 */
export const loadScript: LoadScript = (window, script, isMissing) => {
  const url = script === true ? OFFICIAL_SCRIPT : script
  const { document } = window
  const open = loading.get(document)
  if (open) return open
  const known = findScript(document, url)
  const promise = known
    ? Promise.race([outcome(known), silence(known, window)]).then((heard) =>
        heard || !isMissing() ? undefined : add(window, url),
      )
    : add(window, url)
  const done = promise.then(noop)
  loading.set(document, done)
  // The next call tries again. A Trusted Types policy of the page's would forbid that too.
  done.catch((why) => why === NOT_LOADED && loading.delete(document))
  return done
}

function findScript(document: Document, url: string): HTMLScriptElement | undefined {
  for (const script of document.querySelectorAll('script')) {
    if (isUpsdkScript(script) || script.src === url) return script
  }
  return undefined
}

/** Rejects also where a Trusted Types policy of the page's forbids the kit's. */
async function add(window: UpsdkWindow, url: string): Promise<unknown> {
  const { document } = window
  const script = document.createElement('script')
  // Under a policy that goes by nonce alone, only a script element with the page's own runs.
  const own = document.querySelector('script[nonce]')
  // Newer engines hide it from the attribute, older ones have nothing but that.
  if (own) script.setAttribute('nonce', readString(own, 'nonce') || own.getAttribute('nonce') || '')
  const heard = outcome(script)
  script.src = trusted(window, url)
  ;(document.head || document.documentElement).appendChild(script)
  return heard
}

/** Waits for an element to load. True when it has loaded. */
function outcome(script: HTMLScriptElement): Promise<boolean> {
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve(true))
    script.addEventListener('error', () => {
      script.remove()
      reject(NOT_LOADED)
    })
  })
}

/** Resolves to false where nothing will be heard of an element any more. */
function silence({ src }: HTMLScriptElement, window: UpsdkWindow): Promise<boolean> {
  return new Promise((resolve) => {
    const check = () => {
      if (isFetched(src)) setTimeout(resolve, RUNS_IN, false)
    }
    if (window.document.readyState === 'complete') check()
    else window.addEventListener('load', check, { once: true })
  })
}

/** Is the browser through with fetching it, well or not? Old ones tell of what went well only. */
function isFetched(url: string): boolean {
  const { getEntriesByName } = performance as Partial<Performance>
  return !!getEntriesByName && getEntriesByName.call(performance, url).length > 0
}

export const scriptLoading: { readonly loadScript: LoadScript } = { loadScript }
