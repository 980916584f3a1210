import type { BluetoothMethods } from '../../../src/types/bluetooth'
import type { BluetoothDeviceMethods } from '../../../src/types/bluetoothDevice'
import type { BluetoothPeripheralMethods } from '../../../src/types/bluetoothPeripheral'
import type { NfcMethods } from '../../../src/types/nfc'
import { done, type Examples, invented } from './example'

const DEVICES = {
  devices: [
    {
      name: 'example',
      localName: 'example',
      deviceId: '00:00:00:00:00:01',
      RSSI: '-60',
      manufacturerData: '',
    },
  ],
}
/** The ids of Bluetooth's standard battery service and its level. */
const SERVICE = '0000180F-0000-1000-8000-00805F9B34FB'
const CHARACTERISTIC = '00002A19-0000-1000-8000-00805F9B34FB'

/** Examples for Bluetooth and NFC. */
export const radioExamples: Examples<
  BluetoothMethods & BluetoothDeviceMethods & BluetoothPeripheralMethods & NfcMethods
> = {
  ...done(
    'addService',
    'cancelBLECharacteristicValueChange',
    'cancelBLEConnectionStateChange',
    'cancelBLEPeripheralConnectionStateChangedNotification',
    'cancelBluetoothAdapterStateChange',
    'cancelBluetoothDeviceFound',
    'cancelCharacteristicReadNotification',
    'cancelCharacteristicSubscribedNotification',
    'cancelCharacteristicUnsubscribedNotification',
    'cancelCharacteristicWriteNotification',
    'closeBLEPeripheralServer',
    'createBLEPeripheralServer',
    'makeBluetoothPair',
    'offBLEMTUChange',
    'onBLEMTUChange',
    'openBluetooth',
    'openBluetoothSetting',
    'openNFCSetting',
    'registerBLECharacteristicValueChange',
    'registerBLEConnectionStateChange',
    'registerBLEPeripheralConnectionStateChangedNotification',
    'registerBluetoothAdapterStateChange',
    'registerBluetoothDeviceFound',
    'registerCharacteristicReadNotification',
    'registerCharacteristicSubscribedNotification',
    'registerCharacteristicUnsubscribedNotification',
    'registerCharacteristicWriteNotification',
    'removeService',
    'setBLEMTU',
    'startAdvertising',
    'stopAdvertising',
    'writeCharacteristicValue',
  ),
  getBLEDeviceCharacteristics: {
    value: { characteristics: [{ characteristicId: CHARACTERISTIC }] },
    invented: true,
  },
  getBLEDeviceRSSI: invented({ RSSI: '-60' }),
  getBLEDeviceServices: { value: { services: [{ serviceId: SERVICE }] }, invented: true },
  getBLEMTU: invented({ mtu: '23' }),
  getBluetoothAdapterState: { value: { available: 'yes', discovering: 'no' } },
  getBluetoothDevices: { value: DEVICES },
  getBluetoothStatus: invented({ status: '1' }),
  getConnectedBluetoothDevices: { value: DEVICES },
  getHCEState: invented({ code: '0000' }),
  getNFCStatus: invented({ status: '1' }),
  isBluetoothDevicePaired: invented({ isPaired: 'yes' }),
  openBluetoothAdapter: { value: { isSupportBLE: 'yes' } },
  readBLECharacteristicValue: {
    value: ({ characteristicId, serviceId }) => ({
      characteristic: {
        characteristicId: String(characteristicId || CHARACTERISTIC),
        serviceId: String(serviceId || SERVICE),
        value: '64',
      },
    }),
  },
  sendHCEMessage: invented({ code: '0000' }),
  startHCE: invented({ code: '0000' }),
  stopHCE: invented({ code: '0000' }),
}
