/** The page in a frame of the site: a button that makes one call with the kit, in the simulated wallet. */
import { createUpsdk, type MethodName } from '../src/index'
import { ja } from '../src/locales/ja'
import { ko } from '../src/locales/ko'
import { serverCodes } from '../src/server-codes'
import { startWithoutServer } from '../wallet/page/startWithoutServer'
import { make } from './dom'
import { speakAsAround } from './language'
import { type LiveResult, readLiveCall } from './liveCall'
import { SDK } from './shop/calls'

const { language, locale, method, params, serverCode, waits } = readLiveCall(location.search)

document.documentElement.lang = locale
document.title = language === 'zh' ? '示例小程序' : 'Example'
speakAsAround()
startWithoutServer({ settings: {}, folder: new URL('.', location.href).href })

const upsdk = createUpsdk({
  script: SDK,
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
function call(): void {
  if (serverCode) upsdk.notify({ resp: serverCode, msg: '' })
  else upsdk.call(method as MethodName, params as never).then(ended, ended)
}
const button = make('button', { type: 'button' }, serverCode ? 'upsdk.notify()' : `upsdk.${method}()`)
button.addEventListener('click', call)
const heading = make('h1', { class: 'unseen' }, document.title)
document.body.append(make('main', {}, heading, button))
if (!waits) call()
