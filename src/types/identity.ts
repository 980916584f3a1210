import type { Chunk, ChunkRequest, Fields, Method, Undocumented } from './method'

/** Scopes of `appletExplicitAuth`: the known ones (upsdk-behaviour §5), and any other. */
export type ExplicitAuthScope = 'scope.mobile' | 'scope.auth' | (string & {})

/** Methods for the user's identity: authorization, passwords, faces and documents. */
export interface IdentityMethods {
  /**
   * Gets a one-time authorization code for your server. It may open the wallet's own login, so it has no time limit,
   * and is never rejected as `busy`.
   *
   * Resolves to `{ code }` (upsdk-behaviour §4). Rejects with `forbidden`, `cancelled`.
   */
  appletAuth: Method<undefined, { code: string }>

  /**
   * Asks the user for a piece of their data, such as the mobile number, in a dialog of the wallet.
   *
   * UnionPay's own authorization button does the same. upsdk has no such method, so the kit calls native itself
   * (upsdk-behaviour §5). While one is open, a second tap with the same scope is `busy`.
   *
   * Resolves to `{ code }`. Pass it to your server, which exchanges it with UnionPay for the data; it works once.
   * Rejects with `cancelled`, `forbidden` (c02: the mini-program has not been granted the scope), `busy`, and
   * `unsupported` (c03, c04) in wallets that lack it.
   *
   * @param scope the data to ask for
   */
  appletExplicitAuth: Method<{ scope: ExplicitAuthScope }, { code: string }>

  /**
   * Passes the configuration of a mini-program to native.
   *
   * Resolves to an object of undocumented fields. Rejects with `forbidden`.
   */
  appletConfig: Undocumented<Fields>

  /**
   * Lets the user enter the payment password for a transaction.
   *
   * Resolves to nothing: ask your server whether it was right. Rejects with `cancelled`, `busy`.
   *
   * @param transNo the number of the transaction (upsdk-behaviour §4)
   * @param bizType the kind of business
   */
  verifyPayPwd: Method<{ transNo: string; bizType: string }, void>

  /**
   * Verifies the user's face.
   *
   * Rejects with `identity` (codes 94 to 99; docs/codes.md), `cancelled`, `busy`.
   */
  bioDetect: Undocumented

  /**
   * Reads an identity card with the camera.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in wallets of 2020 (H16).
   */
  idCardRecognition: Undocumented

  /**
   * Reads the video of a face verification, in chunks; `readChunks` reads it to the end.
   *
   * Resolves to a chunk, as the other reads do. Rejects with `invalid-params` (00, 03, 07), `system` (01), `permission`
   * (02), `unknown` (04) (upsdk-behaviour §3).
   */
  readFaceVideoData: Method<(Partial<ChunkRequest> & Fields) | undefined, Chunk>

  /**
   * Reads the image of a face verification, in chunks; `readChunks` reads it to the end.
   *
   * Resolves to a chunk, as the other reads do. Rejects as `readFaceVideoData` does.
   */
  readFaceImageData: Method<(Partial<ChunkRequest> & Fields) | undefined, Chunk>

  /**
   * Sets the authorization of 浙里办, the citizens' service of Zhejiang.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  configZheLiBanAuthorizeInfo: Undocumented

  /**
   * Gets the public key of 浙里办.
   *
   * Rejects with `unsupported` in older wallets (H16).
   */
  getZheLiBanPublicKey: Undocumented

  /**
   * Opens a page of 浙里办.
   *
   * Rejects with `cancelled`, `busy`, and `unsupported` in older wallets (H16).
   */
  openZheLiBanPage: Undocumented
}
