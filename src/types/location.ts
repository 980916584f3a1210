import type { Fields, Method, NumberOrText, NumericString, Undocumented } from './method'

/** A place the user chose (upsdk-behaviour §4). */
export interface ChosenLocation {
  name: string
  address: string
  /** Degrees. */
  latitude: NumberOrText
  /** Degrees. */
  longitude: NumberOrText
  provinceName: string
  cityName?: string
}

/** Where the phone is, and maps. Reads have 30 s. */
export interface LocationMethods {
  /**
   * Tells in which city the phone is.
   *
   * Resolves to the 6-digit code of the administrative division, "310000" (upsdk-behaviour §4). Rejects with
   * `permission`, `timeout`.
   */
  getLocationCity: Method<undefined, string>

  /**
   * Tells where the phone is.
   *
   * Resolves to `{ latitude, longitude }`: degrees in GCJ-02, the system of AMap, not the WGS-84 of GPS
   * (upsdk-behaviour §4); an object on Android too, where native gives JSON text (H12). Rejects with
   * `permission`, `timeout`.
   */
  getLocationGps: Method<undefined, { latitude: NumberOrText; longitude: NumberOrText }>

  /**
   * Tells where the phone is, with a cache.
   *
   * Resolves to an object of undocumented fields. Rejects with `permission`, `timeout`, and `unsupported` in
   * older wallets (H16).
   *
   * @param cacheTimeout default "30" (upsdk-behaviour §4)
   * @param type default "0"
   */
  getLocation: Method<{ cacheTimeout?: NumericString; type?: string } | undefined, Fields>

  /**
   * Tells where the user is.
   *
   * Resolves to an object of undocumented fields. Rejects with `permission`, `timeout`, and `unsupported` in
   * older wallets (H16).
   */
  getUserLocation: Undocumented<Fields>

  /**
   * Tells the current city.
   *
   * Resolves to what native gives. Rejects with `permission`, `timeout`, and `unsupported` in older wallets
   * (H16).
   */
  getCurrentLocationCity: Undocumented

  /**
   * Shows a place on a map. Native may stay silent.
   *
   * Resolves to what native gives, or undefined one quiet second after sending. Rejects with `busy`, and
   * `unsupported` in older wallets (H16).
   *
   * @param longitude, latitude degrees
   * @param name, address what is written there
   * @param scale the zoom; default "15" (upsdk-behaviour §4)
   */
  openLocation: Method<
    {
      longitude: NumericString
      latitude: NumericString
      name: string
      address: string
      scale?: NumericString
    },
    unknown
  >

  /**
   * Lets the user choose a place on a map.
   *
   * Resolves to the place (upsdk-behaviour §4). Rejects with `cancelled`, `permission`, `busy`, and
   * `unsupported` in older wallets (H16).
   */
  chooseLocation: Method<undefined, ChosenLocation>

  /**
   * Leads the user from one place to another. Native may stay silent.
   *
   * Resolves to nothing. Rejects with `busy`.
   *
   * @param sLat, sLon where from, in degrees
   * @param sName the name of the start
   * @param dLat, dLon where to, in degrees
   * @param dName the name of the destination
   */
  navi: Method<
    {
      sLat: NumericString
      sLon: NumericString
      sName: string
      dLat: NumericString
      dLon: NumericString
      dName: string
    },
    void
  >

  /**
   * Lets the user choose a city.
   *
   * Resolves to what native gives. Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  openCityPage: Undocumented
}
