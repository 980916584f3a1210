import type { CreateEvents } from './events/events'
import type { MethodCodes } from './failure/codes'
import type { UpsdkError } from './failure/error'
import type { Backend } from './failure/explain'
import type { FindExplicitAuth } from './gate/explicitAuth'
import type { CreateLoading } from './gate/load'
import type { CreateSignedMode } from './gate/signed'
import { DEV } from './lib/development'
import { hasMethods, isFunction, isObject, listOf, read } from './lib/values'
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
 * Options of `createUpsdk`. For every time limit, 0 or Infinity means none, and `undefined` or `null` the default. Time
 * while the document is hidden does not count. A malformed option throws a `TypeError` that names it in the development
 * build. In production a malformed time, object or list counts as not given, anything else throws where it is used, in a
 * task of its own, and changes no outcome; a malformed `config` refuses every call.
 */
export interface UpsdkOptions {
  /**
   * A BCP 47 tag, or 'auto': the wallet's language, else the browser's, else `<html lang>`, else zh-Hans.
   *
   * @default 'auto'
   * @example 'zh-HK'
   */
  locale?: string | undefined
  /**
   * Your own texts, by locale, then by code, reason or message key. They override the kit's texts or add to them.
   *
   * @example { 'zh-Hans': { 94: '今日无法人像验证，请改用支付密码' } }
   */
  messages?: MessageOverrides | undefined
  /** More locales. @example [ja] */
  locales?: readonly LocaleMessages[] | undefined
  /** More catalogues of codes. @example [serverCodes] */
  catalogues?: readonly CodeCatalogue[] | undefined
  /** The time limit from a call to its sending, in ms. @default 8000 */
  readyTimeout?: number | null | undefined
  /**
   * The time limit from sending to an answer, in ms. Methods that are interactive or may open the login have none.
   *
   * @default 15000; 30000 for locations, 60000 for `sendRequest`
   */
  callTimeout?: number | null | undefined
  /** Whether failures are shown. A function that returns false suppresses one. @default true */
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
   * Recognises more cancellations of sent payments, which wallets report only as text. It cannot exclude one that the
   * kit recognises. It must return at once: a promise counts as false.
   *
   * @default a text that only says that the user cancelled, or the method's own code for it
   * @example ({ raw }) => JSON.stringify(raw).includes('USER_ABORT')
   */
  isCancelled?: ((error: UpsdkError) => boolean) | undefined
  /** How long a toast stays, in ms. Elderly users and screen readers need longer. @default 2000 to 3500 by length */
  toastDuration?: ((text: string) => number) | undefined
  /**
   * Decides whether a response of your own backend is a success. It gets the parsed body and returns true or false. For
   * any other value the usual signs decide. It must return at once.
   *
   * @default the signs in the body: `resp` "00", `code` 0 or 200, `success` true, …; each of them must be a success
   * @example (body) => (body as { state?: string }).state === 'DONE'
   */
  isSuccess?: ((body: unknown) => boolean | undefined) | undefined
  /**
   * Returns your own backend's text for the user, which the kit shows for codes that it does not know.
   *
   * @default the kit's own message
   * @example (body) => (body as { userMessage?: string }).userMessage
   */
  serverMessage?: ((body: unknown) => string | undefined) | undefined
  /** Loads upsdk.js if it is missing, from this address, or from the official one for true. @default false */
  script?: boolean | string | undefined
  /**
   * The config, or a function that fetches it, for signed H5 mode instead of `pluginReady`. A malformed config refuses
   * every call with `bad-config`.
   *
   * @default none: calls run inside `pluginReady`
   * @example () => fetch('/upsdk-config').then((response) => response.json())
   */
  config?: SignedConfigSource | undefined
  /** Opens the page in the app from outside; from `upsdk-kit/open-in-app`. @example openInApp({ encryptAppId }) */
  openInApp?: OpenInApp | undefined
  /** Web alternatives to what the wallet cannot do, from `upsdk-kit/fallbacks`. @example webFallbacks */
  fallbacks?: Fallbacks | undefined
  /**
   * Runs once for every failed call, before the page's own handlers.
   *
   * @default none
   * @example ({ detail }) => console.warn(detail)
   */
  onError?: ((error: UpsdkError) => void) | undefined
  /**
   * Runs for every finished call, and for a payment also if it has no answer yet, and for a late answer. It never gets
   * parameters, results or texts.
   *
   * @default none
   * @example ({ method, outcome, took }) => report(method, outcome, took)
   */
  onCall?: ((record: CallRecord) => void) | undefined
  /** Gets each step of each call. @example consoleInspector() */
  inspector?: Inspector | readonly Inspector[] | undefined
  /**
   * Whether old `fail` handlers get a copy with the user's text in errmsg, msg, desc and as a text (`alert(error)`). Bare
   * codes and cancellations stay.
   *
   * @default false
   */
  translateFail?: boolean | undefined
  /** The request's user agent on a server. It affects the environment and the locale only. */
  userAgent?: string | undefined
  /** A window to use instead of the global one, for tests. */
  window?: UpsdkWindow | undefined
}

/** An optional capability of a kit. A page that does not pass it in does not load it. */
export interface Part {
  readonly events?: CreateEvents
  readonly signedMode?: CreateSignedMode
  readonly loading?: CreateLoading
  readonly backend?: Backend
  /** Makes the codes that methods use in their own way, at the first failure. */
  readonly ownCodes?: () => MethodCodes
  readonly explicitAuth?: FindExplicitAuth
}

/** Checks whether an option is well-formed. It checks no nested values; the inspector does. */
export interface OptionCheck {
  (value: unknown): boolean
  /** Describes what the option must be. Only in the development build. */
  readonly words?: string
  readonly isRequired?: boolean
}
type Checks<Options> = { readonly [Name in keyof Options]-?: OptionCheck }

const check = (test: (value: unknown) => boolean, words: string): OptionCheck =>
  DEV ? Object.assign((value: unknown) => test(value), { words }) : test
/** Makes the check of an option that must be given, in both builds. */
const required = (test: (value: unknown) => boolean, words: string): OptionCheck =>
  Object.assign((value: unknown) => test(value), { isRequired: true }, DEV && { words })

const isBoolean = (value: unknown): boolean => typeof value === 'boolean'
const isText = (value: unknown): value is string => typeof value === 'string' && !!value
const isAddress = (value: unknown): boolean => isText(value) && /^https?:\/\//i.test(value)

const tag = check((value) => value === 'auto' || isLanguageTag(value), "a BCP 47 tag, or 'auto'")
const time = check(
  (value) => value === null || (typeof value === 'number' && value >= 0),
  'a time in ms, 0 or more',
)
const object = check(isObject, 'an object')
const list = check(Array.isArray, 'a list')
const func = /* @__PURE__ */ check(isFunction, 'a function')
const flag = /* @__PURE__ */ check(isBoolean, 'a boolean')
const text = /* @__PURE__ */ check(isText, 'a text')
const requiredText = /* @__PURE__ */ required(isText, 'a text')
const presenter = /* @__PURE__ */ check(
  /* @__PURE__ */ hasMethods('toast', 'dialog'),
  'an object with toast and dialog',
)

/** Options that are checked in both builds: otherwise a call would have another time limit, or the kit would throw. */
const kitChecksOfBothBuilds = {
  messages: object,
  locales: list,
  catalogues: list,
  readyTimeout: time,
  callTimeout: time,
  actions: object,
  userAgent: check((value) => typeof value === 'string', 'a text'),
  openInApp: check(hasMethods('open'), 'what openInApp() of upsdk-kit/open-in-app gives'),
  fallbacks: check(hasMethods('find'), 'what fallbacks() of upsdk-kit/fallbacks gives'),
  window: check(isObject, 'a window'),
} satisfies Partial<Checks<UpsdkOptions>>

/** Options that are checked in development alone. A malformed `config` is refused in both builds (`signed.ts`). */
const moreKitChecks = (): Omit<Checks<UpsdkOptions>, keyof typeof kitChecksOfBothBuilds> => ({
  locale: tag,
  notify: check((value) => isBoolean(value) || isFunction(value), 'a boolean or a function'),
  presenter,
  isCancelled: func,
  toastDuration: func,
  isSuccess: func,
  serverMessage: func,
  script: check((value) => isBoolean(value) || isText(value), 'a boolean or an address'),
  config: () => true,
  onError: func,
  onCall: func,
  inspector: check((value) => listOf(value).every(hasMethods('step')), 'an inspector or a list of them'),
  translateFail: flag,
})

export const kitChecks: Partial<Checks<UpsdkOptions>> = DEV
  ? { ...kitChecksOfBothBuilds, ...moreKitChecks() }
  : kitChecksOfBothBuilds

const callChecksOfBothBuilds = { timeout: time, actions: object } satisfies Partial<Checks<CallOptions>>

/** A malformed signal is refused in both builds (`validateCall`). */
const moreCallChecks = (): Omit<Checks<CallOptions>, keyof typeof callChecksOfBothBuilds> => ({
  signal: () => true,
  beforeSending: () => true,
  onHoldEnd: func,
  notify: flag,
})

export const callChecks: Partial<Checks<CallOptions>> = DEV
  ? { ...callChecksOfBothBuilds, ...moreCallChecks() }
  : callChecksOfBothBuilds

/** Checks of the options of `openInApp`, `openInWallet` and `walletLink`. */
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

/** Checks of the other options of `openInWallet`. */
export const dialogChecks = { locale: tag, locales: list, presenter }

/** Checks of the options of `shareLink`. */
export const shareChecks = {
  encryptAppId: requiredText,
  toLink: linkChecks.toLink,
  keep: list,
}

/** Makes the checks of the options of `oauthLink`, whose scope depends on where the page is. */
export const oauthChecks = (isScope: (value: unknown) => boolean, words: string) => ({
  appId: requiredText,
  redirectUri: required(isAddress, 'an http(s) address, not encoded'),
  scope: required(isScope, words),
  state: check(
    (value) => isText(value) && /^[a-z0-9]{1,128}$/i.test(value),
    'at most 128 letters and digits',
  ),
  planId: text,
})

const isWellFormed = (value: unknown, isGood: OptionCheck): boolean =>
  value === undefined ? !isGood.isRequired : isGood(value)

/**
 * Copies options. A malformed one throws a `TypeError` that names it in the development build. In production it counts as
 * not given.
 *
 * @param owner the name of the function that takes them, for the error
 */
export function readOptions<Options extends object>(
  options: unknown,
  checks: Partial<Checks<Options>>,
  owner = '',
): Options {
  const good: Partial<Record<string, unknown>> = { ...(options as Options) }
  for (const [name, isGood] of Object.entries<OptionCheck>(checks as Checks<Options>)) {
    if (isWellFormed(good[name], isGood)) continue
    if (DEV) throw malformed(owner ? `${owner}: ${name}` : `option "${name}"`, isGood.words)
    delete good[name]
  }
  return good as Options
}

/** Finds the name of the first malformed option, for functions that refuse it in both builds. */
export const findMalformed = <Options>(options: unknown, checks: Checks<Options>): string | undefined =>
  Object.keys(checks).filter((name) => !isWellFormed(read(options, name), checks[name as keyof Options]))[0]

/** Makes the error for a malformed option. In production it has only the name. */
export const malformed = (name: string, words: string | undefined): TypeError =>
  new TypeError(`upsdk-kit: ${name}${DEV ? ` must be ${words}` : ' is malformed'}`)

/** Reads the options of a kit. */
export function readKitOptions(options: unknown): UpsdkOptions {
  if (DEV && !isObject(options)) throw new TypeError('upsdk-kit: options must be an object')
  return readOptions<UpsdkOptions>(options, kitChecks)
}

/** Throws for a malformed locale that the page sets. Only in the development build. */
export function checkLocale(locale: unknown): void {
  if (DEV && !tag(locale)) throw malformed('a locale', tag.words)
}
