type Child = Node | string | undefined | false

/** Makes an element with attributes and children. Text is set as text, never as HTML. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children.filter((child): child is Node | string => !!child))
  return element
}

/** Finds the element with an id, which the page's HTML must have. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (!element) throw new Error(`No element #${id}`)
  return element
}

/** Writes a text into an element. Words in backticks become code. */
export function write(element: Element, text: string): void {
  const parts = text.split('`').map((part, index) => (index % 2 ? make('code', {}, part) : part))
  element.replaceChildren(...parts)
}

/** Opens an address in a frame. After the first one, `replace` keeps it out of the browser's history. */
export function openInFrame(frame: HTMLIFrameElement, address: string): void {
  const { href } = new URL(address, location.href)
  if (frame.contentWindow) frame.contentWindow.location.replace(href)
  else frame.src = href
}
