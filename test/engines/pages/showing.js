var checks = window.checks
var equal = checks.equal
var check = checks.check
var ran = 0
var below = 0
window.native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '95' } }
window.native.answers['UPWebAccount.verifyPayPwd'] = { fail: { errcode: '99' } }
document.addEventListener('click', function () {
  below++
})

var kit = window.UpsdkKit.createUpsdk({
  locale: 'en',
  toastDuration: function () {
    return 2000
  },
  actions: {
    99: {
      run: function () {
        ran++
      },
    },
  },
})
var own = document.getElementById('button')
// As the popup of a UI library: all over the page.
document.getElementById('text').style.cssText =
  'position:fixed;top:0;right:0;bottom:0;left:0;margin:0;z-index:2000'

/** Is a box of a size that can be read and tapped, inside the window? */
function onScreen(name, element) {
  var place = checks.middle(element)
  var ok = place.width > 40 && place.height > 20 && place.x > 0 && place.x < window.innerWidth
  check(name + ' is on the screen', ok && place.y > 0 && place.y < window.innerHeight, JSON.stringify(place))
}

/** The box of a toast or a dialog: what has a background of its own in the layer. */
function boxOf(kind) {
  return checks.shown(kind).shadowRoot.firstElementChild.firstElementChild
}

function opacity(element) {
  return getComputedStyle(element).opacity
}

function openDialog() {
  return kit.verifyPayPwd({ transNo: '1', bizType: '1' }).then(null, function () {
    return checks.until('the dialog is up', function () {
      var host = checks.shown('dialog')
      return host && opacity(host.shadowRoot.firstElementChild) === '1' && checks.button('Verify')
    })
  })
}

function focused() {
  var host = document.activeElement
  var inner = host && host.shadowRoot && host.shadowRoot.activeElement
  return inner ? inner.getAttribute('role') || inner.textContent : host && (host.id || host.nodeName)
}

function gone() {
  return checks.until('the dialog is gone', function () {
    return !checks.shown('dialog')
  })
}

function toastIsSeen() {
  return kit
    .bioDetect()
    .catch(function () {
      return checks.until('the toast is up', function () {
        var host = checks.shown('toast')
        return host && opacity(host.shadowRoot.firstElementChild) === '1'
      })
    })
    .then(function () {
      var box = boxOf('toast')
      equal('a toast has its text', box.textContent, 'Face not verified. Look at the camera and try again.')
      onScreen('the toast', box)
      var looks = getComputedStyle(box)
      equal(
        'it has its colours',
        [looks.color, looks.backgroundColor],
        ['rgb(255, 255, 255)', 'rgba(58, 58, 60, 0.96)']
      )
      return checks.click(box)
    })
    .then(function () {
      equal('a click on it goes to the page', below, 1)
      return checks.until('the toast is gone', function () {
        return !checks.shown('toast')
      })
    })
    .then(function () {
      check('it goes by itself', true)
    })
}

function dialogTakesKeys() {
  own.focus()
  return openDialog()
    .then(function (confirm) {
      equal(
        'a dialog has its text and buttons',
        boxOf('dialog').textContent,
        'Verify your identity in the UnionPay App, then try again.CancelVerify'
      )
      onScreen('its button', confirm)
      equal(
        'it is announced as one',
        checks.shown('dialog').shadowRoot.firstElementChild.getAttribute('role'),
        'alertdialog'
      )
      equal('it has the focus', focused(), 'alertdialog')
      var place = checks.middle(confirm)
      var top = document.elementFromPoint(place.x, place.y)
      equal('it is above the page', top && top.getAttribute('data-upsdk-kit'), 'dialog')
      return checks.press('Tab')
    })
    .then(function () {
      equal('Tab reaches the first button', focused(), 'Cancel')
      return checks.press('Tab')
    })
    .then(function () {
      equal('Tab reaches the second', focused(), 'Verify')
      return checks.press('Tab')
    })
    .then(function () {
      equal('Tab stays inside', focused(), 'Cancel')
      return checks.press('Escape')
    })
    .then(gone)
    .then(function () {
      equal('Escape closes it, and does nothing', ran, 0)
      equal('the focus goes back to where it was', focused(), 'button')
      return openDialog()
    })
    .then(function () {
      return checks.press('Tab')
    })
    .then(function () {
      return checks.press('Enter')
    })
    .then(gone)
    .then(function () {
      equal('Enter on Cancel closes it', ran, 0)
    })
}

function dialogTakesClicks() {
  var before
  return openDialog()
    .then(function () {
      before = below
      return checks.clickButton('Verify')
    })
    .then(gone)
    .then(function () {
      return checks.wait(100)
    })
    .then(function () {
      equal('a click on its button runs it once', ran, 1)
      equal('the page does not hear of it', below, before)
      return openDialog()
    })
    .then(function () {
      document.addEventListener('click', guard, true)
      return checks.clickButton('Cancel')
    })
    .then(gone)
    .then(function () {
      document.removeEventListener('click', guard, true)
      equal('a click on Cancel closes it, also where the page keeps clicks to itself', ran, 1)
      return checks.click(own)
    })
    .then(function () {
      equal('the page can be used again', below, before + 1)
    })
}

function guard(event) {
  event.stopPropagation()
}

/** A click of the pointer, or of a screen reader, in the task that opens the dialog. */
function clickedAtOnce(detail) {
  var answer = 'none'
  var presenter = window.UpsdkKit.domPresenter()
  presenter.dialog({ message: 'Read me', confirm: 'OK', lang: 'en' }).then(function (confirmed) {
    answer = confirmed
  })
  var event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, detail: detail })
  checks.button('OK').dispatchEvent(event)
  return checks.wait(0).then(function () {
    presenter.destroy()
    return answer
  })
}

function dialogIsRead() {
  return clickedAtOnce(1)
    .then(function (answer) {
      equal('a tap that comes with it does not close it', answer, 'none')
      return clickedAtOnce(0)
    })
    .then(function (answer) {
      equal('a click without a pointer does', answer, true)
    })
}

checks.run(function () {
  return kit.ready().then(toastIsSeen).then(dialogTakesKeys).then(dialogTakesClicks).then(dialogIsRead)
})
