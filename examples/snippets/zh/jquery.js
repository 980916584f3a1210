// 登录、下单失败时：jQuery 的 error 和 success 都可以直接交给 notify。
function logIn() {
  upsdk.appletAuth({
    success: function (result) {
      // 官方 upsdk 的返回：Android 上是 JSON 字符串。
      var code = (typeof result === 'string' ? JSON.parse(result) : result).code
      $.ajax({
        url: '/login',
        method: 'POST',
        data: { code: code }, // 授权码里的 + 必须编码，jQuery 会处理。
        success: upsdk.notify, // { resp: 'a31', … } 是失败，会提示；成功则不提示。
        error: upsdk.notify, // 断网、500、不是 JSON。
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
        button.removeClass('pay') // 已经付过款，不能再付一次。
        location.assign('/order') // 是否付款，以后端的订单为准。
      },
      // 成功、失败、取消、重复点击之后都会执行，官方 upsdk 没有这个回调。
      complete: enable,
    },
    { onHoldEnd: enable }, // 一直没有返回时，5 秒后恢复。
  )
})
