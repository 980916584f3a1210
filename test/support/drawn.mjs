/**
 * Draws samples of large tables: one row of each group, drawn again each time. `WHOLE=1`, as in `.ci/long`, takes all, and
 * `TEST_SEED=<seed>` draws the same rows again.
 */

export const isWhole = !!process.env.WHOLE
export const seed = Number(process.env.TEST_SEED || Math.floor(Math.random() * 1_000_000))

/** The line for a failure. */
export const DRAWN_WITH = `Drawn with TEST_SEED=${seed}; WHOLE=1 runs all rows.`

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
 * @returns {readonly T[]}
 */
export function drawOneOfEach(table, rows, groupOf) {
  if (isWhole) return rows
  const random = randomFrom(seed + hashOf(table))
  const groups = new Map()
  for (const row of rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) || []), row])
  const drawn = new Set([...groups.values()].map((group) => group[Math.floor(random() * group.length)]))
  return rows.filter((row) => drawn.has(row))
}
