/** The scroller around the log. What is read stays where it is; a button at its foot counts what came below. */
import { make, on, partButton } from './element'
import type { Words } from './texts/words'

export interface ReadingPlace {
  readonly element: HTMLElement
  /** The list was drawn. @param calls how many calls there were so far */
  drawn(calls: number): void
}

/** So far below the edge, in px, an end counts as in sight. */
const NEAR = 8

export function createReadingPlace(list: HTMLElement, words: Words): ReadingPlace {
  const scroller = make('div', { class: 'log-scroller', tabindex: '-1' }, list)
  const foot = partButton('new-calls', '', toEnd)
  foot.hidden = true
  /** How many calls there were when the end was last in sight. */
  let seen = 0
  let calls = 0
  let taps = 0
  let wasAtEnd = true

  const rows = (): HTMLCollection => list.children
  const last = (): Element | null => rows()[rows().length - 1] || null
  const bottomOfLast = (): number => last()?.getBoundingClientRect().bottom || 0
  const isAtEnd = (): boolean => bottomOfLast() <= scroller.getBoundingClientRect().bottom + NEAR

  function toEnd(): void {
    last()?.scrollIntoView({ block: 'end' })
    look()
  }

  /** Looks whether the end is in sight. */
  function look(): void {
    wasAtEnd = isAtEnd()
    if (wasAtEnd) seen = calls
    const below = Math.max(0, calls - seen)
    foot.hidden = !below
    foot.textContent = words.newCalls(below)
  }

  /** The calls of a new tap begin at the upper edge, if the end was in sight before: there is place below them. */
  function showNewTap(): void {
    const all = list.querySelectorAll<HTMLElement>('.tap')
    const isNew = all.length > taps && taps > 0
    taps = all.length
    const tap = all[taps - 1]
    if (!tap) return
    const ofTap = bottomOfLast() - tap.getBoundingClientRect().top
    const [top] = rows()
    const isLong = bottomOfLast() - (top?.getBoundingClientRect().top || 0) > scroller.clientHeight
    list.style.paddingBottom = isLong && taps > 1 ? `${Math.max(0, scroller.clientHeight - ofTap)}px` : ''
    if (isNew && wasAtEnd) scroller.scrollTop = tap.offsetTop - list.offsetTop
  }

  on(scroller, 'scroll', look)
  return {
    element: make('div', { class: 'reading' }, scroller, foot),
    drawn(count) {
      if (count < calls) seen = 0
      calls = count
      showNewTap()
      look()
    },
  }
}
