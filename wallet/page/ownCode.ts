/** Runs the page's code when the phone says so. */

const RUN = 'run'

/**
 * Runs code as if the browser had called it: inside an event of this window. A relative address that the code opens is
 * resolved against the window that was entered first, which else is the phone's. What it throws is an error of the page.
 */
export function runAsPage(code: () => void): void {
  const target = new EventTarget()
  target.addEventListener(RUN, () => code())
  target.dispatchEvent(new Event(RUN))
}
