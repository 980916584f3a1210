import type { UpsdkWindow } from '../types/window'
import { noop } from './run'
import { defineValue } from './values'

/** Gets the global window; undefined on a server. */
export const globalWindow = (): UpsdkWindow | undefined =>
  typeof window === 'undefined' ? undefined : window

/**
 * Makes a stand-in for the window on a server, where nothing happens. It has only the members that a kit reads itself.
 * Parts that show something get the page's own window. Each kit has one of its own, since kits share what is stored by
 * window.
 */
export function emptyWindow(): UpsdkWindow {
  const document = { addEventListener: noop, removeEventListener: noop }
  return { ...document, navigator: {}, document } as unknown as UpsdkWindow
}

/** Adds a listener. @returns removes it */
export function listen(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  type: string,
  listener: (event: Event) => void,
  options: boolean | AddEventListenerOptions = false,
): () => void {
  target.addEventListener(type, listener, options)
  return () => target.removeEventListener(type, listener, options)
}

/** Makes an ordinary object of upsdk's own window. upsdk silently drops parameters of any other kind (H21). */
export function newObject(window: UpsdkWindow): Record<string, unknown> {
  const ObjectThere = (window as { Object?: ObjectConstructor }).Object || Object
  return new ObjectThere() as Record<string, unknown>
}

/** Copies the own enumerable properties into an ordinary object of a window. */
export function copyParams(window: UpsdkWindow, params: object): Record<string, unknown> {
  const copy = newObject(window)
  for (const key of Object.keys(params)) defineValue(copy, key, (params as Record<string, unknown>)[key])
  return copy
}
