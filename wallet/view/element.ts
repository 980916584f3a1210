/** Makes elements without parsing HTML: text is set as text, and all styles are in one sheet of the shadow root. */

type Props = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>

/**
 * Makes an element with attributes, listeners (`onclick`) and children. An attribute that is false or undefined is left
 * out.
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  props: Props = {},
  ...children: readonly (Node | string | false | undefined)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const name of Object.keys(props)) {
    const value = props[name]
    if (typeof value === 'function') on(element, name.slice(2) as 'click', value)
    else if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value))
  }
  for (const child of children)
    if (child) element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
  return element
}

/** Makes a button with a text. @param part names it for tests */
export const partButton = (
  part: string,
  text: string,
  onclick: () => void,
  kind: 'plain' | 'main' | 'link' = 'plain',
): HTMLButtonElement => make('button', { type: 'button', class: kind, 'data-part': part, onclick }, text)

const SVG = 'http://www.w3.org/2000/svg'

/**
 * Makes a line drawing of 24 by 24, in the colour of the text. It is hidden from screen readers, since the text beside
 * it says the same.
 */
export function icon(path: string, className = 'icon'): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const line = document.createElementNS(SVG, 'path')
  for (const [name, value] of [
    ['viewBox', '0 0 24 24'],
    ['class', className],
    ['aria-hidden', 'true'],
  ] as const)
    svg.setAttribute(name, value)
  line.setAttribute('d', path)
  svg.appendChild(line)
  return svg
}

/** Makes a button with a line drawing. @param part names it for tests */
export const iconButton = (
  part: string,
  name: string,
  path: string,
  onclick: () => void,
  props: Props = {},
): HTMLButtonElement =>
  make(
    'button',
    {
      type: 'button',
      class: 'icon-button',
      'aria-label': name,
      title: name,
      'data-part': part,
      onclick,
      ...props,
    },
    icon(path),
  )

/** Replaces all children of a node. */
export function fill(parent: Node, ...children: readonly (Node | string | false | undefined)[]): void {
  while (parent.firstChild) parent.removeChild(parent.firstChild)
  for (const child of children)
    if (child) parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
}

/** Gives a node these children in this order, and moves none of those that it has already in that order. */
export function place(parent: Node, children: readonly Node[]): void {
  const wanted = new Set(children)
  let next = parent.firstChild
  const skipOthers = () => {
    while (next && !wanted.has(next)) {
      const gone = next
      next = next.nextSibling
      parent.removeChild(gone)
    }
  }
  for (const child of children) {
    skipOthers()
    if (child === next) next = next.nextSibling
    else parent.insertBefore(child, next)
  }
  skipOthers()
}

type Handler = (event: Event) => void

/** Handlers by element and event type, for `runHandlers`. */
const handlers = new WeakMap<EventTarget, Map<string, Handler>>()

/** Adds a listener that also runs for events that `guardLayers` stops. An element has one handler per event type. */
export function on<Type extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: Type,
  listener: (event: HTMLElementEventMap[Type]) => void,
): void {
  const own = handlers.get(element) || new Map<string, Handler>()
  handlers.set(element, own.set(type, listener as Handler))
  element.addEventListener(type, listener)
}

/** Adds the listeners inside a layer again, since `document.open` removes those of all elements. */
export function listenAgain(root: ParentNode): void {
  root.querySelectorAll('*').forEach((element) => {
    handlers.get(element)?.forEach((handler, type) => {
      element.addEventListener(type, handler)
    })
  })
}

/** Runs the handlers for an event that was stopped before it reached its target. */
export function runHandlers(event: Event, path: readonly EventTarget[]): void {
  for (const target of path) {
    if ((target as { disabled?: unknown }).disabled === true) return
    handlers.get(target)?.get(event.type)?.(event)
  }
}
