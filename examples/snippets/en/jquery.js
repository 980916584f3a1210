// A failed login or order: jQuery's `error` and `success` go straight to `notify`.
function logIn() {
  upsdk.appletAuth({
    success: function (result) {
      // Raw upsdk's own answer: JSON text on Android.
      var code = (typeof result === 'string' ? JSON.parse(result) : result).code
      $.ajax({
        url: '/login',
        method: 'POST',
        data: { code: code }, // jQuery encodes the + of a code, as it has to be.
        success: upsdk.notify, // { resp: 'a31', … } is a failure and is shown; a success shows nothing.
        error: upsdk.notify, // No connection, 500, no JSON.
      })
    },
  })
}

$(document).on('click', '.pay', function () {
  var button = $(this).prop('disabled', true)
  function enable() {
    button.prop('disabled', false)
  }
  upsdk.pay(
    {
      tn: button.data('tn').toString(),
      success: function () {
        button.removeClass('pay') // Paid is paid.
        location.assign('/order') // Your server says whether it was paid.
      },
      // After success, failure, a cancelled payment and a second tap alike. Raw upsdk does not have it.
      complete: enable,
    },
    { onHoldEnd: enable }, // Without an answer: a tap works again after 5 s.
  )
})
