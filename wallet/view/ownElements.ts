/** The wallet's own elements, by their name in `data-upsdk-kit`, with their columns. */

interface OwnElement {
  /** Whom its texts are for. Those of the wallet's toast are for the user, as in a real wallet. */
  readonly reader: 'developer' | 'user'
  /** Are events inside it hidden from the page? */
  readonly isGuarded: boolean
}

const ownElements = {
  sheet: { reader: 'developer', isGuarded: true },
  wallet: { reader: 'developer', isGuarded: true },
  'wallet-page': { reader: 'developer', isGuarded: true },
  'wallet-toast': { reader: 'user', isGuarded: true },
  'title-bar': { reader: 'developer', isGuarded: true },
  log: { reader: 'developer', isGuarded: true },
  // The inspector's panel inside it has ordinary listeners.
  recorder: { reader: 'developer', isGuarded: false },
} satisfies Readonly<Record<string, OwnElement>>

/** The name of an element of the wallet. */
export type OwnElementName = keyof typeof ownElements

/** Finds the row of an element; undefined for any other element. */
const rowOf = (element: Element): OwnElement | undefined => {
  const name = element.getAttribute('data-upsdk-kit') || ''
  return name in ownElements ? ownElements[name as OwnElementName] : undefined
}

/** Is it an element with texts for the developer? */
export const isForDeveloper = (element: Element): boolean => rowOf(element)?.reader === 'developer'

/** Is it an element whose events the page must not get? */
export const isGuarded = (element: Element): boolean => !!rowOf(element)?.isGuarded
