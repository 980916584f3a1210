/** Draws samples of large tables by a seed, so that the same rows can be drawn again. */

/** The random generator Mulberry32. @returns {() => number} */
function randomFrom(start) {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const hashOf = (text) => Array.from(text).reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) | 0, 7)

/**
 * Draws one row of each group of a table, in their order.
 *
 * @template T
 * @param {string} table a name of its own, or several tables would draw the same places
 * @param {readonly T[]} rows
 * @param {(row: T) => string} groupOf
 * @param {number} seed
 * @returns {readonly T[]}
 */
export function drawOneOfEach(table, rows, groupOf, seed) {
  const random = randomFrom(seed + hashOf(table))
  const groups = new Map()
  for (const row of rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) || []), row])
  const drawn = new Set([...groups.values()].map((group) => group[Math.floor(random() * group.length)]))
  return rows.filter((row) => drawn.has(row))
}
