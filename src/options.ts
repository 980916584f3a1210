import type { CreateEvents } from './events/events'
import type { UpsdkError } from './failure/error'
import type { Backend } from './failure/explain'
import type { OwnCodes } from './failure/ownCodes'
import type { FindExplicitAuth } from './gate/explicitAuth'
import type { LoadScript } from './gate/missing'
import type { CreateSignedMode } from './gate/signed'
import { isFunction, isObject, read } from './lib/values'
import type { UpsdkWindow } from './lib/window'
import { isLanguageTag } from './texts/negotiate'
import type { CallRecord } from './types/callOptions'
import type { CodeCatalogue } from './types/codes'
import type { Fallbacks } from './types/fallbacks'
import type { Inspector } from './types/inspector'
import type { OpenInApp } from './types/openInApp'
import type { Actions, Presenter } from './types/presenter'
import type { SignedConfigSource } from './types/signed'
import type { LocaleMessages, MessageOverrides } from './types/texts'

/**
 * Options of `createUpsdk`. For every time limit 0 or Infinity means none, `undefined` and `null` the default; time
 * while the document is hidden does not count. A malformed option throws a `TypeError` that names it.
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
  /** What the web platform does where the wallet cannot, out of `upsdk-kit/fallbacks`. @example webFallbacks */
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

/** What an option must be, and how to tell. Nothing deeper: the inspector looks further. */
type Kind = readonly [what: string, test: (value: unknown) => boolean]

const isString = (value: unknown): value is string => typeof value === 'string'
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const isTime = (value: unknown): boolean => value === null || (typeof value === 'number' && value >= 0)
const isLocale = (value: unknown): boolean => value === 'auto' || isLanguageTag(value)
const has =
  (...names: string[]) =>
  (value: unknown): boolean =>
    isObject(value) && names.every((name) => isFunction(read(value, name)))

const tag: Kind = ["a BCP 47 tag, or 'auto'", isLocale]
const time: Kind = ['a time in ms, 0 or more', isTime]
const flag: Kind = ['a boolean', isBoolean]
const text: Kind = ['a text', isString]
// Read once as a whole: what throws then is malformed, and not an error in the middle of something.
const object: Kind = ['an object', (value) => isObject(value) && isObject({ ...value })]
const list: Kind = ['a list', (value) => Array.isArray(value) && [...value].length >= 0]
const func: Kind = ['a function', isFunction]
const inspector = has('step')

/** Not `config`: a payment hangs on it, so that a malformed one refuses what is called. */
const kinds: { readonly [Name in Exclude<keyof UpsdkOptions, 'config'>]-?: Kind } = {
  locale: tag,
  messages: object,
  locales: list,
  catalogues: list,
  readyTimeout: time,
  callTimeout: time,
  notify: ['a boolean or a function', (value) => isBoolean(value) || isFunction(value)],
  presenter: ['an object with toast and dialog', has('toast', 'dialog')],
  actions: object,
  isCancelled: func,
  toastDuration: func,
  serverMessage: func,
  script: ['a boolean or an address', (value) => isBoolean(value) || (isString(value) && !!value)],
  openInApp: ['what openInApp() of upsdk-kit/open-in-app gives', has('open')],
  fallbacks: ['what fallbacks() of upsdk-kit/fallbacks gives', has('find')],
  onError: func,
  onCall: func,
  inspector: [
    'an inspector or a list of them',
    (value) => (Array.isArray(value) ? value.every(inspector) : inspector(value)),
  ],
  translateFail: flag,
  userAgent: text,
  window: ['a window', isObject],
}

/** Not the signals: a payment hangs on them, and a call with a malformed one is refused. */
const callKinds: Readonly<Record<string, Kind>> = {
  timeout: time,
  notify: flag,
  onHoldEnd: func,
}

function findMalformed(options: unknown, table: Readonly<Record<string, Kind>>): TypeError | undefined {
  for (const name of Object.keys(table)) {
    const [what, test] = table[name] as Kind
    if (!isWellFormed(options, name, test))
      return new TypeError(`upsdk-kit: option "${name}" must be ${what}`)
  }
  return undefined
}

/** An option that cannot even be read is malformed. */
function isWellFormed(options: unknown, name: string, test: Kind[1]): boolean {
  try {
    const value = (options as Record<string, unknown> | null)?.[name]
    return value === undefined || test(value)
  } catch {
    return false
  }
}

/** Throws a `TypeError` that names the first malformed option. */
export function checkOptions(options: unknown): void {
  if (!isObject(options)) throw new TypeError('upsdk-kit: options must be an object')
  const malformed = findMalformed(options, kinds)
  if (malformed) throw malformed
}

/** The `TypeError` that a call with a malformed option rejects with. */
export const malformedCallOption = (options: unknown): TypeError | undefined =>
  findMalformed(options, callKinds)

/** Throws a `TypeError` for what is not a BCP 47 tag. */
export function checkTag(value: unknown): void {
  if (!isLocale(value)) throw new TypeError("upsdk-kit: a locale must be a BCP 47 tag, or 'auto'")
}

/** What a kit may be made with or without. A page that does not hand it in does not load it. */
export interface Part {
  readonly events?: CreateEvents
  readonly signedMode?: CreateSignedMode
  readonly loadScript?: LoadScript
  readonly backend?: Backend
  readonly ownCodes?: OwnCodes
  readonly explicitAuth?: FindExplicitAuth
}

/** What an entry point has built in. */
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

/** What a page gets that uses what it has not handed in a part for. */
export const lacking = (what: string, part: string): TypeError =>
  new TypeError(`upsdk-kit: ${what} needs the part \`${part}\``)
