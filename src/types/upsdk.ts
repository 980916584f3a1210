import type { UpsdkError } from '../errors'
import type { Explanation } from '../explain'
import type { Environment } from '../gate/environment'
import type { SignedConfigSource } from '../gate/signed'
import type { CallOptions } from '../invoke/call'
import type { Actions } from '../ui/presenter'
import type { EventData, EventName, EventParams } from './events'
import type { UpsdkMethods } from './methods'

/** Callbacks as upsdk takes them, for code that was written for it. They run besides the promise. */
export interface Callbacks {
  /** Gets what upsdk gave, as it came. */
  success?(value: unknown): void
  /** Gets the failure as it came, or `{ errcode, errmsg, code, msg }` where it is the kit's. The kit then shows nothing. */
  fail?(failure: unknown): void
  /** Only called where there is no `fail`, as in upsdk. */
  cancel?(failure: unknown): void
  /** Always called, last. */
  complete?(outcome: unknown): void
}

/** The name of a method of upsdk. */
export type MethodName = keyof UpsdkMethods
/** What a method takes. */
export type Params<M extends MethodName> = UpsdkMethods[M] extends { params: infer P }
  ? P
  : Record<string, unknown> | undefined
/** What the promise of a method resolves to. */
export type Result<M extends MethodName> = UpsdkMethods[M] extends { result: infer R } ? R : unknown
/** `Result` for any name: unknown for methods that are not in the map. For a simulator's answers. */
export type ResultOf<M extends string> = M extends MethodName ? Result<M> : unknown

/** Methods without parameters take callbacks too. */
type WithCallbacks<P> = [P] extends [void] ? Callbacks : P extends object ? P & Callbacks : P

/** Required parameters make the argument required. */
export type CallArguments<P> = undefined extends P
  ? [params?: WithCallbacks<P>, options?: CallOptions]
  : // biome-ignore lint/complexity/noBannedTypes: {} asks "may it be empty?"
    {} extends P
    ? [params?: WithCallbacks<P>, options?: CallOptions]
    : [params: WithCallbacks<P>, options?: CallOptions]

/** Every method of upsdk, as a function that resolves to its result. */
export type Methods = {
  // In this form, a method's docs are seen where it is used.
  readonly [M in keyof UpsdkMethods]: (...args: CallArguments<Params<M>>) => Promise<Result<M>>
}

/** Options of `upsdk.notify`. */
export interface NotifyOptions {
  /** The method that failed, where it was one of upsdk's: its codes may have a meaning of their own. */
  method?: string
  /** Buttons of the dialog, before the instance's. */
  actions?: Actions
}

/** upsdk, guarded: every call runs inside `pluginReady`, always settles, and fails with an `UpsdkError`. */
export interface Upsdk extends Methods {
  /** `upsdk.call('pay', { tn })` is `upsdk.pay({ tn })`. Rejects with an `UpsdkError`. */
  call<M extends MethodName>(method: M, ...args: CallArguments<Params<M>>): Promise<Result<M>>
  /**
   * Resolves when the bridge is up; rejects with `outside-wallet`, `sdk-missing`, `ready-timeout`,
   * `unsupported`, `bad-signature`, `bad-config`, `system` or `aborted`. The callback never expires, and runs outside
   * the wallet too, as upsdk's own does since 2021 (H4).
   */
  ready(callback?: () => void): Promise<Environment>
  /** The same as `ready`. */
  pluginReady(callback?: () => void): Promise<Environment>
  /**
   * Begins signed mode (or begins it anew). Resolves when upsdk accepts the config; rejects with
   * `bad-signature`, `bad-config` or what `ready` rejects with.
   */
  config(signed: SignedConfigSource): Promise<void>
  /** Hears once of a refused config, with what upsdk said. */
  error(callback: (failure: unknown) => void): void
  /**
   * Hears of an event: any number of handlers on upsdk's one slot (H15). Registers with native once, after ready,
   * and again where `params` differ; the last handler that stops cancels the registration, where upsdk can.
   * Shows nothing: a registration that fails goes to `onError`, and the next `on` tries again. Throws a `TypeError`
   * for an event that does not exist.
   *
   * @param handler gets plain data: native's fields, not the DOM event
   * @param params what registering takes: `upsdk.on('rightbtnclick', share, { title: 'Share' })`
   * @returns stops this handler
   */
  on<E extends EventName>(
    event: E,
    handler: (data: EventData<E>) => void,
    params?: EventParams<E>,
  ): () => void
  /**
   * The NFC adapter as upsdk gives it, at once and without promises (latest wallets); undefined before the
   * bridge is up. `nfcAdapter(upsdk)` waits for it, and has promises.
   */
  getNFCAdapter(): unknown
  /** Does the SDK file have the method? Never rejects: false outside the wallet, or when it is not ready in time. */
  supports(method: string): Promise<boolean>
  /** Explains anything: a code, an error, a backend's answer `{ resp, msg }`. Never throws. */
  explain(failure: unknown, options?: { method?: string }): Explanation
  /** Explains and shows, whatever `notify` says, unless it was shown. A success gives undefined. */
  notify(failure: unknown, options?: NotifyOptions): UpsdkError | undefined
  /** Shows a text of your own. */
  toast(text: string): void
  /** Read anew at each use. */
  readonly environment: Environment
  /** For old code: what upsdk says; false where there is no upsdk. */
  readonly isInsideWallet: boolean
  readonly checkSdkSupport: boolean
  readonly jsApiList: readonly string[]
  /** The locale whose messages are used: zh-Hant, also where zh-HK was asked for. */
  readonly locale: string
  /**
   * Changes the language of what is said from now on.
   *
   * @param tag BCP 47, or 'auto'. Throws a `TypeError` for anything else.
   */
  setLocale(tag: string): void
  /** Gives up all that is open (`aborted`), and takes away timers, listeners and elements. */
  destroy(): void
}
