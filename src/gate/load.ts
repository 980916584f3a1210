import { readString } from '../lib/values'
import type { UpsdkWindow } from '../types/window'

/**
 * Makes the function that loads a missing upsdk.js: what the part `scriptLoading` holds. It waits for a script element
 * of the page that runs (`tag.ts`): the file would start the bridge twice if it ran twice (H23).
 *
 * @param script the address of the file, or true for the official one
 */
export type CreateLoading = (
  window: UpsdkWindow,
  script: string | true,
  onLoaded: () => void,
  onFailed: () => void,
) => Load

/**
 * Loads the file, unless the page's script element may still run.
 *
 * @param isNew whether it is for a new call: only that tries again after a failure
 * @param hasTagEnded whether the page's script element has run or failed; undefined if there is none
 */
export type Load = (isNew: boolean, hasTagEnded: boolean | undefined) => void

/** The address at which UnionPay serves the SDK file. */
const OFFICIAL_SCRIPT = 'https://open.95516.com/s/open/js/upsdk.js'

const loading = new WeakMap<Document, Promise<void>>()

/** Loads upsdk.js once for all kits. A failed element is removed, so that the next call tries again. */
export function loadScript(window: UpsdkWindow, script: string | true): Promise<void> {
  const { document } = window
  const running = loading.get(document)
  if (running) return running
  const done = addScript(window, script === true ? OFFICIAL_SCRIPT : script)
  loading.set(document, done)
  // The next call tries again.
  done.catch(() => loading.delete(document))
  return done
}

/**
 * Adds a script element. Under `require-trusted-types-for 'script'` it rejects: upsdk.js itself does not run there.
 */
async function addScript(window: UpsdkWindow, url: string): Promise<void> {
  const { document } = window
  const script = document.createElement('script')
  // Under a policy that only accepts nonces, a script element needs the nonce of the page.
  const pageScript = document.querySelector('script[nonce]')
  // Newer engines hide it from the attribute, older ones only have the attribute.
  if (pageScript)
    script.setAttribute('nonce', readString(pageScript, 'nonce') || pageScript.getAttribute('nonce') || '')
  const loaded = new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve())
    script.addEventListener('error', () => {
      script.remove()
      reject()
    })
  })
  // Without it the file's own texts would be decoded as the page is, in GBK for one.
  script.charset = 'utf-8'
  script.src = url
  ;(document.head || document.documentElement).appendChild(script)
  return loaded
}

const createLoading: CreateLoading = (window, script, onLoaded, onFailed) => {
  let mustLoad = false
  return (isNew, hasTagEnded) => {
    mustLoad = mustLoad || isNew
    if (!mustLoad || hasTagEnded === false) return
    mustLoad = false
    loadScript(window, script).then(onLoaded, onFailed)
  }
}

export const scriptLoading: { readonly loading: CreateLoading } = { loading: createLoading }
