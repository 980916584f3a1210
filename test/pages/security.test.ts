/** Nothing from outside becomes markup, a key, or a line in a log. */
import { expect, it } from 'vitest'
import {
  built,
  describeInBrowser,
  globalFile,
  openPage,
  page,
  SDK_URL,
  script,
  walletAgent,
} from '../browser/harness'
import { LANGUAGES } from '../support/languages'

const STRICT = { 'Content-Security-Policy': "default-src 'self'; require-trusted-types-for 'script'" }

/** Replaces upsdk.js, which does not run under a strict policy. */
const STAND_IN = `window.upsdk = {
  isInsideWallet: true,
  pluginReady(callback) { callback() },
  bioDetect(params) { params.fail({ errcode: '95' }) },
  verifyPayPwd(params) { params.fail({ errcode: '99' }) },
}`

describeInBrowser('under a strict Content-Security-Policy', () => {
  it('toasts and dialogs of every language cause no violation', async () => {
    const opened = await openPage({
      headers: STRICT,
      html: page(
        '<script src="/violations.js"></script><script src="/stand-in.js"></script><script src="/kit.js"></script><script src="/page.js"></script>',
      ),
      routes: {
        'https://mini.example/violations.js': script(
          `window.violations = []; addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective + ' ' + event.sample))`,
        ),
        'https://mini.example/stand-in.js': script(STAND_IN),
        ...Object.fromEntries(
          LANGUAGES.map((lang) => [
            `https://mini.example/${lang}.js`,
            script(built(`locales/${lang.toLowerCase()}.js`)),
          ]),
        ),
        'https://mini.example/page.js': script(`(async () => {
          const all = ${JSON.stringify(LANGUAGES)}
          const locales = (await Promise.all(all.map((lang) => import('/' + lang + '.js')))).flatMap(Object.values)
          window.seen = []
          for (const locale of all) {
            const kit = UpsdkKit.createUpsdk({ locale, locales })
            await kit.bioDetect().catch(() => {}); await kit.verifyPayPwd({ transNo: '1', bizType: '1' }).catch(() => {})
            while (document.querySelectorAll('[data-upsdk-kit]').length < 2) await new Promise((resolve) => setTimeout(resolve, 10))
            for (const host of document.querySelectorAll('[data-upsdk-kit]')) seen.push(host.lang + ' ' + host.dataset.upsdkKit)
            kit.destroy()
          }
          window.finished = true
        })()`),
      },
    })
    await opened.waitForFunction(() => (window as { finished?: boolean }).finished, undefined, {
      timeout: 120_000,
    })
    const [seen, violations] = (await opened.evaluate('[seen, violations]')) as [string[], string[]]
    await opened.done()
    expect(seen).toEqual(LANGUAGES.flatMap((lang) => [`${lang} toast`, `${lang} dialog`]))
    expect(violations).toEqual([])
  })
})

describeInBrowser('the option script under a policy that allows scripts by nonce alone', () => {
  it('loads the file: its element has the page’s nonce', async () => {
    const opened = await openPage({
      headers: { 'Content-Security-Policy': "script-src 'nonce-n1'" },
      html: page('<script src="/kit.js" nonce="n1"></script>'),
      routes: { 'https://mini.example/stand-in.js': script(STAND_IN) },
    })
    const seen = await opened.evaluate(`(async () => {
      const kit = UpsdkKit.createUpsdk({ script: '/stand-in.js', notify: false, readyTimeout: 1000 })
      return kit.bioDetect().catch((error) => error.code || error.reason)
    })()`)
    await opened.done()
    expect(seen).toBe('95')
  })
})

describeInBrowser('script: true under Trusted Types, where upsdk.js does not run itself', () => {
  it('makes calls sdk-missing, and making a kit does not throw', async () => {
    const opened = await openPage({
      html: page('<script src="/kit.js"></script>'),
      headers: { 'Content-Security-Policy': "require-trusted-types-for 'script'" },
    })
    const seen = await opened.evaluate(`(async () => {
      try { window.kit = UpsdkKit.createUpsdk({ script: true, notify: false, readyTimeout: 1000 }) } catch (error) { return 'threw ' + error.name }
      return kit.scanQRCode().then(() => 'sent', (error) => [error.name, error.reason, error.sent])
    })()`)
    await opened.done()
    expect(seen).toEqual(['UpsdkError', 'sdk-missing', false])
  })
})

describeInBrowser('a text from outside', () => {
  it('is shown as text: messages, labels and wallet texts with markup make no elements', async () => {
    const opened = await openPage()
    const seen = await opened.evaluate(`(async () => {
      const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</' + 'script>'
      native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '99', errmsg: evil } }
      const kit = UpsdkKit.createUpsdk({ locale: 'en', messages: { en: { 99: evil, unknown: evil } }, actions: { 99: { label: evil, run() {} } } })
      await kit.bioDetect().catch(() => {}); kit.toast('a toast ' + evil)
      while (document.querySelectorAll('[data-upsdk-kit]').length < 2) await new Promise((resolve) => setTimeout(resolve, 10))
      const roots = [...document.querySelectorAll('[data-upsdk-kit]')].map((host) => host.shadowRoot)
      return [roots.length, roots.map((root) => root.querySelectorAll('img, script').length), roots.every((root) => root.textContent.includes('<img')), window.hacked]
    })()`)
    await opened.done()
    expect(seen).toEqual([2, [0, 0], true, undefined])
  })

  it('is no key into a prototype: as code, locale, method, event, message or action', async () => {
    const opened = await openPage()
    const seen = await opened.evaluate(`(async () => {
      const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
      const kit = UpsdkKit.createUpsdk({ notify: false, messages: JSON.parse('{"en":{"__proto__":"x","constructor":"y"}}') })
      const reasons = []
      for (const name of names) {
        reasons.push(kit.explain(name).reason, kit.explain({ errcode: name }, { method: name }).reason)
        reasons.push(await kit.call(name).then(() => 'sent', (error) => error.reason))
        try { kit.on(name, () => {}); reasons.push('registered') } catch (error) { reasons.push(error.name) }
        try { kit.setLocale(name); reasons.push(kit.locale) } catch (error) { reasons.push(error.name) }
      }
      return [[...new Set(reasons)].sort(), Object.keys(Object.prototype).length, {}.run]
    })()`)
    await opened.done()
    expect(seen).toEqual([
      // In production an unknown language is English.
      ['TypeError', 'en', 'unknown', 'unsupported'],
      0,
      undefined,
    ])
  })

  it('is in no log: no parameter, result or text of any call is', async () => {
    const opened = await openPage({
      userAgent: walletAgent({ platform: 'android' }),
      fresh: true,
      html: page(
        `<script src="${SDK_URL}"></script><script src="/kit.js"></script><script src="/inspector.js"></script>`,
      ),
      routes: { 'https://mini.example/inspector.js': globalFile('inspector') },
    })
    const lines: string[] = []
    opened.on('console', (message) => lines.push(message.text()))
    const out = (await opened.evaluate(`(async () => {
      const SECRET = 'SECRET13800138000'
      native.answers['UPWebPay.pay'] = { fail: { code: '01x', msg: SECRET + ' failed' } }
      native.answers['UPWebSdk.appletAuth'] = { success: { code: SECRET } }
      native.answers['UPFacePlugin.bioDetect'] = { fail: { errcode: '94', errmsg: SECRET } }
      native.answers['UPXAppletDataPlugin.saveData'] = { fail: SECRET }
      const records = []; const errors = []
      const kit = UpsdkKit.createUpsdk({ inspector: UpsdkKit.consoleInspector(), onCall: (record) => records.push(record), onError: (error) => errors.push(error) })
      await kit.appletAuth({ scope: SECRET })
      const calls = [kit.pay({ tn: SECRET }), kit.bioDetect({ id: SECRET }), kit.saveData({ key: SECRET, value: SECRET }), kit.call('noSuchMethod', { a: SECRET })]
      for (const call of calls) await call.catch(() => {})
      kit.notify({ resp: 'a31', msg: SECRET, params: { mobile: SECRET } })
      while (document.querySelectorAll('[data-upsdk-kit]').length < 2) await new Promise((resolve) => setTimeout(resolve, 10))
      return [records.length, errors.length, JSON.stringify([records, errors, errors.map((e) => [e.message, e.detail, e.hint, String(e), e.stack]), errors.map((e) => Object.values(e)), document.documentElement.outerHTML,
        [...document.querySelectorAll('[data-upsdk-kit]')].map((host) => host.shadowRoot.textContent)])]
    })()`)) as [number, number, string]
    await opened.done()
    expect(out.slice(0, 2)).toEqual([5, 4])
    expect(out[2]).not.toContain('13800138000')
    expect(lines.length).toBeGreaterThanOrEqual(5)
    expect(lines.join('\n')).not.toContain('13800138000')
  })
})
