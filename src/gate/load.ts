import { read } from '../run'
import type { UpsdkWindow } from '../window'
import { KIT } from './raw'

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

const loading = new WeakMap<Document, Promise<void>>()
let policy: ScriptPolicy | undefined

/** The address as a page under `require-trusted-types-for 'script'` takes it. */
function trusted(window: UpsdkWindow, url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  if (trustedTypes && !policy)
    policy = trustedTypes.createPolicy('upsdk-kit', { createScriptURL: (address) => address })
  return policy ? policy.createScriptURL(url) : url
}

/** Marks what a kit has put there: it is taken away where it fails. */
type Marked = HTMLScriptElement & { [KIT]?: boolean }

/** A script element that is, or may be, on its way. What a page had when it was complete has run, or failed. */
function findScript({ document }: UpsdkWindow, url: string): Marked | undefined {
  const complete = document.readyState === 'complete'
  return Array.from(document.querySelectorAll('script')).filter(
    (element: Marked) => (isUpsdkScript(element) || element.src === url) && (!complete || element[KIT]),
  )[0]
}

/**
 * Loads upsdk.js, once for all instances. A script element of the page's that may still bring it is waited for.
 * After a failure the element is taken away, so that the next call tries again.
 */
export function loadScript(window: UpsdkWindow, url: string): Promise<void> {
  const { document } = window
  const open = loading.get(document)
  if (open) return open
  const promise = new Promise<void>((resolve, reject) => {
    let failed = false
    const listen = (script: HTMLScriptElement) => {
      script.addEventListener('load', () => resolve())
      script.addEventListener('error', () => {
        failed = true
        loading.delete(document)
        script.remove()
        reject(new Error('upsdk.js did not load'))
      })
    }
    const add = () => {
      const script: Marked = document.createElement('script')
      script[KIT] = true
      listen(script)
      script.src = trusted(window, url)
      ;(document.head || document.documentElement).appendChild(script)
    }
    const known = findScript(window, url)
    if (!known) return add()
    listen(known)
    // It may have failed before anyone listened.
    const onComplete = () => !failed && read(window.upsdk, 'isInsideWallet') !== true && add()
    if (!known[KIT]) window.addEventListener('load', onComplete, { once: true })
  })
  loading.set(document, promise)
  return promise
}
