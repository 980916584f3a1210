/** The real pages that are opened in the phone: each as a user meets it, and what is tapped on it. */
import { type InPhone, realPages } from '../../support/realPages'

const SDK = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'
const htmlOf = ({ body, script }: InPhone) =>
  `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${SDK}</head><body>${body}<p id="out"></p><script>
var out = document.getElementById('out')
function say(text) { out.textContent = text }
function paid() { say('支付成功') }
function failed(error) { say('支付失败：' + (error.msg || error.errmsg || error)) }
${script}
</script></body></html>`

export const phonePages = realPages.flatMap(({ id, inPhone }) =>
  inPhone ? [{ id, html: htmlOf(inPhone), taps: inPhone.taps }] : [],
)
