import { isFunction, isObject } from '../lib/values'
import type { Bag } from './bag'
import type { Native } from './native'

const DISCOVERY =
  'isSupport openNfcSetting startDiscovery stopDiscovery setAlertMessage restartPolling offDiscovered'

/** The objects that the adapter gives, by the method that gives them; methods as `NfcAdapter` has them. */
const TECHNOLOGIES: Readonly<Record<string, string>> = {
  getUPNFC: DISCOVERY,
  getUPIsoDep: 'connect isConnected close setTimeout getHistoricalBytes getMaxTransceiveLength transceive',
  getUPNdef: 'connect isConnected close writeNdefMessage readNdefMessage queryNdefStatus',
  getUPIso7816: 'connect isConnected transceive getTagInfo',
  getUPNfcF: 'connect isConnected close setTimeout transceive getTagInfo getMaxTransceiveLength',
}

/**
 * `getNFCAdapter()` of the latest wallets. Its methods reach native under their own names, as `transceive`; a
 * `callback` hears nothing, since what native raises for a tag is documented nowhere.
 */
export function nfcAdapterOn(native: Native): Bag {
  const methodsOf = (names: string) => {
    const methods: Bag = {}
    for (const name of names.split(' ')) methods[name] = (params: unknown) => exec(name, params)
    return methods
  }

  function exec(method: string, params: unknown): void {
    // Native is not asked to forget a callback.
    if (method === 'offDiscovered') return
    const { success, fail } = (isObject(params) ? params : {}) as Bag
    native.exec(
      method,
      params || {},
      (value) => isFunction(success) && success(value),
      (raw) => isFunction(fail) && fail(raw),
    )
  }

  const adapter = methodsOf(DISCOVERY)
  for (const name of Object.keys(TECHNOLOGIES)) adapter[name] = () => methodsOf(TECHNOLOGIES[name] || '')
  return adapter
}
