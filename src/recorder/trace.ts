/**
 * A value without what it says: names, types and lengths. A `literal` is kept as it is: a code, a documented literal,
 * a text by which the kit tells a reason, with `…` where something was left out of it. `json` is JSON text, as Android has it for objects (H12).
 */
export type Shape =
  | { readonly is: 'nothing' | 'null' | 'number' | 'boolean' | 'function' }
  | { readonly is: 'literal'; readonly value: string | number | boolean }
  | { readonly is: 'text'; readonly length: number }
  | { readonly is: 'json'; readonly of: Shape }
  | { readonly is: 'list'; readonly length: number; readonly of: Shape }
  | { readonly is: 'object'; readonly fields: Readonly<Record<string, Shape>> }

/** One answer to a call. */
export interface TraceAnswer {
  readonly how: 'success' | 'fail'
  /** ms after the call. */
  readonly after: number
  readonly value: Shape
}

/** One call of raw upsdk. */
export interface TraceCall {
  readonly method: string
  /** ms after the recording began. */
  readonly at: number
  readonly params: Shape
  /** In their order; none where native never answered. */
  readonly answers: readonly TraceAnswer[]
  /** The kind of error that it threw (H14). */
  readonly thrown?: string
}

/**
 * A record of a wallet's behaviour, without anything that a user, a merchant or the wallet said. It can be published, and
 * `installSimulator({ replay: trace })` answers as that wallet did.
 */
export interface Trace {
  /** Grows where an older reader could not read it. */
  readonly version: 1
  readonly environment: {
    readonly insideWallet: boolean
    readonly platform: 'ios' | 'android' | 'harmony' | 'other'
    readonly bridge?: 'cordova' | 'jsbridge'
    readonly appVersion?: number
    readonly clientVersion?: number
    readonly language?: string
  }
  /** ms after the recording began when the first `pluginReady` or `ready` callback ran; none: never. */
  readonly readyAfter?: number
  readonly jsApiList: readonly string[]
  /** The methods that this wallet's upsdk has. */
  readonly methods: readonly string[]
  readonly calls: readonly TraceCall[]
}

export const TRACE_VERSION = 1
