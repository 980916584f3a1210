/**
 * Measures how long something takes, in ms: the shortest of up to five times, stopping once one is below the limit.
 * Other work on a busy machine makes one of them longer, seldom all.
 */
export function shortestTime(limit: number, run: () => unknown): number {
  let shortest = Number.POSITIVE_INFINITY
  for (let count = 0; count < 5 && shortest >= limit; count++) {
    const start = performance.now()
    run()
    shortest = Math.min(shortest, performance.now() - start)
  }
  return shortest
}

/**
 * Measures how many times as much processor time one thing takes as another: the least of three tries each, one after the
 * other. Neither a busy machine nor a slow one changes it much.
 */
export function timesAsLong(large: () => unknown, small: () => unknown): number {
  const least = { large: Number.POSITIVE_INFINITY, small: Number.POSITIVE_INFINITY }
  for (let count = 0; count < 3; count++) {
    for (const [size, run] of [
      ['small', small],
      ['large', large],
    ] as const) {
      const before = process.cpuUsage()
      run()
      const { user, system } = process.cpuUsage(before)
      least[size] = Math.min(least[size], user + system)
    }
  }
  return least.large / least.small
}
