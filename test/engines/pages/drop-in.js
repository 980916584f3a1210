// This page was written for upsdk itself, and the kit is window.upsdk.
var upsdk = window.UpsdkKit.createUpsdk({ notify: false })
var scan = upsdk.scanQRCode
var heard = []
window.native.answers['UPWebUI.scanQRCode'] = { success: '123' }
window.native.answers['UPWebPay.pay'] = { fail: { code: '01', desc: '用户取消支付' } }

scan({
  success: function (text) {
    heard.push(text)
  },
})
upsdk.pluginReady(function () {
  heard.push('ready')
})

window.checks.run(function () {
  var equal = window.checks.equal
  equal('the global is the kit', [window.upsdk === upsdk, typeof window.upsdk.explain], [true, 'function'])
  return window.checks
    .until('both have called back', function () {
      return heard.length === 2
    })
    .then(function () {
      equal('a method taken off before ready works, pluginReady too', heard.sort(), ['123', 'ready'])
      equal('what the SDK file said is there', upsdk.isInsideWallet, true)
      return new Promise(function (resolve) {
        upsdk.pay({
          tn: '1',
          success: function () {
            resolve('success')
          },
          fail: function (error) {
            resolve(error.msg)
          },
        })
      })
    })
    .then(function (message) {
      equal('fail gets what upsdk gives', message, '用户取消支付')
      upsdk.setNavigationBarTitle('Title')
      return window.checks.until('the title has reached native', function () {
        return window.native.calls.some(function (call) {
          return call.name === 'UPWebBars.setNavigationBarTitle' && call.args[0] === 'Title'
        })
      })
    })
    .then(function () {
      equal('each call was sent once', window.native.calls.length, 3)
      equal('the global is still the kit', window.upsdk === upsdk, true)
    })
})
