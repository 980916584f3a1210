import { lazy } from '../lib/run'

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

/**
 * As in methods.tsv: the event and what registers it; then, where the slot is not `callback`, the slot and what cancels
 * it, if anything does. What is registered by `on…` or `register…` in a `callback` is cancelled by `off…` or `cancel…`.
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

const rows = /* @__PURE__ */ lazy(() =>
  TABLE.split('\n').map((line): EventSource => {
    const [event = '', method = '', slot, stop] = line.split(' ')
    return slot
      ? { event, method, slot, stop }
      : { event, method, slot: 'callback', stop: method.replace(/^on/, 'off').replace(/^register/, 'cancel') }
  }),
)

/** The event of that name, or undefined where upsdk has none. */
export const findEvent = (name: string): EventSource | undefined =>
  rows().filter(({ event }) => event === name)[0]

/** The events that each method registers. */
const byMethod = /* @__PURE__ */ lazy(() => {
  const found = new Map<string, EventSource[]>()
  for (const source of rows()) found.set(source.method, [...(found.get(source.method) || []), source])
  return found
})

/** The events that a method registers; undefined for most. */
export const eventsOf = (name: string): readonly EventSource[] | undefined => byMethod().get(name)
