/** The page of a starter project, as it is developed and as it is built: `npm run starters` runs this in the project. */
import type { Page } from '@playwright/test'
import { expect, test, type Wallet } from 'upsdk-kit/playwright'

const { PAY = '', PAID = '', ELEMENT = '' } = process.env
/** Matches the toasts and dialogs of the libraries and of the kit. */
const MESSAGES = [
  '.van-toast, .van-dialog, .adm-toast-main, .adm-dialog, uni-toast, uni-modal, .taro__toast, .taro__modal',
  '[data-upsdk-kit=toast], [data-upsdk-kit=dialog]',
].join()
/** Finds a button by its name. A framework's own element has no role, and its state is in an attribute. */
const buttonOf = (page: Page, name: string) =>
  ELEMENT
    ? page.locator(ELEMENT).filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
    : page.getByRole('button', { name, exact: true })
const DISABLED = ELEMENT ? `${ELEMENT}[disabled]:not([disabled=false])` : ':disabled'
const payments = (wallet: Wallet) => wallet.calls().filter(({ method }) => method === 'pay')

test('a payment is made, once', async ({ page, wallet }) => {
  await page.goto('/')
  await buttonOf(page, PAY).click()
  await expect(wallet).toHaveCalled('pay', { tn: /^2018/ })
  await expect(wallet).toHavePaid(1)
  await expect(buttonOf(page, PAID).and(page.locator(DISABLED))).toBeVisible()
})

test('a payment that the user cancels can be made afterwards, and nothing is said', async ({
  page,
  wallet,
}) => {
  await page.goto('/')
  await wallet.answer('pay', 'cancelled')
  const button = buttonOf(page, PAY)
  await button.click()
  await expect(wallet).toHaveCalled('pay')
  await expect(button.and(page.locator(DISABLED))).toHaveCount(0)
  // The kit shows a message once the wallet's own sheet is gone.
  await page.waitForTimeout(700)
  await expect(page.locator(MESSAGES).filter({ visible: true })).toHaveCount(0)
  await expect(wallet).toHavePaid(0)
  await wallet.answer('pay', 'success')
  await button.click()
  await expect(wallet).toHavePaid(1)
})

test('a payment without an answer is not sent again by a second tap', async ({ page, wallet }) => {
  await page.goto('/')
  await wallet.answer('pay', 'silent')
  // While the payment is open, a library may remove the name from its button.
  const button = page.locator(ELEMENT || 'button, input[type=button]').first()
  await button.click()
  await expect(wallet).toHaveCalled('pay')
  await button.click({ force: true })
  await page.waitForTimeout(500)
  expect(payments(wallet)).toHaveLength(1)
  await expect(wallet).toHavePaid(0)
})

test('a payment without permission (c02) says so to the user', async ({ page, wallet }) => {
  await page.goto('/')
  await wallet.answer('pay', 'c02')
  await buttonOf(page, PAY).click()
  await expect(page.getByText('该支付方式暂未开放，支付未发起，请换一种方式').first()).toBeVisible()
  await expect(wallet).toHavePaid(0)
})

test('the number comes by a login, and not if the user cancels it', async ({ page, wallet }) => {
  await page.route('**/api/bind-mobile', (route) => {
    const { code } = route.request().postDataJSON()
    return route.fulfill({ json: { mobile: code === 'a-code' ? '138****0000' : 'wrong code' } })
  })
  await wallet.answer('appletExplicitAuth', 'cancelled')
  await page.goto('/')
  await page.getByText('绑定手机号').click()
  await expect(page.getByText('cancelled', { exact: true })).toBeVisible()
  await wallet.answer('appletExplicitAuth', { value: { code: 'a-code' } })
  await page.getByText('cancelled', { exact: true }).click()
  await expect(page.getByText('138****0000')).toBeVisible()
  await expect(wallet).toHaveCalled('appletExplicitAuth', { scope: 'scope.mobile' })
})

test.describe('outside the wallet', () => {
  test.use({ walletSettings: { insideWallet: false } })
  test('the page says where to open it, and asks native for nothing', async ({ page, wallet }) => {
    await page.goto('/')
    await buttonOf(page, PAY).click()
    await expect(page.getByText(/请在云闪付中打开/).first()).toBeVisible()
    expect(wallet.calls()).toEqual([])
  })
})
