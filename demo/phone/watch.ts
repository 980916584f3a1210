import type { UpsdkError } from '../../src/index'

/** A failure that may come to the screen. */
export interface Failure {
  id: number
  error: UpsdkError
  told?: boolean
}

interface Watching {
  failures: readonly Failure[]
  shown(failure: Failure, how: 'toast' | 'dialog'): void
  gone(id: number): void
  /** Something that tells no failure: what a dialog's button led to, or what a stand-in shows. */
  after(how: 'toast' | 'dialog', text: string): void
}

export const nextToTell = (failures: readonly Failure[]): Failure | undefined =>
  failures.find(({ error, told }) => error.presented && !told)

/** Looks at what the kit puts into the page, and takes away again. */
export function watch({ failures, shown, gone, after }: Watching): void {
  const onScreen = new Map<Node, number>()
  function appeared(node: Node): void {
    const how = node instanceof HTMLElement && node.dataset.upsdkKit
    if (how !== 'toast' && how !== 'dialog') return
    const failure = nextToTell(failures)
    if (!failure) return after(how, wordsOf(node as HTMLElement))
    failure.told = true
    onScreen.set(node, failure.id)
    shown(failure, how)
  }
  new MutationObserver((changes) => {
    for (const { addedNodes, removedNodes } of changes) {
      addedNodes.forEach(appeared)
      removedNodes.forEach((node) => {
        const id = onScreen.get(node)
        if (id) gone(id)
      })
    }
  }).observe(document.documentElement, { childList: true, subtree: true })
}

/** What is read there, without the labels of the buttons. */
function wordsOf({ shadowRoot }: HTMLElement): string {
  const text = shadowRoot?.querySelector('#upsdk-kit-text') ?? shadowRoot
  return text?.textContent?.trim() ?? ''
}
