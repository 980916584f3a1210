/** The picture of a page as it stood: its document as HTML without scripts, made in the page and drawn in the phone. */

/** A picture, as plain JSON. */
export interface Picture {
  /** The size of the page's window, in CSS px. */
  readonly width: number
  readonly height: number
  /** The fragment of the address, if an element of the page is its target: `:target` of a style sheet depends on it. */
  readonly fragment: string
  /**
   * The HTML, in pieces that make it when joined. Each style sheet and each image is a piece of its own, so that
   * several pictures of a page can share it (`shareTexts`).
   */
  readonly pieces: readonly string[]
}

/** The attributes that tell the drawing what HTML alone does not say. */
export const KEPT = {
  /** How far an element is scrolled: left and top, in px. */
  scroll: 'data-picture-scroll',
  /** It is in the top layer: `modal` for a dialog of `showModal`, `popover` for one of `showPopover`. */
  layer: 'data-picture-layer',
  /** Where each of its CSS animations stands, in ms. */
  animations: 'data-picture-animations',
} as const

/** A shorter piece is not worth a look into the map. In characters. */
const SHORT = 200

/** Makes a function that gives pictures back with the texts that they share kept once. */
export function shareTexts(): (picture: Picture) => Picture {
  const known = new Map<string, string>()
  const shared = (text: string): string => {
    if (text.length < SHORT) return text
    const first = known.get(text)
    if (first === undefined) known.set(text, text)
    return first ?? text
  }
  return (picture) => ({ ...picture, pieces: picture.pieces.map(shared) })
}
