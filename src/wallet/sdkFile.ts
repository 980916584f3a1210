const SDK_FILE = /(^|\/)upsdk(\.min)?\.js([?#]|$)/i

/** Is this the address of a file of upsdk? */
export const isSdkFile = (address: string): boolean => SDK_FILE.test(address)

/** Is it our own stand-in, which has the page's address behind `?`? */
const isOurs = (address: string): boolean => /\/@upsdk-kit\/upsdk\.js([?#]|$)/.test(address)

/** The page's own address, out of that of our stand-in. Vite makes one slash of two. */
export const behindStandIn = (address: string): string =>
  address.slice(address.indexOf('?') + 1).replace(/^(https?:)\/(?!\/)/i, '$1//')

/** Is it UnionPay's own address? A copy elsewhere is not updated with the app (upsdk-behaviour §7). */
export const isOfficial = (address: string): boolean =>
  /^(https?:)?\/\/([\w-]+\.)*95516\.com\//i.test(address)

/**
 * Is it the wallet's bridge script (upsdk-behaviour §1)? Only upsdk loads it: since its own file is kept out, it is in a
 * bundle then, or in a file of another name.
 */
export const isBridgeFile = (address: string): boolean =>
  isOfficial(address) && /\/(cordova|WebViewJavascriptBridge)\.js([?#]|$)/i.test(address)

/**
 * Keeps the page's own upsdk.js out: in a simulated wallet the real file would load the wallet's bridge, which never
 * comes up here. Tags further down, and scripts that a page adds, load our stand-in instead; their `onload` runs.
 *
 * @param standIn the address of an empty script; '' where no server has one: then the tag is taken out
 * @param found hears of each address, before it is replaced; and of the bridge's
 * @param bridgeLoaded is called before the `onload` of each script that stands in for UnionPay's bridge
 */
export function keepSdkOut(
  standIn: string,
  found: (address: string) => void,
  bridgeLoaded: () => void,
): void {
  const bridges = new WeakSet<EventTarget>()
  const isReal = (address: string) => isSdkFile(address) && !isOurs(address)

  function report(address: string): void {
    found(isOurs(address) ? behindStandIn(address) : address)
  }

  /** A script that is added with our address in place of the real one. */
  function replaceSource(): void {
    const { prototype } = HTMLScriptElement
    const source = Object.getOwnPropertyDescriptor(prototype, 'src')
    if (!source?.set || !source.get) return
    const { get, set } = source
    const replaced = (element: HTMLScriptElement, address: unknown): unknown => {
      const isBridge = isBridgeFile(String(address))
      if (isBridge) {
        bridges.add(element)
        found(String(address))
      } else if (isReal(String(address))) report(String(address))
      else return address
      element.removeAttribute('integrity')
      return `${standIn}?${String(address)}`
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
    // Capture comes before the page's own listeners.
    const onLoad = ({ target }: Event) => target && bridges.has(target) && bridgeLoaded()
    document.addEventListener('load', onLoad, true)
  }
  if (document.readyState !== 'loading') return
  // What is taken out before its end tag is read does not run.
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      addedNodes.forEach((node) => {
        if (!(node instanceof HTMLScriptElement) || !isSdkFile(node.src)) return
        report(node.getAttribute('src') || '')
        if (isOurs(node.src)) return
        node.remove()
        node.dispatchEvent(new Event('load'))
      })
  })
  observer.observe(document, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', () => observer.disconnect())
}
