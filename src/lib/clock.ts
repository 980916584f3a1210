import { isFunction, read } from './values'

/** ms, growing only: what the page does to its own clock changes no time limit. */
export type Clock = () => number

/**
 * Makes the clock of a kit. It keeps the window's `performance` as it was, since `var performance = …` of a page
 * replaces it, and leaves out what a clock jumps back.
 */
export function createClock(window: object | undefined): Clock {
  const own = read(window, 'performance') as Performance | undefined
  const now = isFunction(read(own, 'now')) ? () => (own as Performance).now() : Date.now
  let readAt = now()
  let time = readAt
  return () => {
    const at = now()
    if (at > readAt) time += at - readAt
    readAt = at
    return time
  }
}
