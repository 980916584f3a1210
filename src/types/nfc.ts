import type { Fields, Undocumented } from './method'

/**
 * NFC, and the phone as a card (HCE). Codes of HCE: upsdk-behaviour §3. For tags see `nfcAdapter`:
 * `getNFCAdapter` of the latest wallets gives an object at once, and so is not among the methods.
 */
export interface NfcMethods {
  /**
   * Tells the state of NFC.
   *
   * Resolves to what native gives. Rejects with `unsupported` in wallets of 2020 (H16).
   */
  getNFCStatus: Undocumented

  /**
   * Opens the phone's settings of NFC. Native may stay silent.
   *
   * Resolves to what native gives, or undefined one quiet second after sending. Rejects with `busy`.
   */
  openNFCSetting: Undocumented

  /**
   * Tells whether the phone can be a card.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` (1001: no NFC; 1003: no HCE),
   * `permission` (1002: NFC is off; 1004: another app is the one for NFC).
   */
  getHCEState: Undocumented<Fields>

  /**
   * Makes the phone a card. May raise the phone's own dialog, so it has no deadline.
   *
   * Resolves to an object of undocumented fields. Rejects with `system` (1101: registration failed),
   * `invalid-params` (1102: bad list of AIDs; 1103), and as `getHCEState` does.
   */
  startHCE: Undocumented<Fields>

  /**
   * Ends being a card.
   *
   * Resolves to an object of undocumented fields. Rejects with `invalid-params` (1401), `system` (1402).
   */
  stopHCE: Undocumented<Fields>

  /**
   * Answers the reader.
   *
   * Resolves to what native gives. Rejects with `system` (1301: sending failed).
   */
  sendHCEMessage: Undocumented

  /**
   * Hears of the reader: every `success` is a message, and none is an answer. `upsdk.on('HCEMessage', …)` takes any
   * number of handlers (H15).
   *
   * Resolves to nothing, when sent.
   *
   * @param success hears of messages, with what native gives
   */
  onHCEMessage: Undocumented<void>
}
