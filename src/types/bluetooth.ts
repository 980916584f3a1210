import type { Method, NumberOrText, RegistersEvent, Undocumented, YesNo } from './method'

/** A device of Bluetooth that was found (upsdk-behaviour §4). */
export interface BluetoothDevice {
  name: string
  localName: string
  deviceId: string
  /** The strength of the signal in dBm. */
  RSSI: NumberOrText
  manufacturerData: unknown
}

/** A characteristic of a device (upsdk-behaviour §4). */
export interface CharacteristicAddress {
  deviceId: string
  serviceId: string
  characteristicId: string
}

/** Bluetooth: finding devices, connecting, reading and writing. */
export interface BluetoothMethods {
  /**
   * Opens Bluetooth for this page; needed before all else. May raise the phone's own dialog, so it has no deadline.
   *
   * Resolves to `{ isSupportBLE }`, 'yes' or 'no' (upsdk-behaviour §4). Rejects with `permission`.
   */
  openBluetoothAdapter: Method<undefined, { isSupportBLE: YesNo }>

  /**
   * Closes Bluetooth for this page.
   *
   * Resolves to nothing.
   */
  closeBluetoothAdapter: Undocumented<void>

  /**
   * Tells the state of Bluetooth.
   *
   * Resolves to `{ available, discovering }`, 'yes' or 'no' each (upsdk-behaviour §4).
   */
  getBluetoothAdapterState: Method<undefined, { available: YesNo; discovering: YesNo }>

  /**
   * Hears of changes of the state of Bluetooth. `upsdk.on('BluetoothAdapterStateChange', …)` takes any number
   * of handlers (H15).
   *
   * Resolves to what native gives.
   *
   * @param callback hears of changes, with the event object
   */
  registerBluetoothAdapterStateChange: RegistersEvent

  /**
   * Ends hearing of changes of the state of Bluetooth.
   *
   * Resolves to what native gives.
   */
  cancelBluetoothAdapterStateChange: Undocumented

  /**
   * Opens the phone's settings of Bluetooth. Native may stay silent.
   *
   * Resolves to what native gives, or undefined one quiet second after sending. Rejects with `busy`.
   */
  openBluetoothSetting: Undocumented

  /**
   * Starts to look for devices.
   *
   * Resolves to nothing; `upsdk.on('BluetoothDeviceFound', …)` hears of devices. Rejects with `permission`.
   *
   * @param services only devices with these services (upsdk-behaviour §4)
   * @param allowDuplicatesKey report a device again?
   */
  startBluetoothDevicesDiscovery: Method<
    { services?: readonly string[]; allowDuplicatesKey?: unknown } | undefined,
    void
  >

  /**
   * Ends looking for devices.
   *
   * Resolves to nothing.
   */
  stopBluetoothDevicesDiscovery: Undocumented<void>

  /**
   * Hears of devices that are found. `upsdk.on('BluetoothDeviceFound', …)` takes any number of handlers (H15).
   *
   * Resolves to what native gives.
   *
   * @param callback hears of devices, with the event object
   */
  registerBluetoothDeviceFound: RegistersEvent

  /**
   * Ends hearing of devices that are found.
   *
   * Resolves to what native gives.
   */
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
   * Pairs the phone with a device. May raise the phone's own dialog, so it has no deadline.
   *
   * Resolves to what native gives. Rejects with `permission`, and `unsupported` in older wallets (H16).
   */
  makeBluetoothPair: Undocumented

  /**
   * Tells whether a device is paired.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  isBluetoothDevicePaired: Undocumented

  /**
   * Connects to a device.
   *
   * Resolves to nothing. Rejects with `permission`, `timeout`.
   *
   * @param deviceId the device (upsdk-behaviour §4)
   */
  connectBLEDevice: Method<{ deviceId: string }, void>

  /**
   * Ends the connection to a device.
   *
   * Resolves to nothing.
   *
   * @param deviceId the device (upsdk-behaviour §4)
   */
  disconnectBLEDevice: Method<{ deviceId: string }, void>
}
