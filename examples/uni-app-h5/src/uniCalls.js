import { upsdk } from './wallet'

// The page shows what fails, as it does for uni-app's own calls.
const quiet = { notify: false }
const isNamed = (kind) => kind === 'qrCode' || kind === 'barCode'
const place = ({ latitude, longitude }) => ({ latitude: Number(latitude), longitude: Number(longitude) })

function fileOf({ base64, type }) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const kind = type === 'jpg' ? 'jpeg' : type
  const file = new File([bytes], `${Date.now()}.${type}`, { type: `image/${kind}` })
  return Object.defineProperty(file, 'path', { value: URL.createObjectURL(file) })
}

// What upsdk is asked, and what the page gets. Where `takes` says no, uni-app's own answers, and so does one that has
// `own` outside the wallet.
const calls = {
  scanCode: {
    ask: ({ scanType = [] }) => {
      const named = scanType.filter(isNamed)
      return upsdk.scanQRCode(
        { scanType: named.length ? named : ['qrCode', 'barCode'], needResult: '1' },
        quiet,
      )
    },
    give: (text) => ({ result: text, scanType: '' }),
  },
  getLocation: {
    own: true,
    // upsdk has no other coordinates. uni-app's default is wgs84.
    takes: ({ type }) => type === 'gcj02',
    ask: () => upsdk.getLocationGps(undefined, quiet),
    give: (answer) => ({ ...place(answer), accuracy: 0 }),
  },
  chooseLocation: {
    own: true,
    ask: () => upsdk.chooseLocation(undefined, quiet),
    give: (answer) => ({ ...place(answer), name: answer.name, address: answer.address }),
  },
  openLocation: {
    own: true,
    ask: ({ latitude, longitude, name = '', address = '', scale = 15 }) => {
      const [lat, lng, zoom] = [latitude, longitude, scale].map(String)
      return upsdk.openLocation({ latitude: lat, longitude: lng, scale: zoom, name, address }, quiet)
    },
    give: () => ({}),
  },
  chooseImage: {
    own: true,
    // upsdk gives one picture. uni-app's default is up to nine.
    takes: ({ count }) => count === 1,
    ask: ({ sourceType = [] }) => {
      const one = sourceType.length === 1 && { camera: '1', album: '2' }[sourceType[0]]
      return upsdk.chooseImage({ sourceType: one || '3' }, quiet)
    },
    give: (answer) => {
      const file = fileOf(answer)
      return { tempFilePaths: [file.path], tempFiles: [file] }
    },
  },
  getScreenBrightness: {
    ask: () => upsdk.getScreenBrightness(undefined, quiet),
    give: ({ brightness }) => ({ value: Number(brightness) }),
  },
  setScreenBrightness: {
    ask: ({ value }) => upsdk.setScreenBrightness({ brightness: String(value) }, quiet),
    give: () => ({}),
  },
}

const isMine = ({ own, takes }, args) => (!own || upsdk.environment.insideWallet) && (!takes || takes(args))

function finish(args, outcome, result) {
  if (args[outcome]) args[outcome](result)
  if (args.complete) args.complete(result)
}

function answer(name, { ask, give }, args) {
  const reasonOf = ({ reason = 'system' }) => (reason === 'cancelled' ? 'cancel' : reason)
  ask(args)
    .then(give)
    .then(
      (result) => finish(args, 'success', { ...result, errMsg: `${name}:ok` }),
      (error) => finish(args, 'fail', { errMsg: `${name}:fail ${reasonOf(error)}` }),
    )
}

// In a build uni.x is an import: only an interceptor gets between.
for (const [name, call] of Object.entries(calls))
  uni.addInterceptor(name, {
    invoke(args) {
      if (!isMine(call, args)) return
      answer(name, call, args)
      return false
    },
  })

// uni-app has set document.title too.
uni.addInterceptor('setNavigationBarTitle', {
  invoke({ title }) {
    if (upsdk.environment.insideWallet) upsdk.setNavigationBarTitle({ title })
  },
})

// For what uni-app has not: there nothing is intercepted. Promises are as in that version of uni-app.
function add(name, run) {
  uni[name] = (args = {}) => {
    if (args.success || args.fail || args.complete) return run(args)
    return new Promise((resolve, reject) => {
      // #ifdef VUE2
      run({ ...args, success: (result) => resolve([null, result]), fail: (error) => resolve([error]) })
      // #endif
      // #ifndef VUE2
      run({ ...args, success: resolve, fail: reject })
      // #endif
    })
  }
}

// #ifdef VUE2
for (const [name, call] of Object.entries(calls)) if (!call.own) add(name, (args) => answer(name, call, args))
// #endif

// Pages hand over WeChat's fields, and call an unconfirmed payment a failed one: it never goes to upsdk.
add('requestPayment', (args) => finish(args, 'fail', { errMsg: 'requestPayment:fail use upsdk.pay' }))
