import { isBridgeFile, isSdkFile, isStandIn, replacedAddress, standInAddress } from '../../shared/sdkAddress'
import { withStandIns } from '../../shared/sdkInHtml'

/**
 * The source from which a tag of upsdk's file, or of the bridge, loads in a simulated wallet. `stand-in`: a server's
 * script. `own address`: a test answers there. `nothing`: upsdk is there already, and the tag is removed.
 */
export type SdkSource =
  | { readonly kind: 'stand-in'; readonly address: string }
  | { readonly kind: 'own address' }
  | { readonly kind: 'nothing' }

/**
 * Keeps UnionPay's own file out of the page: it would load the wallet's bridge, which never comes up in a simulated
 * wallet. Each tag loads what stands in for it at its own time, and its `onload` runs.
 *
 * @param found gets each tag of upsdk or the bridge, with its address before it is replaced
 */
export function keepSdkOut(source: SdkSource, found: Found): void {
  const known = new WeakMap<HTMLScriptElement, string>()
  // An element that a script adds while the page is parsed comes twice.
  const foundOnce: Found = (address, tag) => {
    if (known.get(tag) === address) return
    known.set(tag, address)
    found(address, tag)
  }
  if (source.kind !== 'nothing') followSources(source, foundOnce)
  if (source.kind === 'stand-in') followWritten(source.address)
  if (document.readyState === 'loading') followParser(source, foundOnce)
}

/** Takes a tag of upsdk or the bridge. */
export type Found = (address: string, tag: HTMLScriptElement) => void

/** Follows the address of each script that the page adds. */
function followSources(source: SdkSource, found: Found): void {
  const { prototype } = HTMLScriptElement
  const property = Object.getOwnPropertyDescriptor(prototype, 'src')
  if (!property?.set || !property.get) return
  const { get, set } = property
  const replaced = (element: HTMLScriptElement, given: unknown): unknown => {
    const address = String(given)
    if (!isBridgeFile(address) && (!isSdkFile(address) || isStandIn(address))) return given
    found(address, element)
    // The hash of the real file does not match.
    element.removeAttribute('integrity')
    return source.kind === 'stand-in' ? standInAddress(source.address, address) : given
  }
  Object.defineProperty(prototype, 'src', {
    ...property,
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

/** Replaces the addresses in what the page writes while it is parsed. The parser asks for them at once. */
function followWritten(standIn: string): void {
  const { prototype } = Document
  // newer-api: every engine has both
  const { write, writeln } = prototype
  const replaced = (texts: readonly string[]): string[] =>
    // A page with trusted types may write trusted HTML, which is no text.
    texts.map((text) => (typeof text === 'string' ? withStandIns(text, standIn) : text))
  // newer-api: the same
  prototype.write = function (...texts: string[]) {
    write.apply(this, replaced(texts))
  }
  // newer-api: the same
  prototype.writeln = function (...texts: string[]) {
    writeln.apply(this, replaced(texts))
  }
}

/** Follows the tags in the page's own HTML. A server has replaced their addresses already. */
function followParser(source: SdkSource, found: Found): void {
  function see(tag: HTMLScriptElement): void {
    const address = tag.getAttribute('src') || ''
    const isReplaced = isStandIn(tag.src)
    const own = isReplaced ? replacedAddress(address) : address
    found(own, tag)
    if (isReplaced) {
      // The page's `<base>` leads the server's path to another host.
      if (source.kind === 'stand-in' && !tag.src.startsWith(source.address))
        tag.src = standInAddress(source.address, own)
    } else if (source.kind === 'nothing') {
      tag.remove()
      tag.dispatchEvent(new Event('load'))
    } else tag.removeAttribute('integrity')
  }
  // Changes before its end tag is parsed count.
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      addedNodes.forEach((node) => {
        if (node instanceof HTMLScriptElement && isSdkFile(node.src)) see(node)
      })
  })
  observer.observe(document, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', () => observer.disconnect())
}
