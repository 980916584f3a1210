import type { Clock } from '../lib/heartbeat'
import { memoize } from '../lib/run'
import { sharedOf } from '../lib/shared'
import { isFunction, isObject, read } from '../lib/values'
import { listen } from '../lib/window'
import type { Environment } from '../types/environment'
import type { RawUpsdk, UpsdkWindow } from '../types/window'

/** Marks the kit's own objects, of every copy of the kit; the value gives the raw upsdk behind one. */
export const KIT = /* @__PURE__ */ Symbol.for('upsdk-kit')

/** Where the live upsdk is, also when the kit itself is `window.upsdk` (H26). */
export interface RawSource {
  get(): RawUpsdk | undefined
  /** The raw object that writes go to; made if there is none yet. */
  own(): RawUpsdk
  /** Is the kit of this source `window.upsdk`? */
  isInPlace(): boolean
  /**
   * Does the SDK file write on `window.upsdk`, and not the page, while the kit stands in its place? The file writes
   * while it loads, between `isInsideWallet` and `pluginReady`; and its methods whenever the bridge comes up, at once: at
   * each `deviceready`, or when the bridge's script has loaded (H23, H26).
   */
  isFileWriting(): boolean
  /** The file begins to write; it has ended by the end of the task. */
  fileBegins(): void
  fileEnds(): void
}

/**
 * Finds the raw upsdk of a window, and keeps it when a kit takes its place.
 *
 * @param onDestroy keeps what takes the listeners away
 */
export function createRawSource(window: UpsdkWindow, onDestroy: (stop: () => void) => void): RawSource {
  let kept: RawUpsdk | undefined
  /** Made for what the page writes on a kit before the SDK file has run. */
  let made: RawUpsdk | undefined
  let asking = false
  let isWriting = false
  const whatIsKept = () => (kept && kept === made && !hasRun(kept) ? undefined : kept)
  function get(): RawUpsdk | undefined {
    const current = read(window, 'upsdk')
    const behind = kitBehind(current)
    if (!behind) return isObject(current) || isFunction(current) ? (kept = current as RawUpsdk) : undefined
    // Two kits may each be asked for what is behind the other.
    if (asking) return whatIsKept()
    asking = true
    const raw = behind()
    asking = false
    kept = raw || kept
    return whatIsKept()
  }
  const fileEnds = () => {
    isWriting = false
  }
  const fileBegins = () => {
    isWriting = true
    setTimeout(fileEnds)
  }
  get()
  // Before the file's own listeners.
  onDestroy(listen(window, 'deviceready', fileBegins, true))
  onDestroy(
    listen(
      window.document,
      'load',
      ({ target }) => {
        if (/WebViewJavascriptBridge/.test(String((target as HTMLScriptElement).src))) fileBegins()
      },
      true,
    ),
  )
  return {
    get,
    own: () => get() || kept || (kept = made = {}),
    isInPlace: () => kitBehind(read(window, 'upsdk')) === get,
    isFileWriting: () => isWriting,
    fileBegins,
    fileEnds,
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

/** UnionPay's own authorization button calls it; upsdk does not have it (upsdk-behaviour §5). */
export const EXPLICIT_AUTH = 'appletExplicitAuth'

/** Is it a script element that brings upsdk? */
export const isUpsdkScript = (element: unknown): boolean =>
  /\/upsdk(\.min)?\.js($|[?#])/.test(String(read(element, 'src')))

/** HarmonyOS first: its user agents may name Android too. */
function platformOf(userAgent: string): Environment['platform'] {
  if (/iphone|ipad|ipod/i.test(userAgent)) return 'ios'
  if (/openharmony|arkweb/i.test(userAgent)) return 'harmony'
  return /android/i.test(userAgent) ? 'android' : 'other'
}

const toNumber = (text = ''): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined)

/** Is it the wallet's, by the signs that the SDK file goes by? */
export const isWalletAgent = (userAgent: string): boolean =>
  /com\.unionpay\.(chsp|mobilepay)/i.test(userAgent)

/** Reads a user agent, by the same signs as the SDK file does (upsdk-behaviour §1). */
export function readUserAgent(userAgent: string): Environment {
  /** The value of one of the wallet's fields, `(version 1010) (language zh_CN)`. The first of a name counts. */
  const field = (name: string): string | undefined =>
    new RegExp(`\\(${name} ([\\w.-]+)(?=[ ()]|$)`, 'i').exec(userAgent)?.[1]
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

/** The environment as it is at each use. */
export interface EnvironmentReader {
  read(): Environment
  /** Is the page itself in the wallet? It reads less than all of the user agent, for what every start asks. */
  isInside(): boolean
}

/**
 * Makes a reader of the environment. If upsdk itself says that it is inside the wallet, that counts: its file is served live, and may admit hosts that the
 * kit has never heard of.
 *
 * @param userAgent of a request, in place of the page's own: it does not change where the page itself is
 */
export function createEnvironment(
  window: UpsdkWindow,
  getRaw: () => RawUpsdk | undefined,
  userAgent?: string,
): EnvironmentReader {
  const ownAgent = () => String(window.navigator.userAgent || '')
  const saysInside = () => readFlag(getRaw(), 'isInsideWallet')
  const ofAgent = memoize(readUserAgent)
  const ofUpsdk = memoize((userAgent: string) => ({ ...ofAgent(userAgent), insideWallet: true }))
  return {
    read: () => (saysInside() ? ofUpsdk : ofAgent)(userAgent ?? ownAgent()),
    isInside: () => saysInside() || isWalletAgent(ownAgent()),
  }
}

/** Reads a flag of upsdk's. */
export const readFlag = (raw: RawUpsdk | undefined, name: string): boolean => read(raw, name) === true

/*
 * cordova's last status: the SDK file reads every failure by it, whichever call left it there (H24), so a payment has
 * to know that no other call can have left one.
 */

/** ms in which a refused share may leave a status, of which nobody hears (H30). */
const SHARE_ANSWERED_IN = 10_000

/** The members of the bridge `cordova` that the kit uses. */
export interface Cordova {
  errorRetStatus?: unknown
  callbackStatus?: Readonly<Record<string, unknown>>
}

/** Puts cordova's last status back to OK. Otherwise it outlives its call, and the next failure is read by it (H24). */
export function clearStatus(window: UpsdkWindow): void {
  const cordova = read(window, 'cordova') as Cordova | undefined
  const status = read(cordova, 'callbackStatus') as Cordova['callbackStatus']
  if (cordova && status) cordova.errorRetStatus = status.OK
}

/** Native has answered a call, or a share is handed over: either may leave a status. */
export function countAnswer(window: UpsdkWindow): void {
  const shared = sharedOf(window)
  shared.answers = (shared.answers || 0) + 1
}

/** A share is handed over. */
export function countShare(window: UpsdkWindow, clock: Clock): void {
  const at = clock()
  countAnswer(window)
  sharedOf(window).sinceShare = () => clock() - at
}

/**
 * A payment is handed over.
 *
 * @returns tells, at its answer, whether the status is its own
 */
export function watchStatus(window: UpsdkWindow): () => boolean {
  clearStatus(window)
  const shared = sharedOf(window)
  const { answers = 0, sinceShare } = shared
  const mayBeShare = !!sinceShare && sinceShare() < SHARE_ANSWERED_IN
  return () => !mayBeShare && shared.answers === answers + 1
}
