import type { CallArguments, MethodName, Methods, Params, Result } from '../types/callable'
import type { EventData, EventName, EventParams } from '../types/events'
import type { CallOptions, NotifyOptions } from './callOptions'
import type { Environment } from './environment'
import type { UpsdkErrorFields } from './error'
import type { Explanation } from './failure'
import type { SignedConfigSource } from './signed'

/** upsdk with safe calls: every call runs inside `pluginReady`, always settles, and fails with an `UpsdkError`. */
export interface Upsdk extends Methods<CallOptions> {
  /** `upsdk.call('pay', { tn })` is `upsdk.pay({ tn })`. Rejects with an `UpsdkError`. */
  call<M extends MethodName>(method: M, ...args: CallArguments<Params<M>, CallOptions>): Promise<Result<M>>
  /**
   * Resolves when the bridge is up; rejects with `outside-wallet`, `sdk-missing`, `ready-timeout`, `unsupported`,
   * `bad-signature`, `bad-config`, `system` or `aborted`, or as the page's function for the config has failed, such as
   * `network`.
   *
   * The callback is for signed pages, as in upsdk (H29). It runs at once if the page has opened upsdk by an accepted
   * `config` or `appletConfig`, or by a `pluginReady` whose callback ran. Otherwise it runs after the next accepted
   * `config`. It does not run after a refused one, or without one.
   *
   * @example
   * await upsdk.ready()
   */
  ready(callback?: () => void): Promise<Environment>
  /**
   * Returns the promise of `ready`. The callback needs no config, never expires, and also runs outside the wallet, as
   * in upsdk since 2021 (H4). The first callback that has waited for `readyTimeout` is reported to `onError`, `onCall`
   * and inspectors, as `ready-timeout` of the method `pluginReady`. It still runs if the bridge comes later.
   *
   * @example
   * upsdk.pluginReady(() => upsdk.setNavigationBarTitle({ title: 'Order' }))
   */
  pluginReady(callback?: () => void): Promise<Environment>
  /**
   * Starts or restarts signed mode. Resolves when upsdk accepts the config; rejects with `bad-signature`, `bad-config`
   * or as `ready` does.
   */
  config(signed: SignedConfigSource): Promise<void>
  /** Runs a callback once if a config is refused, with upsdk's failure. */
  error(callback: (failure: unknown) => void): void
  /**
   * Listens for an event. Any number of handlers share upsdk's one slot (H15). The kit registers with native once it is
   * ready, and again if `params` differ. When the last handler stops, it cancels the registration, if upsdk can. A
   * registration that fails shows nothing: it goes to `onError`, and the next `on` tries again. Throws a `TypeError`
   * for an event that does not exist.
   *
   * The right button of the title bar stays when the page changes its view, since upsdk cannot remove it. A later tap
   * runs the handlers of that time. The returned function stops your handler only, so a view without a button sets an
   * empty one: `upsdk.setNavigationBarRightButton({ title: ' ' })`.
   *
   * @param handler gets plain data: native's fields, not the DOM event
   * @param params the parameters of the registration: `upsdk.on('rightbtnclick', share, { title: 'Share' })`
   * @returns stops this handler
   */
  on<E extends EventName>(
    event: E,
    handler: (data: EventData<E>) => void,
    // biome-ignore lint/complexity/noBannedTypes: {} asks "may it be empty?"
    ...params: {} extends EventParams<E> ? [params?: EventParams<E>] : [params: EventParams<E>]
  ): () => void
  /**
   * Gets upsdk's own NFC adapter, at once and without promises (latest wallets); undefined before the bridge is up.
   * `nfcAdapter(upsdk)` waits for the bridge and returns promises.
   */
  getNFCAdapter(): unknown
  /**
   * Does the SDK file have a method? For `appletExplicitAuth`: is the bridge up? False once the method has failed with
   * c03 or c04. It never rejects: it is false outside the wallet, and if upsdk is not ready in time.
   */
  supports(method: string): Promise<boolean>
  /** Explains any failure: a code, an error, a backend's answer `{ resp, msg }`. Never throws. */
  explain(
    failure: unknown,
    options?: { method?: string | undefined; payment?: boolean | undefined },
  ): Explanation
  /**
   * Explains and shows a failure, regardless of the option `notify`, unless it was already shown. Returns undefined for
   * a success.
   */
  notify(failure: unknown, options?: NotifyOptions): UpsdkErrorFields | undefined
  /** Shows your own text, cut after 200 characters. */
  toast(text: string): void
  /** Where the page runs; read again at each use. */
  readonly environment: Environment
  /** upsdk's own value, for old code; false without upsdk. */
  readonly isInsideWallet: boolean
  readonly checkSdkSupport: boolean
  readonly jsApiList: readonly string[]
  /** The locale of the messages: zh-Hant even if zh-HK was requested. */
  readonly locale: string
  /**
   * Changes the language of messages from now on.
   *
   * @param tag BCP 47, or 'auto'. The development build throws a `TypeError` for anything else. In production, zh_CN is
   *   understood too, an unknown language is English, and what is no text is 'auto'.
   */
  setLocale(tag: string): void
  /**
   * Aborts all open calls (`aborted`), and removes timers, listeners and elements. It is final: later calls reject with
   * `aborted`.
   */
  destroy(): void
}
