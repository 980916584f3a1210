import { DEV } from '../lib/dev'
import { isFunction, isObject, listOf, read } from '../lib/values'
import type { UpsdkOptions } from '../options'
import { isLanguageTag } from '../texts/negotiate'
import type { CallOptions } from '../types/callOptions'

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
