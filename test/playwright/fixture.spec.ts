/** The fixture of `upsdk-kit/playwright` works on pages with raw upsdk and with the kit. */
import { expect, test } from 'upsdk-kit/playwright'
import { BUTTONS, built, kitPage, RAW, rawPage, SHOP, STRICT, servePage, UNIONPAY } from './pages'

test.describe('a page with raw upsdk', () => {
  test('is in the wallet at once, and pays', async ({ page, context, wallet }) => {
    await servePage(context, rawPage)
    await page.goto(SHOP)
    await page.locator('#pay').click()
    await expect(page.locator('output')).toHaveText(/ready; pay success/)
    await expect(wallet).toHaveCalled('pay', { tn: /^2018/ })
    await expect(wallet).toHavePaid()
    expect(wallet.calls()).toEqual([
      { method: 'pay', params: expect.objectContaining({ tn: '201811290000001' }) },
    ])
  })

  test('is told once of a call, with its parameters whole', async ({ page, context, wallet }) => {
    await servePage(context, rawPage)
    await page.goto(SHOP)
    const value = 'x'.repeat(5000)
    const items = Array.from({ length: 150 }, (_, index) => index)
    await page.evaluate(`upsdk.setSharedData(${JSON.stringify({ value, items })}); 0`)
    await expect(wallet).toHaveCalled('setSharedData', { value })
    expect(wallet.calls()).toEqual([{ method: 'setSharedData', params: { value, items } }])
  })

  test('hears native’s failure for a code, a cancellation and a value', async ({ page, context, wallet }) => {
    await servePage(context, rawPage)
    await page.goto(SHOP)
    await wallet.answer('pay', '01')
    await page.locator('#pay').click()
    await expect(page.locator('output')).toHaveText(/pay fail 用户取消支付/)
    await wallet.answer('scanQRCode', 'cancelled')
    await page.locator('#scanQRCode').click()
    await expect(page.locator('output')).toHaveText(/scanQRCode fail 用户取消/)
    await wallet.answer('scanQRCode', { value: 'table 7' })
    await page.locator('#scanQRCode').click()
    await expect(page.locator('output')).toHaveText(/scanQRCode success table 7/)
    await expect(wallet).toHavePaid(0)
    await expect(wallet).toHaveCalled('pay')
  })

  test('gets an example where nothing is set, and no answer where that is set', async ({
    page,
    context,
    wallet,
  }) => {
    await servePage(context, rawPage)
    await wallet.answer('pay', 'silent')
    await page.goto(SHOP)
    await page.locator('#pay').click()
    await expect(wallet).toHaveCalled('pay')
    await page.locator('#getLocationGps').click()
    await expect(page.locator('output')).toHaveText(/^ready; getLocationGps success .*latitude/)
    await expect(wallet).not.toHavePaid()
  })

  for (const [method, example] of [
    ['chooseImage', /"base64":"\w/],
    ['getLocationCity', /\d{4}/],
  ] as const)
    test(`gets the example of ${method}, for which the file needs more than an empty answer`, async ({
      page,
      context,
    }) => {
      await servePage(context, rawPage)
      await page.goto(SHOP)
      const value = await page.evaluate(
        `new Promise((success, fail) => upsdk.pluginReady(() => upsdk.${method}({ success, fail })))`,
      )
      expect(JSON.stringify(value)).toMatch(example)
    })
})

for (const build of ['upsdk-kit.js', 'upsdk-kit.min.js'] as const)
  test.describe(`a page with the kit, ${build}`, () => {
    test('pays, and is told of c02 in the words of the user', async ({ page, context, wallet }) => {
      await servePage(context, kitPage(build))
      await page.goto(SHOP)
      await page.locator('#pay').click()
      await expect(wallet).toHavePaid(1)
      await wallet.answer('pay', 'c02')
      await page.locator('#pay').click()
      await expect(page.locator('output')).toHaveText(/pay forbidden/)
      await expect(wallet.message()).toHaveText('该支付方式暂未开放，支付未发起，请换一种方式')
      await expect(wallet).toHavePaid(1)
    })

    test('shows the dialog before the toast, if both are there', async ({ page, context, wallet }) => {
      await servePage(context, kitPage(build))
      await wallet.answer('scanQRCode', 'c02')
      await wallet.answer('pay', '02')
      await page.goto(SHOP)
      await page.locator('#scanQRCode').click()
      await expect(wallet.message()).toHaveText('该功能暂未开放')
      await expect(wallet.message()).toBeVisible()
      await page.locator('#pay').click()
      await expect(wallet.message()).toHaveText(/^支付结果待确认/)
      await expect(wallet.message()).toBeVisible()
    })

    test('goes by the clock of a test', async ({ page, context, wallet }) => {
      await page.clock.install()
      await servePage(context, kitPage(build))
      await wallet.answer('getLocationGps', 'silent')
      await page.goto(SHOP)
      await page.clock.pauseAt(new Date(Date.now() + 3_600_000))
      await page.locator('#getLocationGps').click()
      await expect(wallet).toHaveCalled('getLocationGps')
      await page.clock.runFor(9000)
      await expect(page.locator('output')).toHaveText(/getLocationGps timeout/)
    })
  })

test.describe('a bridge that is late', () => {
  test.use({ walletSettings: { readyAfter: 'never', platform: 'ios' } })
  test('comes up when the test says so', async ({ page, context, wallet }) => {
    await servePage(context, rawPage)
    await page.goto(SHOP)
    await page.locator('#pay').click()
    await expect(page.locator('output')).toHaveText('')
    await wallet.bridgeUp()
    await expect(page.locator('output')).toHaveText('ready; ')
    await page.locator('#pay').click()
    await expect(wallet).toHavePaid(1)
    expect(wallet.calls()).toHaveLength(1)
  })

  test('never comes under a strict policy: the kit says so in time', async ({ page, context, wallet }) => {
    await page.clock.install()
    await servePage(context, { ...kitPage('upsdk-kit.js'), headers: STRICT })
    await page.goto(SHOP)
    await page.locator('#scanQRCode').click()
    await page.clock.runFor(9000)
    await expect(page.locator('output')).toHaveText(/scanQRCode ready-timeout/)
    await expect(wallet.message()).not.toHaveText('')
    expect(wallet.calls()).toEqual([])
    await wallet.bridgeUp()
    await page.locator('#scanQRCode').click()
    await expect(wallet).toHaveCalled('scanQRCode')
  })
})

test.describe('settings', () => {
  test.use({
    walletSettings: { platform: 'ios', answers: { bioDetect: '94' }, results: { scanQRCode: 'x' } },
  })
  test('give answers, and the user agent of the wallet on that platform', async ({
    page,
    context,
    wallet,
  }) => {
    await servePage(context, rawPage)
    const asked = page.waitForRequest(SHOP)
    await page.goto(SHOP)
    const agent = await page.evaluate(() => navigator.userAgent)
    expect(agent).toMatch(/iPhone.*com\.unionpay\.chsp.*cordova/)
    expect((await asked).headers()['user-agent']).toBe(agent)
    await page.locator('#bioDetect').click()
    await page.locator('#scanQRCode').click()
    await expect(page.locator('output')).toHaveText(/bioDetect fail 没有通过人像验证.*scanQRCode success x/)
    await wallet.answer('bioDetect', 'success')
    await page.locator('#bioDetect').click()
    await expect(page.locator('output')).toHaveText(/bioDetect success/)
  })
})

test.describe('outside the wallet', () => {
  test.use({ walletSettings: { insideWallet: false } })
  test('nothing reaches it, and the kit says so', async ({ page, context, wallet }) => {
    await servePage(context, kitPage('upsdk-kit.min.js'))
    await page.goto(SHOP)
    expect(await page.evaluate(() => navigator.userAgent)).not.toMatch(/unionpay/)
    await page.locator('#pay').click()
    await expect(page.locator('output')).toHaveText(/pay outside-wallet/)
    await expect(wallet).not.toHaveCalled('pay')
  })
})

test('a strict policy with Trusted Types lets all of it through', async ({ page, context, wallet }) => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  // Firefox asks for an icon.
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('favicon')) errors.push(line.text())
  })
  await servePage(context, { ...rawPage, headers: STRICT })
  await wallet.answer('pay', '01')
  await page.goto(SHOP)
  await page.locator('#pay').click()
  await expect(page.locator('output')).toHaveText(/pay fail 用户取消支付/)
  await wallet.fire('rightbtnclick')
  await wallet.bridgeUp()
  expect(errors).toEqual([])
})

test('answers and calls stay over reloads', async ({ page, context, wallet }) => {
  await servePage(context, rawPage)
  await page.goto(SHOP)
  await wallet.answer('pay', '01')
  for (let count = 1; count <= 3; count++) {
    await page.reload()
    await page.locator('#pay').click()
    await expect(page.locator('output')).toHaveText(/pay fail 用户取消支付/)
    expect(wallet.calls()).toHaveLength(count)
  }
})

test('an event reaches the handlers of the page', async ({ page, context, wallet }) => {
  const script = `
  const said = document.querySelector('output')
  upsdk.pluginReady(() => upsdk.setNavigationBarRightButton({ title: 'Share', handler: (event) => { said.textContent += event.type + event.n } }))`
  await servePage(context, { scripts: [script] })
  await page.goto(SHOP)
  await expect(wallet).toHaveCalled('setNavigationBarRightButton', { title: 'Share' })
  await wallet.fire('rightbtnclick', { n: 7 })
  await expect(page.locator('output')).toHaveText('rightbtnclick7')
})

test('a popup is in the same wallet', async ({ page, context, wallet }) => {
  const script = `document.querySelector('#open').onclick = () => { window.popup = window.open('/popup') }`
  await servePage(context, { body: '<button id="open">open</button>', scripts: [script] })
  await servePage(context, { ...rawPage }, `${SHOP}popup`)
  await page.goto(SHOP)
  await wallet.answer('scanQRCode', { value: 'from the popup' })
  const opened = page.waitForEvent('popup')
  await page.getByText('open').click()
  const popup = await opened
  await popup.locator('#scanQRCode').click()
  await expect(popup.locator('output')).toHaveText('ready; scanQRCode success from the popup; ')
  await popup.locator('#pay').click()
  await expect(wallet).toHavePaid(1)
  await wallet.answer('pay', '01')
  await popup.reload()
  await popup.locator('#pay').click()
  await expect(popup.locator('output')).toHaveText(/pay fail/)
  await popup.close()
  await expect(wallet).toHavePaid(1)
})

test('an event reaches a popup too', async ({ page, context, wallet }) => {
  const listens = `document.addEventListener('rightbtnclick', () => { document.querySelector('output').textContent += 'heard' })`
  await servePage(context, {
    body: '<a href="/popup" target="_blank" rel="opener">open</a><output></output>',
    scripts: [listens],
  })
  await servePage(context, { scripts: [listens] }, `${SHOP}popup`)
  await page.goto(SHOP)
  const opened = page.waitForEvent('popup')
  await page.getByText('open').click()
  const popup = await opened
  await popup.waitForLoadState()
  await wallet.fire('rightbtnclick')
  await expect(page.locator('output')).toHaveText('heard')
  await expect(popup.locator('output')).toHaveText('heard')
})

test('a frame of the page is in the same wallet', async ({ page, context, wallet }) => {
  await servePage(context, { body: '<iframe src="/frame"></iframe>', scripts: [] })
  await servePage(context, kitPage('upsdk-kit.min.js'), `${SHOP}frame`)
  await wallet.answer('pay', '02')
  await page.goto(SHOP)
  const frame = page.frameLocator('iframe')
  await frame.locator('#pay').click()
  await expect(wallet).toHaveCalled('pay')
  await expect(wallet.message(frame)).toHaveText(/^支付结果待确认/)
})

test('a page that adds the tag of upsdk.js itself hears that it has loaded', async ({ page, context }) => {
  const script = `
  const tag = document.createElement('script')
  tag.src = 'https://open.95516.com/s/open/js/upsdk.min.js?v=1'
  tag.onload = () => { document.querySelector('output').textContent = 'loaded ' + typeof upsdk.pay }
  document.head.append(tag)`
  await servePage(context, { scripts: [script], head: '' })
  await page.goto(SHOP)
  await expect(page.locator('output')).toHaveText('loaded function')
})

test('nothing of ours is on the page', async ({ page, context }) => {
  await servePage(context, { body: BUTTONS })
  await page.goto(SHOP)
  await expect(page.getByRole('button')).toHaveCount(5)
  await expect(page.locator('[data-upsdk-kit]')).toHaveCount(0)
})

test('service workers do not start', async ({ page, context }) => {
  await servePage(context, { scripts: ["navigator.serviceWorker.register('/sw.js')"] })
  await page.goto(SHOP)
  expect(
    await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)),
  ).toBe(0)
})

test.describe('with the kit in upsdk’s place', () => {
  test.use({ walletSettings: { inPlace: true, answers: { pay: 'c02' } } })
  test('an old page has the kit’s words', async ({ page, context }) => {
    await servePage(context, rawPage)
    await page.goto(SHOP)
    await page.locator('#pay').click()
    await expect(page.locator('output')).toHaveText(/pay fail 该支付方式暂未开放，支付未发起，请换一种方式/)
  })
})

test.describe('a page with the tools of its own development server', () => {
  test('upsdk-kit/dev finds the wallet of the test, and does nothing', async ({ page, context, wallet }) => {
    const settings = "window.upsdkKitDev = { anyHost: true, ask: true, answers: { pay: '02' } }"
    const { scripts = [] } = kitPage('upsdk-kit.js')
    await servePage(context, { scripts: [settings, built('upsdk-kit.dev.js'), ...scripts] })
    await page.goto(SHOP)
    await page.locator('#pay').click()
    await expect(wallet).toHavePaid(1)
    await expect(page.locator('[data-upsdk-kit]')).toHaveCount(0)
  })

  test('the client that a server puts into the page finds the wallet of the test, and does nothing', async ({
    page,
    context,
    wallet,
  }) => {
    const options = JSON.stringify({ simulator: { ask: true, answers: { pay: '02' } }, inspector: true })
    const head = `<script type="application/json" data-upsdk-kit="settings">${options}</script>
      <script src="/@upsdk-kit/client.js"></script><script src="/@upsdk-kit/upsdk.js?https://open.95516.com/s/open/js/upsdk.js"></script>`
    await context.route('**/@upsdk-kit/client.js', (route) =>
      route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: built('wallet/client.js') }),
    )
    await servePage(context, { head })
    await page.goto(SHOP)
    await page.locator('#pay').click()
    await expect(page.locator('output')).toHaveText('ready; pay success ; ')
    await expect(wallet).toHavePaid(1)
    await expect(page.locator('[data-upsdk-kit]:not(script)')).toHaveCount(0)
  })
})

test('a page that bundles UnionPay’s file is ready, and pays', async ({ page, context, wallet }) => {
  const { scripts = [RAW] } = rawPage
  await servePage(context, { head: '', scripts: [UNIONPAY, ...scripts] })
  await page.goto(SHOP)
  await expect(page.locator('output')).toHaveText('ready; ')
  await page.locator('#pay').click()
  await expect(wallet).toHavePaid(1)
})

test.describe('a page without a tag of upsdk.js', () => {
  const HAS_UPSDK = 'typeof upsdk'

  test('has no upsdk, as in a wallet', async ({ page, context }) => {
    await servePage(context, { head: '', scripts: ['window.early = typeof upsdk'] })
    await page.goto(SHOP)
    expect([await page.evaluate('early'), await page.evaluate(HAS_UPSDK)]).toEqual(['undefined', 'undefined'])
    await page.setContent(BUTTONS)
    expect(await page.evaluate(HAS_UPSDK)).toBe('undefined')
  })

  test('has it once its content has loaded it', async ({ page, wallet }) => {
    await page.setContent('<script src="https://open.95516.com/s/open/js/upsdk.js"></script>')
    await page.evaluate(`upsdk.pluginReady(() => upsdk.pay({ tn: '1' }))`)
    await expect(wallet).toHavePaid(1)
  })

  test.describe('whose test gives it', () => {
    test.use({ walletSettings: { upsdk: 'given' } })

    test('has upsdk before its first script, and with setContent', async ({ page, context, wallet }) => {
      await servePage(context, { head: '', scripts: ['window.early = typeof upsdk.pluginReady'] })
      await page.goto(SHOP)
      expect(await page.evaluate('early')).toBe('function')
      await page.setContent(BUTTONS)
      await page.evaluate(`upsdk.pluginReady(() => upsdk.pay({ tn: '1' }))`)
      await expect(wallet).toHavePaid(1)
    })

    test('has it once, although the page loads it too', async ({ page, context, wallet }) => {
      await servePage(context, rawPage)
      await page.goto(SHOP)
      await page.locator('#pay').click()
      await expect(page.locator('output')).toHaveText('ready; pay success ; ')
      await expect(wallet).toHavePaid(1)
    })
  })

  test.describe('in the situation that upsdk.js does not load', () => {
    test.use({ walletSettings: { situation: 'sdk-missing' } })

    test('hears the error of a tag that it adds', async ({ page, context }) => {
      await servePage(context, { head: '', scripts: ['window.heard = ""'] })
      await page.goto(SHOP)
      await page.evaluate(`new Promise((done) => {
        const made = document.createElement('script')
        made.src = 'https://open.95516.com/s/open/js/upsdk.js'
        made.onload = made.onerror = ({ type }) => done(window.heard = type)
        document.head.append(made)
      })`)
      expect([await page.evaluate('heard'), await page.evaluate(HAS_UPSDK)]).toEqual(['error', 'undefined'])
    })
  })
})
