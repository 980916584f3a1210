import type { RegistersEvent, Undocumented } from './method'

/** The phone as a Bluetooth peripheral. Not in wallets of 2020: `unsupported` there (H16). */
export interface BluetoothPeripheralMethods {
  /**
   * Tells the state of Bluetooth.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  getBluetoothStatus: Undocumented

  /**
   * Turns Bluetooth on. May raise the phone's own dialog, so it has no deadline.
   *
   * Resolves to what native gives. Rejects with `permission`, and `unsupported` in wallets of 2020 (H16).
   */
  openBluetooth: Undocumented

  /**
   * Makes the phone a peripheral.
   *
   * Resolves to what native gives. Rejects with `permission`, and `unsupported` in wallets of 2020 (H16).
   */
  createBLEPeripheralServer: Undocumented

  /**
   * Ends being a peripheral.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  closeBLEPeripheralServer: Undocumented

  /**
   * Adds a service to the peripheral.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  addService: Undocumented

  /**
   * Takes a service off the peripheral.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  removeService: Undocumented

  /**
   * Starts to advertise the peripheral.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  startAdvertising: Undocumented

  /**
   * Ends advertising the peripheral.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  stopAdvertising: Undocumented

  /**
   * Writes the value of a characteristic of the peripheral.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  writeCharacteristicValue: Undocumented

  /**
   * Hears of connections to the peripheral. `upsdk.on('BLEPeripheralConnectionStateChanged', …)`
   * takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   *
   * @param callback hears of them, with the event object
   */
  registerBLEPeripheralConnectionStateChangedNotification: RegistersEvent

  /**
   * Ends hearing of connections to the peripheral.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  cancelBLEPeripheralConnectionStateChangedNotification: Undocumented

  /**
   * Hears of reads of a characteristic. `upsdk.on('BLEPeripheralCharacteristicRead', …)`
   * takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   *
   * @param callback hears of them, with the event object
   */
  registerCharacteristicReadNotification: RegistersEvent

  /**
   * Ends hearing of reads of a characteristic.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  cancelCharacteristicReadNotification: Undocumented

  /**
   * Hears of writes to a characteristic. `upsdk.on('BLEPeripheralCharacteristicWrite', …)`
   * takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   *
   * @param callback hears of them, with the event object
   */
  registerCharacteristicWriteNotification: RegistersEvent

  /**
   * Ends hearing of writes to a characteristic.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  cancelCharacteristicWriteNotification: Undocumented

  /**
   * Hears of subscriptions to a characteristic. `upsdk.on('BLEPeripheralCharacteristicSubscribed', …)`
   * takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   *
   * @param callback hears of them, with the event object
   */
  registerCharacteristicSubscribedNotification: RegistersEvent

  /**
   * Ends hearing of subscriptions to a characteristic.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  cancelCharacteristicSubscribedNotification: Undocumented

  /**
   * Hears of ended subscriptions to a characteristic. `upsdk.on('BLEPeripheralCharacteristicUnSubscribed', …)`
   * takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   *
   * @param callback hears of them, with the event object
   */
  registerCharacteristicUnsubscribedNotification: RegistersEvent

  /**
   * Ends hearing of ended subscriptions to a characteristic.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  cancelCharacteristicUnsubscribedNotification: Undocumented
}
