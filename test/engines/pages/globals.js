// Every file for a script tag is in this page, the simulator too: it stands in for the wallet.
var checks = window.checks
var equal = checks.equal
var UpsdkKit = window.UpsdkKit
var NAMES =
  'createUpsdk explain domPresenter openInApp walletLink oauthLink serverCodes readChunks nfcAdapter webFallbacks drawQr ' +
  'consoleInspector installSimulator vantPresenter walletPresenter zhHans zhHant en ja ko'

checks.run(function () {
  var missing = NAMES.split(' ').filter(function (name) {
    return !UpsdkKit[name]
  })
  equal('each adds its exports to UpsdkKit', missing, [])
  var picture = UpsdkKit.drawQr(location.href, document)
  equal('a QR code is drawn', typeof picture.nodeName, 'string')

  var wallet = UpsdkKit.installSimulator({
    platform: 'ios',
    language: 'en_US',
    readyAfter: 50,
    answers: { bioDetect: UpsdkKit.fail('94'), scanQRCode: UpsdkKit.succeed('123') },
  })
  var steps = 0
  var kit = UpsdkKit.createUpsdk({
    locales: [UpsdkKit.ja, UpsdkKit.ko],
    catalogues: [UpsdkKit.serverCodes],
    locale: 'ja',
    notify: false,
    inspector: {
      step: function () {
        steps++
      },
    },
  })
  return kit
    .scanQRCode()
    .then(function (text) {
      equal('the simulator answers', [text, wallet.calls.length], ['123', 1])
      return kit.bioDetect()
    })
    .catch(function (error) {
      equal('a failure has its code', error.code, '94')
      equal('and a text in Japanese', /[ぁ-ん]/.test(error.message), true)
      equal('an inspector hears of the steps', steps > 5, true)
      equal('the server table is known', kit.explain({ resp: 'BC0024' }).documented, true)
      wallet.uninstall()
    })
})
