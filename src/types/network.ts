import type { Method, Undocumented } from './method'

/** Parameters of `sendRequest`. Except for `dataType`, they are those of the request, and undocumented. */
export interface SendRequestParams {
  /** How the answer is decoded (upsdk-behaviour §4). */
  dataType: 'json' | 'arraybuffer' | (string & Record<never, never>)
  [field: string]: unknown
}

/** Methods for requests and logs through native. */
export interface NetworkMethods {
  /**
   * Sends a request through native. It may take 60 s.
   *
   * Resolves to `{ message }`: the answer, decoded by `dataType` (upsdk-behaviour §4). Rejects with `network`,
   * `timeout`, and `unsupported` in older wallets (H16).
   *
   * @param dataType "json", "arraybuffer", …
   */
  sendRequest: Method<SendRequestParams, { message: unknown }>

  /**
   * Adds an event to the wallet's statistics. Native may stay silent.
   *
   * Resolves to nothing.
   */
  logEvent: Undocumented<void>

  /**
   * Adds an event of a mini-program to the wallet's statistics. Native may stay silent.
   *
   * Resolves to nothing. Rejects with `unsupported` in older wallets (H16).
   */
  appletLogEvent: Undocumented<void>

  /**
   * Writes to the wallet's own log. Native may stay silent.
   *
   * Resolves to nothing.
   */
  addConsole: Undocumented<void>
}
