import { isFunction, isObject } from '../run'
import type { RawUpsdk, UpsdkWindow } from '../window'

/** Marks the kit's own objects, of every copy of the kit; the value gives the raw upsdk behind one. */
export const KIT = Symbol.for('upsdk-kit')

/** Where the live upsdk is, also when the kit itself is `window.upsdk` (H26). */
export interface RawSource {
  get(): RawUpsdk | undefined
  /** The raw object that writes go to; made where there is none yet. */
  own(): RawUpsdk
}

/** Finds the raw upsdk of a window, and keeps it when a kit takes its place. */
export function createRawSource(window: UpsdkWindow | undefined): RawSource {
  let kept: RawUpsdk | undefined
  /** Made for what the page writes on a kit before the SDK file has run. */
  let made: RawUpsdk | undefined
  let asking = false
  const whatIsKept = () => (kept && kept === made && isBlank(kept) ? undefined : kept)
  function get(): RawUpsdk | undefined {
    const current = window?.upsdk
    if (!isObject(current) && !isFunction(current)) return undefined
    const behind = (current as { [KIT]?: unknown })[KIT]
    if (!isFunction(behind)) return (kept = current as RawUpsdk)
    if (asking) return whatIsKept()
    asking = true
    const raw = behind() as RawUpsdk | undefined
    asking = false
    kept = raw || kept
    return whatIsKept()
  }
  get()
  return {
    get,
    own: () => get() || kept || (kept = made = {}),
  }
}

/** Has the SDK file not written to it yet? */
const isBlank = (raw: RawUpsdk): boolean => raw.isInsideWallet === undefined && !isFunction(raw.pluginReady)

/** upsdk's own way in, which is no method of the wallet; and an object with what every object has. */
const NO_METHODS: object = { ready: 0, pluginReady: 0, config: 0, error: 0 }

/** Is it a method of this upsdk, and not something that every object has? */
export const hasMethod = (raw: RawUpsdk, name: string): boolean =>
  isFunction(raw[name]) && !(name in NO_METHODS)
