import { DEV } from '../lib/development'
import { isFunction, isObject } from '../lib/values'
import type { Upsdk } from '../types/upsdk'
import { helperError, nativeError } from './failure'

/**
 * A method of the NFC adapter. Its parameters and result are undocumented.
 *
 * @param timeout ms, default 15000; 0 for none. It also runs while the page is hidden, and `destroy()` does not end it.
 */
export type NfcMethod = (params?: Readonly<Record<string, unknown>>, timeout?: number) => Promise<unknown>

/** Polling for tags. `startDiscovery` takes a `callback` that gets each tag. */
export interface NfcDiscovery {
  isSupport: NfcMethod
  openNfcSetting: NfcMethod
  startDiscovery: NfcMethod
  stopDiscovery: NfcMethod
  setAlertMessage: NfcMethod
  restartPolling: NfcMethod
  /** Removes the callback. It resolves at once without calling native. */
  offDiscovered: NfcMethod
}

type Technology<Names extends string> = { [Name in Names]: NfcMethod }

/** The adapter of `upsdk.getNFCAdapter()` in the latest wallets, with promises. */
export interface NfcAdapter extends NfcDiscovery {
  /** Polling for tags. */
  getUPNFC(): NfcDiscovery
  /** The technology IsoDep. */
  getUPIsoDep(): Technology<
    | 'connect'
    | 'isConnected'
    | 'close'
    | 'setTimeout'
    | 'getHistoricalBytes'
    | 'getMaxTransceiveLength'
    | 'transceive'
  >
  /** The technology NDEF. */
  getUPNdef(): Technology<
    'connect' | 'isConnected' | 'close' | 'writeNdefMessage' | 'readNdefMessage' | 'queryNdefStatus'
  >
  /** The technology ISO 7816. */
  getUPIso7816(): Technology<'connect' | 'isConnected' | 'transceive' | 'getTagInfo'>
  /** The technology NFC-F. */
  getUPNfcF(): Technology<
    | 'connect'
    | 'isConnected'
    | 'close'
    | 'setTimeout'
    | 'transceive'
    | 'getTagInfo'
    | 'getMaxTransceiveLength'
  >
}

const METHOD = 'getNFCAdapter'
const DEFAULT_TIMEOUT = 15_000

/**
 * Gets the NFC adapter once the bridge is up. Its methods resolve to native's answer, and reject with an `UpsdkError`.
 * Rejects with `unsupported` in wallets without an adapter, and as `ready` does.
 */
export async function nfcAdapter(upsdk: Upsdk): Promise<NfcAdapter> {
  await upsdk.ready()
  const adapter = upsdk.getNFCAdapter()
  if (!isObject(adapter))
    throw helperError(upsdk, {
      method: METHOD,
      reason: 'unsupported',
      hint: DEV && 'This wallet has no NFC adapter.',
      sent: false,
    })
  return promised(upsdk, adapter) as unknown as NfcAdapter
}

/** Wraps an object so that its methods return promises. A method that returns a technology returns a wrapped one. */
function promised(upsdk: Upsdk, target: Record<string, unknown>): Record<string, unknown> {
  const made: Record<string, unknown> = {}
  for (const name of Object.keys(target)) {
    const method = target[name]
    if (!isFunction(method)) continue
    made[name] = name.startsWith('getUP')
      ? () => promised(upsdk, method.call(target) as Record<string, unknown>)
      : (params: object = {}, timeout = DEFAULT_TIMEOUT) =>
          name === 'offDiscovered'
            ? Promise.resolve(method.call(target, params)).then(() => undefined)
            : callNative(upsdk, (callbacks) => method.call(target, { ...params, ...callbacks }), timeout)
  }
  return made
}

function callNative(upsdk: Upsdk, send: (callbacks: object) => void, timeout: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      const hint = DEV && 'Sent, but not answered in time.'
      reject(helperError(upsdk, { method: METHOD, reason: 'timeout', hint, sent: true }))
    }
    const timer = timeout > 0 && timeout < Infinity ? setTimeout(giveUp, timeout) : undefined
    const success = (value: unknown) => {
      clearTimeout(timer)
      resolve(value)
    }
    const fail = (raw: unknown) => {
      clearTimeout(timer)
      reject(nativeError(upsdk, METHOD, raw))
    }
    try {
      send({ success, fail })
    } catch (thrown) {
      fail(thrown)
    }
  })
}
