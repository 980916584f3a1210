import type { Fields, Flag, Method, Undocumented } from './method'

/** Mini-programs: opening, following, collecting them. */
export interface AppletMethods {
  /**
   * Opens another mini-program. Native may stay silent.
   *
   * Resolves to what native gives, or undefined one quiet second after sending. Rejects with `invalid-params`
   * (101: `appId` is empty; 102: no such app) (upsdk-behaviour §3).
   *
   * @param appId the mini-program (upsdk-behaviour §4)
   * @param param what it is given: "k1=v1&k2=v2"
   * @param toLink the page to open; app 9.0 and newer
   * @param isFinish '1': this mini-program is closed
   */
  openApplet: Method<{ appId: string; param?: string; toLink?: string; isFinish?: Flag }, unknown>

  /**
   * Loads another mini-program ahead of time. Native may stay silent.
   *
   * Resolves to what native gives, or undefined. Rejects as `openApplet` does.
   *
   * @param appId the mini-program (upsdk-behaviour §4)
   */
  prepareApplet: Method<{ appId: string }, unknown>

  /**
   * Lets the user follow this mini-program.
   *
   * Resolves to `{ code: '00' }` (upsdk-behaviour §4). Rejects with `user-state` (01: already followed),
   * `unsupported` (02: not in a mini-program), `network` (03), `cancelled` (04), `unknown` (05), `busy`.
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
   * Ends following a mini-program.
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
   * Lists the mini-programs that were used of late.
   *
   * Resolves to an object of undocumented fields. Rejects with `unauthorized` (01: not logged in), `unknown`
   * (02) (upsdk-behaviour §3).
   */
  recentlyUsedAppletList: Undocumented<Fields>

  /**
   * Deletes mini-programs from the list of those that were used of late.
   *
   * Resolves to what native gives (upsdk-behaviour §4: raw).
   *
   * @param appIdList which ones
   */
  deleteRecentlyUsedApplet: Method<{ appIdList: readonly string[] }, unknown>

  /**
   * Lets the user put an app among the common ones.
   *
   * Resolves to `{ code, msg }`: '00' added, '01' replaced. Rejects with `cancelled` (02), `invalid-params` (03:
   * no such app; 99), `user-state` (04: already there; 05: not logged in), `busy`
   * (upsdk-behaviour §3).
   *
   * @param url the address of the app (upsdk-behaviour §4)
   */
  addCommonApp: Method<{ url: string }, { code: '00' | '01'; msg: string }>

  /**
   * Lets the user put this mini-program on the phone's home screen.
   *
   * Resolves to what native gives. Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  addSelfAppletToLauncher: Undocumented

  /**
   * Lets the user put this mini-program on the wallet's home page.
   *
   * Resolves to what native gives. Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  collectSelfAppletToHome: Undocumented

  /**
   * Takes this mini-program off the wallet's home page.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  cancelCollectSelfAppletToHome: Undocumented

  /**
   * Tells whether this mini-program is on the wallet's home page. It has no placeholder even in the newest SDK file
   * (H16); the kit's is there at any time.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  getSelfAppletCollectStatus: Undocumented

  /**
   * Lets the user follow this mini-program.
   *
   * Resolves to what native gives. Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  followSelfApplet: Undocumented

  /**
   * Ends following this mini-program.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  cancelFollowSelfApplet: Undocumented

  /**
   * Tells whether the user follows this mini-program.
   *
   * Resolves to what native gives (upsdk-behaviour §4: raw). Rejects with `unsupported` in older wallets (H16).
   */
  getSelfAppletFollowStatus: Method<undefined, unknown>

  /**
   * Opens the page about this mini-program. Native may stay silent.
   *
   * Resolves to what native gives, or undefined one quiet second after sending. Rejects with `unsupported` in
   * older wallets (H16).
   */
  goSelfAppletAppDetail: Undocumented

  /**
   * Starts this mini-program anew. Native may stay silent.
   *
   * Resolves to what native gives, or undefined one quiet second after sending. Rejects with `unsupported` in
   * older wallets (H16).
   */
  reenterSelfApplet: Undocumented
}
