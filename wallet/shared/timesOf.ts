/** Counts how often each value is there, in the order in which they came first. */
export function timesOf<Value>(values: readonly Value[]): ReadonlyMap<Value, number> {
  const times = new Map<Value, number>()
  for (const value of values) times.set(value, (times.get(value) || 0) + 1)
  return times
}
