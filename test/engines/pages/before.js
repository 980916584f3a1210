/** Runs before everything else in a page: sets native's answers, and silences expected errors. */
;(function () {
  // Where the browser cannot be given a user agent from outside, or not this one.
  var wanted = /[?&]agent=([^&]*)/.exec(location.search)
  var agent = wanted ? decodeURIComponent(wanted[1]) : navigator.userAgent
  if (agent === navigator.userAgent) return
  Object.defineProperty(navigator, 'userAgent', {
    configurable: true,
    get: function () {
      return agent
    },
  })
})()
window.native = { answers: {}, calls: [], wait: 0 }
window.violations = []
window.mistakes = []
document.addEventListener('securitypolicyviolation', function (event) {
  // WebKit requests the icon, and counts it as the page's request.
  if (/favicon\.ico$/.test(event.blockedURI)) return
  window.violations.push(event.violatedDirective + ' ' + event.blockedURI)
})
window.addEventListener('error', function (event) {
  if (event.message) window.mistakes.push(event.message)
})
window.addEventListener('unhandledrejection', function (event) {
  window.mistakes.push(String(event.reason))
})
