/** Does on an element what a hand would: taps it, or fills it in. The events are not trusted. */
import type { UserAction } from '../shared/actions'

/** Dispatches what a finger does. */
export function tap(element: Element): void {
  const { left, top, width, height } = element.getBoundingClientRect()
  const at = { clientX: left + width / 2, clientY: top + height / 2 }
  const mouse = { bubbles: true, cancelable: true, composed: true, view: window, detail: 1, ...at }
  const pointer = { ...mouse, pointerId: 1, pointerType: 'touch', isPrimary: true }
  // newer-api: it runs in the phone alone, in a browser of today
  element.dispatchEvent(new PointerEvent('pointerdown', pointer))
  const isStarted = touch(element, 'touchstart', at)
  // newer-api: it runs in the phone alone, in a browser of today
  element.dispatchEvent(new PointerEvent('pointerup', pointer))
  // A page that cancels a touch gets no mouse events and no click of it, and may make a click of its own.
  if (!touch(element, 'touchend', at) || !isStarted) return
  element.dispatchEvent(new MouseEvent('mousedown', mouse))
  if (element instanceof HTMLElement) element.focus({ preventScroll: true })
  element.dispatchEvent(new MouseEvent('mouseup', mouse))
  element.dispatchEvent(new MouseEvent('click', mouse))
}

/** @returns whether the page has not cancelled it */
function touch(element: Element, type: string, at: { clientX: number; clientY: number }): boolean {
  if (typeof TouchEvent !== 'function' || typeof Touch !== 'function') return true
  const one = new Touch({ identifier: 1, target: element, ...at })
  const touches = type === 'touchend' ? [] : [one]
  return element.dispatchEvent(
    new TouchEvent(type, {
      bubbles: true,
      cancelable: true,
      composed: true,
      touches,
      targetTouches: touches,
      changedTouches: [one],
    }),
  )
}

export type Filling = Extract<UserAction, { kind: 'check' | 'select' | 'fill' }>

/** Sets a field as a person would: frameworks read the value in `input`, and watch its own setter. */
export function change(element: Element, action: Filling): void {
  if (action.kind === 'check') {
    // A click also changes it.
    if (element instanceof HTMLInputElement && element.checked !== action.value) element.click()
    return
  }
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set
  if (setter) setter.call(element, action.value)
  for (const type of ['input', 'change']) element.dispatchEvent(new Event(type, { bubbles: true }))
}
