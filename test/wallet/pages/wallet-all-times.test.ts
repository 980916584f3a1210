/**
 * All situations of a page give the same cells twice. `TABLES=<file>` writes the seconds that they took and how often the
 * page asked its backend. One of the pages is drawn; `WHOLE=1` runs all.
 */
import { writeFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { SITUATIONS } from '../../../wallet/shared/situations'
import { describeInBrowser } from '../../browser/harness'
import { drawOneOfEach } from '../../support/drawn.mjs'
import { openPhone, type Phone, useDesk } from './phoneDesk'
import { phonePages } from './phonePages'

const SDK = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'

/** Signed, with an order of its own for each tap; it asks its backend every 2 s whether the order was paid. */
const SIGNED = `<!doctype html><html><head><meta charset="utf-8">${SDK}</head><body>
<button id="pay" disabled>付款</button><p id="out"></p><p id="left">剩余 15:00</p><script>
var button = document.getElementById('pay'), out = document.getElementById('out'), seconds = 900
function ask(path) { return fetch(path + '?t=' + Date.now()).then(function (response) { return response.json() }) }
setInterval(function () { seconds--; document.getElementById('left').textContent = '剩余 ' + Math.floor(seconds / 60) + ':' + ('0' + seconds % 60).slice(-2) }, 1000)
ask('/api/signature').then(function (signed) {
  upsdk.ready(function () { button.disabled = false })
  upsdk.error(function () { out.textContent = '页面验证失败，请重新打开' })
  upsdk.config(signed)
})
button.onclick = function () {
  button.disabled = true
  ask('/api/order').then(function (order) {
    upsdk.pay({ tn: order.tn, success: function () { out.textContent = '支付成功' }, fail: function (error) { button.disabled = false; out.textContent = '未支付：' + (error.msg || '') } })
    setInterval(function () { ask('/api/paid').then(function (paid) { if (paid.isPaid) out.textContent = '已支付' }) }, 2000)
  })
}
</script></body></html>`

const pages: Readonly<Record<string, { html: string; taps: readonly string[] }>> = {
  ...Object.fromEntries(
    phonePages.filter(({ id }) => /^R(1|3)$/.test(id)).map(({ id, html, taps }) => [id, { html, taps }]),
  ),
  signed: { html: SIGNED, taps: ['#pay'] },
}

const answers: Readonly<Record<string, unknown>> = {
  signature: { appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' },
  order: { tn: '2018' },
  paid: { isPaid: false },
}

/** Reads the cells of the table, without times. */
const cellsOf = async (phone: Phone) =>
  (await phone.page.locator('[data-situation] [data-mode]').allInnerTexts()).map((text) =>
    text.replace(/\d+\.\d s/g, 's'),
  )

const measured: Record<string, unknown> = {}

describeInBrowser('a table of all situations', () => {
  const desk = useDesk(
    Object.fromEntries([
      ['index.html', '<!doctype html><body>Start'],
      ...Object.entries(pages).map(([id, { html }]) => [`${id}.html`, html]),
    ]),
  )
  let phone: Phone
  afterEach(() => phone.reset())

  it.each(drawOneOfEach('times', Object.entries(pages), () => ''))(
    'is the same again: %s',
    async (id, { taps }) => {
      phone = await openPhone({ address: `${desk.address}?situation=success` })
      let requests = 0
      await phone.page.context().route('**/api/*', async (route) => {
        requests++
        const [, name = ''] = /\/api\/(\w+)/.exec(route.request().url()) || []
        await new Promise((resolve) => setTimeout(resolve, 20))
        await route.fulfill({ json: answers[name] })
      })
      phone.page.on('dialog', (dialog) => void dialog.accept())
      await phone.open(`/${id}.html`)
      for (const tap of taps) {
        await phone.page.waitForTimeout(1000)
        await phone.frame.locator(tap).click({ timeout: 20_000 })
      }
      await expect.poll(() => phone.frame.locator('#out').textContent()).toMatch(/成功|失败/)
      const tables: string[][] = []
      const seconds: number[] = []
      const asked: number[] = []
      for (const _time of [1, 2]) {
        requests = 0
        const started = performance.now()
        await phone.runAll({
          situations: SITUATIONS.filter((one) => one !== 'config-refused' || id === 'signed'),
          modes: ['raw', 'kit'],
        })
        seconds.push(Math.round((performance.now() - started) / 100) / 10)
        asked.push(requests)
        tables.push(await cellsOf(phone))
        if (tables.length === 1) await phone.page.locator('[data-part=all-again]').click()
        else await phone.page.locator('[data-part=all-close]').click()
      }
      measured[id] = { seconds, requests: asked, tables }
      if (process.env.TABLES) writeFileSync(process.env.TABLES, JSON.stringify(measured, null, 1))
      expect(tables[1]).toEqual(tables[0])
    },
  )
})
