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
/** So much of a tap above another one says little, in px: some two rows. */
const REST = 70

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
    const tops = Array.from(all, (one) => topOf(one) - listTop)
    const top = topOf(tap) - listTop
    const end = bottomOfLast() - listTop
    const start = startFor(top, tops)
    const isLong = end > scroller.clientHeight - ROOM
    list.style.paddingBottom =
      isLong && taps > 1 ? `${Math.max(0, scroller.clientHeight - (end - start))}px` : ''
    if (isNew && wasAtEnd) scroller.scrollTop = start
  }

  /** Where the list is cut above, so that a new tap has room: at a tap, if one is near. */
  function startFor(top: number, tops: readonly number[]): number {
    const { clientHeight } = scroller
    const half = top - clientHeight / 2
    // A tap that would be cut is whole, if that leaves the new one enough room. A rest of it that says little is left out.
    const cut = Math.max(0, ...tops.filter((one) => one <= half))
    if (top - cut <= clientHeight - Math.max(ROOM, clientHeight / 3)) return cut
    const next = tops.find((one) => one > half && one < half + REST)
    return next ?? half
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
