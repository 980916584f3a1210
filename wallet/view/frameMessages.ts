/** Sends and hears the messages between the phone and the client in its frame, by `postMessage` within one origin. */
import { isObject } from '../../src/internalsWithoutDom'
import type { FromPage, FromPhone } from '../shared/messages'

const KEY = 'upsdkKit'

/** Sends a message to a window of this origin only. */
export const send = (target: Window, message: FromPage | FromPhone): void =>
  target.postMessage({ [KEY]: message }, location.origin)

/** Sends a message that arrives before this returns. A queued one may get lost when the document is unloaded. */
export function sendNow(target: Window, message: FromPage): void {
  try {
    const { MessageEvent } = target as Window & Pick<typeof globalThis, 'MessageEvent'>
    const { origin } = location
    target.dispatchEvent(new MessageEvent('message', { data: { [KEY]: message }, origin, source: window }))
  } catch {
    // The page has set `document.domain` since.
    send(target, message)
  }
}

/** Listens to our messages from one window, and to no others. @returns stops */
export function listenTo<Message extends FromPage | FromPhone>(
  source: () => Window | null,
  receive: (message: Message) => void,
): () => void {
  const listener = ({ data, origin, source: from }: MessageEvent<unknown>) => {
    const message = isObject(data) ? data[KEY] : undefined
    if (origin === location.origin && from && from === source() && isObject(message))
      receive(message as Message)
  }
  window.addEventListener('message', listener)
  return () => window.removeEventListener('message', listener)
}
