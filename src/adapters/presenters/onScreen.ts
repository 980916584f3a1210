/** ms between two looks. */
const EVERY = 150
/** Looks in which a library must have shown something: its first frames take their time on a slow phone. */
const LOOKS = 4

/** @returns asks whether an element of the library's that has the text is on screen */
export const hasText =
  (selector: string, text: string): (() => boolean) =>
  () =>
    Array.from(document.querySelectorAll(selector)).some(
      (element) => !!element.getClientRects().length && !!element.textContent?.includes(text),
    )

/**
 * Rejects where a library shows nothing without a word (antd-mobile on React 19 without its patch): then the kit's own
 * UI takes over.
 */
export function onceOnScreen(isOnScreen: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    let looks = 0
    const look = () => {
      if (isOnScreen()) resolve()
      else if (++looks > LOOKS) reject()
      else setTimeout(look, EVERY)
    }
    look()
  })
}

/**
 * Turns the answer of a library's dialog into the user's. A library has one dialog for the whole page. A dialog that
 * the page's own took the place of, or that was closed with its route, never answers. So it counts as cancelled once it
 * is off the screen.
 */
export function whileOnScreen(isOnScreen: () => boolean, answer: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    answer.then(resolve, reject)
    onceOnScreen(isOnScreen).then(() => {
      const timer = setInterval(() => {
        if (isOnScreen()) return
        clearInterval(timer)
        resolve(false)
      }, EVERY)
      const end = () => clearInterval(timer)
      answer.then(end, end)
    }, reject)
  })
}
