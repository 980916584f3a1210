import type { RegistersEvent, Undocumented } from './method'

/**
 * Methods for motion, direction and beacons. Only the latest wallets have them; older ones reject with `unsupported`
 * (H16).
 */
export interface SensorMethods {
  /**
   * Starts the accelerometer.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  startAccelerometer: Undocumented

  /**
   * Stops the accelerometer.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  stopAccelerometer: Undocumented

  /**
   * Listens for changes in acceleration. `upsdk.on('accelerometerChange', …)` takes any number of handlers (H15).
   *
   * Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback gets the event object of each change
   */
  onAccelerometerChange: RegistersEvent

  /**
   * Stops listening for changes of acceleration.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  offAccelerometerChange: Undocumented

  /**
   * Starts the compass.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  startCompass: Undocumented

  /**
   * Stops the compass.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  stopCompass: Undocumented

  /**
   * Listens for changes of direction. `upsdk.on('compassChange', …)` takes any number of handlers (H15).
   *
   * Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback gets the event object of each change
   */
  onCompassChange: RegistersEvent

  /**
   * Stops listening for changes of direction.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  offCompassChange: Undocumented

  /**
   * Starts the gyroscope.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  startGyroscope: Undocumented

  /**
   * Stops the gyroscope.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  stopGyroscope: Undocumented

  /**
   * Listens for changes of rotation. `upsdk.on('gyroscopeChange', …)` takes any number of handlers (H15).
   *
   * Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback gets the event object of each change
   */
  onGyroscopeChange: RegistersEvent

  /**
   * Stops listening for changes of rotation.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  offGyroscopeChange: Undocumented

  /**
   * Starts looking for beacons.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  startBeaconDiscovery: Undocumented

  /**
   * Stops looking for beacons.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  stopBeaconDiscovery: Undocumented

  /**
   * Lists the beacons that were found.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  getBeacons: Undocumented

  /**
   * Listens for beacons. `upsdk.on('BeaconFound', …)` takes any number of handlers (H15).
   *
   * Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback gets the event object of each beacon
   */
  onBeaconUpdate: RegistersEvent

  /**
   * Stops listening for beacons.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  offBeaconUpdate: Undocumented

  /**
   * Listens for changes of the beacon service. `upsdk.on('BeaconServiceChange', …)` takes any number of handlers (H15).
   *
   * Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback gets the event object of each change
   */
  onBeaconServiceChange: RegistersEvent

  /**
   * Stops listening for changes of the beacon service.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  offBeaconServiceChange: Undocumented
}
