/**
 * `upsdk-kit/qr`: draws QR codes, with [uqr](https://github.com/unjs/uqr) (MIT).
 *
 * @module upsdk-kit/qr
 */
import { encode } from 'uqr'

/** px of the drawing; it is shown at the width of the dialog, 16 em at the most. */
const SIZE = 720
/** Modules of white around the code, as its standard wants. */
const QUIET = 4
/** Of more modules, with the white around them, one is too small for a phone to tell apart. */
const MOST_MODULES = 97

/**
 * Draws a text as a QR code: black on white in dark mode too, since not every scanner reads the inverse. Throws for a
 * text of more than some 500 characters, whose code a phone could not read.
 */
export function drawQr(text: string, document: Document): HTMLElement {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  if (size > MOST_MODULES) throw new Error('too long for a QR code')
  const canvas = document.createElement('canvas')
  const module = Math.max(1, Math.floor(SIZE / size))
  canvas.width = canvas.height = module * size
  canvas.style.cssText = 'display:block;width:100%;max-width:16em;margin:1em auto 0;border-radius:.4em'
  // Of no use to someone who cannot see it; the text above it says what it is.
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
