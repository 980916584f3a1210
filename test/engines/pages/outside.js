var checks = window.checks
var equal = checks.equal
var UpsdkKit = window.UpsdkKit
var kit = UpsdkKit.createUpsdk({ locale: 'en', openInApp: UpsdkKit.openInApp({ encryptAppId: 'app' }) })
var own = document.getElementById('button')
var reasons = []
own.addEventListener('click', () => {
  checks.outcome(kit.scanQRCode()).then((reason) => {
    reasons.push(reason)
  })
})

function press(label) {
  return checks.until(label + ' is there', () => checks.button(label)).then(checks.click)
}

checks.run(() =>
  checks
    .outcome(kit.getLocationCity())
    .then((reason) => {
      equal('a call fails at once', [reason, kit.environment.insideWallet], ['outside-wallet', false])
      equal('and shows nothing by itself', document.querySelectorAll('[data-upsdk-kit]').length, 0)
      return checks.click(own)
    })
    .then(() => press('Open the app'))
    .then(() => {
      equal('a tap shows the way into the app', reasons, ['outside-wallet'])
      return checks.until('the link is offered', () => checks.button('Copy link'))
    })
    .then(() => {
      equal(
        'where an app blocks links, the user is told how',
        checks.shown('dialog').shadowRoot.textContent.split('.')[0],
        'Open the top-right menu and choose the browser, or copy the link',
      )
      return press('Copy link')
    })
    .then(() => checks.until('it says that it is copied', () => checks.shown('toast')))
    .then(() => {
      equal('the link is copied', checks.shown('toast').shadowRoot.textContent, 'Link copied.')
      equal('a link hands on no query', UpsdkKit.walletLink({ encryptAppId: 'app' }).indexOf('page%3D'), -1)
    }),
)
