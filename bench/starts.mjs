/**
 * From the text of the scripts to the first call that reached native: the kit, and the SDKs that do its job in other
 * apps. Each brings its native side, which calls `reached()`.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { WALLET_AGENT } from './contenders.mjs'

const root = new URL('../', import.meta.url)
const read = (path) => readFileSync(new URL(path, root), 'utf8')

/** The one file of a page that imports these, minified as Vite does it. */
async function bundleOfPage(source) {
  const entry = `${import.meta.dirname}/entry.js`
  const plugin = {
    name: 'entry',
    enforce: 'pre',
    resolveId: (id) => (id === entry ? id : null),
    load: (id) => (id === entry ? source : null),
  }
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [plugin],
    build: {
      write: false,
      target: 'es2017',
      lib: { entry, formats: ['iife'], name: 'page' },
    },
  })
  return output[0].code
}

const PARAMS = `{ key: 'k', value: 'v' }`
const UPSDK = 'window.upsdk = { pluginReady: function (run) { run() }, saveData: reached }'

/** What Telegram's app hands a page in its address. */
const telegramAddress = () => {
  const user = encodeURIComponent(JSON.stringify({ id: 1, first_name: 'A' }))
  const data = encodeURIComponent(`auth_date=1&hash=a&signature=b&user=${user}`)
  return `#tgWebAppData=${data}&tgWebAppVersion=8.0&tgWebAppPlatform=android&tgWebAppThemeParams=%7B%7D`
}

/**
 * `script`, then `create`, then `call`, after `native`. Of those that show something also their first `toast`.
 *
 * @typedef {object} Start
 * @property {string} agent
 * @property {string} [hash] of the page's address
 * @property {string} native
 * @property {string} script
 * @property {string} create
 * @property {string} call
 * @property {{ run: string, element: string }} [toast]
 * @returns {Promise<Record<string, Start>>}
 */
export async function starts() {
  const core = `import { createUpsdk } from '${fileURLToPath(new URL('dist/core.js', root))}'`
  return {
    'bare wrapper': {
      agent: WALLET_AGENT,
      native: UPSDK,
      script:
        'var bare = (method, params) => new Promise((resolve, reject) => { upsdk.pluginReady(() => upsdk[method](Object.assign({}, params, { success: resolve, fail: reject }))) })',
      create: '',
      call: `bare('saveData', ${PARAMS})`,
    },
    'upsdk-kit': {
      agent: WALLET_AGENT,
      native: UPSDK,
      script: read('dist/upsdk-kit.min.js'),
      create: 'window.kit = UpsdkKit.createUpsdk()',
      call: `kit.saveData(${PARAMS})`,
      toast: { run: `kit.toast('Saved.')`, element: '[data-upsdk-kit="toast"]' },
    },
    'upsdk-kit/core': {
      agent: WALLET_AGENT,
      native: UPSDK,
      script: await bundleOfPage(`${core}; window.createUpsdk = createUpsdk`),
      create: 'window.kit = createUpsdk()',
      call: `kit.saveData(${PARAMS})`,
    },
    'vk-bridge + notyf': {
      agent: WALLET_AGENT,
      native: 'window.AndroidBridge = { VKWebAppStorageSet: reached }',
      script: `${read('bench/node_modules/@vkontakte/vk-bridge/dist/browser.min.js')}\n;${read('bench/node_modules/notyf/notyf.min.js')}`,
      create: 'window.notyf = new Notyf()',
      call: `(vkBridge.default || vkBridge).send('VKWebAppStorageSet', ${PARAMS})`,
      toast: { run: `notyf.success('Saved.')`, element: '.notyf__toast' },
    },
    'LIFF, to its first request': {
      agent: 'Mozilla/5.0 (Linux; Android 10; wv) Line/13.0.0/IAB LIFF',
      // Its `init` asks LINE's servers before anything else works.
      native:
        'document.body.appendChild = window.fetch = function () { reached(); return new Promise(function () {}) }',
      script: await bundleOfPage(`import liff from '@line/liff'; window.liff = liff`),
      create: '',
      call: `liff.init({ liffId: '1234567890-abcdefgh' }).catch(function () {})`,
    },
    'tma.js, init and popup': {
      agent: WALLET_AGENT,
      native: `window.TelegramWebviewProxy = { postEvent: function (type) { if (type === 'web_app_open_popup') reached() } }`,
      script: await bundleOfPage(`import { init, popup } from '@tma.js/sdk'; window.tma = { init, popup }`),
      create: 'tma.init()',
      call: `tma.popup.show({ message: 'm' })`,
      hash: telegramAddress(),
    },
    'dingtalk-jsapi': {
      agent: 'Mozilla/5.0 (Linux; Android 10; wv) AliApp(DingTalk/7.0.0) com.alibaba.android.rimet/1',
      native: 'window.nuva = { isReady: true, require: function () { return reached } }',
      script: await bundleOfPage(`import dd from 'dingtalk-jsapi'; window.dd = dd`),
      create: '',
      call: `dd.util.domainStorage.setItem({ name: 'k', value: 'v' })`,
    },
  }
}
