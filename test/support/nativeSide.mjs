/** The wallet's side of a page for any browser: its user agents, and a small fake native side behind either bridge. */

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_3_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 /sa-sdk-ios/sensors-verify/analytics.95516.com?production (com.unionpay.chsp)'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 10; SM-G9750; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/78.0.3904.62 Mobile Safari/537.36 (com.unionpay.mobilepay)'
const REST = '(version 1010) (UnionPay/1.0 CloudPay) (clientVersion 310)'

/** A user agent of the reference, with its bridge and language. */
export function walletAgent({
  platform = 'ios',
  bridge = 'cordova',
  language = 'zh_CN',
  updebug = true,
} = {}) {
  const way = { cordova: '(cordova 4.5.4)', jsbridge: '(securitywebcache 1.0.0)', none: '' }[bridge]
  return `${platform === 'ios' ? IPHONE : ANDROID} ${way} ${updebug ? '(updebug 0) ' : ''}${REST} (language ${language}) (languageFamily ${language}) (upApplet single) (walletMode 00)`
}

export const BROWSER_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 16_3_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.3 Mobile/15E148 Safari/604.1'

/**
 * Native's answers by "plugin.action": `answers` in the page, so that a test may change it. A value is `{ success
 * }`, `{ fail }`, `{ status }` (a cordova status such as ILLEGAL_ACCESS_EXCEPTION) or `{ silent: true }`.
 */
const NATIVE = `
window.native = window.native || { answers: {}, calls: [], wait: 0 }
window.native.exec = function (success, fail, plugin, action, args) {
  var name = plugin + '.' + action
  native.calls.push({ name: name, args: JSON.parse(JSON.stringify(args || [])) })
  var answer = native.answers[name] || { success: undefined }
  if (typeof answer === 'function') answer = answer(args)
  setTimeout(function () {
    native.answered = (native.answered || 0) + 1
    if (answer.silent) return
    var times = answer.times || 1
    for (var i = 0; i < times; i++) {
      if (answer.status) {
        if (window.cordova) cordova.errorRetStatus = cordova.callbackStatus[answer.status]
        fail && fail('fail' in answer ? answer.fail : '')
      } else if ('fail' in answer) fail && fail(answer.fail)
      else success && success(answer.success)
      if (answer.thenFail !== undefined) fail && fail(answer.thenFail)
    }
  }, native.wait)
}`

/** The bridge script of a user agent with `(cordova …)`. */
export const CORDOVA = `${NATIVE}
window.cordova = {
  callbackStatus: { OK: 1, INVALID_ACTION: 7, CLASS_NOT_FOUND_EXCEPTION: 2, ILLEGAL_ACCESS_EXCEPTION: 3 },
  errorRetStatus: 1,
  exec: function (success, fail, plugin, action, args) { native.exec(success, fail, plugin, action, args) }
}
window.deviceReady = function () {
  var event = document.createEvent('Event')
  event.initEvent('deviceready', false, false)
  document.dispatchEvent(event)
}
if (window.readyAfter !== 'never') setTimeout(window.deviceReady, window.readyAfter || 0)`

/** The bridge script of a user agent with `(securitywebcache …)`. */
export const JSBRIDGE = `${NATIVE}
;(function () {
  function wrap(value) { return typeof value === 'string' ? { resultString: value } : { resultParams: value } }
  window.WebViewJavascriptBridge = {
    callHandler: function (plugin, action, args, success, fail) {
      native.exec(function (v) { success(wrap(v)) }, function (v) { fail(wrap(v)) }, plugin, action, args)
    },
    registerHandler: function (name, handler) { (native.handlers = native.handlers || {})[name] = handler }
  }
})()`
