/** Writes a value for a message, as JSON with regular expressions. */
export function printed(value: unknown): string {
  const patterns: string[] = []
  try {
    const text = JSON.stringify(value, (_key, part: unknown) => {
      if (!(part instanceof RegExp)) return part
      patterns.push(String(part))
      return `\u0000${patterns.length - 1}`
    })
    return (text ?? String(value)).replace(
      /"\\u0000(\d+)"/g,
      (_, index: string) => patterns[Number(index)] || '',
    )
  } catch {
    // It contains itself, or a getter threw.
    return String(value)
  }
}
