/** Notes the errors of the page that may be about upsdk. */
import type { Log } from '../log'

export function followErrors(log: Log): void {
  window.addEventListener('error', ({ message }) => {
    if (/is not a function|upsdk/i.test(message)) log.addNote('error', message)
  })
}
