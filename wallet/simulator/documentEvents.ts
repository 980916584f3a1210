import { EVENTS, STOPS } from '../methods/methodTable'
import { callbackOf, paramsObject } from './paramsObject'

/** The document events that pages listen to through upsdk. The SDK file has one slot for each event (H15). */
export interface DocumentEvents {
  listen(event: string, handler: unknown): void
  /** Adds or removes the listener that a method is about; other methods change nothing. */
  listenFor(method: string, params: unknown): void
  removeListeners(): void
}

/** @param window its document is read at each use: a popup gets another one */
export function createDocumentEvents(window: { readonly document: Document }): DocumentEvents {
  const slots = new Map<string, EventListener>()

  function listen(event: string, handler: unknown): void {
    const listener = callbackOf(handler) as EventListener | undefined
    if (!listener) return
    const { document } = window
    const before = slots.get(event)
    if (before) document.removeEventListener(event, before)
    slots.set(event, listener)
    document.addEventListener(event, listener)
  }

  return {
    listen,
    listenFor(method, params) {
      const event = EVENTS[method]
      const stopped = EVENTS[STOPS[method] || '']
      if (event) listen(event[1], paramsObject(params)[event[0]])
      const listener = stopped && slots.get(stopped[1])
      if (stopped && listener) window.document.removeEventListener(stopped[1], listener)
    },
    removeListeners: () =>
      slots.forEach((listener, event) => {
        window.document.removeEventListener(event, listener)
      }),
  }
}
