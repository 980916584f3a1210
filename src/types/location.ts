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

/** Methods for locations and maps. Reading the position may take 30 s. */
export interface LocationMethods {
  /**
   * Gets the city that the phone is in.
   *
   * Resolves to the 6-digit code of the administrative division, "310000" (upsdk-behaviour §4). Rejects with
   * `timeout`.
   */
  getLocationCity: Method<undefined, string>

  /**
   * Gets the position of the phone.
   *
   * Resolves to `{ latitude, longitude }`: degrees in GCJ-02, the system of AMap, not the WGS-84 of GPS
   * (upsdk-behaviour §4); an object on Android too, where native gives JSON text (H12). Rejects with `timeout`.
   */
  getLocationGps: Method<undefined, { latitude: NumberOrText; longitude: NumberOrText }>

  /**
   * Gets the position of the phone; a cached one will do.
   *
   * Resolves to an object of undocumented fields. Rejects with `timeout`, and `unsupported` in older wallets
   * (H16).
   *
   * @param cacheTimeout default "30" (upsdk-behaviour §4)
   * @param type default "0"
   */
  getLocation: Method<{ cacheTimeout?: NumericString; type?: string } | undefined, Fields>

  /**
   * Gets the position of the user.
   *
   * Resolves to an object of undocumented fields. Rejects with `timeout`, and `unsupported` in older wallets
   * (H16).
   */
  getUserLocation: Undocumented<Fields>

  /**
   * Gets the current city.
   *
   * Rejects with `timeout`, and `unsupported` in older wallets (H16).
   */
  getCurrentLocationCity: Undocumented

  /**
   * Shows a place on a map. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `busy`, and `unsupported` in
   * older wallets (H16).
   *
   * @param longitude, latitude degrees
   * @param name, address the texts at the place
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
   * Resolves to the place (upsdk-behaviour §4). Rejects with `cancelled`, `busy`, and `unsupported` in older
   * wallets (H16).
   */
  chooseLocation: Method<undefined, ChosenLocation>

  /**
   * Navigates the user from one place to another. Native may stay silent.
   *
   * Resolves to nothing. Rejects with `busy`.
   *
   * @param sLat, sLon the start, in degrees
   * @param sName the name of the start
   * @param dLat, dLon the destination, in degrees
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
   * Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  openCityPage: Undocumented
}
