/** The phone draws frame, title bar, address, controls and log around a page, also around a difficult one. */
import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { pause } from '../../../wallet/shared/pause'
import { describeInBrowser } from '../../browser/harness'
import { openPhone, type Phone, serveDesk, useDesk } from './phoneDesk'

const SDK = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'
const html = (script: string, head = SDK, body = '') =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Coffee</title>${head}</head><body><h1>Coffee</h1><button id="pay">Pay</button><p id="out"></p>${body}<script>
function say(text) { document.getElementById('out').textContent = text }
document.getElementById('pay').onclick = function () { upsdk.pay({ tn: '2018', success: function () { say('paid') }, fail: function (error) { say('failed ' + error.msg) } }) }
upsdk.pluginReady(function () { say('ready') })
${script}</script></body></html>`

const pages = {
  'index.html': html(`upsdk.pluginReady(function () {
    upsdk.setNavigationBarTitle('咖啡店')
    upsdk.setNavigationBarRightButton({ title: '订单', handler: function () { say('right button') } })
    upsdk.setTitleStyle({ navBackgroundColor: '0xFF0B5C66', appletStyle: 'white', backBtnVisible: 1 })
  })`),
  'plain.html': html('upsdk.pluginReady(function () { upsdk.setTitleStyle({ backBtnVisible: 0 }) })'),
  'kit.html': html(
    '',
    `${SDK}<script type="module">import { createUpsdk } from 'upsdk-kit'; window.kit = createUpsdk()</script>`,
  ),
  // As in the recipe for old pages: the build for production, which takes up no tools.
  'old.html': html(
    '',
    `${SDK}<script>${readFileSync('dist/upsdk-kit.min.js', 'utf8')}</script><script>var upsdk = UpsdkKit.createUpsdk({ translateFail: true })</script>`,
  ),
  'official.html': html('', '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'),
  'official-by-scheme.html': html(
    '',
    '<script src="//open.95516.com/s/open/js/upsdk.js?v=3&amp;t=1"></script>',
  ),
  'busting.html': html(`try { if (top !== self) top.location = self.location } catch (error) { say('caught') }
    window.seen = [String(window.parent === window), String(window.name)]`),
  'domain.html': html(`try { document.domain = '127.0.0.1' } catch (error) {}; window.name = 'mine'`),
  'around.html':
    '<!doctype html><button id="other">Other</button><iframe src="/plain.html" width="300" height="400"></iframe>',
  'leads-on.html': html(`document.getElementById('pay').onclick = function () {
      upsdk.pay({ tn: '1', success: function () { location.href = '/result.html' }, fail: function () { location.href = '/result.html' } })
    }`),
  'result.html': html("upsdk.pluginReady(function () { upsdk.setNavigationBarTitle('结果') })"),
  'silent.html': '<!doctype html><p>no script</p>',
  'loop.html': html(
    `upsdk.pluginReady(function () { for (var i = 0; i < 10000; i++) upsdk.logEvent({ i: i }); say('looped') })`,
  ),
  'throwing.html': html(`upsdk.pluginReady(function () { say('throwing'); throw new Error('of the page') })
    upsdk.pluginReady(function () { upsdk.getLocationGps({ success: function () { say('gps'); throw new Error('of the page') } }) })`),
  'signed.html': html(`document.getElementById('pay').onclick = function () {
      upsdk.pay({ tn: '1', success: function () { say('paid') }, fail: function (error) { say('failed ' + error.msg) } })
    }
    upsdk.error(function (error) { say('refused ' + JSON.stringify(error)) })
    upsdk.ready(function () { say('accepted ' + JSON.stringify(upsdk.jsApiList)) })
    upsdk.config({ appId: 'a', nonceStr: 'n', timestamp: '1', signature: 's' })`).replace(
    "upsdk.pluginReady(function () { say('ready') })",
    '',
  ),
  'opens.html': html(`document.getElementById('pay').onclick = function () { window.open('/plain.html') }`),
}

describeInBrowser('the phone', () => {
  const desk = useDesk(pages)
  let phone: Phone
  afterEach(() => phone.reset())

  const out = () => phone.frame.locator('#out')
  const bar = (part: string) => phone.page.locator(`[data-upsdk-kit=title-bar] [data-part=${part}]`)
  const openFolds = () =>
    phone.page.evaluate(`document.querySelectorAll('details').forEach((one) => { one.open = true })`)
  const rows = (method: string) => phone.page.locator(`[data-upsdk-kit=log] [data-method=${method}]`)
  const text = (locator: ReturnType<typeof out>) =>
    expect.poll(() => locator.textContent(), { timeout: 120_000 })

  it('has the page in its frame, with the title bar that the page sets, and the right button is tapped', async () => {
    phone = await openPhone(desk)
    await text(phone.page.locator('[data-upsdk-kit=title-bar] .name')).toBe('咖啡店')
    expect(await phone.page.locator('[data-upsdk-kit=title-bar] .bar').getAttribute('data-text')).toBe(
      'white',
    )
    await bar('right-button').click()
    await text(out()).toBe('right button')
    // The page has no control of its own in the phone.
    expect(await phone.frame.locator('[data-upsdk-kit=wallet]').count()).toBe(0)
  })

  it('shows the document’s title where the page sets none, and no back button where it is hidden', async () => {
    phone = await openPhone(desk, '/plain.html')
    await text(phone.page.locator('[data-upsdk-kit=title-bar] .name')).toBe('Coffee')
    await expect.poll(() => bar('back').count()).toBe(0)
  })

  it.each([
    ['/official.html', 'https://open.95516.com/s/open/js/upsdk.js'],
    ['/official-by-scheme.html', '//open.95516.com/s/open/js/upsdk.js?v=3&t=1'],
  ])(
    'knows the official file by its address, also after Vite has written the page: %s',
    async (path, address) => {
      phone = await openPhone(desk, path)
      await text(out()).toBe('ready')
      const note = phone.page.locator('[data-upsdk-kit=log] [data-note=sdk]')
      await text(note.locator('[data-part=text]')).toBe(`页面的 upsdk 文件：${address}`)
      expect(await note.getAttribute('data-diagnosis')).toBe(null)
    },
  )

  it('asks at the tap within the frame, and the log has the call with its answer', async () => {
    phone = await openPhone(desk)
    await text(out()).toBe('ready')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-outcome=cancelled]').click()
    await text(out()).toBe('failed 用户取消支付')
    await expect.poll(() => rows('pay').getAttribute('data-status')).toBe('failure')
    await rows('pay').getByRole('button').first().click()
    expect(await rows('pay').locator('.steps').textContent()).toMatch(
      /调用[\s\S]*2018[\s\S]*到达原生[\s\S]*用户取消支付/,
    )
  })

  it('goes on in the page that a payment leads to, and begins anew when that is loaded again', async () => {
    phone = await openPhone(desk, '/leads-on.html')
    await text(out()).toBe('ready')
    await phone.frame.locator('#pay').click()
    await phone.frame.locator('[data-upsdk-kit=sheet] [data-outcome=success]').click()
    await rows('setNavigationBarTitle').waitFor()
    expect(await rows('pay').getAttribute('data-status')).toBe('success')
    await phone.frame.locator('body').evaluate(() => location.reload())
    await expect.poll(() => rows('pay').count()).toBe(0)
    await rows('setNavigationBarTitle').waitFor()
    // Nobody was asked for anything here.
    await phone.frame.locator('body').evaluate(() => void (location.href = '/plain.html'))
    await rows('setTitleStyle').waitFor()
    expect(await rows('setNavigationBarTitle').count()).toBe(0)
  })

  it('has the calls of a frame in the page, and does not say that the page loads no upsdk.js', async () => {
    phone = await openPhone(desk, '/around.html')
    const inner = phone.frame.frameLocator('iframe')
    await text(inner.locator('#out')).toBe('ready')
    await inner.locator('#pay').click()
    await inner.locator('[data-outcome=success]').first().click()
    await expect.poll(() => rows('pay').getAttribute('data-status')).toBe('success')
    await phone.frame.locator('#other').click()
    await pause(3500)
    expect(await phone.page.locator('[data-note=no-sdk]').count()).toBe(0)
  })

  it('has the page’s own path behind its #, follows it, and Back is the page’s', async () => {
    phone = await openPhone(desk, '/plain.html?id=1#/cart')
    await text(out()).toBe('ready')
    const inFrame = (code: string) => phone.page.frames()[1]?.evaluate(code)
    expect(await inFrame('location.pathname + location.search + location.hash')).toBe(
      '/plain.html?id=1#/cart',
    )
    await inFrame(`history.pushState(null, '', '/orders/7?a=b')`)
    await expect.poll(() => new URL(phone.page.url()).hash).toBe('#/orders/7?a=b')
    await inFrame(`location.hash = '#/x'`)
    await expect.poll(() => new URL(phone.page.url()).hash).toBe('#/orders/7?a=b#/x')
    await inFrame('history.back()')
    await expect.poll(() => new URL(phone.page.url()).hash).toBe('#/orders/7?a=b')
    expect(await phone.page.locator('[data-part=without-phone]').getAttribute('href')).toBe('/orders/7?a=b')
  })

  it('opens nothing but a path of this origin', async () => {
    phone = await openPhone(desk, '//evil.example/x')
    expect(await phone.page.evaluate(`document.querySelector('iframe').src`)).toMatch(
      /^http:\/\/127\.0\.0\.1:\d+\/$/,
    )
  })

  it('brings the wallet’s home where the page is closed, and opens it again', async () => {
    phone = await openPhone(desk)
    await text(out()).toBe('ready')
    await bar('close').click()
    await phone.frame.locator('[data-part=open-again]').click()
    await text(out()).toBe('ready')
  })

  it('changes answers at once, and loads the page anew for what it reads at its start', async () => {
    phone = await openPhone(desk)
    await text(out()).toBe('ready')
    await phone.page.evaluate(`document.querySelector('iframe').contentWindow.stays = true`)
    await openFolds()
    await phone.page.getByLabel('方法').selectOption('pay')
    await phone.page.getByRole('combobox', { name: '返回', exact: true }).selectOption('02')
    await phone.page.locator('[data-part=set]').click()
    await phone.page.locator('[data-fixed=pay]').waitFor()
    await phone.frame.locator('#pay').click()
    await text(out()).toBe('failed 支付失败')
    expect(await phone.page.evaluate(`document.querySelector('iframe').contentWindow.stays`)).toBe(true)
    await phone.page.getByLabel('运行环境').selectOption('false')
    await expect
      .poll(() => phone.page.evaluate(`document.querySelector('iframe').contentWindow.stays`))
      .toBe(undefined)
    await expect.poll(() => phone.page.frames()[1]?.evaluate('upsdk.isInsideWallet')).toBe(false)
  })

  it.each(['/kit.html', '/old.html'])(
    'greys upsdk-kit in its place where the page has the kit: %s',
    async (path) => {
      phone = await openPhone(desk, path)
      await phone.page.locator('[data-part=has-kit]').waitFor()
      expect(await phone.page.locator('[data-mode=in-place]').isDisabled()).toBe(true)
    },
  )

  it('puts the kit in upsdk’s place with options that are edited', async () => {
    phone = await openPhone(desk, '/plain.html')
    await phone.page.locator('[data-mode=in-place]').click()
    await phone.page.locator('.options summary').click()
    await phone.page.locator('.options textarea').fill('{ "locale": "en" }')
    await phone.page.locator('[data-part=apply]').click()
    await phone.page.locator('[data-part=situation]').selectOption('c02')
    await expect.poll(() => phone.page.frames()[1]?.evaluate('upsdk.locale')).toBe('en')
    // An answer to another call while the payment is open would make it unclear whether native has it.
    await expect.poll(() => rows('setTitleStyle').getAttribute('data-status')).toBe('success')
    await phone.frame.locator('#pay').click()
    await text(out()).toBe(
      "failed This way to pay isn't available, and no payment was started. Pay another way.",
    )
    await phone.page.locator('.options textarea').fill('[1')
    await phone.page.locator('[data-part=apply]').click()
    await text(phone.page.locator('.options [role=status]')).toBe('不是 JSON 对象')
  })

  it('draws no choice of what the situation decides, and says so', async () => {
    phone = await openPhone(desk, '/plain.html')
    const field = (name: string) => phone.page.getByRole('combobox', { name, exact: true })
    await phone.page.locator('[data-part=situation]').selectOption('outside')
    await text(phone.page.locator('[data-part=decided]')).toBe(
      '调用怎样返回、运行环境：由场景“在云闪付外打开”设定',
    )
    expect(await field('运行环境').count()).toBe(0)
    expect(await field('系统').isVisible()).toBe(true)
    await phone.page.locator('[data-part=situation]').selectOption('')
    await openFolds()
    await expect.poll(() => field('运行环境').inputValue()).toBe('true')
  })

  it('offers a refused config once the page has called config, and refuses it in either mode', async () => {
    phone = await openPhone(desk, '/plain.html')
    await text(out()).toBe('ready')
    const offered = () => phone.page.locator('[data-part=situation] option[value=config-refused]').count()
    expect(await offered()).toBe(0)
    await phone.close()
    phone = await openPhone(desk, '/signed.html')
    await text(out()).toBe('accepted []')
    await expect.poll(offered).toBe(1)
    await phone.page.locator('[data-part=situation]').selectOption('config-refused')
    await text(out()).toContain('refused "{\\"errcode\\":\\"c01\\"')
    expect(await offered()).toBe(1)
    await phone.page.locator('[data-mode=in-place]').click()
    await text(out()).toContain('refused')
    await phone.frame.locator('#pay').click()
    await text(out()).toBe('failed 页面已过期，请退出后重新进入')
  })

  it('fixes the answer to config like that of a method', async () => {
    phone = await openPhone(desk, '/signed.html')
    await text(out()).toBe('accepted []')
    await openFolds()
    for (const [answer, expected] of [
      ['c00', 'refused "{\\"errcode\\":\\"c00\\"'],
      ['success', 'accepted []'],
    ] as const) {
      await phone.page.getByLabel('方法').selectOption('config')
      await phone.page.getByRole('combobox', { name: '返回', exact: true }).selectOption(answer)
      await phone.page.locator('[data-part=set]').click()
      await phone.page.locator(`[data-fixed=config]`).waitFor()
      await phone.page.locator('[data-part=reload]').click()
      await text(out()).toContain(expected)
    }
  })

  it('compares both modes in the chosen situation, by the same taps', async () => {
    phone = await openPhone(desk, '/plain.html')
    await phone.page.locator('[data-part=situation]').selectOption('c02')
    await expect.poll(() => rows('setTitleStyle').getAttribute('data-status')).toBe('success')
    await phone.frame.locator('#pay').click()
    await text(out()).toMatch(/^failed/)
    await phone.runAll({ situations: ['c02'], modes: ['raw', 'kit'] })
    expect(await phone.cell('c02', 'raw').textContent()).toContain('ILLEGAL_ACCESS_EXCEPTION')
    expect(await phone.cell('c02', 'kit').textContent()).toContain(
      '该支付方式暂未开放，支付未发起，请换一种方式',
    )
  })

  it('says what to do while the log is empty, for the state that it stands in', async () => {
    phone = await openPhone(desk, '/silent.html')
    const log = phone.page.locator('[data-upsdk-kit=log]')
    await text(log).toMatch(/页面还没有调用 upsdk.*结果由你选/)
    await phone.page.locator('[data-part=situation]').selectOption('cancelled')
    await text(log).toMatch(/现在的场景是“.*”，不会询问/)
    await phone.open('/plain.html')
    await rows('setTitleStyle').waitFor()
    await phone.page.locator('[data-part=log-menu]').click()
    await phone.page.locator('[data-part=clear]').click()
    await text(log).toBe('记录已清空，之后的调用会列在这里')
  })

  it('begins the log with numbers, which lead to the taps with a cause', async () => {
    phone = await openPhone(desk, '/throwing.html')
    const causes = phone.page.locator('[data-part=causes] [data-diagnosis]')
    await expect.poll(() => causes.count()).toBeGreaterThan(0)
    await phone.page.locator('[data-part=show-problems]').click()
    expect(await phone.page.locator('[data-tab=log-problems]').getAttribute('aria-selected')).toBe('true')
    await phone.page.locator('[data-part=show-in-log]').first().click()
    expect(await phone.page.evaluate('!!document.activeElement.closest("[data-diagnosis]")')).toBe(true)
  })

  it('opens a page in the reader’s language that says why, without a network', async () => {
    phone = await openPhone(desk, '/throwing.html')
    const why = phone.page.locator('[data-diagnosis~=callback-threw] [data-part=why]').first()
    await why.waitFor()
    await phone.page.context().setOffline(true)
    const [opened] = await Promise.all([phone.page.context().waitForEvent('page'), why.click()])
    await text(opened.locator('body')).toMatch(/原因[\s\S]*Android 上常是 JSON 文本[\s\S]*怎么改/)
    expect(await opened.evaluate('document.documentElement.lang')).toBe('zh-Hans')
    await phone.page.context().setOffline(false)
    await opened.close()
  })

  it('lists the title of the kit’s dialog apart from its text', async () => {
    phone = await openPhone(desk, '/kit.html')
    await expect.poll(() => phone.page.frames()[1]?.evaluate('!!window.kit')).toBe(true)
    await phone.page.frames()[1]?.evaluate("void kit.pay({ tn: '1' }).catch(function () {})")
    await phone.frame.locator('[data-upsdk-kit=sheet] [data-outcome="02"]').click()
    await expect
      .poll(() => phone.seen())
      .toContain('用户看到（upsdk-kit 弹窗）：支付结果待确认\n请先查看订单，请勿重复支付')
  })

  it('sizes the screen, and darkens the page alone', async () => {
    phone = await openPhone(desk, '/plain.html', { colorScheme: null })
    await phone.page.locator('[data-part=size]').selectOption('320x568')
    expect(await phone.page.evaluate(`document.querySelector('iframe').offsetWidth`)).toBe(320)
    await phone.page.locator('[data-part=theme]').selectOption('dark')
    const isDark = `matchMedia('(prefers-color-scheme: dark)').matches`
    await expect.poll(() => phone.page.frames()[1]?.evaluate(isDark)).toBe(true)
    expect(await phone.page.evaluate(isDark)).toBe(false)
  })

  describe('holds out against a page', () => {
    it('that busts frames: it stays, and “without the simulated phone” opens the page itself', async () => {
      phone = await openPhone(desk, '/busting.html')
      await text(out()).toBe('ready')
      expect(phone.page.url()).toContain('/@upsdk-kit/')
      const [opened] = await Promise.all([
        phone.page.context().waitForEvent('page'),
        phone.page.locator('[data-part=without-phone]').click(),
      ])
      await expect.poll(() => opened.locator('#out').textContent()).toBe('ready')
      expect(await opened.locator('[data-upsdk-kit=wallet]').count()).toBe(1)
    })

    it('that sets document.domain and window.name', async () => {
      phone = await openPhone(desk, '/domain.html')
      await text(out()).toBe('ready')
      await phone.frame.locator('#pay').click()
      await phone.frame.locator('[data-outcome=success]').first().click()
      await text(out()).toBe('paid')
      await expect.poll(() => rows('pay').count()).toBe(1)
    })

    it('that calls 10,000 methods: the newest are there, and the phone answers', async () => {
      phone = await openPhone(desk, '/loop.html')
      await text(out()).toBe('looped')
      await expect.poll(() => rows('logEvent').count(), { timeout: 120_000 }).toBeGreaterThan(100)
      expect(await rows('logEvent').count()).toBeLessThanOrEqual(300)
      await phone.frame.locator('#pay').click()
      await phone.frame.locator('[data-outcome=cancelled]').click()
      await expect.poll(() => rows('pay').count()).toBe(1)
    })

    it('that throws in every callback', async () => {
      phone = await openPhone(desk, '/throwing.html')
      await text(out()).toBe('throwing')
      const failed = phone.page.locator('[data-upsdk-kit=log] [data-method=pluginReady][data-status=failure]')
      await expect.poll(() => failed.count()).toBe(1)
    })

    it('that leaves for another origin: the phone stays, and brings the page back', async () => {
      phone = await openPhone(desk, '/plain.html')
      await text(out()).toBe('ready')
      await phone.page
        .context()
        .route('https://elsewhere.example/**', (route) =>
          route.fulfill({ contentType: 'text/html', body: '<p>elsewhere' }),
        )
      await phone.page.frames()[1]?.evaluate(`void (location.href = 'https://elsewhere.example/')`)
      await phone.frame.getByText('elsewhere').waitFor()
      await text(phone.page.locator('[data-upsdk-kit=log] [data-note=leaves] [data-part=text]')).toBe(
        '页面转到 https://elsewhere.example/',
      )
      await phone.page.locator('[data-part=reload]').click()
      await text(out()).toBe('ready')
    })

    it('that refuses a frame: the log says that it is not the page', async () => {
      phone = await openPhone(desk, '/plain.html')
      await text(out()).toBe('ready')
      await phone.page.context().route('**/refusing.html', (route) =>
        route.fulfill({
          contentType: 'text/html',
          headers: { 'X-Frame-Options': 'DENY' },
          body: '<p>refusing',
        }),
      )
      await phone.page.evaluate(`location.hash = '#/refusing.html'`)
      await text(phone.page.locator('[data-upsdk-kit=log] [data-note=leaves] [data-part=text]')).toMatch(
        /不允许被嵌入/,
      )
    })

    it('that opens a window: it has the wallet, drawn over it', async () => {
      phone = await openPhone(desk, '/opens.html')
      await text(out()).toBe('ready')
      const [opened] = await Promise.all([
        phone.page.context().waitForEvent('page'),
        phone.frame.locator('#pay').click(),
      ])
      await expect.poll(() => opened.locator('[data-upsdk-kit=wallet]').count()).toBe(1)
    })

    it('that posts messages of its own: only the frame’s client is heard', async () => {
      phone = await openPhone(desk, '/plain.html')
      await text(out()).toBe('ready')
      const before = phone.page.url()
      await phone.page.evaluate(
        `window.postMessage({ upsdkKit: { type: 'address', path: '/forged', title: '' } }, '*')`,
      )
      await phone.page
        .frames()[1]
        ?.evaluate(`parent.postMessage('text', '*'); parent.postMessage({ upsdkKit: 7 }, '*')`)
      await phone.page.waitForTimeout(100)
      expect(phone.page.url()).toBe(before)
    })
  })

  describe('is reached by everyone', () => {
    it.each([
      ['zh-CN', 'light', 1280],
      ['en-US', 'dark', 375],
      ['en-US', 'light', 320],
      ['zh-CN', 'dark', 1280],
    ] as const)('axe finds nothing in %s, %s, at %i px', async (locale, colorScheme, width) => {
      phone = await openPhone(desk, '/', { locale, colorScheme, width })
      await text(out()).toBe('ready')
      await phone.frame.locator('#pay').click()
      await phone.frame.locator('[data-outcome=cancelled]').click()
      await phone.show('log')
      await expect.poll(() => rows('pay').count()).toBe(1)
      await rows('pay').getByRole('button').first().click()
      await phone.page.locator('[data-part=log-menu]').click()
      const overflow = `document.documentElement.scrollWidth - innerWidth`
      for (const panel of ['log', 'settings', 'page'] as const) {
        await phone.show(panel)
        expect(await violations(phone.page), panel).toEqual([])
        expect(await phone.page.evaluate(overflow), panel).toBeLessThanOrEqual(0)
      }
    })

    it('the keyboard gets from the mode to the log', async () => {
      phone = await openPhone(desk, '/plain.html')
      await text(out()).toBe('ready')
      await phone.page.locator('[data-mode=as-is]').focus()
      const reached = new Set<string>()
      for (let count = 0; count < 40; count++) {
        await phone.page.keyboard.press('Tab')
        reached.add(
          (await phone.page.evaluate(
            `(() => { const one = document.activeElement; return one.dataset.part || one.dataset.mode || one.dataset.upsdkKit || one.className || one.tagName })()`,
          )) as string,
        )
      }
      expect([...reached]).toEqual(
        expect.arrayContaining([
          'in-place',
          'situation',
          'path',
          'reload',
          'without-phone',
          'page',
          'fold-log',
          'compare',
          'use-it',
          'open-search',
          'log-menu',
          'entry-head',
        ]),
      )
    })
  })
})

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(
    `axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes.map((node) => node.html.slice(0, 120)).join(' | ')))`,
  ) as Promise<string[]>
}

describeInBrowser('the phone under a base', () => {
  it('stands at the server’s root, and opens the project', async () => {
    const desk = await serveDesk({ 'index.html': pages['index.html'] }, { base: '/h5/' })
    const phone = await openPhone(desk, '')
    await expect.poll(() => phone.frame.locator('#out').textContent()).toBe('ready')
    expect(new URL(phone.page.url()).hash).toBe('#/h5/')
    await phone.close()
    await desk.close()
  })
})
