import type { RegistersEvent, Undocumented } from './method'

/** Methods for the phone as a Bluetooth peripheral. Wallets of 2020 do not have them (H16). */
export interface BluetoothPeripheralMethods {
  /**
   * Gets the state of Bluetooth.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  getBluetoothStatus: Undocumented

  /**
   * Turns Bluetooth on. It may open the phone's own dialog, so it has no time limit.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  openBluetooth: Undocumented

  /**
   * Turns the phone into a peripheral.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  createBLEPeripheralServer: Undocumented

  /**
   * Stops being a peripheral.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  closeBLEPeripheralServer: Undocumented

  /**
   * Adds a service to the peripheral.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  addService: Undocumented

  /**
   * Takes a service off the peripheral.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  removeService: Undocumented

  /**
   * Starts advertising the peripheral.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  startAdvertising: Undocumented

  /**
   * Stops advertising the peripheral.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  stopAdvertising: Undocumented

  /**
   * Writes the value of a characteristic of the peripheral.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  writeCharacteristicValue: Undocumented

  /**
   * Listens for connections to the peripheral. `upsdk.on('BLEPeripheralConnectionStateChanged', …)` takes any number of
   * handlers (H15).
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   *
   * @param callback gets the event object of each
   */
  registerBLEPeripheralConnectionStateChangedNotification: RegistersEvent

  /**
   * Stops listening for connections to the peripheral.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  cancelBLEPeripheralConnectionStateChangedNotification: Undocumented

  /**
   * Listens for reads of a characteristic. `upsdk.on('BLEPeripheralCharacteristicRead', …)` takes any number of
   * handlers (H15).
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   *
   * @param callback gets the event object of each
   */
  registerCharacteristicReadNotification: RegistersEvent

  /**
   * Stops listening for reads of a characteristic.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  cancelCharacteristicReadNotification: Undocumented

  /**
   * Listens for writes to a characteristic. `upsdk.on('BLEPeripheralCharacteristicWrite', …)` takes any number of
   * handlers (H15).
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   *
   * @param callback gets the event object of each
   */
  registerCharacteristicWriteNotification: RegistersEvent

  /**
   * Stops listening for writes to a characteristic.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  cancelCharacteristicWriteNotification: Undocumented

  /**
   * Listens for subscriptions to a characteristic. `upsdk.on('BLEPeripheralCharacteristicSubscribed', …)` takes any
   * number of handlers (H15).
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   *
   * @param callback gets the event object of each
   */
  registerCharacteristicSubscribedNotification: RegistersEvent

  /**
   * Stops listening for subscriptions to a characteristic.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  cancelCharacteristicSubscribedNotification: Undocumented

  /**
   * Listens for ended subscriptions to a characteristic. `upsdk.on('BLEPeripheralCharacteristicUnSubscribed', …)` takes
   * any number of handlers (H15).
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   *
   * @param callback gets the event object of each
   */
  registerCharacteristicUnsubscribedNotification: RegistersEvent

  /**
   * Stops listening for ended subscriptions to a characteristic.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  cancelCharacteristicUnsubscribedNotification: Undocumented
}
