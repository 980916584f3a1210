import type { CodeCatalogue } from './codes/catalogue'
import type { Reason } from './codes/reasons'
import type { UpsdkError } from './errors'
import type { SignedConfigSource } from './gate/signed'
import type { LocaleMessages, MessageOverrides } from './messages/messages'
import { isLanguageTag } from './messages/negotiate'
import { isFunction, isObject } from './run'
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
  /** ms from sending to an answer. Default 15000, location 30000; interactive methods have none. */
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
  /** Hears of every failed call once, before the page's own handlers. */
  onError?(error: UpsdkError): void
  /** Hears of every settled call. */
  onCall?(record: CallRecord): void
  /** A timeline on the console, with hints; never parameters, results or raw texts. */
  debug?: boolean
  /** Another window, for tests. */
  window?: UpsdkWindow
}

type Check = readonly [what: string, test: (value: unknown) => boolean]

const time: Check = ['a time in ms, 0 or more', (value) => typeof value === 'number' && value >= 0]
const object: Check = ['an object', isObject]
const aFunction: Check = ['a function', isFunction]
const isString = (value: unknown): value is string => typeof value === 'string'
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const has = (value: unknown, ...names: string[]) =>
  isObject(value) && names.every((name) => isFunction(value[name]))

const isLocale = (value: unknown): boolean =>
  isObject(value) && isLanguageTag(value.locale) && isObject(value.messages)
const isAction = (value: unknown): boolean => has(value, 'run')
const areMessages = (value: unknown): boolean =>
  isObject(value) && Object.keys(value).every((tag) => isLanguageTag(tag) && isObject(value[tag]))

const checks: { readonly [Name in keyof UpsdkOptions]-?: Check } = {
  locale: ['a BCP 47 tag', isLanguageTag],
  messages: ['texts by locale', areMessages],
  locales: ['a list of locales', (value) => Array.isArray(value) && value.every(isLocale)],
  catalogues: ['a list of catalogues', (value) => Array.isArray(value) && value.every(isObject)],
  readyTimeout: time,
  callTimeout: time,
  notify: ['a boolean or a function', (value) => isBoolean(value) || isFunction(value)],
  presenter: ['an object with toast and dialog', (value) => has(value, 'toast', 'dialog')],
  actions: [
    'objects with run',
    (value) => isObject(value) && Object.keys(value).every((key) => isAction(value[key])),
  ],
  serverMessage: aFunction,
  script: ['a boolean or an address', (value) => isBoolean(value) || (isString(value) && !!value)],
  config: ['an object or a function', (value) => isObject(value) || isFunction(value)],
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
    const [what, test] = checks[name]
    if (value !== undefined && !test(value))
      throw new TypeError(`upsdk-kit: option "${name}" must be ${what}`)
  }
}

/** Throws a `TypeError` for what is not a BCP 47 tag. */
export function checkTag(tag: unknown): void {
  if (!isLanguageTag(tag)) throw new TypeError('upsdk-kit: a locale must be a BCP 47 tag')
}
