/** Node reads GBK, but does not write it: so what each pair of bytes reads as is asked once. */
const bytesOf = new Map()
const decoder = new TextDecoder('gbk')
for (let lead = 0x81; lead <= 0xfe; lead++)
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = decoder.decode(Uint8Array.of(lead, trail))
    if (character.length === 1 && !bytesOf.has(character)) bytesOf.set(character, [lead, trail])
  }

/** Writes a text in GBK. Throws at what GBK does not have, such as ¥: HTML may write it as `&yen;`. */
export function toGbk(text) {
  const bytes = Array.from(text).flatMap((character) => {
    if (character <= '\x7f') return [character.charCodeAt(0)]
    const pair = bytesOf.get(character)
    if (!pair) throw new Error(`GBK has no ${character}`)
    return pair
  })
  return Buffer.from(bytes)
}
