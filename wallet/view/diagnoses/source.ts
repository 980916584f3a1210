/** Where the hazards are explained. */
import { make } from '../element'

/** The document that explains the hazards. */
export const SOURCE = 'docs/upsdk-behaviour.md'
/** The build replaces the first part by the repository's address, which stands in package.json alone. */
const ADDRESS = `https://repository.invalid/blob/main/${SOURCE}`
/** The heading of the hazards, which are rows of a table, and of the sections, by their numbers. */
const HAZARDS = '2-hazards-of-calling-it-directly'
const SECTIONS: Readonly<Record<string, string>> = { 5: '5-around-the-sdk' }

/** Finds the address of a hazard such as `H12`, or of a section such as `§7`. */
const addressOfHazard = (name: string): string =>
  /^H/.test(name) ? `${ADDRESS}#${HAZARDS}:~:text=${name}` : `${ADDRESS}#${SECTIONS[name.slice(1)] || ''}`

/** Makes a link of each hazard in a list such as `H3, H12`. */
export function linkedHazard(hazards: string): HTMLElement {
  const element = make('span', { class: 'soft' })
  hazards.split(', ').forEach((name, index) => {
    if (index) element.appendChild(document.createTextNode(', '))
    element.appendChild(
      make('a', { href: addressOfHazard(name), target: '_blank', rel: 'noopener', title: SOURCE }, name),
    )
  })
  return element
}
