/** Raw pages in the manner of real-pages.md, for the phone: each as a user meets it, with a button that is tapped. */
export interface RawPage {
  readonly id: 'R1' | 'R17' | 'R23'
  readonly html: string
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

export const rawPages: readonly RawPage[] = [
  {
    id: 'R1',
    html: page(
      '<button id="pay" disabled>付款</button>',
      `var button = document.getElementById('pay')
upsdk.pluginReady(function () { button.disabled = false })
button.onclick = function () { upsdk.pay({ tn: '20180618', success: paid, fail: failed }) }`,
    ),
  },
  {
    id: 'R17',
    html: page(
      '<button id="pay">付款</button>',
      `document.getElementById('pay').onclick = function () {
  Promise.resolve('20180618').then(function (tn) { upsdk.pay({ tn: tn, success: paid, fail: failed }) })
}`,
    ),
  },
  {
    id: 'R23',
    html: page(
      '<button id="pay">重新付款</button>',
      `function pay() { upsdk.pluginReady(function () { upsdk.pay({ tn: '20180618', success: paid }) }) }
document.getElementById('pay').onclick = pay
pay()`,
    ),
  },
]
