/** Each of these must fail: `test/wallet/pages/playwright.test.ts` reads their messages. */
import { expect, test } from 'upsdk-kit/playwright'
import { kitPage, rawPage, SHOP, servePage } from '../pages'

// After a failure that it does not expect, Playwright starts another worker with another browser.
test.fail()

const SOON = { timeout: 300 }

test('toHaveCalled: another method', async ({ page, context, wallet }) => {
  await servePage(context, rawPage)
  await page.goto(SHOP)
  await wallet.answer('pay', '01')
  await page.locator('#pay').click()
  await page.locator('#getLocationGps').click()
  await expect(wallet).toHaveCalled('scanQRCode', undefined, SOON)
})

test('toHaveCalled: other parameters', async ({ page, context, wallet }) => {
  await servePage(context, rawPage)
  await page.goto(SHOP)
  await page.locator('#pay').click()
  await expect(wallet).toHaveCalled('pay', { tn: /^2019/ }, SOON)
})

test('not.toHaveCalled', async ({ page, context, wallet }) => {
  await servePage(context, rawPage)
  await page.goto(SHOP)
  await page.locator('#pay').click()
  await expect(wallet).not.toHaveCalled('pay', { tn: /^2018/ }, SOON)
})

test('toHavePaid: a payment that was cancelled', async ({ page, context, wallet }) => {
  await servePage(context, rawPage)
  await page.goto(SHOP)
  await wallet.answer('pay', '01')
  await page.locator('#pay').click()
  await expect(wallet).toHavePaid(1, SOON)
})

test('not.toHavePaid', async ({ page, context, wallet }) => {
  await servePage(context, rawPage)
  await page.goto(SHOP)
  await page.locator('#pay').click()
  await expect(page.locator('output')).toHaveText(/pay success/)
  await expect(wallet).not.toHavePaid(1, SOON)
})

test.describe('before the bridge is up', () => {
  test.use({ walletSettings: { readyAfter: 'never' } })
  test('toHaveCalled: a call that upsdk dropped', async ({ page, context, wallet }) => {
    await servePage(context, rawPage)
    await page.goto(SHOP)
    await page.locator('#pay').click()
    await expect(wallet).toHaveCalled('pay', undefined, SOON)
  })
})

test.describe('outside the wallet', () => {
  test.use({ walletSettings: { insideWallet: false } })
  test('toHavePaid: a call that the kit refused', async ({ page, context, wallet }) => {
    await servePage(context, kitPage('upsdk-kit.js'))
    await page.goto(SHOP)
    await page.locator('#pay').click()
    await expect(wallet).toHavePaid(1, SOON)
  })
})

test('a page without upsdk', async ({ page, context, wallet }) => {
  await servePage(context, { body: '<p>hello</p>', head: '', scripts: ['throw new Error("broken")'] })
  await page.goto(SHOP)
  await expect(wallet).toHaveCalled('pay', undefined, SOON)
})

test('no page at all', async ({ wallet }) => {
  await expect(wallet).toHaveCalled('pay', undefined, SOON)
})

test('a page that went to another origin', async ({ page, context, wallet }) => {
  await servePage(context, {
    scripts: ["document.querySelector('#pay').onclick = () => { location.href = 'https://other.example/' }"],
  })
  await servePage(context, { body: '<p>elsewhere</p>', head: '', scripts: [] }, 'https://other.example/')
  await page.goto(SHOP)
  await page.locator('#pay').click()
  await page.waitForURL('https://other.example/')
  await expect(wallet).toHaveCalled('pay', undefined, SOON)
})

test('a context that is closed in the middle', async ({ page, context, wallet }) => {
  await servePage(context, rawPage)
  await page.goto(SHOP)
  setTimeout(() => void context.close(), 300)
  await expect(wallet).toHaveCalled('pay', undefined, { timeout: 25_000 })
})

test('fire in a closed context', async ({ context, wallet }) => {
  await context.close()
  await wallet.fire('rightbtnclick')
})

test('an unknown method', async ({ wallet }) => {
  // @ts-expect-error misspelt
  await wallet.answer('scanQrcode', '01')
})

test('a malformed answer', async ({ wallet }) => {
  await wallet.answer('pay', 'canceled')
})

test('an answer of another form', async ({ wallet }) => {
  // @ts-expect-error of another form
  await wallet.answer('pay', { code: '01' })
})

test('an unknown method in an expectation', async ({ wallet }) => {
  // @ts-expect-error misspelt
  await expect(wallet).toHaveCalled('payy')
})

test('something else than the wallet', async ({ page }) => {
  // @ts-expect-error not the wallet
  await expect(page).toHavePaid(1)
})

test('a number of payments that is none', async ({ wallet }) => {
  await expect(wallet).toHavePaid(-1)
})

test('an unknown event', async ({ wallet }) => {
  await wallet.fire('rightBtnClick')
})

test.describe('settings', () => {
  // @ts-expect-error misspelt
  test.use({ walletSettings: { platfrom: 'ios' } })
  test('a setting that there is not', async ({ page }) => {
    await page.goto('about:blank')
  })
})

test.describe('settings with answers', () => {
  test.use({ walletSettings: { answers: { bioDetct: '94' } } })
  test('an answer in the settings to an unknown method', async ({ page }) => {
    await page.goto('about:blank')
  })
})
