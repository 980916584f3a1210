/** What the kit puts into the page, and takes away again; and the wallet's toast. */
interface Watching {
  /** Of a failure that has just been shown: the call that it belongs to. */
  takeShown(how: 'toast' | 'dialog' | 'wallet-toast'): number | undefined
  gone(id: number): void
  /** Something that tells no failure: what a dialog's button led to, or what a stand-in shows. */
  after(how: 'toast' | 'dialog', text: string): void
}

/** Looks at what comes to the screen, and goes. */
export function watch({ takeShown, gone, after }: Watching): void {
  const onScreen = new Map<Node, number>()
  function appeared(node: Node): void {
    const how = node instanceof HTMLElement && node.dataset.upsdkKit
    if (how !== 'toast' && how !== 'dialog' && how !== 'wallet-toast') return
    const id = takeShown(how)
    if (id !== undefined) onScreen.set(node, id)
    else if (how !== 'wallet-toast') after(how, wordsOf(node as HTMLElement))
  }
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      addedNodes.forEach(appeared)
      removedNodes.forEach((node) => {
        const id = onScreen.get(node)
        if (id !== undefined) gone(id)
      })
    }
  }).observe(document.documentElement, { childList: true, subtree: true })
}

/** What is read there, without the labels of the buttons. */
function wordsOf({ shadowRoot }: HTMLElement): string {
  const text = shadowRoot?.querySelector('#upsdk-kit-text') ?? shadowRoot
  return text?.textContent?.trim() ?? ''
}
