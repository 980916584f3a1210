/** This specification fails without being expected to, so that the fixture attaches its log. */
import { expect, test } from 'upsdk-kit/playwright'
import { rawPage, SHOP, servePage } from '../pages'

test('toHavePaid: paid twice', async ({ page, context, wallet }) => {
  await servePage(context, rawPage)
  await page.goto(SHOP)
  await page.locator('#pay').click()
  await page.locator('#pay').click()
  await expect(page.locator('output')).toHaveText(/pay success.*pay success/)
  await expect(wallet).toHavePaid(1)
})
