/**
 * GCJ-02, the system of Chinese maps, from the WGS-84 of GPS. The formula is the public approximation that map
 * libraries use; it is within 1 to 2 m of what Chinese map services give. Without it a place in China is 100 to
 * 700 m off.
 */

/** Semi-major axis in metres and squared eccentricity of the Krasovsky 1940 ellipsoid. */
const AXIS = 6378245
const ECCENTRICITY = 0.006693421622965943

/** North, west, south, east in degrees. Rectangles that cover the mainland, Hong Kong and Macao … */
const INSIDE = [
  [49.2204, 79.4462, 42.8899, 96.33],
  [54.1415, 109.6872, 39.3742, 135.0002],
  [42.8899, 73.1246, 29.5297, 124.143255],
  [29.5297, 82.9684, 26.7186, 97.0352],
  [29.5297, 97.0253, 20.414096, 124.367395],
  [20.414096, 107.975793, 17.871542, 111.744104],
]
/** … and those in them that are abroad or without the shift. */
const OUTSIDE = [
  [25.398623, 119.921265, 21.785006, 122.497559],
  [22.284, 101.8652, 20.0988, 106.665],
  [21.5422, 106.4525, 20.4878, 108.051],
  [55.8175, 109.0323, 50.3257, 119.127],
  [55.8175, 127.4568, 49.5574, 137.0227],
  [44.8922, 131.2662, 42.5692, 137.0227],
]

export interface Point {
  /** Degrees. */
  latitude: number
  /** Degrees. */
  longitude: number
}

/** Is a place where GCJ-02 holds? By rectangles: near a border it may be wrong by some tens of kilometres. */
export function isInChina({ latitude, longitude }: Point): boolean {
  const isIn = ([north = 0, west = 0, south = 0, east = 0]: readonly number[]) =>
    latitude <= north && latitude >= south && longitude >= west && longitude <= east
  return INSIDE.some(isIn) && !OUTSIDE.some(isIn)
}

/** Sines of several amplitudes in metres, and half wavelengths in degrees. */
const waves = (value: number, ...sines: readonly (readonly [amplitude: number, half: number])[]) =>
  sines.reduce((sum, [amplitude, half]) => sum + (2 / 3) * amplitude * Math.sin((value / half) * Math.PI), 0)

/** A place in GCJ-02 inside China, as it is elsewhere. */
export function toGcj02(point: Point): Point {
  if (!isInChina(point)) return point
  const { latitude, longitude } = point
  const x = longitude - 105
  const y = latitude - 35
  const root = Math.sqrt(Math.abs(x))
  const common = 0.1 * x * y + waves(x, [20, 1 / 6], [20, 1 / 2])
  const metresNorth =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.2 * root +
    common +
    waves(y, [20, 1], [40, 3], [160, 12], [320, 30])
  const metresEast =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * root + common + waves(x, [20, 1], [40, 3], [150, 12], [300, 30])
  const radians = (latitude * Math.PI) / 180
  const flattening = 1 - ECCENTRICITY * Math.sin(radians) ** 2
  const degreeNorth = ((AXIS * (1 - ECCENTRICITY)) / flattening ** 1.5) * (Math.PI / 180)
  const degreeEast = (AXIS / Math.sqrt(flattening)) * Math.cos(radians) * (Math.PI / 180)
  return { latitude: latitude + metresNorth / degreeNorth, longitude: longitude + metresEast / degreeEast }
}
