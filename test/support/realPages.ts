/**
 * The twenty-four real pages, a row each: public usages of upsdk, described by their behaviour and written anew here.
 *
 * `script` runs over raw upsdk and over the kit in its place: in a browser on the real SDK file
 * (`pages/real-pages`), on the simulator for the diagnoses (`pageOf`), and before the compiler. It is given
 * `log(name, value)`, which keeps what a callback got, `tap(name, run)`, a button, `loadSdk(run)`, a script element of
 * the page's own, and `waiting`, which it sets while a request of its own is open.
 */

/** How native answers every call of the page except `config`. */
export type Outcome = 'success' | 'failure' | 'cancel' | 'c02' | 'silence' | 'outside'

/** One state of a page. */
export interface Usage {
  readonly id: string
  readonly what: string
  readonly script: string
  /** The outcomes that its code can meet. */
  readonly outcomes: readonly Outcome[]
  /** Is config refused? */
  readonly refused?: boolean
  /** Whether native gives an object if upsdk expects one. */
  readonly gives?: unknown
  /** Whether the page loads the SDK file itself. */
  readonly loadsSdk?: boolean
  /** Whether raw upsdk loses calls here, or refuses them with c05. With the kit they work. */
  readonly better?: boolean
}

/** The page as its user meets it in the phone, without `config`: what stands in it, its script, what is tapped in order. */
export interface InPhone {
  readonly body: string
  readonly script: string
  readonly taps: readonly string[]
}

export interface RealPage extends Usage {
  readonly inPhone?: InPhone
  /** Other states of the same page, in the browser. */
  readonly variants?: readonly Usage[]
}

const ALL = ['success', 'failure', 'cancel', 'c02', 'silence', 'outside'] as const
const FEW = ['success', 'failure', 'silence', 'outside'] as const
const SIGNED = `{ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' }`
const SHARE = `{ title: 't', desc: 'd', shareUrl: 'https://a.example/', picUrl: '' }`
const both = (method: string) =>
  `success: (value) => log('${method} success', value), fail: (error) => log('${method} fail', error)`

export const realPages: readonly RealPage[] = [
  {
    id: 'R1',
    what: 'a signed hotel checkout: config, ready and error, a button that pays',
    script: `upsdk.config(${SIGNED})
      upsdk.ready(() => { log('ready'); tap('pay', () => upsdk.pay({ tn: '1', ${both('pay')} })) })
      upsdk.error((error) => log('error', error))`,
    outcomes: ALL,
    inPhone: {
      body: '<button id="pay" disabled>付款</button>',
      taps: ['#pay'],
      script: `var button = document.getElementById('pay')
upsdk.pluginReady(function () { button.disabled = false })
button.onclick = function () { upsdk.pay({ tn: '20180618', success: paid, fail: failed }) }`,
    },
  },
  {
    id: 'R2',
    what: 'a signed hospital: ready and error before config, a wrapper object, bare calls',
    script: `const app = {}
      upsdk.ready(() => {
        app.toast = (msg) => upsdk.showFlashInfo({ msg })
        app.city = () => upsdk.getLocationCity({ ${both('city')} })
        app.scan = () => upsdk.scanQRCode({ scanType: ['qrCode', 'barCode'], ${both('scan')} })
        upsdk.setNavigationBarRightButton({ title: 'menu', handler: () => log('menu') })
        log('ready')
        tap('city', app.city); tap('scan', app.scan); tap('toast', () => app.toast('hello'))
        tap('pay', () => upsdk.pay({ tn: '1', ${both('pay')} })); tap('close', () => upsdk.closeWebApp())
      })
      upsdk.error((error) => log('error', error))
      upsdk.config(${SIGNED})`,
    outcomes: FEW,
    gives: 'text',
  },
  {
    id: 'R3',
    what: 'the same in production, in debug mode, with alerts of what came',
    script: `upsdk.ready(() => tap('pay', () => upsdk.pay({ tn: '1', fail: (err) => { alert(JSON.stringify(err)); log('fail', err.msg) } })))
      upsdk.config({ ...${SIGNED}, debug: true })`,
    outcomes: ['failure', 'cancel', 'c02'],
    inPhone: {
      body: '<button id="scan">扫码</button><button id="pay">付款</button>',
      taps: ['#scan', '#pay'],
      script: `function show(error) { alert(JSON.stringify(error)) }
document.getElementById('scan').onclick = function () {
  upsdk.pluginReady(function () { upsdk.scanQRCode({ scanType: ['qrCode'], success: function (text) { say('桌号 ' + text.split('/').pop()) }, fail: show }) })
}
document.getElementById('pay').onclick = function () {
  upsdk.pluginReady(function () { upsdk.pay({ tn: '20180618', success: paid, fail: show }) })
}`,
    },
  },
  {
    id: 'R4',
    what: 'UnionPay’s own demo: pays without any callback in ready, config last',
    script: `upsdk.ready(() => { log('ready'); upsdk.pay({ tn: '1' }) })
      upsdk.error((error) => alert(JSON.stringify(error)))
      upsdk.config(${SIGNED})`,
    outcomes: ALL,
  },
  {
    id: 'R5',
    what: 'the same, with a config that is refused',
    script: `upsdk.ready(() => { log('ready'); upsdk.pay({ tn: '1' }) })
      upsdk.error((error) => log('error', error))
      upsdk.config(${SIGNED})`,
    outcomes: ['success'],
    refused: true,
  },
  {
    id: 'R6',
    what: 'a showcase: styles with numbers and text, brightness, album in chunks, storage, bare calls',
    script: `upsdk.pluginReady(() => {
        upsdk.setTitleStyle({ appletStyle: 'black', backBtnVisible: 0 }); upsdk.setTitleStyle({ backBtnVisible: '1', navBackgroundColor: '0xFFE21836' })
        tap('navi', () => upsdk.navi({ sLat: '31.2', sLon: '121.4', sName: 'a', dLat: '31.3', dLon: '121.5', dName: 'b', ${both('navi')} }))
        tap('brightness', () => upsdk.setScreenBrightness({ brightness: '0.5', ${both('brightness')} }))
        tap('shot', () => upsdk.changeScreenShot({ switch: true, ${both('shot')} })); tap('shots', () => upsdk.monitorScreenShot({ ${both('shots')} }))
        tap('album', () => upsdk.chooseFileFromAlbum({ maxSize: '524288', sourceType: '02', ${both('album')} }))
        tap('chunk', () => upsdk.readAlbumData({ bufferSize: '1024', fromOffset: '0', url: 'u', ${both('chunk')} }))
        tap('applet', () => upsdk.openApplet({ appId: 'a', ${both('applet')} })); tap('collect', () => upsdk.collectCurrentApplet({ ${both('collect')} }))
        tap('card', () => upsdk.addBankCard({ scene: '10007', ${both('card')} })); tap('common', () => upsdk.addCommonApp({ url: 'u', ${both('common')} }))
        tap('logout', () => upsdk.getUserLogoutDate({ ${both('logout')} })); tap('bluetooth', () => upsdk.openBluetoothAdapter({ ${both('bluetooth')} }))
        tap('share', () => upsdk.showShareMorePanel({ ...${SHARE}, ${both('share')} }))
        tap('save', () => upsdk.saveData({ key: 'k', value: 'v', ${both('save')} })); tap('query', () => upsdk.queryData({ key: 'k', ${both('query')} }))
        tap('view', () => upsdk.createWebView({ url: 'https://a.example/', title: 't', isFinish: '0' }))
        tap('scan', () => upsdk.scanQRCodeNew()); tap('code', () => upsdk.qrCodePay()); tap('close', () => upsdk.closeWebApp())
      })`,
    outcomes: FEW,
  },
  {
    id: 'R7',
    what: 'authorization in pluginReady, and UnionPay’s authorization button, which calls native itself',
    script: `upsdk.pluginReady(() => {
        upsdk.appletAuth({ success: (value) => log('auth', value), fail: (error) => log('auth fail', error.errmsg) })
        tap('button', () => {
          const success = (value) => log('mobile', value), fail = (error) => log('mobile fail', error)
          if (window.cordova) cordova.exec(success, fail, 'UPWebSdk', 'appletExplicitAuth', [{ scope: 'scope.mobile' }])
          else if (window.WebViewJavascriptBridge) WebViewJavascriptBridge.callHandler('UPWebSdk', 'appletExplicitAuth', [{ scope: 'scope.mobile' }], success, fail)
        })
        tap('pay', () => upsdk.pay({ tn: '1', ${both('pay')} }))
      })`,
    outcomes: FEW,
    gives: { code: 'c' },
  },
  {
    id: 'R8',
    what: 'a shop that signs at the first pay or share, twice in one tick',
    script: `let signed = false
      const withSign = (run) => { if (!signed) upsdk.config(${SIGNED}); signed = true; upsdk.ready(run) }
      tap('pay twice', () => { signed = false; withSign(() => upsdk.pay({ tn: '1', ${both('pay')} })); signed = false; withSign(() => {}) })
      tap('share', () => withSign(() => upsdk.showSharePopup(${SHARE})))`,
    outcomes: ['success', 'cancel'],
    variants: [
      {
        id: 'R8b',
        what: 'the same after a refused config: share still works',
        script: `upsdk.error((error) => log('error', error)); upsdk.config(${SIGNED})
          tap('share', () => upsdk.showSharePopup(${SHARE}))
          tap('pay', () => upsdk.pay({ tn: '1', ${both('pay')} }))`,
        outcomes: ['success'],
        refused: true,
      },
    ],
  },
  {
    id: 'R9',
    what: 'device management: config with the server’s whole answer, a right button with an image, a scan',
    script: `const info = { ...${SIGNED}, resp: '00', msg: 'ok', params: {} }
      upsdk.config(info)
      upsdk.ready(() => {
        upsdk.setNavigationBarRightButton({ image: 'https://a.example/i.png', handler: () => log('right') })
        tap('scan', () => upsdk.scanQRCode({ scanType: ['qrCode'], success: (text) => log('scan', String(text).indexOf('te') === 0), fail: (error) => log('fail', error) }))
      })`,
    outcomes: FEW,
    gives: 'text',
  },
  {
    id: 'R10',
    what: 'a bank’s page: console and title, taps that authorize, share and collect',
    script: `upsdk.pluginReady(() => {
        upsdk.addConsole(); upsdk.setNavigationBarTitle({ title: 'bank' })
        tap('auth', () => upsdk.appletAuth({ ${both('auth')} })); tap('collect', () => upsdk.collectCurrentApplet({ ${both('collect')} }))
        tap('share', () => upsdk.showSharePopup(${SHARE}))
      })`,
    outcomes: ALL,
    gives: { code: '00' },
  },
  {
    id: 'R11',
    what: 'a signed test page: faces in chunks, pages, recently used ones, screenshots, pictures',
    script: `upsdk.config(${SIGNED})
      upsdk.ready(() => {
        tap('face', () => upsdk.readFaceImageData({ bufferSize: '1024', fromOffset: '0', ${both('face')} }))
        tap('rn', () => upsdk.openRNPage({ dest: 'd', extraData: {}, ${both('rn')} }))
        tap('recent', () => upsdk.deleteRecentlyUsedApplet({ appIdList: ['a'], ${both('recent')} }))
        tap('shot', () => upsdk.monitorScreenShot({ success: (event) => log('shot', event && event.type) }))
        tap('picture', () => upsdk.chooseImage({ maxWidth: '500', maxHeight: '1000', sourceType: '1|2|3', success: (value) => log('picture', value), fail: (error) => log('picture fail', error) }))
      })`,
    outcomes: ['success', 'failure', 'c02'],
    gives: { base64: 'AA==', type: 'png' },
  },
  {
    id: 'R12',
    what: 'logistics: promises around pay, location and navi, and never pluginReady',
    script: `const promised = (name, params) => new Promise((resolve, reject) => upsdk[name](Object.assign({}, params, { success: resolve, fail: reject })))
      tap('pay', () => promised('pay', { tn: '1' }).then((value) => log('paid', value), (error) => log('not paid', error)))
      tap('gps', () => promised('getLocationGps', {}).then((value) => log('gps', Object(value).latitude), (error) => log('no gps', error)))
      tap('navi', () => promised('navi', { sLat: '31.2', sLon: '121.4', sName: 'a' }).then((value) => log('there', value), (error) => log('not there', error)))`,
    outcomes: ['success', 'failure', 'cancel'],
    better: true,
  },
  {
    id: 'R13',
    what: 'a Vue plug-in that promisifies by name, with appletAuth on mount',
    script: `const $upsdk = { withPromise: (name, options) => new Promise((resolve, reject) => upsdk[name](Object.assign({}, options, { success: resolve, fail: reject }))), withFire: (name) => upsdk[name]() }
      $upsdk.withPromise('appletAuth').then((value) => log('auth', Object(value).code), (error) => log('auth fail', error))
      $upsdk.withPromise('setTitleStyle', { appletStyle: 'black' }).then((value) => log('style', value), (error) => log('no style', error))
      tap('fire', () => $upsdk.withFire('closeWebApp'))`,
    outcomes: ['success', 'failure'],
    gives: { code: 'c' },
    better: true,
  },
  {
    id: 'R14',
    what: 'a carbon-saving page: title, appletAuth twice at once on load, share',
    script: `upsdk.appletAuth({ success: (value) => log('first', value) }); upsdk.appletAuth({ success: (value) => log('second', value) })
      upsdk.pluginReady(() => { upsdk.setNavigationBarTitle({ title: 't' }); tap('share', () => upsdk.showSharePopup(${SHARE})) })`,
    outcomes: ['success'],
    gives: { code: 'c' },
    better: true,
  },
  {
    id: 'R15',
    what: 'a uni-app shop: appletAuth on launch without pluginReady, payment by QR code',
    script: `upsdk.appletAuth({ success: (value) => log('auth', value), fail: (error) => log('auth fail', error) })
      tap('pay', () => upsdk.qrPay({ scanQrCodeContent: 'q', success: (value) => log('paid', value), fail: (error) => alert(JSON.stringify(error)) }))`,
    outcomes: ['success', 'failure'],
    better: true,
    inPhone: {
      body: '<button id="login">登录</button><button id="pay" hidden>提交订单</button>',
      taps: ['#login', '#pay'],
      script: `var orders = 0
function route() {
  document.getElementById('login').hidden = location.hash !== ''
  document.getElementById('pay').hidden = location.hash !== '#/cart'
  if (location.hash === '#/done') say('下单成功')
}
addEventListener('hashchange', route)
route()
document.getElementById('login').onclick = function () {
  upsdk.appletAuth({
    success: function (data) { location.hash = '#/cart' },
    fail: function (error) { alert('登录失败：' + error.errmsg) }
  })
}
document.getElementById('pay').onclick = function () {
  if (!confirm('确认下单？')) return
  fetch('index.html?order=' + Date.now()).then(function () {
    upsdk.qrPay({
      scanQrCodeContent: 'https://qr.example/' + Date.now(),
      success: function () { location.hash = '#/done' },
      fail: function (error) { alert(JSON.stringify(error)) }
    })
  })
}
upsdk.pluginReady(function () {})`,
    },
  },
  {
    id: 'R16',
    what: 'a mall: config after login, a title when ready, a toast of the error object',
    script: `upsdk.config(${SIGNED}); upsdk.ready(() => upsdk.setNavigationBarTitle({ title: 'mall' })); upsdk.error((error) => log('error', error))`,
    outcomes: ['success'],
    refused: true,
  },
  {
    id: 'R17',
    what: 'a developer’s notes: awaits a tn, pays without pluginReady, then polls the order',
    script: `tap('pay', async () => { const tn = await Promise.resolve('1'); upsdk.pay({ tn, success: () => log('poll'), fail: (error) => log('fail', error) }) })`,
    outcomes: ['success', 'cancel'],
    better: true,
    inPhone: {
      body: '<button id="pay">付款</button>',
      taps: ['#pay'],
      script: `document.getElementById('pay').onclick = function () {
  Promise.resolve('20180618').then(function (tn) { upsdk.pay({ tn: tn, success: paid, fail: failed }) })
}`,
    },
  },
  {
    id: 'R18',
    what: 'an article: styles as text, and a default where upsdk lacks a method',
    script: `upsdk.pluginReady(() => {
        upsdk.setTitleStyle({ navBackgroundColor: '0x00FFFFFF', appletStyle: 'black', backBtnVisible: '1', appletTitleBarVisible: '1' })
        if (upsdk.getSystemInfo) upsdk.getSystemInfo({ ${both('system')} }); else log('default height')
        log('names', ['pay', 'getSystemInfo', 'pluginReady', 'call'].map((name) => [name in upsdk, typeof upsdk[name] === 'function' && name !== 'call']))
      })`,
    outcomes: ['success', 'outside'],
  },
  {
    id: 'R19',
    what: 'UnionPay’s demo of 2016: loads the file itself, hands window.upsdk on, a fail that reads cordova’s status',
    loadsSdk: true,
    script: `waiting = true
      const start = (sdk) => {
        sdk.ready(() => {
          tap('pay', () => sdk.pay({ tn: '1', merchantId: 'm' }))
          tap('scan', () => sdk.scanQRCode({ success: (text) => log('scan', text), fail: (error) => log('no scan', [error, window.cordova && cordova.errorRetStatus]) }))
        })
        sdk.error((error) => log('error', error))
        setTimeout(() => { sdk.config(${SIGNED}); waiting = false }, 50)
      }
      loadSdk(() => start(window.upsdk))`,
    outcomes: FEW,
    gives: 'text',
  },
  {
    id: 'R20',
    what: 'a subsidy for four apps: ready and error before a config that a request brings later',
    script: `upsdk.ready(() => { log('ready'); tap('pay', () => upsdk.pay({ tn: '1', ${both('pay')} })) })
      upsdk.error((error) => log('error', error))
      tap('the signature arrives', () => upsdk.config(${SIGNED}))`,
    outcomes: ALL,
    variants: [
      {
        id: 'R20b',
        what: 'the same, with a config that is refused',
        script: `upsdk.ready(() => { log('ready'); upsdk.pay({ tn: '1', ${both('pay')} }) })
          upsdk.error((error) => log('error', error))
          tap('the signature arrives', () => upsdk.config(${SIGNED}))`,
        outcomes: ['success'],
        refused: true,
      },
      {
        id: 'R20c',
        what: 'the same, with a request that never ends',
        script: `upsdk.ready(() => { log('ready'); upsdk.pay({ tn: '1', ${both('pay')} }) })
          upsdk.error((error) => log('error', error))`,
        outcomes: ['success', 'outside'],
      },
      {
        id: 'R20d',
        what: 'the same page in the wallet: authorization in pluginReady, and a ready behind it',
        script: `upsdk.pluginReady(() => { log('open'); upsdk.appletAuth({ ${both('auth')} }); upsdk.ready(() => log('ready')) })`,
        outcomes: FEW,
        gives: { code: 'c' },
      },
    ],
  },
  {
    id: 'R21',
    what: 'film tickets in a dozen apps: upsdk chooses the branch, config by a request, error after it, pays by tap',
    script: `window.upsdk && tap('the signature arrives', () => {
        upsdk.config(${SIGNED}); upsdk.error((error) => log('error', error))
        upsdk.ready(() => { log('ready'); tap('pay', () => upsdk.pay({ tn: '1', ${both('pay')} })) })
      })`,
    outcomes: ALL,
    variants: [
      {
        id: 'R21b',
        what: 'the same, with a config that is refused',
        script: `window.upsdk && tap('the signature arrives', () => {
            upsdk.config(${SIGNED}); upsdk.error((error) => log('error', error))
            upsdk.ready(() => { log('ready'); upsdk.pay({ tn: '1', ${both('pay')} }) })
          })`,
        outcomes: ['success'],
        refused: true,
      },
    ],
  },
  {
    id: 'R22',
    what: 'a mixin that has upsdk as a module: config, and what is mounted styles and pays in ready',
    script: `const module = upsdk, mixin = { created() { module.config(${SIGNED}) } }
      mixin.created(); module.error((error) => log('error', error))
      module.ready(() => { module.setTitleStyle({ appletStyle: 'black' }); log('mounted'); tap('pay', () => module.pay({ tn: '1', ${both('pay')} })) })`,
    outcomes: ALL,
  },
  {
    id: 'R23',
    what: 'a cashier for several channels, which pays by itself on mount',
    script: `upsdk.pluginReady(() => upsdk.pay({ tn: '1', ${both('pay')} }))`,
    outcomes: ALL,
    inPhone: {
      body: '<button id="pay">重新付款</button>',
      taps: [],
      script: `function pay() { upsdk.pluginReady(function () { upsdk.pay({ tn: '20180618', success: paid }) }) }
document.getElementById('pay').onclick = pay
pay()`,
    },
  },
  {
    id: 'R24',
    what: 'Taro: pays in a click handler, once ready',
    script: `tap('pay', () => upsdk.pluginReady(() => upsdk.pay({ tn: '1', ${both('pay')} })))`,
    outcomes: ALL,
  },
]

/** The pages and their other states. */
export const usages: readonly Usage[] = realPages.flatMap((page) => [page, ...(page.variants ?? [])])
