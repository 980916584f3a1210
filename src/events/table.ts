import { memoize } from '../lib/run'

/** How one event of upsdk is registered and cancelled. */
export interface EventSource {
  event: string
  /** The method that registers. */
  method: string
  /** The parameter that takes the handler; upsdk has one slot for each event (H15). */
  slot: string
  /** The method that cancels it, if upsdk has one. */
  stop?: string
}

/**
 * The events of methods.tsv, each with the method that registers it. If its slot is not `callback`, the slot follows,
 * and the method that cancels it if there is one. Otherwise `off…` cancels what `on…` registers, and `cancel…` cancels
 * what `register…` registers.
 */
const TABLE = `screenShotAction monitorScreenShot success removeScreenShot
rightbtnclick setNavigationBarRightButton handler
HCEMessage onHCEMessage success
MtuChanged onMtuChanged success
BeaconFound onBeaconUpdate
BLEMtuChanged onBLEMTUChange
accelerometerChange onAccelerometerChange
BeaconServiceChange onBeaconServiceChange
compassChange onCompassChange
gyroscopeChange onGyroscopeChange
BluetoothDeviceFound registerBluetoothDeviceFound
BluetoothAdapterStateChange registerBluetoothAdapterStateChange
BLEConnectionStateChange registerBLEConnectionStateChange
BLECharacteristicValueChange registerBLECharacteristicValueChange
BLEPeripheralConnectionStateChanged registerBLEPeripheralConnectionStateChangedNotification
BLEPeripheralCharacteristicRead registerCharacteristicReadNotification
BLEPeripheralCharacteristicWrite registerCharacteristicWriteNotification
BLEPeripheralCharacteristicSubscribed registerCharacteristicSubscribedNotification
BLEPeripheralCharacteristicUnSubscribed registerCharacteristicUnsubscribedNotification
onAppLoad registerLifecycle onAppLoad
onAppShow registerLifecycle onAppShow
onAppHide registerLifecycle onAppHide
onPageLoad registerLifecycle onPageLoad
onPageShow registerLifecycle onPageShow
onPageHide registerLifecycle onPageHide
onPageBack registerLifecycle onPageBack
rerender registerLifecycle rerender`

/** Finds the rows with a word in a column. The table is searched as text, since most pages never need a row. */
function rowsWith(word: string, column: 0 | 1): EventSource[] {
  if (!TABLE.includes(word)) return []
  const rows = TABLE.split('\n').map((line) => line.split(' '))
  return rows.filter((row) => row[column] === word).map(toSource)
}

function toSource([event = '', method = '', slot, stop]: string[]): EventSource {
  if (slot) return { event, method, slot, stop }
  return {
    event,
    method,
    slot: 'callback',
    stop: method.replace(/^on/, 'off').replace(/^register/, 'cancel'),
  }
}

/** Finds the event of a name; undefined if upsdk has none. */
export const findEvent = (name: string): EventSource | undefined => rowsWith(name, 0)[0]

/** Lists the events that a method registers. Most methods register none. */
export const eventsOf = /* @__PURE__ */ memoize((method: string): readonly EventSource[] =>
  rowsWith(method, 1),
)
