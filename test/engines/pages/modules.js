import { createUpsdk } from '/dist/index.js'
import { ja } from '/dist/locales/ja.js'

window.native.answers['UPWebUI.scanQRCode'] = { success: '123' }
window.native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '94' } }
var kit = createUpsdk({ notify: false, locales: [ja], locale: 'ja' })

window.checks.run(function () {
  return kit
    .scanQRCode()
    .then(function (text) {
      window.checks.equal('the modules run as they are', text, '123')
      return kit.bioDetect()
    })
    .catch(function (error) {
      window.checks.equal('a failure is in Japanese', /[ぁ-ん]/.test(error.message), true)
    })
})
