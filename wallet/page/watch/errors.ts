/** Notes every error that the page does not catch. */
import { errorText, isOurError } from '../../shared/logStatus'
import type { Log } from '../log'
import { missedTag, missesSdk } from './sdkTags'

/** Errors that nobody threw: the browser reports them to the window, and the page goes on. */
const NOT_THROWN = /^ResizeObserver loop/

export function followErrors(log: Log): void {
  const note = (text: string) => {
    if (NOT_THROWN.test(text) || isOurError(text)) return
    const missedSdk = missesSdk(text) && missedTag()
    log.addNote('error', text, missedSdk ? { missedSdk } : {})
  }
  window.addEventListener('error', ({ message }) => {
    if (message) note(message)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => note(errorText(reason)))
}
