/**
 * Samples of large tables: the everyday run takes one row of each group, drawn again each time; `WHOLE=1`, as in
 * `.ci/long`, takes all. A failed test prints the seed, and `TEST_SEED=<seed>` draws the same rows again.
 */
import { afterEach } from 'vitest'
import { drawOneOfEach } from './drawn.mjs'

export const isWhole = !!process.env.WHOLE
const seed = Number(process.env.TEST_SEED)

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
  return drawOneOfEach(table, rows, groupOf, seed)
}
