import type { RegistersEvent, Undocumented } from './method'

/** Motion, direction, beacons. All of the latest wallets: `unsupported` in older ones (H16). */
export interface SensorMethods {
  /**
   * Starts the accelerometer.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  startAccelerometer: Undocumented

  /**
   * Stops the accelerometer.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  stopAccelerometer: Undocumented

  /**
   * Hears of changes of acceleration. `upsdk.on('accelerometerChange', …)` takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback hears of changes, with the event object
   */
  onAccelerometerChange: RegistersEvent

  /**
   * Ends hearing of changes of acceleration.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  offAccelerometerChange: Undocumented

  /**
   * Starts the compass.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  startCompass: Undocumented

  /**
   * Stops the compass.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  stopCompass: Undocumented

  /**
   * Hears of changes of direction. `upsdk.on('compassChange', …)` takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback hears of changes, with the event object
   */
  onCompassChange: RegistersEvent

  /**
   * Ends hearing of changes of direction.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  offCompassChange: Undocumented

  /**
   * Starts the gyroscope.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  startGyroscope: Undocumented

  /**
   * Stops the gyroscope.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  stopGyroscope: Undocumented

  /**
   * Hears of changes of rotation. `upsdk.on('gyroscopeChange', …)` takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback hears of changes, with the event object
   */
  onGyroscopeChange: RegistersEvent

  /**
   * Ends hearing of changes of rotation.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  offGyroscopeChange: Undocumented

  /**
   * Starts to look for beacons.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  startBeaconDiscovery: Undocumented

  /**
   * Ends looking for beacons.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  stopBeaconDiscovery: Undocumented

  /**
   * Lists the beacons that were found.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  getBeacons: Undocumented

  /**
   * Hears of beacons. `upsdk.on('BeaconFound', …)` takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback hears of beacons, with the event object
   */
  onBeaconUpdate: RegistersEvent

  /**
   * Ends hearing of beacons.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  offBeaconUpdate: Undocumented

  /**
   * Hears of changes of the beacon service. `upsdk.on('BeaconServiceChange', …)` takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback hears of changes, with the event object
   */
  onBeaconServiceChange: RegistersEvent

  /**
   * Ends hearing of changes of the beacon service.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  offBeaconServiceChange: Undocumented
}
