/** What the user saw: texts that came onto the screen, by the page or by the kit. */
import type { Log } from './log'

/** Texts beyond this are no messages. */
const LONGEST = 80

/** Parts of this tool, whose texts are its developer's. */
const OURS = /^(sheet|wallet|wallet-page|title-bar|log)$/

/** Notes each short text that appears, as `seen`, with who showed it; and the dialogs of the browser itself. */
export function followTexts(log: Log): void {
  let last = ''
  let isLoaded = false
  const note = (by: string, text: string) => {
    const short = text.replace(/\s+/g, ' ').trim()
    const line = by === 'page' ? short : `${by}: ${short}`
    // An element and the text in it are one.
    if (!short || short.length > LONGEST || line === last) return
    last = line
    log.addNote('seen', line)
  }

  function look(node: Node): void {
    const element = node instanceof Element ? node : node.parentElement
    if (!element || /^(SCRIPT|STYLE|HEAD|TEMPLATE)$/i.test(element.tagName)) return
    const host = element.closest('[data-upsdk-kit]')
    const part = host?.getAttribute('data-upsdk-kit') || ''
    // The page's own text is no message: what was there when its scripts had run.
    if (OURS.test(part) || !(host || isLoaded)) return
    // Elements are laid out first: a hidden one is not seen.
    requestAnimationFrame(() => {
      const own = host?.shadowRoot?.querySelector('#upsdk-kit-text') || host?.shadowRoot || element
      if (host ? host.isConnected : isVisible(element))
        note(host ? part : 'page', (host ? own : node).textContent || '')
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

const isVisible = (element: Element): boolean => element.getClientRects().length > 0
