var checks = window.checks
var equal = checks.equal
var kit = window.UpsdkKit.createUpsdk({ locale: 'en', fallbacks: window.UpsdkKit.webFallbacks })

checks.run(() =>
  kit
    .saveData({ key: 'k', value: 'v' })
    .then((result) => {
      equal('saveData keeps', result, { code: '00' })
      return kit.queryData({ key: 'k' })
    })
    .then((result) => {
      equal('queryData finds', result.value, 'v')
      return kit.deleteAllKeys().then(() => kit.queryData({ key: 'k' }))
    })
    .then((result) => {
      equal('deleteAllKeys deletes', result.value, '')
      return checks.outcome(kit.setNavigationBarTitle('Title'))
    })
    .then(() => {
      equal('setNavigationBarTitle sets the title', document.title, 'Title')
      return checks.outcome(kit.showFlashInfo('Hello'))
    })
    .then(() => checks.until('the toast is up', () => checks.shown('toast')))
    .then((host) => {
      equal('showFlashInfo shows a toast', host.shadowRoot.textContent, 'Hello')
      return kit.sendRequest({ url: location.origin + '/echo', method: 'POST', dataType: 'json' })
    })
    .then((answer) => {
      equal('sendRequest sends', answer.message, { method: 'POST' })
      return kit.getScreenParams()
    })
    .then((screen) => {
      equal('getScreenParams tells', typeof screen, 'object')
      return checks.outcome(kit.bioDetect())
    })
    .then((reason) => {
      equal('what has none fails as before', reason, 'outside-wallet')
    }),
)
