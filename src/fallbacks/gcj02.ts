import { lazy } from '../lib/run'
import { STEPS } from './chinaOutline'

/**
 * Converts WGS-84, the coordinates of GPS, into GCJ-02, those of Chinese maps. The formula is the public approximation
 * that map libraries use. Its results are within 1 to 2 m of those of Chinese map services. Without the conversion, a
 * place in China is off by 100 to 700 m.
 */

/** Semi-major axis in metres and squared eccentricity of the Krasovsky 1940 ellipsoid. */
const AXIS = 6378245
const ECCENTRICITY = 0.006693421622965943

export interface Point {
  /** Degrees. */
  latitude: number
  /** Degrees. */
  longitude: number
}

/** The corners of the outline, each `[longitude, latitude]` in tenths of a degree. */
const outline = /* @__PURE__ */ lazy(() => {
  let [east, north] = [0, 0]
  return STEPS.trim()
    .split(/\s+/)
    .map((step) => {
      const [x = 0, y = 0] = step.split(',').map(Number)
      east += x
      north += y
      return [east, north] as const
    })
})

/**
 * Does GCJ-02 apply to a place? True in the mainland, Hong Kong and Macao, and up to about 20 km beyond their land
 * border.
 */
export function isInChina({ latitude, longitude }: Point): boolean {
  const [x, y] = [longitude * 10, latitude * 10]
  const corners = outline()
  let [fromX, fromY] = corners[corners.length - 1] || [0, 0]
  let isIn = false
  for (const [toX, toY] of corners) {
    // Each side of the outline that a line to the east crosses flips the result.
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX) isIn = !isIn
    ;[fromX, fromY] = [toX, toY]
  }
  return isIn
}

/** Adds sines with amplitudes in metres and half wavelengths in degrees. */
const waves = (value: number, ...sines: readonly (readonly [amplitude: number, half: number])[]) =>
  sines.reduce((sum, [amplitude, half]) => sum + (2 / 3) * amplitude * Math.sin((value / half) * Math.PI), 0)

/** Converts a place inside China into GCJ-02. A place elsewhere stays. */
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
