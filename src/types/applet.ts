import type { Fields, Flag, Method, Undocumented } from './method'

/** Methods for mini-programs: opening, following and collecting them. */
export interface AppletMethods {
  /**
   * Opens another mini-program. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `invalid-params` (101: `appId`
   * is empty; 102: no such app) (upsdk-behaviour §3).
   *
   * @param appId the mini-program (upsdk-behaviour §4)
   * @param param data for it: "k1=v1&k2=v2"
   * @param toLink the page to open; app 9.0 and newer
   * @param isFinish '1' closes this mini-program
   */
  openApplet: Method<{ appId: string; param?: string; toLink?: string; isFinish?: Flag }, unknown>

  /**
   * Loads another mini-program ahead of time. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined without one. Rejects as `openApplet` does.
   *
   * @param appId the mini-program (upsdk-behaviour §4)
   */
  prepareApplet: Method<{ appId: string }, unknown>

  /**
   * Lets the user follow this mini-program.
   *
   * Resolves to `{ code: '00' }` (upsdk-behaviour §4). Rejects with `user-state` (01: already followed), `unsupported`
   * (02: not in a mini-program), `network` (03), `cancelled` (04), `unknown` (05), `busy`.
   */
  collectCurrentApplet: Method<undefined, { code: '00' }>

  /**
   * Follows a mini-program.
   *
   * Resolves to `{ code }` (upsdk-behaviour §4).
   *
   * @param encryptAppId the encrypted id of the mini-program
   */
  collectApplet: Method<{ encryptAppId: string }, { code: string }>

  /**
   * Stops following a mini-program.
   *
   * Resolves to `{ code }` (upsdk-behaviour §4).
   *
   * @param encryptAppId the encrypted id of the mini-program
   */
  cancelCollectApplet: Method<{ encryptAppId: string }, { code: string }>

  /**
   * Lists the mini-programs that the user follows.
   *
   * Resolves to an object of undocumented fields.
   */
  getAppletCollectionList: Undocumented<Fields>

  /**
   * Lists the recently used mini-programs.
   *
   * Resolves to an object of undocumented fields. Rejects with `user-state` (01: not logged in), `unknown` (02)
   * (upsdk-behaviour §3).
   */
  recentlyUsedAppletList: Undocumented<Fields>

  /**
   * Deletes mini-programs from the list of recently used ones.
   *
   * Resolves to native's raw answer (upsdk-behaviour §4).
   *
   * @param appIdList the mini-programs to delete
   */
  deleteRecentlyUsedApplet: Method<{ appIdList: readonly string[] }, unknown>

  /**
   * Lets the user add an app to the common ones.
   *
   * Resolves to `{ code, msg }`: '00' added, '01' replaced. Rejects with `cancelled` (02), `invalid-params` (03: no
   * such app; 99), `user-state` (04: already there; 05: not logged in), `busy` (upsdk-behaviour §3).
   *
   * @param url the address of the app (upsdk-behaviour §4)
   */
  addCommonApp: Method<{ url: string }, { code: '00' | '01'; msg: string }>

  /**
   * Lets the user put this mini-program on the phone's home screen.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  addSelfAppletToLauncher: Undocumented

  /**
   * Lets the user put this mini-program on the wallet's home page.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  collectSelfAppletToHome: Undocumented

  /**
   * Takes this mini-program off the wallet's home page.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  cancelCollectSelfAppletToHome: Undocumented

  /**
   * Checks whether this mini-program is on the wallet's home page. It has no placeholder even in the newest SDK file
   * (H16); the kit's is there at any time.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  getSelfAppletCollectStatus: Undocumented

  /**
   * Lets the user follow this mini-program.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  followSelfApplet: Undocumented

  /**
   * Stops following this mini-program.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  cancelFollowSelfApplet: Undocumented

  /**
   * Checks whether the user follows this mini-program.
   *
   * Resolves to native's raw answer (upsdk-behaviour §4). Rejects with `unsupported` in older wallets (H16).
   */
  getSelfAppletFollowStatus: Method<undefined, unknown>

  /**
   * Opens the page about this mini-program. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `unsupported` in older wallets
   * (H16).
   */
  goSelfAppletAppDetail: Undocumented

  /**
   * Restarts this mini-program. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `unsupported` in older wallets
   * (H16).
   */
  reenterSelfApplet: Undocumented
}
