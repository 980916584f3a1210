/** Reads what the user can see of a page, so that two moments can be compared. */
import type { PageView } from '../../shared/messages'
import { withoutNumbers } from '../../shared/withoutNumbers'
import { isForDeveloper } from '../../view/ownElements'
import type { RunTime } from '../runTime'

/** A page that always changes is looked at the less often, the longer nobody has acted: a part of that time. */
const RATE = 0.05

export const isDisabled = (element: Element): boolean =>
  element.matches(':disabled, [aria-disabled=true], fieldset:disabled *')

export interface ViewFollower {
  /** An element is going to be tapped. */
  tapped(element: Element): void
  /** A field was filled in by the user: what stands there now is no change of the page. */
  filled(field: Element): void
  /** Looks once more, however short ago it did. */
  lookAgain(): void
}

export interface ViewOptions {
  readonly runTime: RunTime
  /** The title in the wallet's own bar. */
  barTitle(): string
  /** Is the newest text gone that the user saw? */
  isNewestGone(): boolean
}

/** Tells each change of what is visible, after the step of the page that made it. */
export function followView(
  { runTime, barTitle, isNewestGone }: ViewOptions,
  tell: (view: PageView) => void,
): ViewFollower {
  let hasChanged = true
  const fields = createFields()
  /** What changes without a change of the document. */
  const besideDocument = () => `${withoutNumbers(barTitle())}\n${fields.changed()}`
  let beside = ''
  let tapped: Element | undefined
  let actedAt = performance.now()
  let lookedAt = -Infinity
  let last: Omit<PageView, 'since'> | undefined
  const observer = new MutationObserver(() => {
    hasChanged = true
  })
  const watched = { attributes: true, characterData: true, childList: true, subtree: true }
  observer.observe(document, watched)

  function look(): void {
    hasChanged = false
    lookedAt = performance.now()
    beside = besideDocument()
    const now = {
      text: textOfView(beside),
      isDead: !!tapped?.isConnected && isDisabled(tapped),
      isNewestGone: isNewestGone(),
    }
    const isSame = now.text === last?.text && now.isDead === last.isDead
    if (isSame && now.isNewestGone === last?.isNewestGone) return
    last = now
    tell({ ...now, since: Date.now() })
  }
  const { setTimeout } = window
  let isDue = false
  runTime.afterStep(() => {
    if (!document.body || (!hasChanged && besideDocument() === beside)) return
    const wait = (lookedAt - actedAt * RATE) / (1 - RATE) - performance.now()
    // A step is over after the timer, too. Without it, the last change would be seen at the end of the run.
    if (wait <= 0) look()
    else if (!isDue) {
      isDue = true
      setTimeout(() => {
        isDue = false
      }, Math.ceil(wait))
    }
  })
  return {
    tapped(element) {
      look()
      tapped = element
      actedAt = performance.now()
    },
    filled: fields.take,
    lookAgain: look,
  }
}

/** Follows fields, in which a page may write what it has scanned. Their values are no part of the document. */
function createFields() {
  type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
  const known = new WeakMap<Element, string>()
  const stateOf = (field: Field): string => {
    const isOn = field instanceof HTMLInputElement && field.checked
    // A button counts down to its next use.
    return /^(button|submit)$/.test(field.type) ? withoutNumbers(field.value) : `${field.value}${isOn}`
  }
  return {
    take: (field: Element) => void known.set(field, stateOf(field as Field)),
    /** The states of those that the page has changed since it made them or the user filled them in. */
    changed(): string {
      const states: string[] = []
      document.querySelectorAll<Field>('input, select, textarea').forEach((field, at) => {
        const state = stateOf(field)
        if (!known.has(field)) known.set(field, state)
        if (known.get(field) !== state) states.push(`${at} ${state}`)
      })
      return states.join('\n')
    },
  }
}

/** Makes a short text of all that is visible: two views with the same text look alike. '' if a canvas is. */
function textOfView(beside: string): string {
  const turning = new Set<Element>()
  // newer-api: a run is in the phone alone, in a browser of today
  for (const { effect } of document.getAnimations()) {
    const { target } = (effect || {}) as Partial<KeyframeEffect>
    if (target && effect?.getComputedTiming().endTime === Infinity) turning.add(target)
  }
  let hasCanvas = false
  const parts: string[] = [document.title.replace(/\d+/g, ''), beside]
  function read(parent: ParentNode): void {
    for (const element of parent.children) {
      if (
        turning.has(element) ||
        isForDeveloper(element) ||
        /^(script|style|template)$/.test(element.localName)
      )
        continue
      const part = partOf(element)
      if (part) parts.push(part)
      if (part && element instanceof HTMLCanvasElement) hasCanvas = true
      read(element)
      if (element.shadowRoot) read(element.shadowRoot)
    }
  }
  if (document.body) read(document.body)
  return hasCanvas ? '' : hashOf(parts.join('\n'))
}

/** Reads an element with the text that is its own; '' if it cannot be seen. */
function partOf(element: Element): string {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  const isThere = right > left && bottom > top && right > 0 && bottom > 0 && left < innerWidth
  if (!isThere) return ''
  const { visibility, opacity, color, backgroundColor, backgroundImage, borderColor } =
    getComputedStyle(element)
  if (visibility !== 'visible' || opacity === '0') return ''
  let text = ''
  for (const node of element.childNodes) if (node instanceof Text) text += node.data
  const src = element instanceof HTMLImageElement ? element.src : ''
  const words = text.replace(/[\d\s]+/g, '')
  return [element.localName, words, src, color, backgroundColor, backgroundImage, borderColor].join('|')
}

/** Makes a number of 53 bits of a text. */
function hashOf(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36)
}
