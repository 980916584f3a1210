/** The script tags in the documents work unchanged. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, it } from 'vitest'
import { explain } from '../../src/index'
import {
  built,
  describeInBrowser,
  globalFile,
  kitFile,
  openPage,
  PAGE_URL,
  page,
  script,
} from '../browser/harness'
import { oneOfEach } from '../support/samples'
import { blocks } from '../support/snippets'

describeInBrowser('the guide’s one line for an old page', () => {
  it('works unchanged on the real SDK file: an old `fail` shows the user’s words', async () => {
    const [snippet = ''] = blocks('docs/old-page.md', 'html')
    expect(snippet).toContain('upsdk-kit.min.js')
    const oldPage = `<script>
      upsdk.pluginReady(function () {
        upsdk.pay({ tn: '1', fail: function (error) { document.title = error.msg } })
      })
    </script>`
    const opened = await openPage({
      html: page(snippet + oldPage),
      before: `window.native = { answers: { 'UPWebPay.pay': { fail: '支付插件异常' } }, calls: [], wait: 0 }`,
      routes: {
        'https://mini.example/upsdk-kit.min.js': script(kitFile()),
      },
    })
    await opened.waitForFunction(() => document.title !== '', undefined, { timeout: 120_000 })
    const { message } = explain({ msg: '支付插件异常' }, { method: 'pay', payment: true, locale: 'zh-Hans' })
    expect(await opened.title()).toBe(message)
    await opened.done()
  })
})

describeInBrowser('a page in GBK whose server names no encoding for scripts', () => {
  it('shows the kit’s Chinese texts correctly', async () => {
    const opened = await openPage({
      routes: {
        [PAGE_URL]: {
          contentType: 'text/html; charset=gbk',
          body: '<script src="/upsdk-kit.min.js"></script>',
        },
        'https://mini.example/upsdk-kit.min.js': { contentType: 'text/javascript', body: kitFile() },
      },
    })
    expect(await opened.evaluate('document.characterSet')).toBe('GBK')
    expect(
      await opened.evaluate("UpsdkKit.createUpsdk({ locale: 'zh-CN' }).explain({ code: 1 }).message"),
    ).toContain('请稍后再试')
    await opened.done()
  })
})

describeInBrowser('the script tag of SUPPORT.md', () => {
  const snippet = /```html\n([\s\S]*?)```/.exec(readFileSync('.github/SUPPORT.md', 'utf8'))?.[1] || ''
  const hash = JSON.parse(built('integrity.json'))['upsdk-kit.min.js']
  it.each([
    ['runs the file that was built', kitFile(), true],
    ['does not run another', `${kitFile()};`, false],
  ])('%s', async (_what, body, runs) => {
    const opened = await openPage({
      html: page(snippet.replace('sha384-…', hash)),
      routes: {
        'https://mini.example/vendor/upsdk-kit-0.1.0/upsdk-kit.min.js': script(body),
      },
    })
    expect(await opened.evaluate("typeof UpsdkKit !== 'undefined'")).toBe(runs)
    expect(await opened.locator('script[integrity^="sha384-"]').count()).toBe(1)
    await opened.done()
  })
})

/** An old page has callbacks only, and shows what `fail` gets. */
const OLD_PAGE = `<ul></ul><button>pay</button><script>
  function write(name) {
    return function (err) {
      var text = typeof err === 'string' ? err : err.errmsg || err.msg || err.desc
      document.querySelector('ul').innerHTML += '<li>' + name + ': ' + text + '</li>'
    }
  }
  upsdk.pluginReady(function () {
    upsdk.scanQRCode({ fail: write('scan') })
    upsdk.bioDetect({ fail: write('face') })
    upsdk.getLocationGps({ fail: write('place') })
    upsdk.pay({ tn: '1', fail: write('pay') })
  })
  document.querySelector('button').onclick = function () {
    upsdk.pay({ tn: '2' })
  }
</script>`
const RAW = {
  'UPWebUI.scanQRCode': { errcode: 'c02', errmsg: 'ILLEGAL_ACCESS_EXCEPTION: no access' },
  'UPFacePlugin.bioDetect': '{"code":"95","msg":"faceVerify fail"}',
  'UPWalletPlugin.fetchNativeData': 'location provider error 12',
  'UPWebPay.pay': { msg: '支付插件调用失败' },
}

const GUIDES = ['docs/old-page.md', 'docs/zh/old-page.md']
const SKILL = 'docs/skill/SKILL.md'
const ORDER = { contentType: 'text/html', body: '<h1>the order</h1>' }

/** A guide and its twin have the same lines. */
const drawn = oneOfEach('guides for old pages', [...GUIDES, SKILL], (file) => basename(file))

describeInBrowser.each(drawn)('an old page with the lines of %s', (guide) => {
  it('shows no raw text, and a payment that may have been made leads to its order', async () => {
    const [lines = ''] = blocks(guide, 'html')
    const answers = Object.entries(RAW).map(([name, fail]) => [name, { fail }])
    const opened = await openPage({
      html: page(lines + OLD_PAGE),
      before: `window.native = { answers: ${JSON.stringify(Object.fromEntries(answers))}, calls: [], wait: 0 }`,
      routes: {
        'https://mini.example/upsdk-kit.min.js': script(kitFile()),
        'https://mini.example/upsdk-kit.inspector.min.js': globalFile('inspector'),
        'https://mini.example/order': ORDER,
        'https://mini.example/orders.html': ORDER,
      },
    })
    const messageOf = (failure: unknown, method: string) =>
      explain(failure, { method, locale: 'zh-CN' }).message
    await opened.locator('li').nth(3).waitFor({ timeout: 120_000 })
    const rows = await opened.locator('li').allTextContents()
    expect(rows.sort()).toEqual([
      `face: ${messageOf('95', 'bioDetect')}`,
      'pay: 支付结果待确认，请先查看订单，请勿重复支付',
      `place: ${messageOf('location provider error 12', 'getLocationGps')}`,
      `scan: ${messageOf('c02', 'scanQRCode')}`,
    ])
    await opened.locator('button').click()
    await opened.getByRole('button', { name: '查看订单' }).click()
    await opened.getByRole('heading', { name: 'the order' }).waitFor({ timeout: 120_000 })
    await opened.done()
  })
})
