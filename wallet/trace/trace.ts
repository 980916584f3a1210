/**
 * The shape of a value: names, types and lengths, without its contents. A `literal` is kept as it is: a code, a
 * documented literal, or a text that shows a reason, with `…` in place of omitted parts. `json` is JSON text, which
 * Android gives for objects (H12).
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
  /** Whether it came while upsdk's method was running, as the refusals of the SDK file itself do. */
  readonly during?: boolean
  readonly value: Shape
}

/** One call of raw upsdk. */
export interface TraceCall {
  readonly method: string
  /** ms after the recording began. */
  readonly at: number
  readonly params: Shape
  /** The answers in order; empty if native never answered. */
  readonly answers: readonly TraceAnswer[]
  /** The kind of error that the call threw (H14). */
  readonly thrown?: string
}

/**
 * A record of a wallet's behaviour, without data of a user, a merchant or the wallet. It can be published, and
 * `installSimulator({ replay: trace })` answers as that wallet did.
 */
export interface Trace {
  /** Grows if an older reader could no longer read a trace. */
  readonly version: 1
  readonly environment: {
    readonly insideWallet: boolean
    readonly platform: 'ios' | 'android' | 'harmony' | 'other'
    readonly bridge?: 'cordova' | 'jsbridge'
    readonly appVersion?: number
    readonly clientVersion?: number
    readonly language?: string
  }
  /** ms from the start of the recording to the first `pluginReady` or `ready` callback; undefined if none ran. */
  readonly readyAfter?: number
  readonly jsApiList: readonly string[]
  /** The methods that this wallet's upsdk has. */
  readonly methods: readonly string[]
  readonly calls: readonly TraceCall[]
}

export const TRACE_VERSION = 1
