import { sharedOf } from '../lib/shared'
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

/** Finds the raw upsdk of a window. All kits of the window keep it together, for when one of them replaces it. */
export function createRawSource(window: UpsdkWindow): RawSource {
  const shared = sharedOf(window)
  function get(): RawUpsdk | undefined {
    const current = read(window, 'upsdk')
    const behind = kitBehind(current)
    if (!behind)
      return isObject(current) || isFunction(current) ? (shared.raw = current as RawUpsdk) : undefined
    // A kit that replaces upsdk finds nothing behind itself, so it uses what was kept.
    if (behind !== get) shared.raw = behind() || shared.raw
    // The file writes this first.
    const hasFileRun = read(shared.written, 'isInsideWallet') !== undefined
    return shared.raw || (hasFileRun ? shared.written : undefined)
  }
  // Keeps it before this kit may replace it.
  get()
  return {
    get,
    raw: () => get() || (shared.written ||= {}),
    isInPlace: () => kitBehind(read(window, 'upsdk')) === get,
  }
}

/** Finds the function that gives the raw upsdk behind a kit of any copy. Undefined for other objects. */
export function kitBehind(current: unknown): (() => RawUpsdk | undefined) | undefined {
  const behind = read(current, KIT)
  return isFunction(behind) ? (behind as () => RawUpsdk | undefined) : undefined
}

/** Gets the source text of a function. A page may have broken `Function.prototype.toString`. */
export function textOf(method: unknown): string {
  try {
    return String(method)
  } catch {
    return ''
  }
}

/**
 * Is a function empty? The file has such placeholders for its methods until the bridge is up (H1). A call to one goes
 * nowhere.
 */
export const isPlaceholder = (method: unknown): boolean =>
  isFunction(method) && !method.length && /^[^{]*\{\s*\}$/.test(textOf(method))

/** Names that are no methods of the wallet: upsdk's own four, and those that every object inherits. */
export const NO_METHODS: object = { ready: 0, pluginReady: 0, config: 0, error: 0 }

/** Counts the placeholders that upsdk has for its methods, up to a limit. With one, its bridge is not up. */
export function countPlaceholders(raw: RawUpsdk, limit: number): number {
  let count = 0
  for (const name of Object.keys(raw)) {
    if (count === limit) break
    if (!(name in NO_METHODS) && isPlaceholder(read(raw, name))) count++
  }
  return count
}

/** The method that UnionPay's own authorization button calls. upsdk lacks it (upsdk-behaviour §5). */
export const EXPLICIT_AUTH = 'appletExplicitAuth'

/** Reads a flag of upsdk's. */
export const readFlag = (raw: RawUpsdk | undefined, name: string): boolean => read(raw, name) === true
