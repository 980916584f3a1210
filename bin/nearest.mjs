/** Up to three of the known codes, the nearest first, as long as at least half of it is the same. */
export function nearest(known, code) {
  const given = code.toUpperCase()
  if (given.length > 20) return []
  const limit = given.length / 2
  return known
    .map((one) => ({ one, distance: editDistance(given, one.toUpperCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((left, right) => left.distance - right.distance)
    .slice(0, 3)
    .map(({ one }) => one)
}

/** Levenshtein's: how many letters to change, add or leave out. */
function editDistance(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const substituted = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, substituted)
    }
    row = next
  }
  return row[to.length]
}
