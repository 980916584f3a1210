import { isObject } from '../lib/values'
import type { RawUpsdk } from '../types/window'
import { type Bag, type Callback, callbackOf } from './bag'
import type { RawId } from './steps'

/** The way in of signed pages: `config`, `ready` and `error`. */
export interface SignedWay {
  config(params: unknown): void
  ready(callback: unknown): void
  error(callback: unknown): void
  /** Is a config kept until the bridge is up? */
  hasStored(): boolean
  /** The last config that came before the bridge. */
  takeStored(): StoredConfig | undefined
}

/** A config that waits for the bridge, and its call. */
export interface StoredConfig {
  readonly params: Bag
  readonly call: RawId | undefined
}

export interface SignedParts {
  target(): RawUpsdk
  /** The page's address. */
  address(): string
  isInsideWallet: boolean
  isUp(): boolean
  isOpen(): boolean
  setOpen(open: boolean): void
  /** Does the SDK file take this for parameters (H21)? */
  isOrdinary(params: unknown): boolean
  /** The call that is running. */
  current(): RawId | undefined
  /** Hands the config to native. */
  send(params: Bag, success: (value: unknown) => void, fail: (raw: unknown) => void): void
  missingParameter: string
}

const REQUIRED = ['appId', 'nonceStr', 'timestamp', 'signature']

export function createSignedWay(parts: SignedParts): SignedWay {
  const { target, address, isUp, isOpen, setOpen, isOrdinary, send, missingParameter } = parts
  const onReady: Callback[] = []
  let onRefused: Callback
  let refused = false
  let refusal: unknown
  let stored: StoredConfig | undefined

  const runReady = () =>
    onReady.forEach((run) => {
      run?.()
    })

  /** The file's own refusal, before it asks native. */
  function whyNot(bag: Bag): string | undefined {
    const missing = REQUIRED.filter((name) => !bag[name])[0]
    if (missing) return `config${missingParameter}${missing}`
    const [here] = address().split('#')
    return bag.url && bag.url !== here ? `签名因子url取值不正确, 正确的应该是${here}` : undefined
  }

  function accepted(value: unknown): void {
    setOpen(true)
    refused = false
    // Nothing in place of an object throws here: `ready` is never called back.
    const given = (typeof value === 'string' ? JSON.parse(value) : value) as Bag
    const body = (given.params || given) as Bag
    target().jsApiList = toMethods(body.jsApiList)
    runReady()
  }

  return {
    config(params) {
      if (!parts.isInsideWallet) {
        // The file of 2020 does nothing there (H29).
        if (!isUp()) return
        setOpen(true)
        return runReady()
      }
      // Of another kind of object nobody hears anything.
      if (!isOrdinary(params)) return
      const bag = params as Bag
      const msg = whyNot(bag)
      if (msg) return void onRefused?.({ msg })
      if (!isUp()) {
        stored = { params: bag, call: parts.current() }
        return
      }
      send(bag, accepted, (raw) => {
        refused = true
        setOpen(false)
        refusal = raw
        onRefused?.(raw)
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
    hasStored: () => !!stored,
    takeStored() {
      const taken = stored
      stored = undefined
      return taken
    },
  }
}

/** The location is one action of native's, and two methods of upsdk's. */
const LOCATIONS = ['getLocationCity', 'getLocationGps']

/** Native grants plug-ins with their actions. Names of methods are taken as they are, which is shorter to write in a test. */
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
