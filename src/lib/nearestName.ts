/** The most characters that are compared, since the time grows with their product. */
const LONGEST_NAME = 60

/** Finds the name that is nearest to a misspelt one; undefined if none is near. */
export function nearestName(names: readonly string[], given: string): string | undefined {
  let nearest: string | undefined
  const asked = given.toLowerCase().slice(0, LONGEST_NAME)
  let shortest = Math.max(2, asked.length / 3)
  for (const candidate of names) {
    const distance = editDistance(asked, candidate.toLowerCase())
    if (distance <= shortest) {
      nearest = candidate
      shortest = distance - 1
    }
  }
  return nearest
}

/** Counts the letters to change, add or leave out (Levenshtein distance). */
export function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const substituted = (row[j - 1] || 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next[j] = Math.min((row[j] || 0) + 1, (next[j - 1] || 0) + 1, substituted)
    }
    row = next
  }
  return row[to.length] || 0
}
