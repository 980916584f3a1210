var equal = window.checks.equal
var texts = {
  'zh-Hans': [
    '人像验证未通过，请明天再试',
    '人像验证未通过，请正对镜头再试一次',
    '尚未实名认证，请先在云闪付完成认证',
  ],
  'zh-Hant': [
    '人像驗證未能通過，請明天再試',
    '人像驗證未能通過，請正對鏡頭再試一次',
    '尚未完成實名認證，請先在雲閃付App完成認證',
  ],
  en: [
    'Face not verified. Try again tomorrow.',
    'Face not verified. Look at the camera and try again.',
    'Verify your identity in the UnionPay App, then try again.',
  ],
}
var codes = ['94', '95', '99']

/** The messages of failed calls, one after the other. */
function messages(kit) {
  var found = []
  return codes
    .reduce(function (before, code) {
      return before.then(function () {
        window.native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: code } }
        return kit.bioDetect().catch(function (error) {
          found.push(error.message)
        })
      })
    }, Promise.resolve())
    .then(function () {
      return found
    })
}

window.checks.run(function () {
  return Object.keys(texts)
    .reduce(function (before, locale) {
      return before.then(function () {
        var kit = window.UpsdkKit.createUpsdk({ locale: locale, notify: false })
        return messages(kit).then(function (found) {
          equal('codes in ' + locale, found, texts[locale])
        })
      })
    }, Promise.resolve())
    .then(function () {
      var language = /\(language (\w+)/.exec(navigator.userAgent)[1]
      var locale = { zh_CN: 'zh-Hans', zh_HK: 'zh-Hant', en_US: 'en' }[language]
      return messages(window.UpsdkKit.createUpsdk({ notify: false })).then(function (found) {
        equal('the language is the wallet’s: ' + language, found, texts[locale])
      })
    })
    .then(function () {
      // Over cordova the SDK tells it by a status, over the other bridge native says it itself.
      window.native.answers['UPFacePlugin.bioDetect'] = window.cordova
        ? { status: 'ILLEGAL_ACCESS_EXCEPTION' }
        : { fail: { errcode: 'c02', errmsg: 'ILLEGAL_ACCESS_EXCEPTION' } }
      return window.UpsdkKit.createUpsdk({ notify: false, locale: 'en' })
        .bioDetect()
        .catch(function (error) {
          equal('a refusal of the native side is c02', [error.code, error.reason], ['c02', 'forbidden'])
        })
    })
    .then(function () {
      var explained = window.UpsdkKit.explain('96', { locale: 'en' })
      equal(
        'explain() needs no call',
        explained.message,
        'Turn on face verification under your ID info in the UnionPay App.'
      )
    })
})
