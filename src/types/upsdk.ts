import type { CallArguments, MethodName, Methods, Params, Result } from '../types/callable'
import type { EventData, EventName, EventParams } from '../types/events'
import type { CallOptions, NotifyOptions } from './callOptions'
import type { Environment } from './environment'
import type { UpsdkErrorFields } from './error'
import type { Explanation } from './failure'
import type { SignedConfigSource } from './signed'

/** upsdk, guarded: every call runs inside `pluginReady`, always settles, and fails with an `UpsdkError`. */
export interface Upsdk extends Methods<CallOptions> {
  /** `upsdk.call('pay', { tn })` is `upsdk.pay({ tn })`. Rejects with an `UpsdkError`. */
  call<M extends MethodName>(method: M, ...args: CallArguments<Params<M>, CallOptions>): Promise<Result<M>>
  /**
   * Resolves when the bridge is up; rejects with `outside-wallet`, `sdk-missing`, `ready-timeout`,
   * `unsupported`, `bad-signature`, `bad-config`, `system` or `aborted`.
   *
   * A callback is for signed pages, as upsdk's own (H29): it runs at once where the page has opened upsdk by an accepted
   * `config` or `appletConfig`, or by `pluginReady` with a callback that ran; else after the next accepted `config`.
   * It runs on neither a refused nor a missing one.
   *
   * @example
   * await upsdk.ready()
   */
  ready(callback?: () => void): Promise<Environment>
  /**
   * The promise is that of `ready`. The callback needs no config, never expires, and runs outside the wallet too, as
   * upsdk's own does since 2021 (H4). The first that has waited for `readyTimeout` goes to `onError`, `onCall` and
   * inspectors, as `ready-timeout` of the method `pluginReady`; it still runs where the bridge comes later.
   *
   * @example
   * upsdk.pluginReady(() => upsdk.setNavigationBarTitle({ title: 'Order' }))
   */
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
   * The right button of the title bar stays where the page goes: upsdk cannot take it away, and its tap is heard by
   * whoever listens then. `stop` ends your handler only. So a view without a button of its own sets an empty one:
   * `upsdk.setNavigationBarRightButton({ title: ' ' })`.
   *
   * @param handler gets plain data: native's fields, not the DOM event
   * @param params what registering takes: `upsdk.on('rightbtnclick', share, { title: 'Share' })`
   * @returns stops this handler
   */
  on<E extends EventName>(
    event: E,
    handler: (data: EventData<E>) => void,
    // biome-ignore lint/complexity/noBannedTypes: {} asks "may it be empty?"
    ...params: {} extends EventParams<E> ? [params?: EventParams<E>] : [params: EventParams<E>]
  ): () => void
  /**
   * The NFC adapter as upsdk gives it, at once and without promises (latest wallets); undefined before the
   * bridge is up. `nfcAdapter(upsdk)` waits for it, and has promises.
   */
  getNFCAdapter(): unknown
  /**
   * Does the SDK file have the method (for `appletExplicitAuth`: is the bridge up)? False once it failed with c03 or
   * c04. Never rejects: false outside the wallet, or when it is not ready in time.
   */
  supports(method: string): Promise<boolean>
  /** Explains anything: a code, an error, a backend's answer `{ resp, msg }`. Never throws. */
  explain(
    failure: unknown,
    options?: { method?: string | undefined; payment?: boolean | undefined },
  ): Explanation
  /** Explains and shows, whatever `notify` says, unless it was shown. A success gives undefined. */
  notify(failure: unknown, options?: NotifyOptions): UpsdkErrorFields | undefined
  /** Shows a text of your own, cut after 200 characters. */
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
  /** Gives up all that is open (`aborted`), and takes away timers, listeners and elements. Final: later calls reject with `aborted`. */
  destroy(): void
}
