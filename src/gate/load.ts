import { noop } from '../lib/run'
import { readString } from '../lib/values'
import type { UpsdkWindow } from '../types/window'
import { isUpsdkScript } from './signs'
import { isFetched, RUNS_IN } from './tag'

/**
 * Loads upsdk.js if it is missing, and rejects if that fails: the part `scriptLoading`.
 *
 * @param script its address, or true for the official one
 */
export type LoadScript = (
  window: UpsdkWindow,
  script: string | true,
  isMissing: () => boolean,
) => Promise<void>

/** The address at which UnionPay serves the SDK file. */
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

/** Makes the address acceptable for a page under `require-trusted-types-for 'script'`. */
function trusted(window: UpsdkWindow, url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  if (trustedTypes && !policy)
    policy = trustedTypes.createPolicy('upsdk-kit', { createScriptURL: (address) => address })
  return policy ? policy.createScriptURL(url) : url
}

/**
 * Loads upsdk.js once for all kits. If the page has a script element for it, the kit waits for that: the file would
 * start the bridge twice if it ran twice (H23). A failed element is removed, so that the next call tries again.
 */
export const loadScript: LoadScript = (window, script, isMissing) => {
  const url = script === true ? OFFICIAL_SCRIPT : script
  const { document } = window
  const running = loading.get(document)
  if (running) return running
  const existing = findScript(document, url)
  const promise = existing
    ? Promise.race([outcome(existing), silence(existing, window)]).then((hasLoaded) =>
        hasLoaded || !isMissing() ? undefined : add(window, url),
      )
    : add(window, url)
  const done = promise.then(noop)
  loading.set(document, done)
  // The next call tries again, unless the page's Trusted Types policy forbade it: that would forbid it again.
  done.catch((why) => why === NOT_LOADED && loading.delete(document))
  return done
}

const findScript = (document: Document, url: string): HTMLScriptElement | undefined =>
  [...document.querySelectorAll('script')].find((script) => isUpsdkScript(script) || script.src === url)

/** Adds a script element. It also rejects if the page's Trusted Types policy forbids that of the kit. */
async function add(window: UpsdkWindow, url: string): Promise<unknown> {
  const { document } = window
  const script = document.createElement('script')
  // Under a policy that only accepts nonces, a script element needs the nonce of the page.
  const pageScript = document.querySelector('script[nonce]')
  // Newer engines hide it from the attribute, older ones only have the attribute.
  if (pageScript)
    script.setAttribute('nonce', readString(pageScript, 'nonce') || pageScript.getAttribute('nonce') || '')
  const loaded = outcome(script)
  script.src = trusted(window, url)
  ;(document.head || document.documentElement).appendChild(script)
  return loaded
}

/** Waits for an element to load. Resolves to true, or rejects if it fails. */
function outcome(script: HTMLScriptElement): Promise<boolean> {
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve(true))
    script.addEventListener('error', () => {
      script.remove()
      reject(NOT_LOADED)
    })
  })
}

/** Resolves to false once an element will fire no more events. */
function silence({ src }: HTMLScriptElement, window: UpsdkWindow): Promise<boolean> {
  return new Promise((resolve) => {
    const check = () => {
      if (isFetched(window, src)) setTimeout(resolve, RUNS_IN, false)
    }
    if (window.document.readyState === 'complete') check()
    else window.addEventListener('load', check, { once: true })
  })
}

export const scriptLoading: { readonly loadScript: LoadScript } = { loadScript }
