/** One method: what it takes, and what its promise gives. */
interface Method<Params, Result> {
  params: Params
  result: Result
}

/** A method whose parameters and result no document describes. */
type Loose = Method<Record<string, unknown> | undefined, unknown>

/**
 * Every method of upsdk with its parameters and result (upsdk-behaviour §4). Open to declaration merging for
 * methods of future wallets.
 */
export interface UpsdkMethods {
  /** Pays the order of a transaction number. Rejects with `cancelled` when the user cancels. */
  pay: Method<{ tn: string }, void>
  qrPay: Loose
  uPlanQrPay: Loose
  qrCodePay: Loose
  /** Gives a one-time authorization code for the backend. */
  appletAuth: Method<Record<string, unknown> | undefined, { code: string }>
  bioDetect: Loose
  /** @param transNo, bizType the transaction whose payment password is checked */
  verifyPayPwd: Method<{ transNo: string; bizType: string }, void>
  idCardRecognition: Loose
  /** Gives the scanned text. */
  scanQRCode: Method<{ scanType?: ('qrCode' | 'barCode')[]; needResult?: '0' | '1' } | undefined, string>
  /** `sourceType`: '1' camera, '2' album, '3' both. Sizes in pixels. */
  chooseImage: Method<
    { maxWidth?: number; maxHeight?: number; sourceType?: '1' | '2' | '3' } | undefined,
    { base64: string; type: string }
  >
  /** `scene`: default "10007". */
  addBankCard: Method<{ scene?: string } | undefined, void>
  /** Gives a 6-digit code of administrative division. */
  getLocationCity: Method<undefined, string>
  /** Degrees in GCJ-02. */
  getLocationGps: Method<undefined, { latitude: number | string; longitude: number | string }>
  saveData: Method<{ key: string; value: string }, { code: string }>
  queryData: Method<{ key: string }, { code: string; msg: string; key: string; value: string }>
  deleteData: Method<{ key: string }, unknown>
  deleteAllKeys: Loose
  getAllKeys: Loose
  /** A toast of the wallet. */
  showFlashInfo: Method<{ msg: string } | string, void>
  setNavigationBarTitle: Method<{ title: string } | string, void>
  setTitleStyle: Method<Record<string, unknown> | undefined, void>
  showSharePopup: Method<
    { title?: string; desc?: string; shareUrl?: string; picUrl?: string } | undefined,
    void
  >
  closeWebApp: Method<undefined, void>
  createWebView: Method<{ url: string; title?: string; isFinish?: '0' | '1' }, void>
  navi: Method<{ sLat: string; sLon: string; sName: string; dLat: string; dLon: string; dName: string }, void>
}
