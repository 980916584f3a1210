import { noop } from '../lib/run'
import { hasUserActed } from '../lib/userActivation'
import type { Fallback, FallbackContext, WebWindow } from '../types/fallbacks'
import { Refusal, stopIfOver, toNumber, withoutTap } from './fallback'
import { type Point, toGcj02 } from './gcj02'
import { allowLocation, textOf } from './texts'

/** The codes of `GeolocationPositionError`. */
const PERMISSION_DENIED = 1
const TIMEOUT = 3

/** How long to wait for a position, in ms. The kit's own limit is a little later. */
const LIMIT = 29_000

/** Refuses before the user has touched the page, unless the page may read the position without asking the user. */
async function stopIfUnasked({ window }: FallbackContext): Promise<void> {
  if (hasUserActed(window)) return
  const { permissions } = window.navigator as Partial<Navigator>
  const found = await permissions?.query({ name: 'geolocation' }).catch(noop)
  if (found?.state !== 'granted') throw withoutTap()
}

async function position(context: FallbackContext, maximumAge: number): Promise<GeolocationPosition> {
  const { window } = context
  const { geolocation } = window.navigator as Partial<Navigator>
  // newer-api: a browser without it counts as secure
  if (!geolocation || window.isSecureContext === false) throw new Refusal('unsupported')
  await stopIfUnasked(context)
  stopIfOver(context)
  return new Promise((resolve, reject) => {
    geolocation.getCurrentPosition(
      resolve,
      ({ code }) =>
        reject(
          code === PERMISSION_DENIED
            ? new Refusal('permission', textOf(context, allowLocation))
            : new Refusal(code === TIMEOUT ? 'timeout' : 'system'),
        ),
      { enableHighAccuracy: true, timeout: LIMIT, maximumAge },
    )
  })
}

/**
 * Gets the position from the browser, as GCJ-02 inside China (upsdk-behaviour §4). The conversion is exact to 1 to 2 m.
 * Abroad, up to about 20 km from the land border, it is applied wrongly. Rejects with `permission`, `timeout`, `system`
 * and `unsupported`. It is `unsupported` before the user has touched the page, unless the page already has the
 * permission.
 */
export const getLocationGps: Fallback<'getLocationGps'> = async (_params, context) => {
  const { coords } = await position(context, 0)
  return toGcj02({ latitude: coords.latitude, longitude: coords.longitude })
}

/**
 * Does the same as `getLocationGps`, and adds the accuracy in metres. The position may be up to `cacheTimeout` seconds
 * old.
 */
export const getLocation: Fallback<'getLocation'> = async (params, context) => {
  const { coords } = await position(context, Number(params?.cacheTimeout ?? 30) * 1000)
  const { latitude, longitude, accuracy } = coords
  return { ...toGcj02({ latitude, longitude }), accuracy }
}

const AMAP = 'https://uri.amap.com/'

/** Replaces half a character, which no address can contain, by the character that browsers show for it. */
const wholeCharacters = (text: string) =>
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) =>
    found.length > 1 ? found : '\ufffd',
  )

function openMap({ location }: WebWindow, page: string, fields: Readonly<Record<string, unknown>>): void {
  const encoded = (value: unknown) => encodeURIComponent(wholeCharacters(String(value)))
  const query = Object.keys(fields).map((name) => `${name}=${encoded(fields[name])}`)
  location.assign(`${AMAP}${page}?${query.join('&')}&coordinate=gaode&callnative=1`)
}

function place(latitude: unknown, longitude: unknown): Point {
  const point = { latitude: toNumber(latitude), longitude: toNumber(longitude) }
  if (!(Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180))
    throw new Refusal('invalid-params')
  return point
}

/** Writes a named place for AMap, where a comma ends a field. */
const named = ({ latitude, longitude }: Point, name: unknown = '') =>
  [longitude, latitude, String(name).replace(/,/g, ' ')].join(',')

/** Shows the place on AMap's web page in this window. That page offers to open AMap's app. */
export const openLocation: Fallback<'openLocation'> = (params, { window }) => {
  const { latitude, longitude } = place(params.latitude, params.longitude)
  openMap(window, 'marker', {
    position: `${longitude},${latitude}`,
    name: params.name || params.address || '',
  })
}

/** Shows the route by car on AMap's web page in this window. That page offers to open AMap's app. */
export const navi: Fallback<'navi'> = (params, { window }) =>
  openMap(window, 'navigation', {
    from: named(place(params.sLat, params.sLon), params.sName),
    to: named(place(params.dLat, params.dLon), params.dName),
    mode: 'car',
  })
