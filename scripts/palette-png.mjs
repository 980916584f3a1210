/** Makes a screenshot a third as large: pictures of pages have few colours, and PNG can number them. */
import { deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** The most frequent colours, which are surfaces and shadows: these stay as they are. */
const FREQUENT = 192
/** Those that differ most from all others, be they rare: the rest are edges of letters, and take the nearest. */
const DISTINCT = 64

/**
 * @param {Buffer} png as Chromium writes it: 8 bits of red, green and blue, not interlaced
 * @returns {Buffer} the same with a palette
 */
export function withPalette(png) {
  const { width, height, rows } = decode(png)
  const palette = choosePalette(rows)
  const numbers = new Map()
  const lines = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = rows[y].readUIntBE(x * 3, 3)
      if (!numbers.has(colour)) numbers.set(colour, nearest(palette, colour))
      // Each line begins with its filter: none, which is best for numbers.
      lines[y * (width + 1) + 1 + x] = numbers.get(colour)
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3], 8)
  const colours = Buffer.alloc(palette.length * 3)
  for (const [index, colour] of palette.entries()) colours.writeUIntBE(colour, index * 3, 3)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function choosePalette(rows) {
  const counts = new Map()
  for (const row of rows)
    for (let at = 0; at < row.length; at += 3) {
      const colour = row.readUIntBE(at, 3)
      counts.set(colour, (counts.get(colour) || 0) + 1)
    }
  const colours = [...counts].sort(([, one], [, other]) => other - one).map(([colour]) => colour)
  const palette = colours.slice(0, FREQUENT)
  const others = colours.slice(FREQUENT).map((colour) => ({ colour, far: farFrom(palette, colour) }))
  for (let left = Math.min(DISTINCT, others.length); left; left--) {
    const [next] = others.sort((one, other) => other.far - one.far)
    palette.push(next.colour)
    for (const other of others) other.far = Math.min(other.far, distance(next.colour, other.colour))
  }
  return palette
}

const farFrom = (palette, colour) => distance(palette[nearest(palette, colour)], colour)

function nearest(palette, colour) {
  let best = 0
  for (const [index, chosen] of palette.entries())
    if (distance(chosen, colour) < distance(palette[best], colour)) best = index
  return best
}

function distance(one, other) {
  const [red, green, blue] = [16, 8, 0].map((shift) => ((one >> shift) & 255) - ((other >> shift) & 255))
  return red * red + green * green + blue * blue
}

function decode(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  if (png[24] !== 8 || png[25] !== 2 || png[28]) throw new Error('Not a PNG as Chromium writes it')
  const parts = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const lines = inflateSync(Buffer.concat(parts))
  const rows = []
  for (let y = 0; y < height; y++) {
    const start = y * (width * 3 + 1)
    const row = lines.subarray(start + 1, start + 1 + width * 3)
    unfilter(row, rows[y - 1] || Buffer.alloc(width * 3), lines[start])
    rows.push(row)
  }
  return { width, height, rows }
}

/** Undoes what PNG does to a line of pixels: each byte is told by its difference from others. */
function unfilter(row, above, filter) {
  for (let at = 0; at < row.length; at++) {
    const [left, up, corner] = [row[at - 3] ?? 0, above[at], above[at - 3] ?? 0]
    row[at] += [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]
  }
}

function paeth(left, up, corner) {
  const guess = left + up - corner
  const [fromLeft, fromUp, fromCorner] = [left, up, corner].map((value) => Math.abs(guess - value))
  if (fromLeft <= fromUp && fromLeft <= fromCorner) return left
  return fromUp <= fromCorner ? up : corner
}

function chunk(type, data) {
  const whole = Buffer.alloc(data.length + 12)
  whole.writeUInt32BE(data.length, 0)
  whole.write(type, 4, 'latin1')
  whole.set(data, 8)
  whole.writeUInt32BE(crc(whole.subarray(4, -4)), data.length + 8)
  return whole
}

function crc(bytes) {
  let value = 0xffffffff
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}
