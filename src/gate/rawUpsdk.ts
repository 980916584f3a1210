import { isFunction, isObject, read } from '../lib/values'
import type { RawUpsdk, UpsdkWindow } from '../types/window'

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

/** Reads a flag of upsdk's. */
export const readFlag = (raw: RawUpsdk | undefined, name: string): boolean => read(raw, name) === true
