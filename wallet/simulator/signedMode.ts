import { isObject } from '../../src/internalsWithoutDom'
import type { RawUpsdk } from '../../src/types/window'
import { REQUIRED } from '../methods/methodTable'
import { type Callback, callbackOf, type ParamsObject } from './paramsObject'
import type { SdkTexts } from './sdkTexts'
import type { RawId } from './steps'

/** The signed mode of the SDK file: `config`, `ready` and `error`. */
export interface SignedMode {
  config(params: unknown): void
  ready(callback: unknown): void
  error(callback: unknown): void
  /** Does a config wait for the bridge (H9)? */
  hasKept(): boolean
  /** Removes and returns the config that waits for the bridge: the last one. */
  takeKept(): KeptConfig | undefined
}

/** A config that waits for the bridge, with its call. */
export interface KeptConfig {
  readonly params: ParamsObject
  readonly call: RawId | undefined
}

export interface SignedModeOptions {
  target(): RawUpsdk
  /** Gets the page's address. */
  address(): string
  isInsideWallet: boolean
  isUp(): boolean
  isOpen(): boolean
  setOpen(open: boolean): void
  /** Does the SDK file accept this as parameters (H21)? */
  isOrdinary(params: unknown): boolean
  /** Shows a text as the wallet's own toast (H18). */
  flash(text: string): void
  /** Shows a text with the browser's `alert` (H18). */
  alert(text: string): void
  /** Gets the running call. */
  current(): RawId | undefined
  /** Passes the config to native. */
  send(params: ParamsObject, success: (value: unknown) => void, fail: (raw: unknown) => void): void
  texts: SdkTexts
}

export function createSignedMode(options: SignedModeOptions): SignedMode {
  const { target, address, isUp, isOpen, setOpen, isOrdinary, send, texts } = options
  const onReady: Callback[] = []
  let onRefused: Callback
  let refused = false
  let refusal: unknown
  let kept: KeptConfig | undefined
  let isDebugging = false

  /**
   * In debug mode, the file shows its own messages: with `alert`, or by native once a config was accepted. It means to
   * use native only if the page may call `showFlashInfo`. But it takes the index of the method for the answer, so that
   * every index except 0 counts as allowed.
   */
  function debug(text: string): void {
    if (!isDebugging) return
    if (isOpen() && (target().jsApiList as unknown[]).indexOf('showFlashInfo') !== 0) options.flash(text)
    else options.alert(text)
  }

  const runReady = () =>
    onReady.forEach((run) => {
      run?.()
    })

  /** Finds the SDK file's own reason to refuse a config, before it asks native. */
  function refusalOf(bag: ParamsObject): string | undefined {
    const missing = REQUIRED.config?.find((name) => !bag[name])
    if (missing) return texts.missingParameter('config', missing)
    const [here] = address().split('#')
    return bag.url && bag.url !== here ? texts.wrongAddress(here || '') : undefined
  }

  function accepted(value: unknown): void {
    setOpen(true)
    refused = false
    // This throws if there is no object, so the callbacks of `ready` never run.
    const answer = (typeof value === 'string' ? JSON.parse(value) : value) as ParamsObject
    const body = (answer.params || answer) as ParamsObject
    target().jsApiList = toMethods(body.jsApiList)
    runReady()
    debug('config ok')
  }

  return {
    config(params) {
      if (!options.isInsideWallet) {
        // The file of 2020 does nothing outside the wallet (H29).
        if (!isUp()) return
        setOpen(true)
        return runReady()
      }
      // The file ignores another kind of object silently.
      if (!isOrdinary(params)) return
      const bag = params as ParamsObject
      if (bag.debug) {
        isDebugging = true
        // Native does not get it.
        Reflect.deleteProperty(bag, 'debug')
      }
      const msg = refusalOf(bag)
      if (msg) {
        debug(msg)
        return void onRefused?.({ msg })
      }
      if (!isUp()) {
        kept = { params: bag, call: options.current() }
        return
      }
      send(bag, accepted, (raw) => {
        refused = true
        setOpen(false)
        refusal = raw
        onRefused?.(raw)
        debug(`config error: ${String(raw)}`)
      })
    },
    ready(callback) {
      const run = callbackOf(callback)
      if (isOpen()) run?.()
      else onReady.push(run)
    },
    error(callback) {
      const run = callbackOf(callback)
      if (refused) run?.(refusal)
      else onRefused = run
    },
    hasKept: () => !!kept,
    takeKept() {
      const last = kept
      kept = undefined
      return last
    },
  }
}

/** The two methods of upsdk behind native's one action for the location. */
const LOCATIONS = ['getLocationCity', 'getLocationGps']

/**
 * Turns native's list of plug-ins and actions into names of methods. Names of methods stay, since a test can write them
 * more briefly.
 */
function toMethods(granted: unknown): unknown[] {
  const list: unknown[] = Array.isArray(granted) ? granted : []
  return list.reduce<unknown[]>((methods, entry) => {
    const names: unknown[] = isObject(entry) && Array.isArray(entry.actions) ? entry.actions : [entry]
    return names.reduce<unknown[]>(
      (all, name) => all.concat(name === 'fetchNativeData' ? LOCATIONS : [name]),
      methods,
    )
  }, [])
}
