import type { AccountMethods } from './account'
import type { AppletMethods } from './applet'
import type { BluetoothMethods } from './bluetooth'
import type { BluetoothDeviceMethods } from './bluetoothDevice'
import type { BluetoothPeripheralMethods } from './bluetoothPeripheral'
import type { DeviceMethods } from './device'
import type { IdentityMethods } from './identity'
import type { LocationMethods } from './location'
import type { MediaMethods } from './media'
import type { NavigationMethods } from './navigation'
import type { NetworkMethods } from './network'
import type { NfcMethods } from './nfc'
import type { PageMethods } from './page'
import type { PaymentMethods } from './payment'
import type { SensorMethods } from './sensors'
import type { ShareMethods } from './share'
import type { StorageMethods } from './storage'

/**
 * Every method of upsdk with its parameters and its result, exactly as documented (upsdk-behaviour §4), or `unknown` if
 * undocumented. The interface is open to declaration merging for methods of future wallets:
 *
 * ```ts
 * declare module 'upsdk-kit' {
 *   interface UpsdkMethods {
 *     futureMethod: { params: { a: string }; result: string }
 *   }
 * }
 * ```
 *
 * Any method may reject with `outside-wallet`, `sdk-missing`, `ready-timeout`, `not-ready`, `forbidden`, `unsupported`,
 * `invalid-params`, `network`, `timeout`, `aborted`, `system` and `unknown`, and in signed mode with `bad-signature`
 * and `bad-config`. A method's own docs name its typical reasons.
 */
export interface UpsdkMethods
  extends PaymentMethods,
    IdentityMethods,
    AccountMethods,
    NavigationMethods,
    PageMethods,
    AppletMethods,
    ShareMethods,
    MediaMethods,
    LocationMethods,
    DeviceMethods,
    SensorMethods,
    BluetoothMethods,
    BluetoothDeviceMethods,
    BluetoothPeripheralMethods,
    NfcMethods,
    StorageMethods,
    NetworkMethods {}
