import type { UpsdkWindow } from '../types/window'
import { noop } from './run'

/** The global window where there is one; none on a server. */
export const globalWindow = (): UpsdkWindow | undefined =>
  typeof window === 'undefined' ? undefined : window

/**
 * Stands in for a window on a server, where nothing happens: it has what the rooms of a kit read, and no more. Whatever
 * shows something gets the page's own window. Each kit has its own, since what is kept by window is shared.
 */
export function emptyWindow(): UpsdkWindow {
  const document = { addEventListener: noop, removeEventListener: noop, querySelector: noop }
  return { ...document, navigator: {}, document } as unknown as UpsdkWindow
}

/** Listens. @returns listens no more */
export function listen(
  target: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
  type: string,
  listener: (event: Event) => void,
  capture = false,
): () => void {
  target.addEventListener(type, listener, capture)
  return () => target.removeEventListener(type, listener, capture)
}

/** Makes an ordinary object of the window that holds upsdk: it drops parameters of any other kind without a word (H21). */
export function newObject(window: UpsdkWindow): Record<string, unknown> {
  const ObjectThere = (window as { Object?: ObjectConstructor }).Object || Object
  return ObjectThere === Object ? {} : (new ObjectThere() as Record<string, unknown>)
}

/** Sets a property, whatever its name is: assigned, `__proto__` would change what the object is. */
export function setProperty(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value
  else Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true })
}

/** Copies the own enumerable properties into an ordinary object of that window. */
export function copyParams(window: UpsdkWindow, params: object): Record<string, unknown> {
  const copy = newObject(window)
  for (const key of Object.keys(params)) setProperty(copy, key, (params as Record<string, unknown>)[key])
  return copy
}
