const SDK_FILE = /(^|\/)upsdk(\.min)?\.js([?#]|$)/i

/** Is this the address of a file of upsdk? */
export const isSdkFile = (address: string): boolean => SDK_FILE.test(address)

/**
 * Keeps a tag of upsdk.js out that the page has further down: in a simulated wallet the real file would load the
 * wallet's bridge, which never comes up here. What is taken out before its end tag is read does not run.
 */
export function keepSdkOut(): void {
  if (document.readyState !== 'loading') return
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      addedNodes.forEach((node) => {
        if (node instanceof HTMLScriptElement && isSdkFile(node.src)) node.remove()
      })
  })
  observer.observe(document, { childList: true, subtree: true })
  document.addEventListener('DOMContentLoaded', () => observer.disconnect())
}
