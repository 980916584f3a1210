/**
 * Samples of large tables: the everyday run takes one row of each group, drawn again each time; `WHOLE=1`, as in
 * `.ci/long`, takes all. A failed test prints the seed, and `TEST_SEED=<seed>` draws the same rows again.
 */
import { afterEach } from 'vitest'

export const isWhole = !!process.env.WHOLE
const seed = Number(process.env.TEST_SEED)

/** The random generator Mulberry32. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const hashOf = (text: string) => Array.from(text).reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) | 0, 7)

/**
 * Draws one row of each group of a table, in their order.
 *
 * @param table a name of its own, or several tables would draw the same places
 */
export function oneOfEach<T>(table: string, rows: readonly T[], groupOf: (row: T) => string): readonly T[] {
  if (isWhole) return rows
  afterEach(({ task }) => {
    if (task.result?.state === 'fail') console.error(`Drawn with TEST_SEED=${seed}; WHOLE=1 runs all rows.`)
  })
  const random = randomFrom(seed + hashOf(table))
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(groupOf(row), [...(groups.get(groupOf(row)) || []), row])
  const drawn = new Set([...groups.values()].map((group) => group[Math.floor(random() * group.length)]))
  return rows.filter((row) => drawn.has(row))
}
