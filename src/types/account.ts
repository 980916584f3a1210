import type { Method, Undocumented } from './method'

/** The user's account in the wallet, and what the wallet knows of the user. */
export interface AccountMethods {
  /**
   * Lets the user log in to the wallet.
   *
   * Resolves to what native gives. Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  login: Undocumented

  /**
   * Tells how the user stands with the wallet. May raise the wallet's own login, so it has no deadline.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  getUserStatus: Undocumented

  /**
   * Tells when the user closed the account.
   *
   * Resolves to `{ userLogoutDate }`: ms since 1970, as a string (upsdk-behaviour §4).
   */
  getUserLogoutDate: Method<undefined, { userLogoutDate: string }>

  /**
   * Tells the wallet that notes have changed. Native may stay silent.
   *
   * Resolves to what native gives, or undefined one quiet second after sending.
   */
  noteInfoChange: Undocumented

  /**
   * Reads the phone's contacts.
   *
   * Resolves to what native gives. Rejects with `cancelled`, `permission`, `busy`, and `unsupported` in older
   * wallets (H16).
   */
  getContactsData: Undocumented

  /**
   * Reads the user's portrait.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  readHeadImage: Undocumented

  /**
   * Asks for the phone's permission to count steps. May raise the phone's own dialog, so it has no deadline.
   *
   * Resolves to what native gives. Rejects with `permission`, and `unsupported` in older wallets (H16).
   */
  checkStepPermissions: Undocumented

  /**
   * Sends the user's step count to the wallet.
   *
   * Resolves to what native gives. Rejects with `permission`, and `unsupported` in older wallets (H16).
   */
  uploadStepData: Undocumented

  /**
   * Opens the details of a ticket. Native never calls back (H11).
   *
   * Resolves to nothing, when sent. Rejects with `unsupported` in older wallets (H16).
   */
  openTicketDetails: Undocumented<void>

  /**
   * Opens the voice broadcast. Native may stay silent.
   *
   * Resolves to what native gives, or undefined one quiet second after sending. Rejects with `unsupported` in
   * older wallets (H16).
   */
  openVoiceBroadcast: Undocumented

  /**
   * Tells the state of the voice broadcast.
   *
   * Resolves to what native gives. Rejects with `unsupported` in older wallets (H16).
   */
  getVoiceBroadcastState: Undocumented
}
