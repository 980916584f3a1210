import { isUpsdkScript } from '../../../src/gate/upsdk'

/** Is this the address of a file of upsdk? A relative address may be just the file's name. */
export const isSdkFile = (address: string): boolean => isUpsdkScript({ src: `/${address}` })

/** Is this the address of our stand-in? The page's own address stands behind its `?`. */
const isOurs = (address: string): boolean => /\/@upsdk-kit\/upsdk\.js([?#]|$)/.test(address)

/**
 * Makes the address of our stand-in for a file. The file's address is encoded, since Vite merges double slashes in the
 * addresses of a page.
 */
export const standInFor = (standIn: string, address: string): string =>
  `${standIn}?${encodeURIComponent(address)}`

/** Reads the address of the page's own file from the stand-in's address. */
export function standsInFor(address: string): string {
  const own = address.slice(address.indexOf('?') + 1)
  try {
    return decodeURIComponent(own)
  } catch {
    return own
  }
}

/** Is the file at UnionPay's own address? A copy elsewhere is not updated with the app (upsdk-behaviour §7). */
export const isOfficial = (address: string): boolean =>
  /^(https?:)?\/\/([\w-]+\.)*95516\.com\//i.test(address)

/**
 * Is it the wallet's bridge script (upsdk-behaviour §1)? Only upsdk loads it. Since upsdk's own file is kept out, such
 * an upsdk is in a bundle or in a file with another name.
 */
export const isBridgeFile = (address: string): boolean =>
  isOfficial(address) && /\/(cordova|WebViewJavascriptBridge)\.js([?#]|$)/i.test(address)

/**
 * Keeps the page's own upsdk.js out: the real file would load the wallet's bridge, which never comes up in a simulated
 * wallet. Tags further down and scripts that a page adds load our stand-in instead, and their `onload` runs.
 *
 * @param standIn the address of an empty script; '' if no server has one, and the tag is removed instead
 * @param found gets each address of upsdk or the bridge, before it is replaced
 * @param bridgeLoaded runs before the `onload` of each script that stands in for UnionPay's bridge
 */
export function keepSdkOut(
  standIn: string,
  found: (address: string) => void,
  bridgeLoaded: () => void,
): void {
  const bridges = new WeakSet<EventTarget>()

  /** Replaces the address of each script that the page adds. */
  function replaceSource(): void {
    const { prototype } = HTMLScriptElement
    const source = Object.getOwnPropertyDescriptor(prototype, 'src')
    if (!source?.set || !source.get) return
    const { get, set } = source
    const replaced = (element: HTMLScriptElement, given: unknown): unknown => {
      const address = String(given)
      const isBridge = isBridgeFile(address)
      if (!isBridge && (!isSdkFile(address) || isOurs(address))) return given
      if (isBridge) bridges.add(element)
      found(address)
      element.removeAttribute('integrity')
      return standInFor(standIn, address)
    }
    Object.defineProperty(prototype, 'src', {
      ...source,
      get(this: HTMLScriptElement) {
        return get.call(this) as unknown
      },
      set(this: HTMLScriptElement, address: unknown) {
        set.call(this, replaced(this, address))
      },
    })
    const { setAttribute } = prototype
    prototype.setAttribute = function (name, value) {
      setAttribute.call(this, name, name.toLowerCase() === 'src' ? String(replaced(this, value)) : value)
    }
  }

  if (standIn) {
    replaceSource()
    // The capture phase comes before the page's own listeners.
    const onLoad = ({ target }: Event) => target && bridges.has(target) && bridgeLoaded()
    document.addEventListener('load', onLoad, true)
  }
  if (document.readyState !== 'loading') return
  // A script that is removed before its end tag is parsed does not run.
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      addedNodes.forEach((node) => {
        if (!(node instanceof HTMLScriptElement) || !isSdkFile(node.src)) return
        const address = node.getAttribute('src') || ''
        const isStandIn = isOurs(node.src)
        found(isStandIn ? standsInFor(address) : address)
        if (isStandIn) return
        node.remove()
        node.dispatchEvent(new Event('load'))
      })
  })
  observer.observe(document, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', () => observer.disconnect())
}
