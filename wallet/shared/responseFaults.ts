/**
 * A fault in a response of a page's server, which the command has passed on as far as it came. `longer`: something came
 * behind its end, as where `Content-Length` counts characters, or where a 204 has a body. `cut-off`: it ended too early.
 */
export interface ResponseFault {
  /** Grows with each fault. */
  readonly id: number
  readonly kind: 'longer' | 'cut-off'
  /** The path that was asked for, without query. */
  readonly path: string
  /** ms since it was seen. */
  readonly ago: number
}
