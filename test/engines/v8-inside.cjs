/** Runs inside the old Node, and uses nothing newer. */
const fs = require('fs')
const Module = require('module')
const vm = require('vm')

const files = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const checks = []

/** A page that uses an adapter has these; here they are only there. */
const stubs = { vue: {}, react: { createContext: () => ({}) } }
const load = Module._load
Module._load = function (name) {
  return stubs[name] || load.apply(this, arguments)
}
// Browsers of its age have it.
global.performance = { now: Date.now }
global.Vue = stubs.vue
global.React = stubs.react

const read = (path) => fs.readFileSync(path, 'utf8')
const run = {
  cjs: (path) => require(path),
  script: (path) =>
    vm.runInThisContext(`var Entry = undefined;${read(path)};Entry`, { filename: path }) || {},
  global: (path) => vm.runInThisContext(`${read(path)};UpsdkKit`, { filename: path }),
}

function attempt(name, test) {
  try {
    const detail = test()
    checks.push([name, !detail, detail || ''])
  } catch (error) {
    checks.push([name, false, String(error.stack)])
  }
}

for (const file of files)
  attempt(`${file.name} runs`, () => {
    const before = Object.keys(global.UpsdkKit || {}).length
    const found = Object.keys(run[file.kind](file.path)).length
    if (file.exportsNothing) return found ? 'it exports something' : ''
    return found > (file.kind === 'global' ? before : 0) ? '' : 'it exports nothing'
  })

/** The parts of a window that a kit needs which shows nothing. */
function fakeWindow(upsdk) {
  const nothing = () => {}
  const document = {
    hidden: false,
    addEventListener: nothing,
    removeEventListener: nothing,
    documentElement: {},
  }
  const userAgent = '(Android) (com.unionpay.mobilepay) (cordova 4.5.4) (updebug 0) (language en_US)'
  return {
    navigator: { userAgent },
    document,
    addEventListener: nothing,
    removeEventListener: nothing,
    upsdk,
  }
}

const upsdk = {
  pluginReady: (callback) => setTimeout(callback, 10),
  scanQRCode: (params) => params.success('123'),
  bioDetect: (params) => params.fail({ errcode: '94' }),
  getLocationCity() {},
}

function finish() {
  console.log(JSON.stringify({ version: process.versions.v8, checks }))
}

function equal(name, got, expected) {
  const ok = JSON.stringify(got) === JSON.stringify(expected)
  checks.push([name, ok, ok ? '' : `${JSON.stringify(got)} instead of ${JSON.stringify(expected)}`])
}

const fail = (error) => checks.push(['calls run to their end', false, String(error.stack || error)])

Promise.resolve()
  .then(() => {
    const UpsdkKit = global.UpsdkKit
    const kit = UpsdkKit.createUpsdk({ window: fakeWindow(upsdk), notify: false })
    const reason = (call) =>
      call.then(
        () => 'done',
        (error) => [error.reason, error.message]
      )
    return Promise.all([
      kit.scanQRCode(),
      reason(kit.bioDetect()),
      reason(kit.getLocationCity(undefined, { timeout: 100 })),
    ])
  })
  .then((results) => {
    equal('calls settle', results, [
      '123',
      ['identity', 'Face not verified. Try again tomorrow.'],
      ['timeout', 'This took too long. Check your network and try again.'],
    ])
  })
  .catch(fail)
  .then(finish)
