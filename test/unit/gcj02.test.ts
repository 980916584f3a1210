/** A location in China is shifted as China’s maps are, and no other is. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isInChina, type Point, toGcj02 } from '../../src/fallbacks/gcj02'

/** Returns the metres between two near places. */
function apart(a: Point, b: Point): number {
  const metres = 111_320
  const north = (a.latitude - b.latitude) * metres
  const east = (a.longitude - b.longitude) * metres * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}

/**
 * Places all over China with what `gcoord` 1.0.7 makes of them, and corners of the land in Natural Earth's borders
 * (1:10,000,000, by way of `world-atlas` 2.0.2): of China, and abroad more than 25 km from its border. Of all corners in
 * a square of 0.8 degrees the file has the one that is closest to the outline.
 */
const places = readFileSync('test/data/gcj02.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t'))
  .map(([longitude, latitude, place, east, north]) => ({
    place,
    wgs84: { latitude: Number(latitude), longitude: Number(longitude) },
    gcj02: { latitude: Number(north), longitude: Number(east) },
  }))
const of = (name: string) => places.filter(({ place }) => place === name)

describe('the conversion to GCJ-02', () => {
  it('equals that of a well-known library to a centimetre, all over China', () => {
    const grid = of('grid')
    expect(grid.length).toBeGreaterThan(90)
    for (const { wgs84, gcj02 } of grid) expect(apart(toGcj02(wgs84), gcj02)).toBeLessThan(0.01)
  })

  it('is made everywhere on the mainland, in Hong Kong and Macao, and on their islands', () => {
    const land = of('China')
    expect(land.length).toBeGreaterThan(300)
    expect(land.filter(({ wgs84 }) => !isInChina(wgs84))).toEqual([])
  })

  // Kinmen and Matsu are within sight of the mainland, and count as part of it.
  it('is made abroad within 25 km of the land border only', () => {
    const land = of('abroad')
    expect(land.length).toBeGreaterThan(90)
    expect(land.filter(({ wgs84 }) => isInChina(wgs84))).toEqual([])
  })

  it.each([
    ['Beijing', 39.9042, 116.4074, true],
    ['Shanghai', 31.2304, 121.4737, true],
    ['Hong Kong', 22.3193, 114.1694, true],
    ['Macao', 22.1987, 113.5439, true],
    ['Ürümqi', 43.8256, 87.6168, true],
    ['Kashgar', 39.4704, 75.9898, true],
    ['Lhasa', 29.6516, 91.1175, true],
    ['Sanya', 18.2528, 109.5119, true],
    ['Sansha', 16.8337, 112.3388, true],
    ['Harbin', 45.8038, 126.535, true],
    ['Heihe', 50.2452, 127.5285, true],
    ['Mohe', 53.481, 122.37, true],
    ['Dandong', 40.129, 124.394, true],
    ['Manzhouli', 49.598, 117.379, true],
    ['Ruili', 24.013, 97.852, true],
    ['Dongxing', 21.547, 107.972, true],
    ['Zhoushan', 30.016, 122.207, true],
    ['Taipei', 25.033, 121.5654, false],
    ['Penghu', 23.5711, 119.5793, false],
    ['Ishigaki', 24.3448, 124.157, false],
    ['Seoul', 37.5665, 126.978, false],
    ['Hamhung', 39.9183, 127.5364, false],
    ['Tokyo', 35.6762, 139.6503, false],
    ['Hanoi', 21.0278, 105.8342, false],
    ['Vladivostok', 43.1155, 131.8855, false],
    ['Choibalsan', 48.0707, 114.5228, false],
    ['Ulaanbaatar', 47.8864, 106.9057, false],
    ['Bishkek', 42.8746, 74.5698, false],
    ['Almaty', 43.222, 76.8512, false],
    ['Srinagar', 34.0837, 74.7973, false],
    ['Lahore', 31.5204, 74.3587, false],
    ['Amritsar', 31.634, 74.8723, false],
    ['Chandigarh', 30.7333, 76.7794, false],
    ['Kathmandu', 27.7172, 85.324, false],
    ['Thimphu', 27.4728, 89.639, false],
    ['Singapore', 1.3521, 103.8198, false],
    ['London', 51.5074, -0.1278, false],
  ])('in %s: the place %s %s is moved: %s', (_city, latitude, longitude, shifted) => {
    const shift = apart(toGcj02({ latitude, longitude }), { latitude, longitude })
    if (shifted) expect(shift).toBeGreaterThan(100)
    else expect(shift).toBe(0)
    expect(shift).toBeLessThan(800)
  })
})
