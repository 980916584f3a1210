/** Styles are set through CSSOM, as in the kit's own UI, since a strict policy blocks `<style>`. */
type Styles = Partial<CSSStyleDeclaration>

/** Makes an element with styles and children. Text is set as text, without the backticks around code. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  styles: Styles,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  Object.assign(element.style, styles)
  for (const child of children)
    element.appendChild(typeof child === 'string' ? document.createTextNode(child.replace(/`/g, '')) : child)
  return element
}

/** Replaces all children of a node. */
export function replaceChildren(parent: Node, ...children: readonly Node[]): void {
  while (parent.firstChild) parent.removeChild(parent.firstChild)
  for (const child of children) parent.appendChild(child)
}

// The background may be light or dark, so the panel uses the text's own colour. Less important text is smaller, never
// fainter, since eruda's grey is hardly readable already.
export const FAINT = 'rgba(127,127,127,0.14)'
export const LINE = '1px solid rgba(127,127,127,0.25)'
export const COLORS = {
  waiting: '#8a6d00',
  open: '#2166c4',
  success: '#12804a',
  failure: '#d0372d',
  shown: '#666',
  quiet: '#666',
} as const

/** Makes a button that is large enough for a thumb. */
export function button(text: string, onClick: () => void, styles: Styles = {}): HTMLButtonElement {
  const element = make(
    'button',
    {
      minHeight: '44px',
      padding: '0 14px',
      border: LINE,
      borderRadius: '10px',
      background: 'none',
      color: 'inherit',
      font: 'inherit',
      cursor: 'pointer',
      ...styles,
    },
    text,
  )
  element.type = 'button'
  element.addEventListener('click', onClick)
  return element
}

/** Makes a short label on a coloured background. */
export const pill = (text: string, color: string): HTMLElement =>
  make(
    'span',
    {
      flex: 'none',
      padding: '1px 8px',
      borderRadius: '9px',
      background: color,
      color: '#fff',
      fontSize: '12px',
      lineHeight: '18px',
    },
    text,
  )

/** Makes the sign that a row opens. Screen readers have `aria-expanded`. */
export function chevron(isOpen: boolean): HTMLElement {
  const sign = make('span', {
    flex: 'none',
    width: '7px',
    height: '7px',
    margin: '0 4px',
    borderRight: '2px solid',
    borderBottom: '2px solid',
    transform: `rotate(${isOpen ? 45 : -45}deg)`,
  })
  sign.setAttribute('aria-hidden', 'true')
  return sign
}

/** Makes a row with a name and its value, one below the other on a narrow phone. */
export const fact = (name: string, value: Node | string): HTMLElement =>
  make(
    'div',
    { padding: '8px 0', borderBottom: LINE },
    make('div', { fontSize: '12px' }, name),
    make('div', { overflowWrap: 'anywhere' } as Styles, value),
  )
