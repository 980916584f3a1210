import type { Fields, Undocumented } from './method'

/**
 * Methods for NFC and for the phone as a card (HCE). The codes of HCE are in upsdk-behaviour §3. For tags, see
 * `nfcAdapter`: `getNFCAdapter` of the latest wallets returns an object at once, so it is not among these methods.
 */
export interface NfcMethods {
  /**
   * Gets the state of NFC.
   *
   * Rejects with `unsupported` in wallets of 2020 (H16).
   */
  getNFCStatus: Undocumented

  /**
   * Opens the phone's NFC settings. Native may stay silent.
   *
   * Resolves to native's answer, or to undefined one second after sending. Rejects with `busy`.
   */
  openNFCSetting: Undocumented

  /**
   * Checks whether the phone can be a card.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` (1001: no NFC; 1003: no HCE), `permission`
   * (1002: NFC is off; 1004: another app handles NFC).
   */
  getHCEState: Undocumented<Fields>

  /**
   * Turns the phone into a card. It may open the phone's own dialog, so it has no time limit.
   *
   * Resolves to an object of undocumented fields. Rejects with `system` (1101: registration failed), `invalid-params`
   * (1102: bad list of AIDs; 1103), and as `getHCEState` does.
   */
  startHCE: Undocumented<Fields>

  /**
   * Stops being a card.
   *
   * Resolves to an object of undocumented fields. Rejects with `invalid-params` (1401), `system` (1402), and as
   * `getHCEState` does.
   */
  stopHCE: Undocumented<Fields>

  /**
   * Answers the reader.
   *
   * Rejects with `system` (1301: sending failed), and as `getHCEState` does.
   */
  sendHCEMessage: Undocumented

  /**
   * Listens to the reader: every `success` is a message, and none is an answer. `upsdk.on('HCEMessage', …)` takes any
   * number of handlers (H15).
   *
   * Resolves to nothing once it is sent.
   *
   * @param success gets native's value for each message
   */
  onHCEMessage: Undocumented<void>
}
