/** What of seeded mistakes the table of all situations tells, and by what. What it cannot tell is said in the guide. */
import { afterEach, expect, it } from 'vitest'
import type { Situation } from '../../../wallet/shared/situations'
import { describeInBrowser } from '../../browser/harness'
import { oneOfEach } from '../../support/samples'
import { openPhone, type Phone, useDesk } from './phoneDesk'

const SDK = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'
const html = (script: string, sdk = SDK) =>
  `<!doctype html><html><head><meta charset="utf-8">${sdk}</head><body><button>付款</button><p id="out"></p><script>
function say(text) { document.getElementById('out').textContent = text }
var button = document.querySelector('button')
function ready(run) { upsdk.pluginReady(run) }
function pay(more) { ready(function () { upsdk.pay(Object.assign({ tn: '1', success: function () { say('支付成功') }, fail: function () { say('请重试') } }, more)) }) }
function tap(run) { button.onclick = run }
${script}</script></body></html>`

interface Mistake {
  readonly what: string
  readonly script: string
  readonly sdk?: string
  readonly situation?: Situation
  /** What its cell says; '' if nothing. */
  readonly told: string
  /** What is said of every run; '' if nothing. */
  readonly inEach?: string
}

const RAW = '显示了原始文字'

/** Each is a page with one mistake. */
const mistakes: readonly Mistake[] = [
  {
    what: 'a double tap pays twice',
    script: 'tap(function () { pay(); pay() })',
    told: '已有一笔支付，又发起一笔',
  },
  {
    what: 'two payments of one order',
    script: 'tap(function () { pay({ success: function () { pay() } }) })',
    situation: 'success',
    told: '已有一笔支付，又发起一笔',
  },
  {
    what: '支付失败 for a payment without an answer',
    script: 'tap(function () { pay(); setTimeout(function () { say("支付失败") }, 10000) })',
    situation: 'silent',
    told: '支付已发出，却提示失败',
  },
  {
    what: 'a success page after a failure',
    script: 'tap(function () { pay({ fail: function () { say("支付成功") } }) })',
    told: '没有收到成功，就提示已支付',
  },
  {
    what: 'a button that is disabled for ever',
    script: 'tap(function () { button.disabled = true; pay({ fail: function () {} }) })',
    told: '之后按钮不能再点',
  },
  {
    what: 'a raw c02',
    script: 'tap(function () { pay({ fail: function (e) { say(e.msg || JSON.stringify(e)) } }) })',
    situation: 'c02',
    told: RAW,
  },
  {
    what: 'a raw alert of a refused place',
    script:
      'tap(function () { ready(function () { upsdk.chooseLocation({ fail: function (e) { alert(JSON.stringify(e)) } }) }) })',
    situation: 'c02',
    told: RAW,
  },
  {
    what: 'an unhandled rejection',
    script: 'tap(function () { pay({ fail: function () { Promise.reject(new Error("no order")) } }) })',
    told: 'no order',
  },
  {
    what: 'no fail',
    script: 'tap(function () { pay({ fail: undefined }) })',
    situation: 'c02',
    told: 'fail',
  },
  {
    what: 'an async callback',
    script: 'tap(function () { ready(async function () { upsdk.pay({ tn: "1" }) }) })',
    told: '',
    inEach: 'async',
  },
  {
    what: 'a call before ready',
    script: 'tap(function () { upsdk.pay({ tn: "1", fail: function () { say("请重试") } }) })',
    told: '',
    inEach: '调用 pay',
  },
  {
    what: 'a wrong name',
    script: 'tap(function () { ready(function () { upsdk.pey({ tn: "1" }) }) })',
    told: '',
    inEach: 'pey',
  },
  {
    what: 'Android text',
    script:
      'tap(function () { ready(function () { upsdk.getLocationGps({ success: function (place) { say("在 " + place.latitude) } }) }); pay() })',
    told: '',
    inEach: 'getLocationGps',
  },
  {
    what: 'ready without config',
    script: 'upsdk.ready(function () { tap(pay) }); tap(function () {})',
    told: '',
    inEach: 'config',
  },
  { what: 'no tn', script: 'tap(function () { pay({ tn: undefined }) })', told: '', inEach: 'tn' },
  {
    what: 'a callback that throws',
    script:
      'tap(function () { ready(function () { upsdk.pay({ tn: "1", success: function () { null.x }, fail: function () { null.x } }) }) })',
    told: '',
    inEach: 'pay',
  },
  {
    what: 'no file',
    script: 'tap(function () { ready(function () {}) })',
    sdk: '',
    told: '',
    inEach: 'upsdk',
  },
  {
    what: 'a file of another host',
    script: 'tap(function () { pay() })',
    sdk: '<script src="https://cdn.example/s/open/js/upsdk.js"></script>',
    told: '',
    inEach: '不是从银联的地址',
  },
  // What nobody sees in a run: the guide says so.
  {
    what: 'a wrong field of a success',
    script:
      'tap(function () { ready(function () { upsdk.scanQRCode({ success: function (r) { say("桌号 " + (r.txt || "")) }, fail: function () { say("请重试") } }) }) })',
    told: '',
  },
  {
    what: 'paying again after each failure by itself',
    script:
      'var n = 0; tap(function again() { pay({ tn: String(++n), fail: function () { say("请重试"); if (n < 3) again() } }) })',
    told: '',
  },
  {
    what: 'an ignored cancellation',
    script: 'tap(function () { pay({ fail: function () {} }) })',
    situation: 'cancelled',
    told: '',
  },
  { what: 'a timestamp in ms', script: 'tap(function () { pay({ timestamp: Date.now() }) })', told: '' },
]

describeInBrowser('the table of all situations', () => {
  const desk = useDesk(
    Object.fromEntries(mistakes.map(({ script, sdk }, index) => [`m${index}.html`, html(script, sdk)])),
  )
  let phone: Phone
  afterEach(() => phone.reset())

  const rows = mistakes.map((one, index) => [one.what, one, index] as const)
  it.each(oneOfEach('mistakes', rows, ([, , index]) => String(index % 8)))(
    'tells, or does not: %s',
    async (_what, { situation = 'cancelled', told, inEach = '' }, index) => {
      phone = await openPhone({ address: `${desk.address}?situation=success` }, `/m${index}.html`)
      phone.page.on('dialog', (dialog) => void dialog.accept())
      await phone.frame.locator('button').click()
      await phone.runAll({ situations: ['success', situation], modes: ['raw'] })
      // A situation that no call of the success can meet is not run. What a single run has stands with it.
      const isRun = (await phone.cell(situation, 'raw').count()) > 0
      const cell = phone.cell(isRun ? situation : 'success', 'raw')
      // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not seen
      const head = () => phone.page.locator('[data-part=all-in-each]').innerText()
      if (told) expect(await cell.textContent()).toContain(told)
      if (inEach) expect(isRun ? await head() : await cell.textContent()).toContain(inEach)
      // Neither its cell nor the head says a word.
      if (!told && !inEach)
        expect([await cell.getAttribute('data-marked'), await head()]).toEqual(['false', ''])
    },
  )
})
