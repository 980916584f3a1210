/** The phone of a page of the site: one call with the kit, in the wallet on the desk. */
import { createUpsdk, type MethodName } from '../src/index'
import { ja } from '../src/locales/ja'
import { ko } from '../src/locales/ko'
import { serverCodes } from '../src/server-codes'
import { sheetOf } from '../wallet/shared/outcomes'
import { portable } from '../wallet/shared/portable'
import { type Answer, fail, installSimulator, silent } from '../wallet/simulator'
import { byId } from './dom'
import { type LiveHappening, type LiveReport, readLiveSetup } from './liveSetup'
import { createDrawnNative } from './phone/native'
import { wordsOf } from './phone/words'

const { run, language, locale, method, params, answer, isFromServer } = readLiveSetup(location.search)

function send(happening: LiveHappening): void {
  const report: LiveReport = { run, happening }
  window.parent.postMessage(report, location.origin)
}

document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
const native = createDrawnNative({
  words: wordsOf(language),
  theme: 'light',
  place: byId('bar'),
  title: language === 'zh' ? '示例小程序' : 'Example',
  onRightButton: () => simulator.fire('rightbtnclick'),
})

/** Makes the wallet's answer; undefined for an example. */
function answerOf(): Answer | undefined {
  if (answer === undefined && sheetOf(method)) return (given) => native.ask({ method, params: given })
  if (answer === 'silent') return silent()
  return answer === undefined || answer === 'success' ? undefined : fail(answer)
}

const simulator = installSimulator({
  answers: { [method]: answerOf() },
  examples: true,
  latency: 300,
  observe(step) {
    send({ kind: 'raw', step: portable(step) })
    native.observe(step)
  },
})
const upsdk = createUpsdk({
  locale,
  locales: [ja, ko],
  catalogues: [serverCodes],
  notify: true,
  // The toast stays: the page beside it speaks of it.
  toastDuration: () => 3_600_000,
  inspector: { step: (step) => send({ kind: 'kit', step }) },
})

const asJson = (value: unknown) => JSON.stringify(value, null, 2)
if (isFromServer) upsdk.notify({ resp: answer, msg: '' })
else
  upsdk.call(method as MethodName, params as never).then(
    (value: unknown) => send({ kind: 'ended', result: asJson(value) }),
    (error: unknown) => send({ kind: 'ended', result: asJson(error) }),
  )
