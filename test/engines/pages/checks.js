/** The checks that the pages use. They are ES5, so that no engine is left out because of a test. */
;(function () {
  var checks = []
  var wanted = null
  var done = false

  function check(name, ok, detail) {
    checks.push([name, !!ok, ok ? '' : String(detail === undefined ? '' : detail)])
  }

  function equal(name, got, expected) {
    var texts = [JSON.stringify(got), JSON.stringify(expected)]
    check(name, texts[0] === texts[1], texts[0] + ' instead of ' + texts[1])
  }

  function wait(ms) {
    return new Promise(function (resolve) {
      setTimeout(resolve, ms)
    })
  }

  /** Waits until something is so: gives what `test` gave; after 5 s it is a failed check. */
  function until(name, test) {
    return new Promise(function (resolve, reject) {
      var start = Date.now()
      ;(function look() {
        var found = test()
        if (found) resolve(found)
        else if (Date.now() - start > 5000) reject(new Error('it never came that ' + name))
        else setTimeout(look, 20)
      })()
    })
  }

  /** Has the browser press a key or click, as a user does. */
  function ask(what) {
    wanted = what
    return until('the browser did it', function () {
      return !wanted
    })
  }

  /** Returns how a call settled: its result, or the reason of its failure. */
  function outcome(call) {
    return call.then(
      function (value) {
        return value === undefined ? 'done' : value
      },
      function (error) {
        return error.reason || String(error)
      }
    )
  }

  /** The newest element of the kit's of a kind, and what is in it. */
  function shown(kind) {
    var hosts = document.querySelectorAll('[data-upsdk-kit=' + kind + ']')
    return hosts[hosts.length - 1]
  }

  function button(label) {
    var host = shown('dialog')
    var buttons = host ? host.shadowRoot.querySelectorAll('button') : []
    for (var i = 0; i < buttons.length; i++) if (buttons[i].textContent === label) return buttons[i]
    return null
  }

  /** The middle of an element, in the window. */
  function middle(element) {
    var box = element.getBoundingClientRect()
    return { x: box.left + box.width / 2, y: box.top + box.height / 2, width: box.width, height: box.height }
  }

  function click(element) {
    var place = middle(element)
    return ask({ click: [place.x, place.y] })
  }

  /** Clicks a button of the dialog, once that is there and takes a pointer. */
  function clickButton(label) {
    return until(label + ' takes clicks', function () {
      var found = button(label)
      return found && getComputedStyle(found).pointerEvents === 'auto' && found
    }).then(click)
  }

  /** Runs the checks of a page, then says that it is through. */
  function run(steps) {
    return Promise.resolve()
      .then(steps)
      .catch(function (error) {
        check('runs to its end', false, error && error.message + ' ' + error.stack)
      })
      .then(function () {
        equal('nothing is thrown past the page', window.mistakes, [])
        equal('no policy is violated', window.violations, [])
        done = true
      })
  }

  window.checks = {
    check: check,
    equal: equal,
    wait: wait,
    until: until,
    outcome: outcome,
    shown: shown,
    button: button,
    middle: middle,
    click: click,
    clickButton: clickButton,
    run: run,
    press: function (key) {
      return ask({ press: key })
    },
  }
  /** The runner asks for this until it is through. */
  window.report = function () {
    return JSON.stringify({ checks: checks, wanted: wanted, done: done })
  }
  window.fulfilled = function () {
    wanted = null
    return 'yes'
  }
})()
