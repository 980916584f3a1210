var checks = window.checks
var equal = checks.equal
var UpsdkKit = window.UpsdkKit
var kit = UpsdkKit.createUpsdk({ locale: 'en', openInApp: UpsdkKit.openInApp({ encryptAppId: 'app' }) })
var own = document.getElementById('button')
var reasons = []
own.addEventListener('click', function () {
  checks.outcome(kit.scanQRCode()).then(function (reason) {
    reasons.push(reason)
  })
})

checks.run(function () {
  return checks
    .outcome(kit.getLocationCity())
    .then(function (reason) {
      equal('a call fails at once', [reason, kit.environment.insideWallet], ['outside-wallet', false])
      equal('and shows nothing by itself', document.querySelectorAll('[data-upsdk-kit]').length, 0)
      return checks.click(own)
    })
    .then(function () {
      return checks.until('the link is offered', function () {
        return checks.button('Copy link')
      })
    })
    .then(function () {
      equal('a tap is answered', reasons, ['outside-wallet'])
      equal('where an app blocks links, no button leads nowhere', checks.button('Open UnionPay'), null)
      checks.check(
        'and the user is told how to leave it',
        /Open the top-right menu and choose the browser, or copy the link/.test(
          checks.shown('dialog').shadowRoot.textContent
        )
      )
      return checks.clickButton('Copy link')
    })
    .then(function () {
      return checks.until('it says that it is copied', function () {
        return checks.shown('toast')
      })
    })
    .then(function () {
      equal('the link is copied', checks.shown('toast').shadowRoot.textContent, 'Link copied.')
      equal('a link hands on no query', UpsdkKit.walletLink({ encryptAppId: 'app' }).indexOf('page%3D'), -1)
    })
})
