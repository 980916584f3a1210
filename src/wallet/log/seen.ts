/** What the user saw: texts that came onto the screen, by the page or by the kit. */
import type { Log } from './log'

/** Longer texts of a page's are no messages. */
const LONGEST = 80

/** ms in which the same text is one: an element, and the text in it. */
const SAME = 100

/** What has no words for its user; and buttons, since what they are called is no message. */
const WORDLESS = 'script, style, head, template, button, [role=button]'

/** Parts of this tool, whose texts are its developer's. */
const OURS = /^(sheet|wallet|wallet-page|title-bar|log)$/

/** Notes each short text that appears, as `seen`, with who showed it; and the dialogs of the browser itself. */
export function followTexts(log: Log): void {
  let last = ''
  let lastAt = 0
  let isLoaded = false
  const note = (by: string, text: string) => {
    const short = text.replace(/\s+/g, ' ').trim()
    const line = by === 'page' ? short : `${by}: ${short}`
    const at = performance.now()
    if (!short || (by === 'page' && short.length > LONGEST) || (line === last && at - lastAt < SAME)) return
    last = line
    lastAt = at
    log.addNote('seen', line)
  }

  function look(node: Node): void {
    const element = node instanceof Element ? node : node.parentElement
    if (!element || element.closest(WORDLESS)) return
    const host = element.closest('[data-upsdk-kit]')
    const part = host?.getAttribute('data-upsdk-kit') || ''
    // The page's own text is no message: what was there when its scripts had run.
    if (OURS.test(part) || !(host || isLoaded)) return
    // Elements are laid out first: a hidden one is not seen.
    requestAnimationFrame(() => {
      const own = host?.shadowRoot?.querySelector('#upsdk-kit-text') || host?.shadowRoot || element
      if (host ? host.isConnected : isVisible(element))
        note(host ? part : 'page', host ? own.textContent || '' : wordsOf(node))
    })
  }
  const observer = new MutationObserver((records) => {
    for (const { addedNodes, target, type } of records) {
      if (type === 'characterData') look(target)
      addedNodes.forEach(look)
    }
  })
  observer.observe(document, { childList: true, characterData: true, subtree: true })
  window.addEventListener('load', () => {
    isLoaded = true
  })

  for (const name of ['alert', 'confirm', 'prompt'] as const) followDialog(name, note)
}

/** The browser's own dialogs leave no element behind. */
function followDialog(name: 'alert' | 'confirm' | 'prompt', note: (by: string, text: string) => void): void {
  const own = window[name] as (...given: unknown[]) => unknown
  const followed = (...given: unknown[]) => {
    note(name, String(given[0]))
    return own.apply(window, given)
  }
  Object.assign(window, { [name]: followed })
}

/** Reads the words of an element or a text. */
function wordsOf(node: Node): string {
  if (!(node instanceof Element)) return node.textContent || ''
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  let words = ''
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (!parentElement?.closest(WORDLESS)) words += textContent || ''
  }
  return words
}

const isVisible = (element: Element): boolean => element.getClientRects().length > 0

/** Is a text on the page, whatever its blanks are? */
export function isOnPage(text: string): boolean {
  const withoutBlanks = (given: string | null) => (given || '').replace(/\s/g, '')
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen
  return withoutBlanks(document.body.innerText).includes(withoutBlanks(text))
}
