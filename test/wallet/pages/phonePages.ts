/** Raw pages in the manner of real-pages.md, for the phone: each as a user meets it, and what is tapped on it. */
export interface RawPage<Id extends string> {
  readonly id: Id
  readonly html: string
  /** What is tapped, in order. */
  readonly taps: readonly string[]
}

const SDK = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'
const page = (body: string, script: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${SDK}</head><body>${body}<p id="out"></p><script>
var out = document.getElementById('out')
function say(text) { out.textContent = text }
function paid() { say('支付成功') }
function failed(error) { say('支付失败：' + (error.msg || error.errmsg || error)) }
${script}
</script></body></html>`

export const rawPages: readonly RawPage<'R1' | 'R17' | 'R23'>[] = [
  {
    id: 'R1',
    taps: ['#pay'],
    html: page(
      '<button id="pay" disabled>付款</button>',
      `var button = document.getElementById('pay')
upsdk.pluginReady(function () { button.disabled = false })
button.onclick = function () { upsdk.pay({ tn: '20180618', success: paid, fail: failed }) }`,
    ),
  },
  {
    id: 'R17',
    taps: ['#pay'],
    html: page(
      '<button id="pay">付款</button>',
      `document.getElementById('pay').onclick = function () {
  Promise.resolve('20180618').then(function (tn) { upsdk.pay({ tn: tn, success: paid, fail: failed }) })
}`,
    ),
  },
  {
    id: 'R23',
    taps: [],
    html: page(
      '<button id="pay">重新付款</button>',
      `function pay() { upsdk.pluginReady(function () { upsdk.pay({ tn: '20180618', success: paid }) }) }
document.getElementById('pay').onclick = pay
pay()`,
    ),
  },
]

/**
 * Two more, for “all situations”: one alerts whatever it gets, and one has a login, routes in its hash, an order of its
 * own for each payment, a question before it, and another route after it.
 */
export const morePages: readonly RawPage<'R3' | 'R15'>[] = [
  {
    id: 'R3',
    taps: ['#scan', '#pay'],
    html: page(
      '<button id="scan">扫码</button><button id="pay">付款</button>',
      `function show(error) { alert(JSON.stringify(error)) }
document.getElementById('scan').onclick = function () {
  upsdk.pluginReady(function () { upsdk.scanQRCode({ scanType: ['qrCode'], success: function (text) { say('桌号 ' + text.split('/').pop()) }, fail: show }) })
}
document.getElementById('pay').onclick = function () {
  upsdk.pluginReady(function () { upsdk.pay({ tn: '20180618', success: paid, fail: show }) })
}`,
    ),
  },
  {
    id: 'R15',
    taps: ['#login', '#pay'],
    html: page(
      '<button id="login">登录</button><button id="pay" hidden>提交订单</button>',
      `var orders = 0
function route() {
  document.getElementById('login').hidden = location.hash !== ''
  document.getElementById('pay').hidden = location.hash !== '#/cart'
  if (location.hash === '#/done') say('下单成功')
}
addEventListener('hashchange', route)
route()
document.getElementById('login').onclick = function () {
  upsdk.appletAuth({
    success: function (data) { location.hash = '#/cart' },
    fail: function (error) { alert('登录失败：' + error.errmsg) }
  })
}
document.getElementById('pay').onclick = function () {
  if (!confirm('确认下单？')) return
  fetch('index.html?order=' + Date.now()).then(function () {
    upsdk.qrPay({
      scanQrCodeContent: 'https://qr.example/' + Date.now(),
      success: function () { location.hash = '#/done' },
      fail: function (error) { alert(JSON.stringify(error)) }
    })
  })
}
upsdk.pluginReady(function () {})`,
    ),
  },
]
