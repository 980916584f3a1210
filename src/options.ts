import type { CodeCatalogue } from './codes/catalogue'
import { type Reason, reasons } from './codes/reasons'
import type { UpsdkError } from './errors'
import type { Fallbacks } from './fallbacks/fallback'
import type { SignedConfigSource } from './gate/signed'
import type { WalletOptions } from './link/open'
import type { LocaleMessages, MessageOverrides } from './messages/messages'
import { isLanguageTag } from './messages/negotiate'
import { hasOwn, isFunction, isObject } from './run'
import type { Actions, Presenter } from './ui/presenter'
import type { UpsdkWindow } from './window'

/** What `onCall` is told of a settled call: never parameters, results or texts. */
export interface CallRecord {
  method: string
  /** ms from the call to its sending, or to its end where it was not sent. */
  waited: number
  /** ms from sending to settlement. */
  took: number
  outcome: 'success' | Reason
  code?: string
  sent: boolean
}

/** Options of `createUpsdk`. For every time limit 0 or Infinity means none; time while the document is hidden does not count. */
export interface UpsdkOptions {
  /** BCP 47; 'auto' (the default): the wallet's language, else the browser's, else `<html lang>`, else zh-Hans. */
  locale?: string
  /** Your own texts, by locale, then by code or reason: they override the kit's or add to them. */
  messages?: MessageOverrides
  /** More locales. */
  locales?: readonly LocaleMessages[]
  /** More codes. */
  catalogues?: readonly CodeCatalogue[]
  /** ms from a call to its sending. Default 8000. */
  readyTimeout?: number
  /**
   * ms from sending to an answer. Default 15000, location 30000, `sendRequest` 60000; interactive methods, and those
   * that may raise the wallet's own login, have none.
   */
  callTimeout?: number
  /** Show failures? Default true; a function that returns false keeps one quiet. */
  notify?: boolean | ((error: UpsdkError) => boolean | void)
  /** Your own UI. Default: the wallet's toast where it can be trusted, else elements of the page. */
  presenter?: Presenter
  /** Buttons of dialogs, by code or reason. */
  actions?: Actions
  /** Vouches for your own backend's text for the user, for codes that the kit does not know. */
  serverMessage?(body: unknown): string | undefined
  /** Load upsdk.js where it is missing; true: from the official address. */
  script?: boolean | string
  /** Signed H5 mode instead of `pluginReady`. */
  config?: SignedConfigSource
  /**
   * The way into the app from outside: it gives the dialog of `outside-wallet` a button that opens this page in the
   * wallet. `core` ignores it.
   */
  wallet?: WalletOptions
  /** What the web platform can do where the wallet cannot: from `upsdk-kit/fallbacks`, or your own. */
  fallbacks?: Fallbacks
  /** Hears of every failed call once, before the page's own handlers. */
  onError?(error: UpsdkError): void
  /** Hears of every settled call. */
  onCall?(record: CallRecord): void
  /** A timeline on the console, with hints; never parameters, results or raw texts. */
  debug?: boolean
  /** Another window, for tests. */
  window?: UpsdkWindow
}

/** A test answers with true, or names the entry that is malformed. */
type Check = readonly [what: string, test: (value: unknown) => boolean | string]

const time: Check = ['a time in ms, 0 or more', (value) => typeof value === 'number' && value >= 0]
const object: Check = ['an object', isObject]
const aFunction: Check = ['a function', isFunction]
const isFunctionOrNone = (value: unknown): boolean => value === undefined || isFunction(value)
const isString = (value: unknown): value is string => typeof value === 'string'
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const has = (value: unknown, ...names: string[]): value is Record<string, unknown> =>
  isObject(value) && names.every((name) => isFunction(value[name]))

/** True, or the key of the first value that is not as it must be, as deep as `isGood` looks. */
function every(table: unknown, isGood: (value: unknown, key: string) => boolean | string): boolean | string {
  if (!isObject(table)) return false
  for (const key of Object.keys(table)) {
    const verdict = isGood(table[key], key)
    if (verdict !== true) return verdict || key
  }
  return true
}

const isLocaleChoice = (value: unknown): boolean => value === 'auto' || isLanguageTag(value)
const isText = (value: unknown): boolean => isString(value) && !!value
const isTextOrNone = (value: unknown): boolean => value === undefined || isString(value)
const isLocale = (value: unknown): boolean | string =>
  isObject(value) && isLanguageTag(value.locale) && every(value.messages, isText)

const isVariant = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && ['message', 'hint', 'description', 'solution'].every((name) => isTextOrNone(value[name]))
const isCode = (value: unknown): boolean =>
  isVariant(value) &&
  isString(value.source) &&
  hasOwn(reasons, String(value.reason)) &&
  /^(now|later|never|undefined)$/.test(String(value.retry)) &&
  /^(toast|dialog|none|undefined)$/.test(String(value.presentation)) &&
  every(value.variants || [], (variant) => isVariant(variant) && isString(variant.tells)) === true

const checks: { readonly [Name in keyof UpsdkOptions]-?: Check } = {
  locale: ["a BCP 47 tag, or 'auto'", isLocaleChoice],
  messages: [
    'texts by locale',
    (value) => every(value, (texts, tag) => isLanguageTag(tag) && every(texts, isTextOrNone)),
  ],
  locales: ['a list of locales', (value) => Array.isArray(value) && every(value, isLocale)],
  catalogues: [
    'a list of catalogues',
    (value) => Array.isArray(value) && every(value, (catalogue) => every(catalogue, isCode)),
  ],
  readyTimeout: time,
  callTimeout: time,
  notify: ['a boolean or a function', (value) => isBoolean(value) || isFunction(value)],
  presenter: [
    'an object with toast and dialog',
    (value) => has(value, 'toast', 'dialog') && isFunctionOrNone(value.destroy),
  ],
  actions: [
    'objects with run',
    (value) => every(value, (action) => has(action, 'run') && isTextOrNone(action.label)),
  ],
  serverMessage: aFunction,
  script: ['a boolean or an address', (value) => isBoolean(value) || (isString(value) && !!value)],
  config: ['an object or a function', (value) => isObject(value) || isFunction(value)],
  wallet: [
    'an object with encryptAppId, and an http(s) address as toLink',
    (value) =>
      isObject(value) &&
      isText(value.encryptAppId) &&
      isTextOrNone(value.scenarioId) &&
      (value.toLink === undefined || /^https?:\/\//i.test(String(value.toLink))) &&
      isFunctionOrNone(value.qr),
  ],
  fallbacks: ['functions by method', (value) => every(value, isFunctionOrNone)],
  onError: aFunction,
  onCall: aFunction,
  debug: ['a boolean', isBoolean],
  window: object,
}

/** Throws a `TypeError` that names the first malformed option. */
export function checkOptions(options: unknown): void {
  if (!isObject(options)) throw new TypeError('upsdk-kit: options must be an object')
  for (const name of Object.keys(checks) as (keyof UpsdkOptions)[]) {
    const value = options[name]
    if (value !== undefined) checkOption(name, value)
  }
}

/** Throws a `TypeError` that names the option, where the value is none for it. */
export function checkOption(name: keyof UpsdkOptions, value: unknown): void {
  const [what, test] = checks[name]
  const verdict = attempt(test, value)
  if (verdict === true) return
  const where = verdict && `: look at "${verdict}"`
  throw new TypeError(`upsdk-kit: option "${name}" must be ${what}${where || ''}`)
}

/** An option that cannot even be read is malformed. */
function attempt<T>(test: (value: unknown) => T, value: unknown): T | false {
  try {
    return test(value)
  } catch {
    return false
  }
}

/** Throws a `TypeError` for what is not a BCP 47 tag. */
export function checkTag(tag: unknown): void {
  if (!isLocaleChoice(tag)) throw new TypeError("upsdk-kit: a locale must be a BCP 47 tag, or 'auto'")
}
