var android = /android/i.test(navigator.userAgent)
var equal = window.checks.equal

window.native.answers['UPWebUI.scanQRCode'] = { success: '123' }
// As native delivers them: JSON text on Android, an object on iOS.
window.native.answers['UPWalletPlugin.fetchNativeData'] = {
  success: android ? '{"latitude":31.1,"longitude":121.4}' : { latitude: 31.1, longitude: 121.4 },
}
window.native.answers['UPXAppletDataPlugin.saveData'] = {
  success: android ? '{"code":"00"}' : { code: '00' },
}

var lost = 0
window.upsdk.scanQRCode({
  success: function () {
    lost++
  },
  fail: function () {
    lost++
  },
})

var kit = window.UpsdkKit.createUpsdk()
var order = []
kit.pluginReady(function () {
  order.push('ready')
})
var calls = [kit.scanQRCode(), kit.getLocationGps(), kit.saveData({ key: 'k', value: 'v' })]
var sentBefore = window.native.calls.length

window.checks.run(function () {
  equal(
    'the bridge is not up at first',
    typeof (window.cordova || window.WebViewJavascriptBridge),
    'undefined'
  )
  return Promise.all(calls)
    .then(function (results) {
      equal('nothing is sent before the bridge is up', sentBefore, 0)
      equal('what was called early is answered', results, [
        '123',
        { latitude: 31.1, longitude: 121.4 },
        { code: '00' },
      ])
      equal(
        'it is sent in order, each once',
        window.native.calls.map(function (call) {
          return call.name
        }),
        ['UPWebUI.scanQRCode', 'UPWalletPlugin.fetchNativeData', 'UPXAppletDataPlugin.saveData']
      )
      equal('parameters arrive as they were', window.native.calls[2].args, [{ key: 'k', value: 'v' }])
      equal('upsdk alone loses such a call', lost, 0)
      equal('pluginReady() has called back', order, ['ready'])
      return kit.ready()
    })
    .then(function (environment) {
      equal(
        'the environment is what the user agent says',
        [environment.insideWallet, environment.platform, environment.bridge],
        [true, android ? 'android' : 'ios', /cordova/.test(navigator.userAgent) ? 'cordova' : 'jsbridge']
      )
      return kit.scanQRCode()
    })
    .then(function (text) {
      equal('a call after that is answered too', text, '123')
    })
})
