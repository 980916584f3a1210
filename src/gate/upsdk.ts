import type { Clock } from '../lib/heartbeat'
import { memoize } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { isFunction, isObject, read } from '../lib/values'
import type { Environment } from '../types/environment'
import type { RawUpsdk, UpsdkWindow } from '../types/window'
import { isWalletAgent } from './signs'

/** Marks the objects of every copy of the kit. Its value is a function that gets the raw upsdk behind the object. */
export const KIT = /* @__PURE__ */ Symbol.for('upsdk-kit')

/** Finds the live upsdk, even if the kit itself is `window.upsdk` (H26). */
export interface RawSource {
  get(): RawUpsdk | undefined
  /** Gets the raw object that writes go to, and makes one if there is none yet. */
  raw(): RawUpsdk
  /** Is the kit of this source `window.upsdk`? */
  isInPlace(): boolean
}

/** Finds the raw upsdk of a window, and keeps it when a kit replaces it. */
export function createRawSource(window: UpsdkWindow): RawSource {
  let kept: RawUpsdk | undefined
  /** The object for what the page writes on a kit before the SDK file has run. */
  let placeholder: RawUpsdk | undefined
  let asking = false
  const getKept = () => (kept && kept === placeholder && !hasRun(kept) ? undefined : kept)
  function get(): RawUpsdk | undefined {
    const current = read(window, 'upsdk')
    const behind = kitBehind(current)
    if (!behind) return isObject(current) || isFunction(current) ? (kept = current as RawUpsdk) : undefined
    // Two kits may each ask for the upsdk behind the other.
    if (asking) return getKept()
    asking = true
    const raw = behind()
    asking = false
    kept = raw || kept
    return getKept()
  }
  get()
  return {
    get,
    raw: () => get() || kept || (kept = placeholder = {}),
    isInPlace: () => kitBehind(read(window, 'upsdk')) === get,
  }
}

/** Finds the function that gives the raw upsdk behind a kit of any copy. Undefined for other objects. */
export function kitBehind(current: unknown): (() => RawUpsdk | undefined) | undefined {
  const behind = read(current, KIT)
  return isFunction(behind) ? (behind as () => RawUpsdk | undefined) : undefined
}

/** Has the SDK file written to it? */
export const hasRun = (raw: RawUpsdk): boolean =>
  read(raw, 'isInsideWallet') !== undefined || isFunction(read(raw, 'pluginReady'))

/**
 * Is a method one of the empty functions that the file has until the bridge is up (H1)? They take no parameter, the
 * methods take one.
 */
export const isPlaceholder = (method: (params: unknown) => unknown): boolean => !method.length

/** The method that UnionPay's own authorization button calls. upsdk lacks it (upsdk-behaviour §5). */
export const EXPLICIT_AUTH = 'appletExplicitAuth'

/** Finds the platform. HarmonyOS comes before Android, since its user agents may name Android too. */
function platformOf(userAgent: string): Environment['platform'] {
  if (/iphone|ipad|ipod/i.test(userAgent)) return 'ios'
  if (/openharmony|arkweb/i.test(userAgent)) return 'harmony'
  return /android/i.test(userAgent) ? 'android' : 'other'
}

const toNumber = (text = ''): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)

/** Reads a user agent by the same signs as the SDK file (upsdk-behaviour §1). */
export function readUserAgent(userAgent: string): Environment {
  /** Gets the value of a field of the wallet, as in `(version 1010) (language zh_CN)`. The first of a name counts. */
  function field(name: string): string | undefined {
    const [, value] = new RegExp(`\\(${name} ([\\w.-]+)(?=[ ()]|$)`, 'i').exec(userAgent) || []
    return value
  }
  const insideWallet = isWalletAgent(userAgent)
  const bridge = field('cordova') ? 'cordova' : field('securityWebCache') ? 'jsbridge' : undefined
  return {
    insideWallet,
    platform: platformOf(userAgent),
    bridge: insideWallet ? bridge : undefined,
    appVersion: toNumber(field('version')),
    clientVersion: toNumber(field('clientVersion')),
    language: (field('language') || field('languageFamily'))?.replace(/_/g, '-'),
  }
}

/** Reads the environment as it is at the time. */
export interface EnvironmentReader {
  read(): Environment
  /** Is the page itself in the wallet? It reads only a part of the user agent, since every start needs it. */
  isInside(): boolean
}

/**
 * Makes a reader of the environment. If upsdk itself reports that it is inside the wallet, that counts: UnionPay may
 * update its file for hosts that the kit does not know.
 *
 * @param userAgent a request's user agent, which replaces the page's own. It does not change where the page itself is
 */
export function createEnvironment(
  window: UpsdkWindow,
  getRaw: () => RawUpsdk | undefined,
  userAgent?: string,
): EnvironmentReader {
  const ownAgent = () => String(window.navigator.userAgent || '')
  const saysInside = () => readFlag(getRaw(), 'isInsideWallet')
  const ofAgent = memoize(readUserAgent)
  return {
    read() {
      const environment = ofAgent(userAgent ?? ownAgent())
      return saysInside() ? { ...environment, insideWallet: true } : environment
    },
    isInside: () => saysInside() || isWalletAgent(ownAgent()),
  }
}

/** Reads a flag of upsdk's. */
export const readFlag = (raw: RawUpsdk | undefined, name: string): boolean => read(raw, name) === true

/*
 * cordova's last status. The SDK file interprets every failure by it, whichever call has set it (H24). So a payment has
 * to know that no other call can have set it.
 */

/** How long after a share its refusal may set the status, in ms. Nothing else reports the refusal (H30). */
const SHARE_ANSWERED_IN = 10_000

/** The members of the bridge `cordova` that the kit uses. */
export interface Cordova {
  errorRetStatus?: unknown
  callbackStatus?: Readonly<Record<string, unknown>>
}

/**
 * Resets cordova's last status to OK. Otherwise the SDK file interprets the next failure by it (H24).
 *
 * @returns false if it cannot be reset, because a page has frozen it
 */
export function clearStatus(window: UpsdkWindow): boolean {
  const cordova = read(window, 'cordova') as Cordova | undefined
  const status = read(cordova, 'callbackStatus') as Cordova['callbackStatus']
  try {
    if (cordova && status) cordova.errorRetStatus = status.OK
    return true
  } catch {
    return false
  }
}

/** Counts an answer of native, or a share that is sent: either may set the status. */
export function countAnswer(window: UpsdkWindow): void {
  const shared = sharedOf(window)
  shared.answers = (shared.answers || 0) + 1
}

/** Counts a share that is sent. */
export function countShare(window: UpsdkWindow, clock: Clock): void {
  const at = clock()
  countAnswer(window)
  sharedOf(window).sinceShare = () => clock() - at
}

/**
 * Watches the status of a payment that is sent.
 *
 * @returns whether the status is its own, to be asked when native answers
 */
export function watchStatus(window: UpsdkWindow): () => boolean {
  const isCleared = clearStatus(window)
  const shared = sharedOf(window)
  const { answers = 0, sinceShare } = shared
  const mayBeShare = !!sinceShare && sinceShare() < SHARE_ANSWERED_IN
  return () => isCleared && !mayBeShare && shared.answers === answers + 1
}
