import gcoord from 'gcoord'
import { describe, expect, it } from 'vitest'
import { isInChina, toGcj02 } from '../../src/fallbacks/gcj02'

/** Metres between two places that are close to each other. */
function apart(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const metres = 111_320
  const north = (a.latitude - b.latitude) * metres
  const east = (a.longitude - b.longitude) * metres * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}

describe('GCJ-02', () => {
  it('is what a well-known library gives, to a millimetre, all over China', () => {
    let places = 0
    for (let latitude = 18; latitude < 54; latitude += 0.37) {
      for (let longitude = 73; longitude < 135; longitude += 0.41) {
        if (!isInChina({ latitude, longitude })) continue
        places++
        const [east, north] = gcoord.transform([longitude, latitude], gcoord.WGS84, gcoord.GCJ02)
        expect(apart(toGcj02({ latitude, longitude }), { latitude: north, longitude: east })).toBeLessThan(
          0.001,
        )
      }
    }
    expect(places).toBeGreaterThan(5000)
  })

  it.each([
    ['Beijing', 39.9042, 116.4074, true],
    ['Shanghai', 31.2304, 121.4737, true],
    ['Hong Kong', 22.3193, 114.1694, true],
    ['Macao', 22.1987, 113.5439, true],
    ['Ürümqi', 43.8256, 87.6168, true],
    ['Lhasa', 29.6516, 91.1175, true],
    ['Sanya', 18.2528, 109.5119, true],
    ['Harbin', 45.8038, 126.535, true],
    ['Taipei', 25.033, 121.5654, false],
    ['Seoul', 37.5665, 126.978, false],
    ['Tokyo', 35.6762, 139.6503, false],
    ['Hanoi', 21.0278, 105.8342, false],
    ['Vladivostok', 43.1155, 131.8855, false],
    ['Singapore', 1.3521, 103.8198, false],
    ['London', 51.5074, -0.1278, false],
  ])('in %s is another place: %s %s, %s', (_city, latitude, longitude, shifted) => {
    const shift = apart(toGcj02({ latitude, longitude }), { latitude, longitude })
    if (shifted) expect(shift).toBeGreaterThan(100)
    else expect(shift).toBe(0)
    expect(shift).toBeLessThan(800)
  })
})
