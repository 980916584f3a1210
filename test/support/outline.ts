/**
 * Lists what an element shows, one line for each element inside it that has a text, an attribute or a value of its own:
 * `button type=button data-outcome=success: Pay`. Looks (classes, the lines of drawings) are left out.
 */
export function outline(root: ParentNode): string[] {
  return Array.from(root.querySelectorAll('*'))
    .filter((element) => !/^(style|path)$/i.test(element.tagName))
    .map(lineOf)
    .filter((line) => line.includes(' ') || line.includes(':') || line === 'svg')
}

/** Reads the attributes of an element that are no looks. */
export const attributesOf = (element: Element) =>
  Object.fromEntries(
    Array.from(element.attributes, ({ name, value }) => [name, value] as const).filter(
      ([name]) => name !== 'class' && name !== 'style',
    ),
  )

function lineOf(element: Element): string {
  const attributes = Object.entries(attributesOf(element))
    .filter(([name]) => name !== 'viewBox')
    .map(([name, value]) => (value ? `${name}=${value}` : name))
  const text = Array.from(element.childNodes)
    .filter((node) => node.nodeType === Node.TEXT_NODE)
    .map((node) => node.textContent)
    .join('')
    .trim()
  const { value } = element as Partial<HTMLInputElement>
  const isField = /^(input|textarea|select)$/i.test(element.tagName)
  const said = isField ? ` = ${value}` : text && `: ${text}`
  return [element.tagName.toLowerCase(), ...attributes].join(' ') + said
}
