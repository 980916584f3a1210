import type { Fields, Method, NumberOrText, NumericString, Undocumented } from './method'

/** Methods for the phone: screen, sound and state. */
export interface DeviceMethods {
  /**
   * Gets the brightness of the screen.
   *
   * Resolves to `{ brightness }`, from 0 to 1 (upsdk-behaviour §4).
   */
  getScreenBrightness: Method<undefined, { brightness: NumberOrText }>

  /**
   * Sets the brightness of the screen.
   *
   * Resolves to `{ brightness }`, from 0 to 1 (upsdk-behaviour §4).
   *
   * @param brightness from 0, dark, to 1
   */
  setScreenBrightness: Method<{ brightness: NumericString }, { brightness: NumberOrText }>

  /**
   * Gets the measures of the screen.
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
   * Listens for screenshots. iOS only. In upsdk, `success` gets both the answer and the event. Here it gets events
   * only; prefer `upsdk.on('screenShotAction', …)` (H15).
   *
   * Resolves to nothing.
   */
  monitorScreenShot: Method<undefined, void> & { success: Event & Fields }

  /**
   * Stops listening for screenshots. iOS only. Native may stay silent.
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
   * Gets an identifier of the device.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  uniqueIdentifier: Undocumented

  /**
   * Gets the state of the battery.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` in older wallets (H16).
   */
  getBatteryInfo: Undocumented<Fields>

  /**
   * Gets information about the phone and its system.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` in older wallets (H16).
   */
  getSystemInfo: Undocumented<Fields>

  /**
   * Gets the version of the wallet.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` in older wallets (H16).
   */
  getVersionInfo: Undocumented<Fields>

  /**
   * Gets the font size that is set.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  getFontSizeLevel: Undocumented

  /**
   * Checks whether the phone is muted.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  getMuteState: Undocumented

  /**
   * Checks whether notifications are allowed.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  getNotificationState: Undocumented

  /**
   * Watches for shaking of the phone.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  checkIsShaking: Undocumented

  /**
   * Stops watching for shaking of the phone.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  stopCheckIsShaking: Undocumented
}
