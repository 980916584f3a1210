import { isFunction, isObject } from '../../src/internalsWithoutDom'
import type { Native } from './native'
import type { ParamsObject } from './paramsObject'

const DISCOVERY =
  'isSupport openNfcSetting startDiscovery stopDiscovery setAlertMessage restartPolling offDiscovered'

/** The methods of the adapter that return an object, with the methods of that object (as in `NfcAdapter`). */
const TECHNOLOGIES: Readonly<Record<string, string>> = {
  getUPNFC: DISCOVERY,
  getUPIsoDep: 'connect isConnected close setTimeout getHistoricalBytes getMaxTransceiveLength transceive',
  getUPNdef: 'connect isConnected close writeNdefMessage readNdefMessage queryNdefStatus',
  getUPIso7816: 'connect isConnected transceive getTagInfo',
  getUPNfcF: 'connect isConnected close setTimeout transceive getTagInfo getMaxTransceiveLength',
}

/**
 * Makes the object that `getNFCAdapter()` of the latest wallets returns. Its methods reach native under their own
 * names, such as `transceive`. A `callback` never runs, since no document describes native's events for a tag.
 */
export function nfcAdapterOn(native: Native): ParamsObject {
  const methodsNamed = (names: string) => {
    const methods: ParamsObject = {}
    for (const name of names.split(' ')) methods[name] = (params: unknown) => exec(name, params)
    return methods
  }

  function exec(method: string, params: unknown): void {
    // Removing a callback does not reach native.
    if (method === 'offDiscovered') return
    const { success, fail } = (isObject(params) ? params : {}) as ParamsObject
    native.exec(
      method,
      params || {},
      (value) => isFunction(success) && success(value),
      (raw) => isFunction(fail) && fail(raw),
    )
  }

  const adapter = methodsNamed(DISCOVERY)
  for (const name of Object.keys(TECHNOLOGIES)) adapter[name] = () => methodsNamed(TECHNOLOGIES[name] || '')
  return adapter
}
