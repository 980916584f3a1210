/** Notes what the user saw: texts that the page or the kit put on screen. */

import { OPENS } from '../../methods/methodTable'
import { isEntry, type LogEntry, type LogNote } from '../../shared/logStore'
import { isForDeveloper } from '../../view/ownElements'
import type { Log } from '../log'

/** A page's texts with more characters than this are no messages. */
const LONGEST = 200
/** An element with more texts than this is a part of the page's content. */
const MOST_TEXTS = 4
/** A framework draws the page's content within this time after `load`, in ms, or before the page's first call. */
const DRAWS_WITHIN = 150

/** The same text within these ms counts once: an element and the text node in it appear together. */
const SAME_WITHIN = 100

/** Elements without text for the user, and buttons, whose labels are no messages. */
const WORDLESS = 'script, style, head, template, button, [role=button]'

/** Notes each short text that appears as `seen`, with its source, and the browser's own dialogs. */
export function followSeenTexts(log: Log): void {
  let last = ''
  let lastAt = 0
  let isLoaded = false
  const note = (by: string, text: string) => {
    const short = text.replace(/\s+/g, ' ').trim()
    const line = by === 'page' ? short : `${by}: ${short}`
    const at = performance.now()
    if (!short || (by === 'page' && short.length > LONGEST) || (line === last && at - lastAt < SAME_WITHIN))
      return
    last = line
    lastAt = at
    log.addNote('seen', line)
  }

  function look(node: Node): void {
    // Frameworks leave comments for what they do not show.
    const element = node instanceof Text ? node.parentElement : node
    if (!(element instanceof Element) || element.closest(WORDLESS)) return
    const host = element.closest('[data-upsdk-kit]')
    const part = host?.getAttribute('data-upsdk-kit') || ''
    // The text that is there once the page's scripts have run is its content, and no message.
    if ((host && isForDeveloper(host)) || !(host || isLoaded)) return
    // The check waits for layout, since a hidden element is not seen.
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
  const contentIsThere = () => {
    isLoaded = true
  }
  window.addEventListener('load', () => setTimeout(contentIsThere, DRAWS_WITHIN))
  // A page that pays on load may say at once what came of it.
  const isCall = (one: LogEntry | LogNote) => isEntry(one) && !OPENS.test(one.method)
  const stop = log.subscribe((changed) => {
    if (document.readyState !== 'complete' || !changed?.some(isCall)) return
    contentIsThere()
    stop()
  })

  for (const name of ['alert', 'confirm', 'prompt'] as const) followDialog(name, note)
}

/** Notes the browser's own dialogs, which leave no element behind. */
function followDialog(name: 'alert' | 'confirm' | 'prompt', note: (by: string, text: string) => void): void {
  const own = window[name] as (...given: unknown[]) => unknown
  const followed = (...given: unknown[]) => {
    note(name, String(given[0]))
    return own.apply(window, given)
  }
  Object.assign(window, { [name]: followed })
}

/** Reads the text of an element or a text node; '' for a part of the page's content, which has many texts. */
function wordsOf(node: Node): string {
  if (!(node instanceof Element)) return node.textContent || ''
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  const texts: string[] = []
  while (walker.nextNode()) {
    const { parentElement, textContent } = walker.currentNode
    if (textContent?.trim() && !parentElement?.closest(WORDLESS)) texts.push(textContent)
  }
  return texts.length > MOST_TEXTS ? '' : texts.join('')
}

const isVisible = (element: Element): boolean => element.getClientRects().length > 0

/** Is a text on the page? Blanks are ignored. */
export function isOnPage(text: string): boolean {
  const withoutBlanks = (given: string | null) => (given || '').replace(/\s/g, '')
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen
  return withoutBlanks(document.body.innerText).includes(withoutBlanks(text))
}
