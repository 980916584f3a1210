import type { Method, NumberOrText, RegistersEvent, Undocumented, YesNo } from './method'

/** A Bluetooth device that was found (upsdk-behaviour §4). */
export interface BluetoothDevice {
  name: string
  localName: string
  deviceId: string
  /** Signal strength in dBm. */
  RSSI: NumberOrText
  manufacturerData: unknown
}

/** A characteristic of a device (upsdk-behaviour §4). */
export interface CharacteristicAddress {
  deviceId: string
  serviceId: string
  characteristicId: string
}

/** Methods for Bluetooth: finding devices, connecting, reading and writing. */
export interface BluetoothMethods {
  /**
   * Opens Bluetooth for this page, which every other Bluetooth method requires. It may open the phone's own dialog, so
   * it has no time limit.
   *
   * Resolves to `{ isSupportBLE }`, 'yes' or 'no' (upsdk-behaviour §4).
   */
  openBluetoothAdapter: Method<undefined, { isSupportBLE: YesNo }>

  /**
   * Closes Bluetooth for this page.
   *
   * Resolves to nothing.
   */
  closeBluetoothAdapter: Undocumented<void>

  /**
   * Gets the state of Bluetooth.
   *
   * Resolves to `{ available, discovering }`, each 'yes' or 'no' (upsdk-behaviour §4).
   */
  getBluetoothAdapterState: Method<undefined, { available: YesNo; discovering: YesNo }>

  /**
   * Listens for changes of the state of Bluetooth. `upsdk.on('BluetoothAdapterStateChange', …)` takes any number of
   * handlers (H15).
   *
   * @param callback gets the event object of each change
   */
  registerBluetoothAdapterStateChange: RegistersEvent

  /** Stops listening for changes of the state of Bluetooth. */
  cancelBluetoothAdapterStateChange: Undocumented

  /**
   * Opens the phone's Bluetooth settings. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `busy`.
   */
  openBluetoothSetting: Undocumented

  /**
   * Starts looking for devices.
   *
   * Resolves to nothing; `upsdk.on('BluetoothDeviceFound', …)` gets the devices.
   *
   * @param services only devices with these services (upsdk-behaviour §4)
   * @param allowDuplicatesKey whether a device is reported again
   */
  startBluetoothDevicesDiscovery: Method<
    { services?: readonly string[]; allowDuplicatesKey?: unknown } | undefined,
    void
  >

  /**
   * Stops looking for devices.
   *
   * Resolves to nothing.
   */
  stopBluetoothDevicesDiscovery: Undocumented<void>

  /**
   * Listens for devices that are found. `upsdk.on('BluetoothDeviceFound', …)` takes any number of handlers (H15).
   *
   * @param callback gets the event object of each device
   */
  registerBluetoothDeviceFound: RegistersEvent

  /** Stops listening for devices that are found. */
  cancelBluetoothDeviceFound: Undocumented

  /**
   * Lists the devices that were found.
   *
   * Resolves to `{ devices }` (upsdk-behaviour §4).
   */
  getBluetoothDevices: Method<undefined, { devices: BluetoothDevice[] }>

  /**
   * Lists the devices that are connected.
   *
   * Resolves to `{ devices }` (upsdk-behaviour §4).
   *
   * @param services only devices with these services
   */
  getConnectedBluetoothDevices: Method<
    { services?: readonly string[] } | undefined,
    { devices: BluetoothDevice[] }
  >

  /**
   * Pairs the phone with a device. It may open the phone's own dialog, so it has no time limit.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  makeBluetoothPair: Undocumented

  /**
   * Checks whether a device is paired.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  isBluetoothDevicePaired: Undocumented

  /**
   * Connects to a device.
   *
   * Resolves to nothing. Rejects with `timeout`.
   *
   * @param deviceId the device (upsdk-behaviour §4)
   */
  connectBLEDevice: Method<{ deviceId: string }, void>

  /**
   * Disconnects from a device.
   *
   * Resolves to nothing.
   *
   * @param deviceId the device (upsdk-behaviour §4)
   */
  disconnectBLEDevice: Method<{ deviceId: string }, void>
}
