import type { DialogRequest } from '../../types/presenter'

/** ms between two looks. */
const EVERY = 150
/** Looks in which a library must have shown something. */
const LOOKS = 4

/** Makes what finds an element of the library's that is on screen and has a text. */
export const finderOf =
  (selector: string) =>
  (text: string): HTMLElement | undefined =>
    [...document.querySelectorAll<HTMLElement>(selector)].find(
      (element) => element.offsetHeight && element.textContent.includes(text),
    )

/**
 * Makes what closes a library's dialog as the user would: not every library has a function for it. It throws if there
 * is no such button.
 */
export const presserOf = (button: string) => (dialog: HTMLElement | undefined) =>
  ((dialog as HTMLElement).querySelector(button) as HTMLElement).click()

/**
 * Waits a moment, and for a frame after it. On a busy main thread time alone does not tell that the library had its
 * turn: what it had in the queue runs before this timer, and what it asked of the frame before this callback.
 */
const nextLook = () => new Promise((resolve) => setTimeout(requestAnimationFrame, EVERY, resolve))

/**
 * Rejects if a library shows nothing without a word (antd-mobile on React 19 without its patch): then the kit's own UI
 * takes over.
 */
export async function onceOnScreen(isOnScreen: () => unknown): Promise<void> {
  let looks = LOOKS
  while (!isOnScreen()) {
    if (!looks--) throw 0
    await nextLook()
  }
}

/**
 * Turns the answer of a library's dialog into the user's. A library has one dialog for the whole page. A dialog that
 * the page's own took the place of, or that was closed with its route, never answers: undefined once it is off the
 * screen. About an unconfirmed payment, once the page's own has gone too, since it would be asked again over it. So a
 * dialog without an answer is on screen, and an adapter's `isOnScreen` need not look.
 *
 * @param find finds the library's dialog with a text on screen; '' for any
 * @param close closes it when the kit gives it up
 */
export function whileOnScreen<Found>(
  { message, givenUp, unconfirmed }: DialogRequest,
  answer: Promise<boolean | undefined>,
  find: (text: string) => Found,
  close: (found: Found) => void,
): Promise<boolean | undefined> {
  let isOpen = true
  const end = (): undefined => {
    isOpen = false
  }
  const shown = onceOnScreen(() => find(message))
  answer.then(end, end)
  givenUp
    ?.then(() => shown)
    // Not there any more, it throws: then nothing is to be closed.
    .then(() => isOpen && close(find(message)))
    .then(end, end)
  const gone = async () => {
    await shown
    while (isOpen && find(unconfirmed ? '' : message)) await nextLook()
    return end()
  }
  return Promise.race([answer, gone()])
}
