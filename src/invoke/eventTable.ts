/** How one event of upsdk is registered and cancelled. */
export interface EventSource {
  /** The method that registers. */
  method: string
  /** The parameter that takes the handler; upsdk has one slot for each event (H15). */
  slot: string
  /** The method that cancels; none where upsdk has none. */
  stop?: string
}

/** event register stop slot, as in methods.tsv; `-`: none. */
const TABLE = `screenShotAction monitorScreenShot removeScreenShot success
rightbtnclick setNavigationBarRightButton - handler
HCEMessage onHCEMessage - success
MtuChanged onMtuChanged - success
BeaconFound onBeaconUpdate offBeaconUpdate callback
BLEMtuChanged onBLEMTUChange offBLEMTUChange callback`

/** Events whose methods are called after them: `onX`, `offX`. */
const ON_OFF = ['accelerometerChange', 'BeaconServiceChange', 'compassChange', 'gyroscopeChange']
const REGISTER_CANCEL = [
  'BluetoothDeviceFound',
  'BluetoothAdapterStateChange',
  'BLEConnectionStateChange',
  'BLECharacteristicValueChange',
]
const CHARACTERISTIC = ['Read', 'Write', 'Subscribed', 'UnSubscribed']
const LIFECYCLE = [
  'onAppLoad',
  'onAppShow',
  'onAppHide',
  'onPageLoad',
  'onPageShow',
  'onPageHide',
  'onPageBack',
  'rerender',
]

function buildTable(): Map<string, EventSource> {
  const table = new Map<string, EventSource>()
  const add = (event: string, method: string, stop?: string, slot = 'callback') =>
    table.set(event, { method, stop, slot })
  for (const line of TABLE.split('\n')) {
    const [event = '', method = '', stop, slot] = line.split(' ')
    add(event, method, stop === '-' ? undefined : stop, slot)
  }
  for (const event of ON_OFF) {
    const name = event.charAt(0).toUpperCase() + event.slice(1)
    add(event, `on${name}`, `off${name}`)
  }
  for (const event of REGISTER_CANCEL) add(event, `register${event}`, `cancel${event}`)
  const state = 'BLEPeripheralConnectionStateChanged'
  add(state, `register${state}Notification`, `cancel${state}Notification`)
  for (const what of CHARACTERISTIC) {
    const name = `Characteristic${what.charAt(0)}${what.slice(1).toLowerCase()}Notification`
    add(`BLEPeripheralCharacteristic${what}`, `register${name}`, `cancel${name}`)
  }
  for (const event of LIFECYCLE) add(event, 'registerLifecycle', undefined, event)
  return table
}

/** Every event of upsdk by its name. */
export const eventTable: ReadonlyMap<string, EventSource> = /* @__PURE__ */ buildTable()

/** The events of each method that registers one, or several. */
export const eventsByMethod: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ groupByMethod()

function groupByMethod(): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  eventTable.forEach(({ method }, event) => {
    groups.set(method, [...(groups.get(method) || []), event])
  })
  return groups
}
