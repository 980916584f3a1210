// Its user agent names a bridge whose script is not there (H6), or none (H5).
var expected = /cordova/.test(navigator.userAgent) ? 'ready-timeout' : 'unsupported'
var kit = window.UpsdkKit.createUpsdk({ notify: false, readyTimeout: 600 })

window.checks.run(function () {
  var equal = window.checks.equal
  return window.checks.outcome(kit.scanQRCode()).then(function (reason) {
    equal('a call fails in time, with a reason', reason, expected)
    return window.checks.outcome(kit.ready()).then(function (again) {
      equal('so does ready()', again, expected)
      return kit.supports('scanQRCode').then(function (has) {
        equal('supports() says no', has, false)
      })
    })
  })
})
