import type { CharacteristicAddress } from './bluetooth'
import type { Method, RegistersEvent, Undocumented } from './method'

/** Methods for a connected Bluetooth device. */
export interface BluetoothDeviceMethods {
  /**
   * Listens for connections that come and go. `upsdk.on('BLEConnectionStateChange', …)` takes any number of handlers
   * (H15).
   *
   * @param callback gets the event object of each change
   */
  registerBLEConnectionStateChange: RegistersEvent

  /** Stops listening for connections. */
  cancelBLEConnectionStateChange: Undocumented

  /**
   * Lists the services of a device.
   *
   * Resolves to `{ services }` (upsdk-behaviour §4).
   *
   * @param deviceId the device
   */
  getBLEDeviceServices: Method<{ deviceId: string }, { services: unknown[] }>

  /**
   * Lists the characteristics of a service.
   *
   * Resolves to `{ characteristics }` (upsdk-behaviour §4).
   *
   * @param deviceId the device
   * @param serviceId the service
   */
  getBLEDeviceCharacteristics: Method<{ deviceId: string; serviceId: string }, { characteristics: unknown[] }>

  /**
   * Writes the value of a characteristic.
   *
   * Resolves to nothing.
   *
   * @param deviceId, serviceId, characteristicId the characteristic (upsdk-behaviour §4)
   * @param value what is written; its form is undocumented
   */
  writeBLECharacteristicValue: Method<CharacteristicAddress & { value?: unknown }, void>

  /**
   * Reads the value of a characteristic.
   *
   * Resolves to `{ characteristic: { characteristicId, serviceId, value } }` (upsdk-behaviour §4).
   *
   * @param deviceId, serviceId, characteristicId the characteristic
   */
  readBLECharacteristicValue: Method<
    CharacteristicAddress,
    { characteristic: { characteristicId: string; serviceId: string; value: unknown } }
  >

  /**
   * Asks a device to report changes of a characteristic's value; `upsdk.on('BLECharacteristicValueChange', …)` gets
   * them.
   *
   * Resolves to nothing.
   *
   * @param deviceId, serviceId, characteristicId the characteristic (upsdk-behaviour §4)
   */
  notifyBLECharacteristicValueChange: Method<CharacteristicAddress & { value?: unknown }, void>

  /**
   * Listens for values that change. `upsdk.on('BLECharacteristicValueChange', …)` takes any number of handlers (H15).
   *
   * @param callback gets the event object of each value
   */
  registerBLECharacteristicValueChange: RegistersEvent

  /** Stops listening for values that change. */
  cancelBLECharacteristicValueChange: Undocumented

  /**
   * Gets the signal strength of a device.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  getBLEDeviceRSSI: Undocumented

  /**
   * Gets how many bytes fit into one packet.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  getBLEMTU: Undocumented

  /**
   * Sets how many bytes fit into one packet.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  setBLEMTU: Undocumented

  /**
   * Listens for changes of the size of packets. `upsdk.on('BLEMtuChanged', …)` takes any number of handlers (H15).
   *
   * Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback gets the event object of each change
   */
  onBLEMTUChange: RegistersEvent

  /**
   * Stops listening for changes of the size of packets.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  offBLEMTUChange: Undocumented

  /**
   * Listens for changes of the size of packets: every `success` is one, and none is an answer. `upsdk.on('MtuChanged',
   * …)` takes any number of handlers (H15).
   *
   * Resolves to nothing once it is sent. Rejects with `unsupported` in older wallets (H16).
   *
   * @param success gets native's value at each change
   */
  onMtuChanged: Undocumented<void>
}
