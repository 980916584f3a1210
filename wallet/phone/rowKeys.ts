/** The keys that lead along a row of elements: forward and back, round its ends. */
type ArrowKeys = readonly [forward: string, back: string]

/** Finds the place to which a key leads in a row; undefined for any other key. */
export function placeByKey(key: string, at: number, count: number, arrows: ArrowKeys): number | undefined {
  const [forward, back] = arrows
  const place = { [forward]: at + 1, [back]: at - 1, Home: 0, End: count - 1 }[key]
  return place === undefined ? undefined : (place + count) % count
}
