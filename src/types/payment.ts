import type { Fields, Method, Undocumented } from './method'

/** The serial number of a bank card; upsdk takes any of the three spellings (upsdk-behaviour §4). */
type SerialNumber = { Sn: string } | { sn: string } | { SN: string }

/** Methods for payments and bank cards. */
export interface PaymentMethods {
  /**
   * Pays the order of a transaction number.
   *
   * Resolves to nothing: ask your server whether the order is paid. Rejects with `cancelled` if the user cancels,
   * `invalid-params` without `tn`, `busy` at a second tap (H20), and otherwise mostly with `unknown`, since upsdk drops
   * the code (H13). After any failure of a `sent` payment except `cancelled`, `retry` is 'never': the payment may have
   * been made.
   *
   * @param tn the transaction number, from your server: the only documented parameter (upsdk-behaviour §4)
   * @param merchantId old pages pass it; upsdk removes it before it calls native (H10)
   */
  pay: Method<{ tn: string; merchantId?: string | undefined }, void>

  /**
   * Pays by QR code.
   *
   * Rejects as `pay` does.
   *
   * @param scanQrCodeContent the text of the scanned code, as real pages give it (upsdk-behaviour §5)
   */
  qrPay: Method<({ scanQrCodeContent?: string } & Fields) | undefined, unknown>

  /**
   * Pays by a QR code of 优计划 (U-Plan).
   *
   * Rejects as `pay` does.
   */
  uPlanQrPay: Undocumented

  /**
   * Opens the app's own page with the user's payment code (upsdk-behaviour §4).
   *
   * Rejects as `pay` does.
   */
  qrCodePay: Method<undefined, unknown>

  /**
   * Lets the user add a bank card to the wallet.
   *
   * Resolves to nothing. Rejects with `cancelled`, `busy`.
   *
   * @param scene default "10007" (upsdk-behaviour §4). UnionPay's document spells it `sence`, which the SDK file does
   *   not read but passes on beside the default
   */
  addBankCard: Method<{ scene?: string; sence?: string } | undefined, void>

  /**
   * Lets the user add the bank card of a serial number. Outside the wallet, upsdk itself would navigate to a web page;
   * the kit rejects with `outside-wallet` instead.
   *
   * Rejects with `cancelled`, `busy`.
   *
   * @param Sn the serial number; also `sn` or `SN` (upsdk-behaviour §4)
   * @param upEnv UnionPay's environment
   */
  addBankCardWithSn: Method<SerialNumber & { upEnv?: string }, unknown>

  /**
   * Sets up Apple Pay.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in wallets of 2020 (H16).
   */
  configApplePay: Undocumented

  /**
   * Opens the wallet's page for payments without verification.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  openPageVerifyFree: Undocumented

  /**
   * Checks whether a bank can be shared.
   *
   * Resolves to an object of undocumented fields. Rejects with `unsupported` in older wallets (H16).
   */
  getBankIsSupportShare: Undocumented<Fields>

  /**
   * Opens the wallet's view for sharing a bank.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  openBankShareView: Undocumented
}
