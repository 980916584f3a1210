import type { Fields } from './method'
import type { RightButton } from './page'

/** One event: the plain data that a handler gets, and the parameters of the registration. */
export interface WalletEvent<Data = Fields, Params = Fields> {
  data: Data
  params: Params
}

/**
 * The events of upsdk (methods.tsv), for `upsdk.on`. Their fields are undocumented. The interface is open to
 * declaration merging; at run time, `on` accepts the events that the kit knows.
 */
export interface UpsdkEvents {
  /** The user took a screenshot. iOS only. */
  screenShotAction: WalletEvent<Fields, Record<string, never>>
  /** The user tapped the right button of the title bar. */
  rightbtnclick: WalletEvent<Fields, RightButton>
  /** A reader has sent a message to the phone as a card. */
  HCEMessage: WalletEvent
  /** The size of Bluetooth packets has changed (`onMtuChanged`). */
  MtuChanged: WalletEvent
  /** The size of Bluetooth packets has changed (`onBLEMTUChange`). */
  BLEMtuChanged: WalletEvent
  /** A device of Bluetooth was found; see `startBluetoothDevicesDiscovery`. */
  BluetoothDeviceFound: WalletEvent
  /** Bluetooth was turned on or off. */
  BluetoothAdapterStateChange: WalletEvent
  /** A connection was made or ended. */
  BLEConnectionStateChange: WalletEvent
  /** A value has changed; see `notifyBLECharacteristicValueChange`. */
  BLECharacteristicValueChange: WalletEvent
  /** The phone as a peripheral: a connection was made or ended. */
  BLEPeripheralConnectionStateChanged: WalletEvent
  /** The phone as a peripheral: a characteristic was read. */
  BLEPeripheralCharacteristicRead: WalletEvent
  /** The phone as a peripheral: a characteristic was written. */
  BLEPeripheralCharacteristicWrite: WalletEvent
  /** The phone as a peripheral: a characteristic was subscribed. */
  BLEPeripheralCharacteristicSubscribed: WalletEvent
  /** The phone as a peripheral: a subscription has ended. */
  BLEPeripheralCharacteristicUnSubscribed: WalletEvent
  /** Beacons were found. */
  BeaconFound: WalletEvent
  /** The beacon service has changed. */
  BeaconServiceChange: WalletEvent
  /** The acceleration has changed. */
  accelerometerChange: WalletEvent
  /** The direction has changed. */
  compassChange: WalletEvent
  /** The rotation has changed. */
  gyroscopeChange: WalletEvent
  /** The mini-program was loaded. */
  onAppLoad: WalletEvent
  /** The mini-program came to the foreground. */
  onAppShow: WalletEvent
  /** The mini-program went to the background. */
  onAppHide: WalletEvent
  /** The page was loaded. */
  onPageLoad: WalletEvent
  /** The page came to the foreground. */
  onPageShow: WalletEvent
  /** The page went to the background. */
  onPageHide: WalletEvent
  /** The page came back. */
  onPageBack: WalletEvent
  /** The page has to render again. */
  rerender: WalletEvent
}

/** The name of an event. */
export type EventName = keyof UpsdkEvents & string

/** The plain data that a handler of an event gets. */
export type EventData<E extends EventName> = UpsdkEvents[E] extends { data: infer Data } ? Data : Fields

/** The parameters that an event is registered with. */
export type EventParams<E extends EventName> = UpsdkEvents[E] extends { params: infer P } ? P : Fields
