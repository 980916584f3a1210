/**
 * `upsdk-kit/qr`: draws QR codes, with [uqr](https://github.com/unjs/uqr) (MIT).
 *
 * @module upsdk-kit/qr
 */
import { encode } from 'uqr'

/** The size of the drawing in px. It is shown at the width of the dialog, at most 16 em. */
const SIZE = 720
/** White modules around the code, as the standard requires. */
const QUIET = 4
/** With more modules than this, including the white ones, a phone could not distinguish them. */
const MOST_MODULES = 97

/**
 * Draws a text as a QR code. It is black on white even in dark mode, since not every scanner reads the inverse. Throws
 * for a text of more than about 500 characters, whose code a phone could not read.
 */
export function drawQr(text: string, document: Document): HTMLElement {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  if (size > MOST_MODULES) throw new Error('too long for a QR code')
  const canvas = document.createElement('canvas')
  const module = Math.max(1, Math.floor(SIZE / size))
  canvas.width = canvas.height = module * size
  canvas.style.cssText = 'display:block;width:100%;max-width:16em;margin:1em auto 0;border-radius:.4em'
  // It is useless to someone who cannot see it. The text above it says what it is.
  canvas.setAttribute('aria-hidden', 'true')
  const drawing = canvas.getContext('2d')
  if (!drawing) throw new Error('nothing to draw on')
  drawing.fillStyle = '#fff'
  drawing.fillRect(0, 0, canvas.width, canvas.height)
  drawing.fillStyle = '#000'
  data.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) drawing.fillRect(x * module, y * module, module, module)
    })
  })
  return canvas
}
