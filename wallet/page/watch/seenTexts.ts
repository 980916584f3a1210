/** Notes what the user saw: texts that the page or the kit put on screen. */

import { OPENS } from '../../methods/methodTable'
import {
  type DialogAnswer,
  isEntry,
  type LogEntry,
  type LogNote,
  linesOf,
  type SeenText,
} from '../../shared/log'
import { saysPaymentFailed } from '../../view/failureText'
import { isForDeveloper } from '../../view/ownElements'
import type { Log } from '../log'
import { followHidden, isVisible } from './hiddenElements'

/** A page's texts with more characters than this are no messages. */
const LONGEST_MESSAGE = 200
/** An element with more texts than this is a part of the page's content. */
const MOST_TEXTS = 4
/** A framework draws the page's content within this time after `load`, in ms, or before the page's first call. */
const DRAWS_WITHIN = 150

/** Matches a line that says how something ended. */
const ENDED = /成功|失败|失敗|取消|待确认|处理中|未完成|\b(success|paid|fail|cancel|confirm)/i

/** Matches the label of a button that says how something ended. */
const OUTCOME = /成功|失败|未完成|待确认/

/** So many lines of the page's content are read. */
const MOST_LINES = 200

/** The same text of elements within these ms counts once: an element and the text node in it appear together. */
const SAME_WITHIN = 100
/** So many texts are compared with a new one. */
const MOST_RECENT = 100

/** Buttons and links, whose labels are no messages. */
const LABELLED = 'button, [role=button], a'
/** These, and elements without text for the user. */
const WORDLESS = `script, style, head, template, ${LABELLED}`

interface SeenTextsOptions {
  whenSeen?: ((run: () => void) => void) | undefined
  onContent?: ((lines: readonly string[]) => void) | undefined
}

const nextFrame = (run: () => void): void => void requestAnimationFrame(run)

/**
 * Notes each short text that appears, with who showed it, and the browser's own dialogs.
 *
 * @param options.whenSeen runs a function once a person has seen what is on the screen now
 * @param options.onContent gets the lines of the page's content, once it has been drawn
 */
export function followSeenTexts(log: Log, { whenSeen = nextFrame, onContent }: SeenTextsOptions = {}): void {
  /** When each text was seen last. */
  const seenAt = new Map<string, number>()
  let isLoaded = false
  let loadedAt: number | undefined
  /** @param hiddenSince when the text was hidden: what was written into a transparent element counts from then */
  const note = (text: SeenText, hiddenSince = Infinity, at = performance.now()) => {
    const key = JSON.stringify(text)
    const isToldAgain = (seenAt.get(key) ?? -Infinity) > Math.min(at - SAME_WITHIN, hiddenSince)
    const isLong = text.by === 'page' && text.form === 'text' && text.message.length > LONGEST_MESSAGE
    if (!linesOf(text).join('') || isLong || isToldAgain) return
    if (seenAt.size >= MOST_RECENT) seenAt.clear()
    seenAt.set(key, at)
    log.addSeen(text, at)
  }

  function noteOfPage(node: Node, hiddenSince?: number): void {
    // Nobody sees a page that has closed itself.
    if (document.querySelector('[data-upsdk-kit=wallet-page][data-kind=home]')) return
    for (const message of linesIn(node)) note({ by: 'page', form: 'text', message }, hiddenSince)
  }
  const hidden = followHidden(
    (element) => element.matches(`${WORDLESS}, [data-upsdk-kit]`),
    (element, hiddenSince) => {
      if (isLoaded) noteOfPage(element, hiddenSince)
    },
    whenSeen,
  )

  function look(node: Node): void {
    // Frameworks leave comments for what they do not show.
    const element = node instanceof Text ? node.parentElement : node
    if (!(element instanceof Element) || (element.closest(WORDLESS) && !saysOutcome(node))) return
    const root = element.getRootNode()
    if (root instanceof ShadowRoot && root.host.hasAttribute('data-upsdk-kit')) return
    const named = element.closest('[data-upsdk-kit]')
    if (named && isForDeveloper(named)) return
    // A page's own element that is named like one of the kit has no shadow root.
    const host = named?.shadowRoot ? named : undefined
    // The text that is there once the page's scripts have run is its content, and no message.
    if (!host && !isLoaded) return
    // The check waits for layout, since a hidden element is not seen. A message of the kit stands for no server's answer.
    if (host) return nextFrame(() => host.isConnected && note(textOfHost(host)))
    whenSeen(() => {
      unseen.delete(node)
      // Another text may stand in its place by now.
      if (node.isConnected && isVisible(element)) noteOfPage(node)
      hidden.add(element)
    })
  }
  /** What has come since, and was not on the screen yet. */
  const unseen = new WeakSet<Node>()
  const observer = new MutationObserver((records) => {
    // What the document begins with is no message, and counts as seen.
    if (isLoaded) for (const { addedNodes } of records) addedNodes.forEach((node) => void unseen.add(node))
    for (const { addedNodes, target, type } of records) {
      if (type === 'characterData') look(target)
      addedNodes.forEach((node) => {
        if (isPutBack(node, target, records, unseen)) unseen.delete(node)
        else look(node)
      })
    }
  })
  const watched = { childList: true, characterData: true, subtree: true }
  observer.observe(document, watched)
  followShadowRoots((root) => observer.observe(root, watched))
  // A style sheet shows what the address names, without any change of the document.
  window.addEventListener('hashchange', () => {
    const target = document.querySelector(':target')
    if (target) look(target)
  })
  const contentIsThere = () => {
    if (isLoaded) return
    isLoaded = true
    hidden.add(document.body, true)
    const content = contentNow()
    // The page of a result says from its start what came of a payment of the page before. It was read later than seen.
    for (const message of content)
      if (saysPaymentFailed(message)) note({ by: 'page', form: 'text', message }, Infinity, loadedAt)
    onContent?.(content)
  }
  window.addEventListener('load', () => {
    loadedAt = performance.now()
    setTimeout(contentIsThere, DRAWS_WITHIN)
  })
  // A page that pays on load may say at once what came of it.
  const isCall = (one: LogEntry | LogNote) => isEntry(one) && !OPENS.test(one.method)
  const stop = log.subscribe((changed) => {
    if (document.readyState !== 'complete' || !changed?.some(isCall)) return
    contentIsThere()
    stop()
  })

  for (const name of ['alert', 'confirm', 'prompt'] as const) followDialog(name, log)
}

/** Was a text replaced by the same? Nobody sees that, unless the first of them has not been on the screen yet. */
const isPutBack = (
  node: Node,
  parent: Node,
  records: readonly MutationRecord[],
  unseen: WeakSet<Node>,
): boolean =>
  node instanceof Text &&
  records.some(
    ({ removedNodes, target }) =>
      target === parent &&
      Array.from(removedNodes).some(
        (one) => one instanceof Text && one.data === node.data && !unseen.has(one),
      ),
  )

/** Finds the open shadow roots: components of a page show their messages there. */
function followShadowRoots(observe: (root: ShadowRoot) => void): void {
  const { attachShadow } = Element.prototype
  Element.prototype.attachShadow = function (options) {
    const root = attachShadow.call(this, options)
    if (options.mode === 'open') observe(root)
    return root
  }
}

/** Is it the label of a button, changed to how something ended? Pages that have no toast do so. */
const saysOutcome = (node: Node): boolean =>
  node instanceof Text && !!node.parentElement?.closest(LABELLED) && OUTCOME.test(node.data)

/** Reads the lines of the page's content that may be messages. */
function contentNow(): readonly string[] {
  const labels: string[] = []
  document.querySelectorAll(LABELLED).forEach(({ textContent }) => {
    if (!OUTCOME.test(textContent || '')) labels.push(short(textContent))
  })
  labels.sort((a, b) => b.length - a.length)
  // Buttons and links stand beside one another.
  const isOfLabels = (line: string) =>
    !labels.reduce((rest, label) => rest.split(label).join(''), line).trim()
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen
  return (document.body?.innerText || '')
    .split('\n')
    .map(short)
    .filter((line) => line && line.length <= LONGEST_MESSAGE && !isOfLabels(line))
    .slice(0, MOST_LINES)
}

/** A text as the log has it. */
export const short = (text: string | null | undefined): string => (text || '').replace(/\s+/g, ' ').trim()

/** Reads a text of the kit or of the wallet. */
function textOfHost(host: Element): SeenText {
  const part = host.getAttribute('data-upsdk-kit')
  const textIn = (id: string) => short(host.shadowRoot?.querySelector(`#upsdk-kit-${id}`)?.textContent)
  const all = textIn('text') || short(host.shadowRoot?.textContent)
  if (part === 'wallet-toast') return { by: 'wallet', form: 'toast', message: all }
  const title = textIn('title')
  return {
    by: 'kit',
    form: part === 'toast' || part === 'dialog' ? part : 'text',
    ...(title && { title }),
    message: title ? textIn('message') : all,
  }
}

/** Notes the browser's own dialogs, which leave no element behind. */
function followDialog(form: 'alert' | 'confirm' | 'prompt', log: Log): void {
  const own = window[form] as (...given: unknown[]) => unknown
  const followed = (...given: unknown[]) => {
    const message = short(String(given[0]))
    const at = performance.now()
    let answer: unknown
    try {
      answer = own.apply(window, given)
      return answer
    } finally {
      const answered = form !== 'alert' && answer !== undefined && { answer: answer as DialogAnswer }
      if (message) log.addSeen({ by: 'page', form, message, ...answered }, at)
    }
  }
  Object.assign(window, { [form]: followed })
}

/**
 * Reads the visible lines of an element or a text node. A part of the page's content, which has many texts, has none,
 * unless its first says how something ended, as that of a result page.
 */
function linesIn(node: Node): readonly string[] {
  if (!(node instanceof Element)) return [short(node.textContent)]
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  const lines = new Map<Element, string>()
  for (let count = 0; walker.nextNode(); ) {
    const { parentElement, textContent } = walker.currentNode
    if (!textContent?.trim() || !parentElement || parentElement.closest(WORDLESS)) continue
    if (!isVisible(parentElement)) continue
    const [first = ''] = lines.values()
    if (++count > MOST_TEXTS) return ENDED.test(first) ? [short(first)] : []
    const block = blockOf(parentElement)
    lines.set(block, (lines.get(block) || '') + textContent)
  }
  return [...lines.values()].map(short)
}

/** Finds the element whose text stands on lines of its own: a title and a text are two. */
function blockOf(element: Element): Element {
  const { parentElement } = element
  const isInline = /^(inline.*|contents)?$/.test(getComputedStyle(element).display)
  return isInline && parentElement ? blockOf(parentElement) : element
}

/** Is a text on the page? Blanks are ignored. */
export function isOnPage(text: string): boolean {
  const withoutBlanks = (given: string | null) => (given || '').replace(/\s/g, '')
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen
  return withoutBlanks(document.body.innerText).includes(withoutBlanks(text))
}
