/** Notes every error that the page does not catch. */
import { errorText } from '../../shared/logStatus'
import type { Log } from '../log'
import { missedTag, missesSdk } from './sdkTags'

/** Errors that nobody threw: the browser reports them to the window, and the page goes on. */
const NOT_THROWN = /^ResizeObserver loop/
/** Our own errors begin so. */
const OURS = /\[upsdk-kit\]/

export function followErrors(log: Log): void {
  const note = (text: string) => {
    if (NOT_THROWN.test(text) || OURS.test(text)) return
    const missedSdk = missesSdk(text) && missedTag()
    log.addNote('error', text, missedSdk ? { missedSdk } : {})
  }
  window.addEventListener('error', ({ message }) => {
    if (message) note(message)
  })
  window.addEventListener('unhandledrejection', ({ reason }) => note(errorText(reason)))
}
