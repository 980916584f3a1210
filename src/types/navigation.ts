import type { Flag, Method, Undocumented } from './method'

/** Methods for pages, the page stack and other apps. */
export interface NavigationMethods {
  /**
   * Closes the page's web view. Native may stay silent.
   *
   * Resolves to nothing.
   */
  closeWebApp: Undocumented<void>

  /**
   * Opens an address in a new web view. Native never calls back (H11).
   *
   * Resolves to nothing once it is sent.
   *
   * @param url the address
   * @param title the title of the new web view
   * @param isFinish '1' closes this web view; default '0' (upsdk-behaviour §4)
   */
  createWebView: Method<{ url: string; title?: string; isFinish?: Flag }, void>

  /**
   * Sets whether the page goes back automatically. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined without one. Rejects with `unsupported` in older wallets (H16).
   */
  autoGoBack: Undocumented

  /**
   * Opens a page of the mini-program. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending.
   */
  navigateTo: Undocumented

  /**
   * Goes back in the mini-program. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending.
   */
  navigateBack: Undocumented

  /**
   * Opens a page of the mini-program in place of this one. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending.
   */
  redirectTo: Undocumented

  /**
   * Closes all pages of the mini-program and opens one. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending.
   */
  reLaunch: Undocumented

  /**
   * Opens a tab of the mini-program. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending.
   */
  switchTab: Undocumented

  /**
   * Opens a native page of the wallet. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending.
   *
   * @param dest the page (upsdk-behaviour §4)
   * @param extraData data for the page
   */
  openRNPage: Method<{ dest: string; extraData?: unknown }, unknown>

  /**
   * Opens a code in the page. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `unsupported` in older wallets
   * (H16).
   */
  openCodeInPage: Undocumented

  /**
   * Opens the settings of the app. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `busy`, and `unsupported` in
   * older wallets (H16).
   */
  openAppSetting: Undocumented

  /**
   * Opens the information page of an app by its id. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `unsupported` in older wallets
   * (H16).
   */
  openAppInfoByIdExt: Undocumented

  /**
   * Downloads an app.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  downloadApp: Undocumented

  /**
   * Opens a mini-program of WeChat. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `busy`, and `unsupported` in
   * older wallets (H16).
   */
  openWXApplet: Undocumented
}
