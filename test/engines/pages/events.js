var equal = window.checks.equal
var kit = window.UpsdkKit.createUpsdk({ notify: false })
var heard = []

/** How often native was asked for something. */
function asked(name) {
  return window.native.calls.filter(function (call) {
    return call.name === 'UPWPluginBluetooth.' + name
  }).length
}

/** Fires an event as native does. */
function fire(fields) {
  var event = document.createEvent('Event')
  event.initEvent('BluetoothDeviceFound', false, false)
  for (var name in fields) event[name] = fields[name]
  document.dispatchEvent(event)
}

var stops = [1, 2].map(function (which) {
  return kit.on('BluetoothDeviceFound', function (data) {
    heard.push([which, data.name])
  })
})

window.checks.run(function () {
  return window.checks
    .until('native is asked for the event', function () {
      return asked('registerBluetoothDeviceFound')
    })
    .then(function () {
      return window.checks.wait(50)
    })
    .then(function () {
      fire({ name: 'a' })
      equal('native is asked once for two handlers', asked('registerBluetoothDeviceFound'), 1)
      equal('both hear of it, with its fields', heard.sort(), [
        [1, 'a'],
        [2, 'a'],
      ])
      heard = []
      stops[0]()
      fire({ name: 'b' })
      equal('who has stopped hears no more', heard, [[2, 'b']])
      stops[1]()
      return window.checks.until('native is told to stop', function () {
        return asked('cancelBluetoothDeviceFound')
      })
    })
    .then(function () {
      heard = []
      fire({ name: 'c' })
      equal('nor does anybody after the last', heard, [])
      var message = ''
      try {
        kit.on('NoSuchEvent', function () {})
      } catch (error) {
        message = error.name
      }
      equal('an event that does not exist throws', message, 'TypeError')
    })
})
