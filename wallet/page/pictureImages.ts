/** The images of a picture, as addresses: what is drawn in the page is asked for no second time. */

/** An image or a canvas with more pixels is made as small as it is on the screen, and left out if it is larger there. */
const MOST_PIXELS = 4_000_000

const EMPTY = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='
const BROKEN = 'data:,'

/** A page is pictured many times, and an image that has not changed has the same address. */
const known = new WeakMap<HTMLImageElement, { readonly from: string; readonly address: string }>()

/**
 * Gets an address of what an image shows; '' if it has none, and so no proportion. One of another origin keeps its own,
 * since a page may not read it.
 */
export function imageOf(image: HTMLImageElement): string {
  const { width, height } = image.getBoundingClientRect()
  const from = image.currentSrc || image.src
  if (!from) return ''
  if (width * height <= 1) return EMPTY
  if (from.startsWith('data:')) return from
  if (!image.complete || !image.naturalWidth) return BROKEN
  const kept = known.get(image)
  if (kept?.from === from) return kept.address
  const address = pixelsOf(image, image.naturalWidth, image.naturalHeight) || from
  known.set(image, { from, address })
  return address
}

/** Gets an address of what a canvas shows; undefined if it may not be read or is too large. */
export const canvasImage = (canvas: HTMLCanvasElement): string | undefined =>
  canvas.width * canvas.height ? pixelsOf(canvas, canvas.width, canvas.height) : EMPTY

function pixelsOf(
  image: HTMLImageElement | HTMLCanvasElement,
  ownWidth: number,
  ownHeight: number,
): string | undefined {
  const box = image.getBoundingClientRect()
  const isLarge = ownWidth * ownHeight > MOST_PIXELS
  const width = isLarge ? Math.ceil(box.width * devicePixelRatio) : ownWidth
  const height = isLarge ? Math.ceil(box.height * devicePixelRatio) : ownHeight
  if (width * height > MOST_PIXELS || !(width * height)) return undefined
  const copy = document.createElement('canvas')
  copy.width = width
  copy.height = height
  try {
    copy.getContext('2d')?.drawImage(image, 0, 0, width, height)
    return copy.toDataURL()
  } catch {
    return undefined
  }
}

/** Makes an image of a text, for the place of something that is not kept. */
export const noteImage = (text: string): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg"><rect width="100%" height="100%" fill="#e5e8ea"/><foreignObject width="100%" height="100%"><p xmlns="http://www.w3.org/1999/xhtml" style="margin:8px;color:#333;font:13px/1.4 sans-serif">${text.replace(/[<&]/g, ' ')}</p></foreignObject></svg>`,
  ).replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29'))}`
