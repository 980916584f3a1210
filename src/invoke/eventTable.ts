import { lazy } from '../run'

/** How one event of upsdk is registered and cancelled. */
export interface EventSource {
  event: string
  /** The method that registers. */
  method: string
  /** The parameter that takes the handler; upsdk has one slot for each event (H15). */
  slot: string
  /** The method that cancels; none where upsdk has none. */
  stop?: string
}

/** As in methods.tsv: the event, what registers it, what cancels it (`-`: nothing), and the slot where it is not `callback`. */
const TABLE = `screenShotAction monitorScreenShot removeScreenShot success
rightbtnclick setNavigationBarRightButton - handler
HCEMessage onHCEMessage - success
MtuChanged onMtuChanged - success
BeaconFound onBeaconUpdate offBeaconUpdate
BLEMtuChanged onBLEMTUChange offBLEMTUChange
accelerometerChange onAccelerometerChange offAccelerometerChange
BeaconServiceChange onBeaconServiceChange offBeaconServiceChange
compassChange onCompassChange offCompassChange
gyroscopeChange onGyroscopeChange offGyroscopeChange
BluetoothDeviceFound registerBluetoothDeviceFound cancelBluetoothDeviceFound
BluetoothAdapterStateChange registerBluetoothAdapterStateChange cancelBluetoothAdapterStateChange
BLEConnectionStateChange registerBLEConnectionStateChange cancelBLEConnectionStateChange
BLECharacteristicValueChange registerBLECharacteristicValueChange cancelBLECharacteristicValueChange
BLEPeripheralConnectionStateChanged registerBLEPeripheralConnectionStateChangedNotification cancelBLEPeripheralConnectionStateChangedNotification
BLEPeripheralCharacteristicRead registerCharacteristicReadNotification cancelCharacteristicReadNotification
BLEPeripheralCharacteristicWrite registerCharacteristicWriteNotification cancelCharacteristicWriteNotification
BLEPeripheralCharacteristicSubscribed registerCharacteristicSubscribedNotification cancelCharacteristicSubscribedNotification
BLEPeripheralCharacteristicUnSubscribed registerCharacteristicUnsubscribedNotification cancelCharacteristicUnsubscribedNotification
onAppLoad registerLifecycle - onAppLoad
onAppShow registerLifecycle - onAppShow
onAppHide registerLifecycle - onAppHide
onPageLoad registerLifecycle - onPageLoad
onPageShow registerLifecycle - onPageShow
onPageHide registerLifecycle - onPageHide
onPageBack registerLifecycle - onPageBack
rerender registerLifecycle - rerender`

const rows = /* @__PURE__ */ lazy(() =>
  TABLE.split('\n').map((line): EventSource => {
    const [event = '', method = '', stop, slot = 'callback'] = line.split(' ')
    return { event, method, stop: stop === '-' ? undefined : stop, slot }
  }),
)

/** The event of that name, or undefined where upsdk has none. */
export const findEvent = (name: string): EventSource | undefined =>
  rows().filter(({ event }) => event === name)[0]

const NONE: readonly EventSource[] = []

/** The events that a method registers; of most it is none. */
export const eventsOf = (name: string): readonly EventSource[] =>
  // Most pages use no events, and need no table.
  TABLE.includes(` ${name} `) ? rows().filter(({ method }) => method === name) : NONE
