import type { CharacteristicAddress } from './bluetooth'
import type { Method, RegistersEvent, Undocumented } from './method'

/** A device of Bluetooth that is connected. */
export interface BluetoothDeviceMethods {
  /**
   * Hears of connections that come and go. `upsdk.on('BLEConnectionStateChange', …)` takes any number of handlers
   * (H15).
   *
   * Resolves to what native gives.
   *
   * @param callback hears of changes, with the event object
   */
  registerBLEConnectionStateChange: RegistersEvent

  /**
   * Ends hearing of connections.
   *
   * Resolves to what native gives.
   */
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
   * @param value what is written; its form is documented nowhere
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
   * Asks a device to tell when the value of a characteristic changes; `upsdk.on('BLECharacteristicValueChange', …)`
   * hears of it.
   *
   * Resolves to nothing.
   *
   * @param deviceId, serviceId, characteristicId the characteristic (upsdk-behaviour §4)
   */
  notifyBLECharacteristicValueChange: Method<CharacteristicAddress & { value?: unknown }, void>

  /**
   * Hears of values that change. `upsdk.on('BLECharacteristicValueChange', …)` takes any number of handlers (H15).
   *
   * Resolves to what native gives.
   *
   * @param callback hears of values, with the event object
   */
  registerBLECharacteristicValueChange: RegistersEvent

  /**
   * Ends hearing of values that change.
   *
   * Resolves to what native gives.
   */
  cancelBLECharacteristicValueChange: Undocumented

  /**
   * Tells how strong the signal of a device is.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  getBLEDeviceRSSI: Undocumented

  /**
   * Tells how many bytes fit into one packet.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  getBLEMTU: Undocumented

  /**
   * Sets how many bytes fit into one packet.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  setBLEMTU: Undocumented

  /**
   * Hears of changes of the size of packets. `upsdk.on('BLEMtuChanged', …)` takes any number of handlers (H15).
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   *
   * @param callback hears of changes, with the event object
   */
  onBLEMTUChange: RegistersEvent

  /**
   * Ends hearing of changes of the size of packets.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  offBLEMTUChange: Undocumented

  /**
   * Hears of changes of the size of packets: every `success` is one, and none is an answer.
   * `upsdk.on('MtuChanged', …)` takes any number of handlers (H15).
   *
   * Resolves to nothing, when sent. Rejects with `unsupported` in older wallets (H16).
   *
   * @param success hears of changes, with what native gives
   */
  onMtuChanged: Undocumented<void>
}
