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
import type { Actions } from './types/actions'
import type { CallOptions, CallRecord } from './types/callOptions'
import type { CodeCatalogue } from './types/codes'
import type { Fallbacks } from './types/fallbacks'
import type { Inspector } from './types/inspector'
import type { OpenInApp } from './types/openInApp'
import type { Presenter } from './types/presenter'
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
  /** Codes of methods. */
  readonly ownCodes?: () => OwnCodes
  readonly explicitAuth?: FindExplicitAuth
}

/** Is an option well-formed? It looks no deeper: the inspector does. */
export interface OptionCheck {
  (value: unknown): boolean
  /** What it must be, in words. Only in the development build. */
  readonly words?: string
  readonly isRequired?: boolean
}
type Checks<Options> = { readonly [Name in keyof Options]-?: OptionCheck }

const check = (test: (value: unknown) => boolean, words: string): OptionCheck =>
  DEV ? Object.assign((value: unknown) => test(value), { words }) : test
/** In both builds: without it there is nothing to do. */
const required = (test: (value: unknown) => boolean, words: string): OptionCheck =>
  Object.assign((value: unknown) => test(value), { isRequired: true }, DEV && { words })

const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isText = (value: unknown): value is string => typeof value === 'string' && !!value
const isAddress = (value: unknown): boolean => isText(value) && /^https?:\/\//i.test(value)
const has =
  (...names: string[]) =>
  (value: unknown): boolean =>
    isObject(value) && names.every((name) => isFunction(read(value, name)))
const isInspector = has('step')

const tag = check((value) => value === 'auto' || isLanguageTag(value), "a BCP 47 tag, or 'auto'")
const time = check(
  (value) => value === null || (typeof value === 'number' && value >= 0),
  'a time in ms, 0 or more',
)
const flag = check(isBoolean, 'a boolean')
const text = check(isText, 'a text')
const requiredText = /* @__PURE__ */ required(isText, 'a text')
// Read once as a whole: what throws then is malformed, and not an error in the middle of something.
const object = check((value) => isObject(value) && isObject({ ...value }), 'an object')
const list = check((value) => Array.isArray(value) && [...value].length >= 0, 'a list')
const func = check(isFunction, 'a function')
const presenter = check(has('toast', 'dialog'), 'an object with toast and dialog')
/** A payment hangs on it. What would use a malformed one is refused later, in both builds. */
const refusedLater: OptionCheck = () => true

export const kitChecks: Checks<UpsdkOptions> = {
  locale: tag,
  messages: object,
  locales: list,
  catalogues: list,
  readyTimeout: time,
  callTimeout: time,
  notify: check((value) => isBoolean(value) || isFunction(value), 'a boolean or a function'),
  presenter,
  actions: object,
  isCancelled: func,
  toastDuration: func,
  isSuccess: func,
  serverMessage: func,
  script: check((value) => isBoolean(value) || isText(value), 'a boolean or an address'),
  config: refusedLater,
  openInApp: check(has('open'), 'what openInApp() of upsdk-kit/open-in-app gives'),
  fallbacks: check(has('find'), 'what fallbacks() of upsdk-kit/fallbacks gives'),
  onError: func,
  onCall: func,
  inspector: check((value) => listOf(value).every(isInspector), 'an inspector or a list of them'),
  translateFail: flag,
  userAgent: check((value) => typeof value === 'string', 'a text'),
  window: check(isObject, 'a window'),
}

export const callChecks: Checks<CallOptions> = {
  timeout: time,
  signal: refusedLater,
  beforeSending: refusedLater,
  onHoldEnd: func,
  notify: flag,
  actions: object,
}

/** Of `openInApp`, `openInWallet` and `walletLink`. */
export const linkChecks = {
  encryptAppId: requiredText,
  toLink: /* @__PURE__ */ check(
    (value) => isFunction(value) || isAddress(value),
    'an http(s) address or a function',
  ),
  keep: list,
  scenarioId: text,
  universalLink: flag,
  qr: func,
}

/** Of `openInWallet`, beside those. */
export const dialogChecks = { locale: tag, presenter }

/** Of `shareLink`. */
export const shareChecks = {
  encryptAppId: requiredText,
  toLink: linkChecks.toLink,
  keep: list,
}

/** Of `oauthLink`; its scope depends on where the page is. */
export const oauthChecks = (isScope: (value: unknown) => boolean, words: string) => ({
  appId: requiredText,
  redirectUri: required(isAddress, 'an http(s) address, not encoded'),
  scope: required(isScope, words),
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
export function readOptions<Options>(options: unknown, checks: Checks<Options>, where = ''): Options {
  const good = {} as Record<string, unknown>
  for (const name of Object.keys(checks)) {
    const isGood = checks[name as keyof Options]
    const value = readOption(options, name, isGood)
    if (DEV && value === MALFORMED)
      throw malformed(where ? `${where}: ${name}` : `option "${name}"`, isGood.words)
    good[name] = value === MALFORMED ? undefined : value
  }
  return good as Options
}

function readOption(options: unknown, name: string, isGood: OptionCheck): unknown {
  try {
    const value = (options as Record<string, unknown> | null | undefined)?.[name]
    return (value === undefined ? !isGood.isRequired : isGood(value)) ? value : MALFORMED
  } catch {
    // A getter of the page's: what cannot even be read is malformed.
    return isGood === refusedLater ? null : MALFORMED
  }
}

/** Finds the name of the first that is malformed, for what is refused in both builds. */
export const findMalformed = <Options>(options: unknown, checks: Checks<Options>): string | undefined =>
  Object.keys(checks).filter(
    (name) => readOption(options, name, checks[name as keyof Options]) === MALFORMED,
  )[0]

/** Makes the error for a malformed option. In production it has only the name. */
export const malformed = (name: string, words: string | undefined): TypeError =>
  new TypeError(`upsdk-kit: ${name}${DEV ? ` must be ${words}` : ' is malformed'}`)

/** Reads the options of a kit. */
export function readKitOptions(options: unknown): UpsdkOptions {
  if (DEV && !isObject(options)) throw new TypeError('upsdk-kit: options must be an object')
  return readOptions<UpsdkOptions>(options, kitChecks)
}

/** Checks a locale that the page sets; in production what is malformed sets nothing. */
export function isLocale(locale: unknown): locale is string {
  const isGood = tag(locale)
  if (DEV && !isGood) throw malformed('a locale', tag.words)
  return isGood
}
