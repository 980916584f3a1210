import type { Fields, Method, NumberOrText, NumericString, Undocumented } from './method'

/** The phone: screen, sound, state. */
export interface DeviceMethods {
  /**
   * Tells how bright the screen is.
   *
   * Resolves to `{ brightness }`, from 0 to 1 (upsdk-behaviour §4).
   */
  getScreenBrightness: Method<undefined, { brightness: NumberOrText }>

  /**
   * Sets how bright the screen is.
   *
   * Resolves to `{ brightness }`, from 0 to 1 (upsdk-behaviour §4).
   *
   * @param brightness from 0, dark, to 1
   */
  setScreenBrightness: Method<{ brightness: NumericString }, { brightness: NumberOrText }>

  /**
   * Tells the measures of the screen.
   *
   * Resolves to an object of undocumented fields.
   */
  getScreenParams: Undocumented<Fields>

  /**
   * Forbids screenshots, or allows them again. Android only. Native may stay silent.
   *
   * Resolves to nothing.
   *
   * @param switch true forbids (upsdk-behaviour §4)
   */
  changeScreenShot: Method<{ switch: boolean }, void>

  /**
   * Hears of screenshots. iOS only. upsdk has `success` for both the answer and the event; here `success` gets
   * events only, and `upsdk.on('screenShotAction', …)` is better (H15).
   *
   * Resolves to nothing.
   */
  monitorScreenShot: Method<undefined, void> & { success: Event & Fields }

  /**
   * Ends hearing of screenshots. iOS only. Native may stay silent.
   *
   * Resolves to nothing.
   */
  removeScreenShot: Method<undefined, void>

  /**
   * Makes the phone vibrate. Native may stay silent.
   *
   * Resolves to nothing. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  vibrate: Undocumented<void>

  /**
   * Gives an identifier of the device.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  uniqueIdentifier: Undocumented

  /**
   * Tells the state of the battery.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` in older wallets (H16).
   */
  getBatteryInfo: Undocumented<Fields>

  /**
   * Tells about the phone and its system.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` in older wallets (H16).
   */
  getSystemInfo: Undocumented<Fields>

  /**
   * Tells the version of the wallet.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` in older wallets (H16).
   */
  getVersionInfo: Undocumented<Fields>

  /**
   * Tells which font size is set.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  getFontSizeLevel: Undocumented

  /**
   * Tells whether the phone is muted.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  getMuteState: Undocumented

  /**
   * Tells whether notifications are allowed.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  getNotificationState: Undocumented

  /**
   * Watches for shaking of the phone.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  checkIsShaking: Undocumented

  /**
   * Ends watching for shaking of the phone.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  stopCheckIsShaking: Undocumented
}
