import type { DialogRequest } from '../../types/presenter'

/** The time between two looks, in ms. */
const EVERY = 150
/** A library must have shown something after this many looks. */
const LOOKS = 4

/** Makes a function that finds the library's element on screen with a text. */
export const finderOf =
  (selector: string) =>
  (text: string): HTMLElement | undefined =>
    [...document.querySelectorAll<HTMLElement>(selector)].find(
      (element) => element.offsetHeight && element.textContent.includes(text),
    )

/**
 * Makes a function that closes a library's dialog by its button, since not every library has a function for that. It
 * throws if there is no such button.
 */
export const presserOf = (button: string) => (dialog: HTMLElement | undefined) =>
  ((dialog as HTMLElement).querySelector(button) as HTMLElement).click()

/**
 * Waits for a moment, then for a frame. On a busy main thread, time alone does not prove that the library has run: its
 * queued work runs before this timer, and its work for the frame before this callback.
 */
const nextLook = () => new Promise((resolve) => setTimeout(requestAnimationFrame, EVERY, resolve))

/**
 * Rejects if a library silently shows nothing, so that the kit's own UI takes over. antd-mobile does so on React 19
 * without its patch.
 */
export async function onceOnScreen(isOnScreen: () => unknown): Promise<void> {
  let looks = LOOKS
  while (!isOnScreen()) {
    if (!looks--) throw 0
    await nextLook()
  }
}

/**
 * Waits for the user's answer to a library's dialog. A library has one dialog for the whole page, so a dialog may never
 * answer: the page's own dialog replaced it, or it was closed with its route. It resolves to undefined once the dialog
 * is off the screen. If the dialog is about an unconfirmed payment, it waits until the page's own dialog is gone too,
 * since the kit would ask again over it. So a dialog without an answer is always on screen, and an adapter needs no
 * `isOnScreen`.
 *
 * @param find finds the library's dialog on screen by its text; '' finds any
 * @param close closes the dialog when the kit no longer needs it
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
    // It throws if the dialog is gone already, and nothing has to be closed.
    .then(() => isOpen && close(find(message)))
    .then(end, end)
  const gone = async () => {
    await shown
    while (isOpen && find(unconfirmed ? '' : message)) await nextLook()
    return end()
  }
  return Promise.race([answer, gone()])
}
