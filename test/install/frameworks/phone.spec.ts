/** The page that a framework has built is paid in the phone of the command, at the sheet that a user would see. */
import { expect, test } from '@playwright/test'

const { PHONE = '', FRAMEWORK = '' } = process.env

/** The shop's server, which a built page asks. UnionPay would tell it of a payment: here the test does. */
const ORDER = { id: 'HS1001', tn: '201811290000001' }

const PAGES: Readonly<Record<string, { pay: string; paid: string }>> = {
  'uni-app': { pay: '立即支付', paid: '已支付' },
  taro: { pay: 'Promise', paid: 'resolved "paid"' },
}

test(`the page of ${FRAMEWORK} is paid in the phone`, async ({ page }) => {
  const { pay = '', paid = '' } = PAGES[FRAMEWORK] || {}
  let state = 'waiting'
  await page.addInitScript("Object.defineProperty(Navigator.prototype, 'webdriver', { get: () => false })")
  await page.route(/\/api\//, (route) => route.fulfill({ json: { ...ORDER, state } }))
  await page.goto(PHONE)
  const shop = page.frameLocator('iframe[data-upsdk-kit=page]')
  await shop.getByText(pay, { exact: true }).first().click({ timeout: 60_000 })
  const confirm = shop.getByRole('button', { name: '确认支付' })
  await confirm.waitFor()
  state = 'paid'
  await confirm.click()
  await expect(shop.getByText(paid, { exact: true }).first()).toBeVisible()
  const row = page.locator('[data-upsdk-kit=log] [data-method=pay]').first()
  await expect(row).toHaveAttribute('data-status', 'success')
})
