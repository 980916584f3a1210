var equal = window.checks.equal
var outcome = window.checks.outcome
var kit = window.UpsdkKit.createUpsdk({ notify: false })
var answers = window.native.answers
var heard = []

window.checks.run(function () {
  answers['UPXAppletDataPlugin.saveData'] = { success: { code: '00' }, times: 2 }
  answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '95', errmsg: 'x' }, times: 2 }
  answers['UPWebUI.scanQRCode'] = { silent: true }
  return kit
    .saveData({
      key: 'k',
      value: 'v',
      success: function (result) {
        heard.push(['success', result])
      },
      complete: function () {
        heard.push('complete')
      },
    })
    .then(function (result) {
      equal('a promise has the result', result, { code: '00' })
      return kit.bioDetect({
        fail: function (error) {
          heard.push(['fail', error.errcode || error.code])
        },
      })
    })
    .then(
      function () {
        equal('a failure rejects', 'resolved', 'rejected')
      },
      function (error) {
        equal('a failure rejects with an UpsdkError', error instanceof window.UpsdkKit.UpsdkError, true)
        equal(
          'it has code, reason and retry',
          [error.code, error.reason, error.retry],
          ['95', 'identity', 'now']
        )
      }
    )
    .then(function () {
      return window.checks.wait(100)
    })
    .then(function () {
      equal('callbacks are called once, though native answers twice', heard, [
        ['success', { code: '00' }],
        'complete',
        ['fail', '95'],
      ])
      return Promise.all([
        outcome(kit.scanQRCode(undefined, { timeout: 300 })),
        outcome(kit.scanQRCode(undefined, { timeout: 300 })),
      ])
    })
    .then(function (reasons) {
      equal('no answer is a timeout, a double tap busy', reasons, ['timeout', 'busy'])
      answers['UPWebPay.pay'] = { fail: { code: '02', desc: 'failed' } }
      return kit.pay({ tn: '1' }).catch(function (error) {
        equal('a payment that failed is not sent again', [error.retry, error.sent], ['never', true])
      })
    })
    .then(function () {
      answers['UPWebPay.pay'] = { fail: { code: '01', desc: '用户取消支付' } }
      return outcome(kit.pay({ tn: '2' }))
    })
    .then(function (reason) {
      equal('a payment that was cancelled is told', reason, 'cancelled')
      return outcome(kit.pay())
    })
    .then(function (reason) {
      equal('a payment without its number is not sent', reason, 'invalid-params')
      var open = outcome(kit.scanQRCode({ needResult: '1' }))
      kit.destroy()
      return open
    })
    .then(function (reason) {
      equal('what is open when the kit goes is aborted', reason, 'aborted')
    })
})
