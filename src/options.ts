import type { CreateEvents } from './events/events'
import type { UpsdkError } from './failure/error'
import type { Backend } from './failure/explain'
import type { OwnCodes } from './failure/methodCodes'
import type { FindExplicitAuth } from './gate/explicitAuth'
import type { LoadScript } from './gate/load'
import type { CreateSignedMode } from './gate/signed'
import { lacking } from './lib/trouble'
import type { CallRecord } from './types/callOptions'
import type { CodeCatalogue } from './types/codes'
import type { Fallbacks } from './types/fallbacks'
import type { Inspector } from './types/inspector'
import type { OpenInApp } from './types/openInApp'
import type { Actions, Presenter } from './types/presenter'
import type { SignedConfigSource } from './types/signed'
import type { LocaleMessages, MessageOverrides } from './types/texts'
import type { UpsdkWindow } from './types/window'

/**
 * Options of `createUpsdk`. For every time limit 0 or Infinity means none, `undefined` and `null` the default; time
 * while the document is hidden does not count. In the development build a malformed
 * option throws a `TypeError` that names it; in production what is about showing, telling and time counts as not given.
 */
export interface UpsdkOptions {
  /**
   * BCP 47; 'auto': the wallet's language, else the browser's, else `<html lang>`, else zh-Hans.
   *
   * @default 'auto'
   * @example 'zh-HK'
   */
  locale?: string | undefined
  /**
   * Your own texts, by locale, then by code, reason or message key: they override the kit's or add to them.
   *
   * @example { 'zh-Hans': { 94: '今日无法人像验证，请改用支付密码' } }
   */
  messages?: MessageOverrides | undefined
  /** More locales. @example [ja] */
  locales?: readonly LocaleMessages[] | undefined
  /** More codes. @example [serverCodes] */
  catalogues?: readonly CodeCatalogue[] | undefined
  /** ms from a call to its sending. @default 8000 */
  readyTimeout?: number | null | undefined
  /**
   * ms from sending to an answer; never for interactive methods and those that may raise the wallet's own login.
   *
   * @default 15000; 30000 for locations, 60000 for `sendRequest`
   */
  callTimeout?: number | null | undefined
  /** Show failures? A function that returns false keeps one quiet. @default true */
  notify?: boolean | ((error: UpsdkError) => boolean | void) | undefined
  /** Your own UI. @default the kit's own elements @example vantPresenter({ showToast, showDialog }) */
  presenter?: Presenter | undefined
  /**
   * Buttons of dialogs, by code, reason or message key.
   *
   * @example { 'payment-unconfirmed': { label: '查看订单', run: showOrder } }
   */
  actions?: Actions | undefined
  /**
   * Adds to what counts as a cancellation of a sent payment; it never takes away. Wallets tell a cancellation by a text
   * only. It must answer at once: a promise counts as no.
   *
   * @default a text that says nothing but that the user cancelled, or the method's own code
   * @example ({ raw }) => JSON.stringify(raw).includes('USER_ABORT')
   */
  isCancelled?: ((error: UpsdkError) => boolean) | undefined
  /** ms that a toast stays: longer for elderly users and screen readers. @default 2000 to 3500 by length */
  toastDuration?: ((text: string) => number) | undefined
  /**
   * Is this answer of your own backend a success? It gets the parsed body; true or false counts, anything else leaves
   * it to the usual signs. It must answer at once.
   *
   * @default the signs in the body: `resp` "00", `code` 0 or 200, `success` true, …; every one has to be a success
   * @example (body) => (body as { state?: string }).state === 'DONE'
   */
  isSuccess?: ((body: unknown) => boolean | undefined) | undefined
  /**
   * Returns your own backend's text for the user, for codes that the kit does not know; the kit then shows it.
   *
   * @default the kit's own message
   * @example (body) => (body as { userMessage?: string }).userMessage
   */
  serverMessage?: ((body: unknown) => string | undefined) | undefined
  /** Load upsdk.js where it is missing; true: from the official address. @default false */
  script?: boolean | string | undefined
  /**
   * Signed H5 mode instead of `pluginReady`: the config, or a function that fetches it. A malformed one refuses every
   * call with `bad-config`.
   *
   * @default none: calls run inside `pluginReady`
   * @example () => fetch('/upsdk-config').then((response) => response.json())
   */
  config?: SignedConfigSource | undefined
  /** The way into the app from outside, out of `upsdk-kit/open-in-app`. @example openInApp({ encryptAppId }) */
  openInApp?: OpenInApp | undefined
  /** Stand-ins of the web platform where the wallet cannot do something, out of `upsdk-kit/fallbacks`. @example webFallbacks */
  fallbacks?: Fallbacks | undefined
  /**
   * Called for every failed call once, before the page's own handlers.
   *
   * @default none
   * @example ({ detail }) => console.warn(detail)
   */
  onError?: ((error: UpsdkError) => void) | undefined
  /**
   * Called for every finished call; of a payment also while it has no answer, and for a late one. It never gets
   * parameters, results or texts.
   *
   * @default none
   * @example ({ method, outcome, took }) => report(method, outcome, took)
   */
  onCall?: ((record: CallRecord) => void) | undefined
  /** Hears of each step of each call. @example consoleInspector() */
  inspector?: Inspector | readonly Inspector[] | undefined
  /**
   * Old `fail` handlers get a copy with the user's text as errmsg, msg and desc; a bare code and a cancellation stay.
   *
   * @default false
   */
  translateFail?: boolean | undefined
  /** On a server: the request's user agent, for environment and locale only. */
  userAgent?: string | undefined
  /** Another window, for tests. */
  window?: UpsdkWindow | undefined
}

/** A capability that a kit may be made with or without. A page that does not hand it in does not load it. */
export interface Part {
  readonly events?: CreateEvents
  readonly signedMode?: CreateSignedMode
  readonly loadScript?: LoadScript
  readonly backend?: Backend
  readonly ownCodes?: OwnCodes
  readonly explicitAuth?: FindExplicitAuth
}

/** The parts, locales and UI that an entry point has built in. */
export interface BuiltIn {
  readonly parts: readonly Part[]
  readonly locales: readonly LocaleMessages[]
  presenter?: (window: UpsdkWindow | undefined) => Presenter
}

/** Joins the parts; an option that needs one which is not there is malformed. */
export function joinParts(parts: readonly Part[], { config, script }: UpsdkOptions): Part {
  const joined = Object.assign({}, ...parts) as Part
  if (config !== undefined && !joined.signedMode) throw lacking('option "config"', 'signedMode')
  if (script && !joined.loadScript) throw lacking('option "script"', 'scriptLoading')
  return joined
}
