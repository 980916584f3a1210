import { isBridgeFile, isSdkFile, isStandIn, replacedAddress, standInAddress } from '../../shared/sdkAddress'

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
  /** Replaces the address of each script that the page adds. */
  function replaceSource(): void {
    const { prototype } = HTMLScriptElement
    const source = Object.getOwnPropertyDescriptor(prototype, 'src')
    if (!source?.set || !source.get) return
    const { get, set } = source
    const replaced = (element: HTMLScriptElement, given: unknown): unknown => {
      const address = String(given)
      if (!isBridgeFile(address) && (!isSdkFile(address) || isStandIn(address))) return given
      found(address)
      element.removeAttribute('integrity')
      return standInAddress(standIn, address)
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
      // A page with trusted types gives a trusted address, which is no text.
      const isSource = name.toLowerCase() === 'src'
      setAttribute.call(this, name, isSource ? (replaced(this, value) as string) : value)
    }
  }

  if (standIn) {
    replaceSource()
    // The capture phase comes before the page's own listeners.
    const onLoad = ({ target }: Event) => {
      if (target instanceof HTMLScriptElement && standsForBridge(target.src)) bridgeLoaded()
    }
    document.addEventListener('load', onLoad, true)
  }
  if (document.readyState !== 'loading') return
  // A script that is removed before its end tag is parsed does not run.
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      addedNodes.forEach((node) => {
        if (!(node instanceof HTMLScriptElement) || !isSdkFile(node.src)) return
        const address = node.getAttribute('src') || ''
        const isReplaced = isStandIn(node.src)
        found(isReplaced ? replacedAddress(address) : address)
        if (isReplaced) return
        node.remove()
        node.dispatchEvent(new Event('load'))
      })
  })
  observer.observe(document, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', () => observer.disconnect())
}

/** Is this the address of a stand-in for UnionPay's bridge? */
const standsForBridge = (address: string): boolean =>
  isStandIn(address) && isBridgeFile(replacedAddress(address))
