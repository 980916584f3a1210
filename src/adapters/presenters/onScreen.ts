/** ms between two looks. */
const EVERY = 150
/** Looks in which a library must have shown something: its first frames take their time on a slow phone. */
const LOOKS = 4

/** Is there an element of the library's on screen that has the text? */
const isOnScreen = (selector: string, text: string): boolean =>
  Array.from(document.querySelectorAll(selector)).some(
    (element) => !!element.getClientRects().length && !!element.textContent?.includes(text),
  )

/**
 * A library may show nothing without a word (antd-mobile on React 19 without its patch): then it rejects, and the kit's
 * own UI takes over.
 */
export function onceOnScreen(selector: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let looks = 0
    const look = () => {
      if (isOnScreen(selector, text)) resolve()
      else if (++looks > LOOKS) reject()
      else setTimeout(look, EVERY)
    }
    look()
  })
}

/**
 * Turns the answer of a library's dialog into the user's. A library has one dialog for the whole page: one that the page's own took the place
 * of, or that was closed with its route, never answers, so it counts as cancelled once it is off the screen.
 */
export function whileOnScreen(selector: string, text: string, answer: Promise<boolean>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    answer.then(resolve, reject)
    onceOnScreen(selector, text).then(() => {
      const timer = setInterval(() => {
        if (isOnScreen(selector, text)) return
        clearInterval(timer)
        resolve(false)
      }, EVERY)
      const end = () => clearInterval(timer)
      answer.then(end, end)
    }, reject)
  })
}
