/** Records what a person did on the page, for a replay and for a test that repeats it. */

import type { TimedAction, UserAction } from '../../shared/actions'
import { BUTTONS, isButton, isField, isInsideTool, KIT_DIALOG, LINKS, locatorOf } from '../elementLocator'

/** The longest time between a touch and the click that a library makes of it, in ms. */
const CLICKS_WITHIN = 700

/** The actions so far. */
export interface ActionFollower {
  readonly list: TimedAction[]
  add(action: UserAction): void
  /** Calls a listener with each action from now on. */
  subscribe(listener: (action: TimedAction) => void): void
}

/** Follows a person's taps and inputs. */
export function followActions(): ActionFollower {
  const list: TimedAction[] = []
  const listeners: ((action: TimedAction) => void)[] = []
  function add(action: UserAction, at = performance.now()): void {
    const timed = { at, ...action }
    list.push(timed)
    for (const listener of listeners) listener(timed)
  }
  /** Where a finger was lifted, until a click comes of it. */
  let touched: { readonly target: Element; readonly at: number } | undefined
  window.addEventListener(
    'touchend',
    (event) => {
      const [target] = event.composedPath()
      if (event.isTrusted && target instanceof Element) touched = { target, at: event.timeStamp }
    },
    true,
  )
  /** Libraries such as FastClick cancel the browser's click and dispatch their own, which is not trusted. */
  const isOfTouch = (clicked: Element): boolean =>
    !!touched && clicked.contains(touched.target) && performance.now() - touched.at < CLICKS_WITHIN
  /** The field in which someone writes, since when: a page may answer each letter, before the field is left. */
  let typed: { readonly target: EventTarget | undefined; readonly at: number } | undefined
  window.addEventListener(
    'input',
    (event) => {
      const [target] = event.composedPath()
      if (event.isTrusted && typed?.target !== target) typed = { target, at: performance.now() }
    },
    true,
  )
  function follow(
    type: 'click' | 'change',
    actionOf: (element: Element, inDocument: Element) => UserAction | undefined,
  ): void {
    // The window gets an event first, before the page can stop it.
    window.addEventListener(
      type,
      (event) => {
        const [target] = event.composedPath()
        if (!(target instanceof Element) || !(event.target instanceof Element) || isInsideTool(event.target))
          return
        const isUsers = event.isTrusted || (type === 'click' && isOfTouch(target))
        if (type === 'click') touched = undefined
        const action = isUsers ? actionOf(target, event.target) : undefined
        if (action) add(action, type === 'change' && typed?.target === target ? typed.at : undefined)
        if (type === 'change') typed = undefined
      },
      true,
    )
  }
  follow('click', (element, inDocument) => {
    const meant = tapped(element)
    if (inDocument.closest(KIT_DIALOG))
      return isButton(meant) ? { kind: 'leave', locator: locatorOf(meant) } : undefined
    // A tap on a field or its label is recorded as the change of the field.
    const isOfField = isField(meant) || (meant instanceof HTMLLabelElement && meant.control)
    return isOfField && !isButton(meant) ? undefined : { kind: 'click', locator: locatorOf(meant) }
  })
  follow('change', (element) => changeOf(element))
  return { list, add, subscribe: (listener) => void listeners.push(listener) }
}

/** Finds the element that a tap on one of its descendants was meant for. */
const tapped = (element: Element): Element =>
  element.closest(`${BUTTONS}, ${LINKS}, label, summary`) || element

function changeOf(element: Element): UserAction | undefined {
  if (!isField(element) || isButton(element)) return undefined
  const { type, checked, value } = element
  const locator = locatorOf(element)
  if (type === 'checkbox' || type === 'radio') return { kind: 'check', locator, value: checked }
  // A chosen file exists on the developer's computer only.
  if (type === 'file') return { kind: 'file', locator }
  return { kind: element.tagName === 'SELECT' ? 'select' : 'fill', locator, value }
}
