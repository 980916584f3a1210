/**
 * The start alone, for callgrind: from the text of the scripts to the first call that reached the wallet, over a stub of
 * a window. `node start.cjs nothing` does all but that.
 */
const { readFileSync } = require('node:fs')
const vm = require('node:vm')

const [name, ...files] = process.argv.slice(2)
const WALLET_AGENT =
  'Mozilla/5.0 (Linux; Android 10; wv) (com.unionpay.chsp) (cordova 4.5.4) (updebug 0) (version 1010)'
const nothing = () => {}
const element = () => ({
  style: {},
  classList: { add: nothing },
  setAttribute: nothing,
  appendChild: nothing,
})
const document = {
  addEventListener: nothing,
  removeEventListener: nothing,
  querySelector: () => null,
  querySelectorAll: () => [],
  createElement: element,
  documentElement: element(),
  body: element(),
  readyState: 'complete',
}
let calls = 0
Object.defineProperty(globalThis, 'navigator', { value: { userAgent: WALLET_AGENT, languages: ['zh-CN'] } })
Object.assign(globalThis, {
  window: globalThis,
  self: globalThis,
  parent: globalThis,
  document,
  addEventListener: nothing,
  removeEventListener: nothing,
  upsdk: { pluginReady: (run) => run(), saveData: () => calls++ },
  AndroidBridge: { VKWebAppStorageSet: () => calls++ },
})
const starts = {
  'upsdk-kit': "UpsdkKit.createUpsdk().saveData({ key: 'k', value: 'v' })",
  core: "kit().saveData({ key: 'k', value: 'v' })",
  'vk-bridge + notyf':
    "new Notyf(); (vkBridge.default || vkBridge).send('VKWebAppStorageSet', { key: 'k', value: 'v' })",
}
const text = files.map((file) => readFileSync(file, 'utf8')).join('\n;')
if (name !== 'nothing') {
  vm.runInThisContext(`${text}\n;${starts[name]}`)
  if (calls !== 1) throw new Error(`${name}: ${calls} calls reached the wallet`)
}
