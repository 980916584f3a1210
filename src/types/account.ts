import type { Method, Undocumented } from './method'

/** Methods for the user's account and data in the wallet. */
export interface AccountMethods {
  /**
   * Lets the user log in to the wallet.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  login: Undocumented

  /**
   * Gets the user's status in the wallet. It may open the wallet's own login, so it has no time limit.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  getUserStatus: Undocumented

  /**
   * Gets the date on which the user closed the account.
   *
   * Resolves to `{ userLogoutDate }`: ms since 1970, as a string (upsdk-behaviour §4).
   */
  getUserLogoutDate: Method<undefined, { userLogoutDate: string }>

  /**
   * Notifies the wallet that notes have changed. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending.
   */
  noteInfoChange: Undocumented

  /**
   * Reads the phone's contacts.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  getContactsData: Undocumented

  /**
   * Reads the user's portrait.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  readHeadImage: Undocumented

  /**
   * Asks for the phone's permission to count steps. It may open the phone's own dialog, so it has no time limit.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  checkStepPermissions: Undocumented

  /**
   * Sends the user's step count to the wallet.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  uploadStepData: Undocumented

  /**
   * Opens the details of a ticket. Native never calls back (H11).
   *
   * Resolves to nothing once it is sent. Rejects with `unsupported` in older wallets (H16).
   */
  openTicketDetails: Undocumented<void>

  /**
   * Opens the voice broadcast. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `unsupported` in older wallets
   * (H16).
   */
  openVoiceBroadcast: Undocumented

  /**
   * Gets the state of the voice broadcast.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  getVoiceBroadcastState: Undocumented
}
