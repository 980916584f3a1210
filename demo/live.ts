/** The page in a frame of the site: one call with the kit, in the simulated wallet. */
import { createUpsdk, type MethodName } from '../src/index'
import { ja } from '../src/locales/ja'
import { ko } from '../src/locales/ko'
import { serverCodes } from '../src/server-codes'
import { startWithoutServer } from '../wallet/page/startWithoutServer'
import { speakAsAround } from './language'
import { type LiveResult, readLiveCall } from './liveCall'

const { language, locale, method, params, serverCode } = readLiveCall(location.search)

document.documentElement.lang = locale
document.title = language === 'zh' ? '示例小程序' : 'Example'
speakAsAround()
startWithoutServer({ settings: { upsdk: 'given' }, folder: new URL('.', location.href).href })

const upsdk = createUpsdk({
  locale,
  locales: [ja, ko],
  catalogues: [serverCodes],
  notify: true,
  // The toast stays: the page beside it speaks of it.
  toastDuration: () => 3_600_000,
})

function ended(value: unknown): void {
  const result: LiveResult = { liveResult: value === undefined ? '' : JSON.stringify(value, null, 2) }
  window.parent.postMessage(result, location.origin)
}
if (serverCode) upsdk.notify({ resp: serverCode, msg: '' })
else upsdk.call(method as MethodName, params as never).then(ended, ended)
