import Taro from '@tarojs/plugin-platform-h5/dist/runtime/apis'
import { upsdk } from './wallet'

export * from '@tarojs/plugin-platform-h5/dist/runtime/apis'
export default Taro

function finish({ success, fail, complete }, outcome, result) {
  const told = { success, fail }[outcome]
  if (told) told(result)
  if (complete) complete(result)
  return outcome === 'fail' ? Promise.reject(result) : result
}

// In a production build Taro's own of these three do nothing, and report success.
export const requestPayment = async (options = {}) =>
  finish(options, 'fail', { errMsg: 'requestPayment:fail use upsdk.pay' })

export const login = async (options = {}) =>
  finish(options, 'fail', { errMsg: 'login:fail use upsdk.appletAuth' })

export async function scanCode(options = {}) {
  const named = (options.scanType || []).filter((kind) => kind === 'qrCode' || kind === 'barCode')
  const scanType = named.length ? named : ['qrCode', 'barCode']
  let result
  try {
    // The page shows what fails, as it does for Taro's own calls.
    result = await upsdk.scanQRCode({ scanType, needResult: '1' }, { notify: false })
  } catch ({ reason }) {
    return finish(options, 'fail', { errMsg: `scanCode:fail ${reason === 'cancelled' ? 'cancel' : reason}` })
  }
  return finish(options, 'success', { result, scanType: '', errMsg: 'scanCode:ok' })
}

// Other functions that Taro has not in H5: they report success too, just after this.
Taro.eventCenter.on('__taroNotSupport', ({ name }) => {
  console.error(`Taro.${name} does nothing in H5, whatever it answers.`)
})
