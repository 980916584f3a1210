// A stand-in for the wallet while the page is developed: it takes the place of upsdk.js, as files.mjs says.
;(function () {
  var succeed = UpsdkKit.succeed
  var wallet = UpsdkKit.installSimulator({
    latency: 500,
    answers: {
      // A code that ../server/platform.mjs takes, once and not for long: whose, what for, since when.
      appletAuth: function () {
        var now = Date.now().toString(36)
        return succeed({ code: 'anna.base.' + now + '.' + Math.random().toString(36).slice(2) })
      },
      scanQRCode: succeed('https://example.com/table/7'),
      getLocationGps: succeed({ latitude: '31.2304', longitude: '121.4737' }),
      bioDetect: succeed({}),
      pay: function (params) {
        // The user pays at the stand-in of UnionPay, which tells the shop's server; the page does not.
        fetch('stand-in/paid', { method: 'POST', body: JSON.stringify(params) })
        return succeed()
      },
    },
  })
  // What goes wrong is asked for in the address: ?bioDetect=94&pay=01
  new URLSearchParams(location.search).forEach(function (code, method) {
    wallet.answer(method, UpsdkKit.fail(code))
  })
})()
