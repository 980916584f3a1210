/** The scroller around the log. What is read stays where it is; a button at its foot counts what came below. */
import { make, on, partButton } from './element'
import type { Words } from './texts/words'

export interface ReadingPlace {
  readonly element: HTMLElement
  /** The list was drawn. @param calls how many calls there were so far */
  drawn(calls: number): void
  /** The next drawing has other rows, and is shown from its start. */
  startAnew(): void
}

/** So far below the edge, in px, an end counts as in sight. */
const NEAR = 8
/** The room for the calls of a tap, in px: some three rows. */
const ROOM = 110

export function createReadingPlace(list: HTMLElement, words: Words): ReadingPlace {
  const scroller = make('div', { class: 'log-scroller', tabindex: '-1' }, list)
  const foot = partButton('new-calls', '', toEnd)
  foot.hidden = true
  /** How many calls there were when the end was last in sight. */
  let seen = 0
  let calls = 0
  let taps = 0
  let wasAtEnd = true
  let isFirst = true
  let isAnew = false

  const last = (): Element | null => list.children[list.children.length - 1] || null
  const bottomOfLast = (): number => last()?.getBoundingClientRect().bottom || 0
  const isAtEnd = (): boolean => bottomOfLast() <= scroller.getBoundingClientRect().bottom + NEAR

  /** A heading stays in sight while its calls scroll, so they say where it would stand. */
  const topOf = (tap: HTMLElement): number =>
    tap.nextElementSibling
      ? tap.nextElementSibling.getBoundingClientRect().top - tap.offsetHeight
      : tap.getBoundingClientRect().top

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

  /**
   * The calls of a new tap begin at half height, if the end was in sight before and there is little room below: what came
   * before them stays in sight above, and no call that comes moves another.
   */
  function showNewTap(): void {
    const all = list.querySelectorAll<HTMLElement>('.tap')
    const isNew = all.length > taps && taps > 0 && !isAnew
    taps = all.length
    const tap = all[taps - 1]
    if (!tap) return
    const listTop = list.getBoundingClientRect().top
    const top = topOf(tap) - listTop
    const end = bottomOfLast() - listTop
    const half = scroller.clientHeight / 2
    const isLong = end > scroller.clientHeight - ROOM
    list.style.paddingBottom = isLong && taps > 1 ? `${Math.max(0, half - (end - top))}px` : ''
    if (!isNew || !wasAtEnd) return
    // A tap that would be cut by the upper edge is whole, if that leaves the new one enough room.
    const cut = Math.max(
      0,
      ...Array.from(all, (one) => topOf(one) - listTop).filter((one) => one <= top - half),
    )
    const room = Math.max(ROOM, scroller.clientHeight / 3)
    scroller.scrollTop = top - cut <= scroller.clientHeight - room ? cut : top - half
  }

  on(scroller, 'scroll', look)
  return {
    element: make('div', { class: 'reading' }, scroller, foot),
    startAnew: () => void (isAnew = true),
    drawn(count) {
      if (count < calls) seen = 0
      // What was there before the log was looked at is not new.
      if (isFirst) seen = count
      isFirst = false
      calls = count
      showNewTap()
      if (isAnew) scroller.scrollTop = 0
      isAnew = false
      look()
    },
  }
}
