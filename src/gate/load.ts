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

const loading = new WeakMap<Document, Promise<void>>()
let policy: ScriptPolicy | undefined

/** The address as a page under `require-trusted-types-for 'script'` takes it. */
function trusted(window: UpsdkWindow, url: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes }
  if (trustedTypes && !policy)
    policy = trustedTypes.createPolicy('upsdk-kit', { createScriptURL: (address) => address })
  return policy ? policy.createScriptURL(url) : url
}

/**
 * Loads upsdk.js, once for all instances. A script element that the page has is waited for. After a
 * failure the element is taken away, so that the next call tries again.
 */
export function loadScript(window: UpsdkWindow, url: string): Promise<void> {
  const { document } = window
  const open = loading.get(document)
  if (open) return open
  const promise = new Promise<void>((resolve, reject) => {
    const known = Array.from(document.querySelectorAll('script')).filter(
      (element) => isUpsdkScript(element) || element.src === url,
    )[0]
    const script = known || document.createElement('script')
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => {
      loading.delete(document)
      script.remove()
      reject(new Error('upsdk.js did not load'))
    })
    if (known) return
    script.src = trusted(window, url)
    ;(document.head || document.documentElement).appendChild(script)
  })
  loading.set(document, promise)
  return promise
}
