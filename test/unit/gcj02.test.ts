/** A place is shifted as China’s maps are, there and nowhere else. */
import gcoord from 'gcoord'
import { feature, mesh } from 'topojson-client'
import { describe, expect, it } from 'vitest'
import atlas from 'world-atlas/countries-10m.json'
import { isInChina, type Point, toGcj02 } from '../../src/fallbacks/gcj02'

/** Metres between two places that are close to each other. */
function apart(a: Point, b: Point): number {
  const metres = 111_320
  const north = (a.latitude - b.latitude) * metres
  const east = (a.longitude - b.longitude) * metres * Math.cos((a.latitude * Math.PI) / 180)
  return Math.hypot(north, east)
}

type Place = [longitude: number, latitude: number]
const pointOf = ([longitude, latitude]: Place): Point => ({ latitude, longitude })

/** Natural Earth's borders, 1:10,000,000. */
const { countries } = (atlas as never as { objects: { countries: { geometries: { id: string }[] } } }).objects
const SHIFTED = ['156', '344', '446']
const isShifted = (country: unknown) => SHIFTED.includes((country as { id: string }).id)

/** Every ring of land of some countries. */
const landOf = (ids: readonly string[]): Place[][] =>
  countries.geometries
    .filter(({ id }) => ids.includes(id))
    .flatMap((country) => {
      const { geometry } = feature(atlas as never, country as never) as never as {
        geometry: { type: string; coordinates: Place[][] | Place[][][] }
      }
      return geometry.type === 'Polygon'
        ? (geometry.coordinates as Place[][])
        : (geometry.coordinates as Place[][][]).flat()
    })

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

  it('holds everywhere on the mainland, in Hong Kong and Macao, and on their islands', () => {
    const places = landOf(SHIFTED).flat()
    expect(places.length).toBeGreaterThan(10_000)
    expect(places.filter((place) => !isInChina(pointOf(place)))).toEqual([])
  })

  // Kinmen and Matsu lie within sight of the mainland; they are taken for it.
  it('holds abroad within 25 km of the land border only', () => {
    const neighbours = [
      '704',
      '418',
      '104',
      '356',
      '064',
      '524',
      '586',
      '004',
      '762',
      '417',
      '398',
      '643',
      '496',
      '408',
    ]
    const others = ['410', '392', '764', '050', '608', '860', '116']
    const border = mesh(atlas as never, countries as never, (a, b) => isShifted(a) !== isShifted(b))
      .coordinates.flat()
      .map((place) => pointOf(place as Place))
    const wrong = landOf([...neighbours, ...others])
      .flat()
      .map(pointOf)
      .filter(isInChina)
    expect(wrong.length).toBeGreaterThan(0)
    const distances = wrong.map((place) => Math.min(...border.map((there) => apart(place, there))))
    expect(Math.max(...distances)).toBeLessThan(25_000)
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
  ])('in %s is another place: %s %s, %s', (_city, latitude, longitude, shifted) => {
    const shift = apart(toGcj02({ latitude, longitude }), { latitude, longitude })
    if (shifted) expect(shift).toBeGreaterThan(100)
    else expect(shift).toBe(0)
    expect(shift).toBeLessThan(800)
  })
})
