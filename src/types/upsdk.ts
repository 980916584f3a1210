import type { UpsdkError } from '../errors'
import type { Explanation } from '../explain'
import type { Environment } from '../gate/environment'
import type { SignedConfigSource } from '../gate/signed'
import type { CallOptions } from '../invoke/call'
import type { Actions } from '../ui/presenter'
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

export type MethodName = keyof UpsdkMethods & string
export type Params<M extends MethodName> = UpsdkMethods[M] extends { params: infer P } ? P : never
export type Result<M extends MethodName> = UpsdkMethods[M] extends { result: infer R } ? R : never

type WithCallbacks<P> = P extends object ? P & Callbacks : P

/** Required parameters make the argument required. */
export type CallArguments<P> = undefined extends P
  ? [params?: WithCallbacks<P>, options?: CallOptions]
  : // biome-ignore lint/complexity/noBannedTypes: {} asks "may it be empty?"
    {} extends P
    ? [params?: WithCallbacks<P>, options?: CallOptions]
    : [params: WithCallbacks<P>, options?: CallOptions]

/** Every method of upsdk, as a function that resolves to its result. */
export type Methods = {
  readonly [M in MethodName]: (...args: CallArguments<Params<M>>) => Promise<Result<M>>
}

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
   * `unsupported`, `bad-signature`, `bad-config` or `aborted`. The callback never expires, and runs outside
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
  /** @param tag BCP 47, or 'auto'. Throws a `TypeError` for anything else. */
  setLocale(tag: string): void
  /** Gives up all that is open (`aborted`), and takes away timers, listeners and elements. */
  destroy(): void
}
