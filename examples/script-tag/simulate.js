// A stand-in for the wallet while the page is developed: vite.config.ts puts it in the place of upsdk.js.
;(function () {
  var succeed = UpsdkKit.succeed
  var wallet = UpsdkKit.installSimulator({
    latency: 500,
    answers: {
      appletAuth: succeed({ code: 'a-code-for-development' }),
      scanQRCode: succeed('https://example.com/table/7'),
      getLocationGps: succeed({ latitude: '31.2304', longitude: '121.4737' }),
      bioDetect: succeed({}),
      pay: function (params) {
        // When a user has paid, UnionPay tells the shop's server.
        fetch('api/paid', { method: 'POST', body: JSON.stringify(params) })
        return succeed()
      },
    },
  })
  // What goes wrong is asked for in the address: ?bioDetect=94&pay=01
  new URLSearchParams(location.search).forEach(function (code, method) {
    wallet.answer(method, UpsdkKit.fail(code))
  })
})()
