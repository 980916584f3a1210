import type { CreateEvents } from './events/events'
import type { UpsdkError } from './failure/error'
import type { Backend } from './failure/explain'
import type { OwnCodes } from './failure/methodCodes'
import type { FindExplicitAuth } from './gate/explicitAuth'
import type { LoadScript } from './gate/load'
import type { CreateSignedMode } from './gate/signed'
import { DEV } from './lib/dev'
import { isFunction, isObject, listOf, read } from './lib/values'
import { isLanguageTag } from './texts/texts'
import type { CallOptions, CallRecord } from './types/callOptions'
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
  readonly ownCodes?: () => OwnCodes
  readonly explicitAuth?: FindExplicitAuth
}

/** The test that an option must pass, and the same in words (for developers). It looks no deeper: the inspector does. */
export type Kind = readonly [test: (value: unknown) => boolean, words: string, isRequired?: boolean]
type Kinds<Options> = { readonly [Name in keyof Options]-?: Kind }

const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isText = (value: unknown): value is string => typeof value === 'string' && !!value
const isAddress = (value: unknown): boolean => isText(value) && /^https?:\/\//i.test(value)
const has =
  (...names: string[]) =>
  (value: unknown): boolean =>
    isObject(value) && names.every((name) => isFunction(read(value, name)))
const isInspector = has('step')

const tag: Kind = [(value) => value === 'auto' || isLanguageTag(value), DEV ? "a BCP 47 tag, or 'auto'" : '']
const time: Kind = [
  (value) => value === null || (typeof value === 'number' && value >= 0),
  DEV ? 'a time in ms, 0 or more' : '',
]
const flag: Kind = [isBoolean, DEV ? 'a boolean' : '']
const text: Kind = [isText, DEV ? 'a text' : '']
const requiredText: Kind = [isText, DEV ? 'a text' : '', true]
// Read once as a whole: what throws then is malformed, and not an error in the middle of something.
const object: Kind = [(value) => isObject(value) && isObject({ ...value }), DEV ? 'an object' : '']
export const list: Kind = [(value) => Array.isArray(value) && [...value].length >= 0, DEV ? 'a list' : '']
const func: Kind = [isFunction, DEV ? 'a function' : '']
const presenter: Kind = [has('toast', 'dialog'), DEV ? 'an object with toast and dialog' : '']
/** A payment hangs on it. What would use a malformed one is refused later, in both builds. */
const refusedLater: Kind = [() => true, '']

export const kitKinds: Kinds<UpsdkOptions> = {
  locale: tag,
  messages: object,
  locales: list,
  catalogues: list,
  readyTimeout: time,
  callTimeout: time,
  notify: [(value) => isBoolean(value) || isFunction(value), DEV ? 'a boolean or a function' : ''],
  presenter,
  actions: object,
  isCancelled: func,
  toastDuration: func,
  isSuccess: func,
  serverMessage: func,
  script: [(value) => isBoolean(value) || isText(value), DEV ? 'a boolean or an address' : ''],
  config: refusedLater,
  openInApp: [has('open'), DEV ? 'what openInApp() of upsdk-kit/open-in-app gives' : ''],
  fallbacks: [has('find'), DEV ? 'what fallbacks() of upsdk-kit/fallbacks gives' : ''],
  onError: func,
  onCall: func,
  inspector: [(value) => listOf(value).every(isInspector), DEV ? 'an inspector or a list of them' : ''],
  translateFail: flag,
  userAgent: [(value) => typeof value === 'string', DEV ? 'a text' : ''],
  window: [isObject, DEV ? 'a window' : ''],
}

export const callKinds: Kinds<CallOptions> = {
  timeout: time,
  signal: refusedLater,
  beforeSending: refusedLater,
  onHoldEnd: func,
  notify: flag,
  actions: object,
}

/** Of `openInApp`, `openInWallet` and `walletLink`. */
export const linkKinds = {
  encryptAppId: requiredText,
  toLink: [
    (value) => isFunction(value) || isAddress(value),
    DEV ? 'an http(s) address or a function' : '',
  ] as Kind,
  keep: list,
  scenarioId: text,
  universalLink: flag,
  qr: func,
}

/** Of `openInWallet`, beside those. */
export const dialogKinds = { locale: tag, presenter }

/** Of `shareLink`. */
export const shareKinds = {
  encryptAppId: linkKinds.encryptAppId,
  toLink: linkKinds.toLink,
  keep: list,
}

/** Of `oauthLink`; its scope depends on where the page is. */
export const oauthKinds = (isScope: Kind[0], words: string) => ({
  appId: requiredText,
  redirectUri: [isAddress, DEV ? 'an http(s) address, not encoded' : '', true] as Kind,
  scope: [isScope, words, true] as Kind,
  state: text,
  planId: text,
})

const MALFORMED = {}

/**
 * Reads options, each once. In the development build a malformed one throws a `TypeError` that names it; in production
 * it counts as not given.
 *
 * @param where whose they are, for the error
 */
export function readOptions<Options>(options: unknown, kinds: Kinds<Options>, where = ''): Options {
  const good = {} as Record<string, unknown>
  for (const name of Object.keys(kinds)) {
    const kind = kinds[name as keyof Options]
    const value = readOption(options, name, kind)
    if (DEV && value === MALFORMED) throw malformed(where ? `${where}: ${name}` : `option "${name}"`, kind)
    good[name] = value === MALFORMED ? undefined : value
  }
  return good as Options
}

function readOption(options: unknown, name: string, kind: Kind): unknown {
  const [test, , isRequired] = kind
  try {
    const value = (options as Record<string, unknown> | null | undefined)?.[name]
    return (value === undefined ? !isRequired : test(value)) ? value : MALFORMED
  } catch {
    // A getter of the page's: what cannot even be read is malformed.
    return kind === refusedLater ? null : MALFORMED
  }
}

/** Finds the name of the first that is malformed, for what is refused in both builds. */
export const findMalformed = <Options>(options: unknown, kinds: Kinds<Options>): string | undefined =>
  Object.keys(kinds).filter(
    (name) => readOption(options, name, kinds[name as keyof Options]) === MALFORMED,
  )[0]

/** Makes the error for a malformed option. In production it has only the name. */
export const malformed = (name: string, [, words]: Kind): TypeError =>
  new TypeError(`upsdk-kit: ${name}${DEV ? ` must be ${words}` : ' is malformed'}`)

/** Reads the options of a kit. */
export function readKitOptions(options: unknown): UpsdkOptions {
  if (DEV && !isObject(options)) throw new TypeError('upsdk-kit: options must be an object')
  return readOptions<UpsdkOptions>(options, kitKinds)
}

/** Checks a locale that the page sets; in production what is malformed sets nothing. */
export function isLocale(locale: unknown): locale is string {
  const isGood = tag[0](locale)
  if (DEV && !isGood) throw malformed('a locale', tag)
  return isGood
}
