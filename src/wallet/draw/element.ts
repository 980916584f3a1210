/** Elements without HTML text: text is set as text, and styles stand in one sheet of the shadow root. */

type Props = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>

/** An element with attributes, listeners (`onclick`) and children; an attribute that is false or undefined is left out. */
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

const SVG = 'http://www.w3.org/2000/svg'

/** A line drawing of 24 by 24, in the colour of the text. It says nothing that is not said beside it. */
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

/** Takes everything out, and puts these in. */
export function fill(parent: Node, ...children: readonly (Node | string | false | undefined)[]): void {
  while (parent.firstChild) parent.removeChild(parent.firstChild)
  for (const child of children)
    if (child) parent.appendChild(typeof child === 'string' ? document.createTextNode(child) : child)
}

type Handler = (event: Event) => void

/** Handlers by element and type, for `runHandlers`. */
const handlers = new WeakMap<EventTarget, Map<string, Handler>>()

/** Listens, also where the layer has to hand an event on (`guardLayers`). One handler for an element and a type. */
export function on<Type extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: Type,
  listener: (event: HTMLElementEventMap[Type]) => void,
): void {
  const own = handlers.get(element) || new Map<string, Handler>()
  handlers.set(element, own.set(type, listener as Handler))
  element.addEventListener(type, listener)
}

/** Adds the listeners inside a layer again: `document.open` takes those of all elements away. */
export function listenAgain(root: ParentNode): void {
  root.querySelectorAll('*').forEach((element) => {
    handlers.get(element)?.forEach((handler, type) => {
      element.addEventListener(type, handler)
    })
  })
}

/** Runs the handlers of an event that was stopped before it came to its target. */
export function runHandlers(event: Event, path: readonly EventTarget[]): void {
  for (const target of path) {
    if ((target as { disabled?: unknown }).disabled === true) return
    handlers.get(target)?.get(event.type)?.(event)
  }
}
