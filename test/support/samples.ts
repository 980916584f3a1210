/** Draws samples of large tables for tests. A failed test prints the seed. */
import { afterEach } from 'vitest'
import { DRAWN_WITH, drawOneOfEach, isWhole } from './drawn.mjs'

export { isWhole }

/**
 * Draws one row of each group of a table, in their order.
 *
 * @param table a name of its own, or several tables would draw the same places
 */
export function oneOfEach<T>(table: string, rows: readonly T[], groupOf: (row: T) => string): readonly T[] {
  afterEach(({ task }) => {
    if (!isWhole && task.result?.state === 'fail') console.error(DRAWN_WITH)
  })
  return drawOneOfEach(table, rows, groupOf)
}

/**
 * Pairs two lists of the same length, so that a run has each row of either once. `WHOLE=1` has every pair.
 *
 * @param table as for `oneOfEach`
 */
export function pairs<One extends object, Other extends object>(
  table: string,
  ones: readonly One[],
  others: readonly Other[],
): readonly (One & Other)[] {
  const shifted = others.map((_, shift) =>
    ones.map((one, index) => ({ ...one, ...(others[(index + shift) % others.length] as Other) })),
  )
  return oneOfEach(table, shifted, () => 'pairs').flat()
}
