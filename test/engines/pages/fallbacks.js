var checks = window.checks
var equal = checks.equal
var kit = window.UpsdkKit.createUpsdk({ locale: 'en', fallbacks: window.UpsdkKit.webFallbacks })

checks.run(function () {
  return kit
    .saveData({ key: 'k', value: 'v' })
    .then(function (result) {
      equal('saveData keeps', result, { code: '00' })
      return kit.queryData({ key: 'k' })
    })
    .then(function (result) {
      equal('queryData finds', result.value, 'v')
      return kit.deleteAllKeys().then(function () {
        return kit.queryData({ key: 'k' })
      })
    })
    .then(function (result) {
      equal('deleteAllKeys deletes', result.value, '')
      return checks.outcome(kit.setNavigationBarTitle('Title'))
    })
    .then(function () {
      equal('setNavigationBarTitle sets the title', document.title, 'Title')
      return checks.outcome(kit.showFlashInfo('Hello'))
    })
    .then(function () {
      return checks.until('the toast is up', function () {
        return checks.shown('toast')
      })
    })
    .then(function (host) {
      equal('showFlashInfo shows a toast', host.shadowRoot.textContent, 'Hello')
      return kit.sendRequest({ url: location.origin + '/echo', method: 'POST', dataType: 'json' })
    })
    .then(function (answer) {
      equal('sendRequest sends', answer.message, { method: 'POST' })
      return kit.getScreenParams()
    })
    .then(function (screen) {
      equal('getScreenParams tells', typeof screen, 'object')
      return checks.outcome(kit.bioDetect())
    })
    .then(function (reason) {
      equal('what has none fails as before', reason, 'outside-wallet')
    })
})
