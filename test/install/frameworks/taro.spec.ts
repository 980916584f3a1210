/**
 * `examples/taro-h5/src/taroCalls.js` works on a page that was written for Taro alone, in a production build of
 * Taro's CLI.
 */
import type { Page } from '@playwright/test'
import { expect, test } from 'upsdk-kit/playwright'

const WAYS = ['回调', 'Promise'] as const

/** Opens the page, taps a row's button, and gives what it shows: a line for each callback, and one of the promise. */
async function call(page: Page, name: string, way: (typeof WAYS)[number]): Promise<string[]> {
  const row = page.locator('.call', { has: page.getByText(name, { exact: true }) })
  await row.getByText(way, { exact: true }).click()
  await expect(row.locator('.line')).toHaveCount(way === 'Promise' ? 1 : 3)
  return row.locator('.line').allTextContents()
}
const open = (page: Page) => page.goto('/')

/** The lines of a success or failure, in either way. */
const linesOf = (way: string, outcome: 'success' | 'fail', result: string) => {
  const promise = `${outcome === 'success' ? 'resolved' : 'rejected'} ${result}`
  return way === 'Promise' ? [promise] : [`${outcome} ${result}`, `complete ${result}`, promise]
}

test('a payment is made by upsdk.pay', async ({ page, wallet }) => {
  await open(page)
  expect(await call(page, 'pay', 'Promise')).toEqual(['resolved "paid"'])
  await expect(wallet).toHavePaid(1)
})

test('a payment that the user cancels is no success', async ({ page, wallet }) => {
  await wallet.answer('pay', 'cancelled')
  await open(page)
  expect(await call(page, 'pay', 'Promise')).toEqual(['rejected {"reason":"cancelled"}'])
  await expect(wallet).toHavePaid(0)
})

for (const way of WAYS) {
  for (const [name, method] of [
    ['requestPayment', 'pay'],
    ['login', 'appletAuth'],
  ] as const)
    test(`Taro.${name} (${way}) fails with what to write, and native is asked for nothing`, async ({
      page,
      wallet,
    }) => {
      await open(page)
      expect(await call(page, name, way)).toEqual(
        linesOf(way, 'fail', `{"errMsg":"${name}:fail use upsdk.${method}"}`),
      )
      expect(wallet.calls()).toEqual([])
    })

  test(`scanCode (${way}) gives what was scanned, and asks for the kinds that upsdk knows`, async ({
    page,
    wallet,
  }) => {
    await wallet.answer('scanQRCode', { value: 'https://example.com/7' })
    await open(page)
    expect(await call(page, 'scanCode', way)).toEqual(
      linesOf(way, 'success', '{"result":"https://example.com/7","scanType":"","errMsg":"scanCode:ok"}'),
    )
    await expect(wallet).toHaveCalled('scanQRCode', { scanType: ['barCode'], needResult: '1' })
  })

  for (const [answer, reason] of [
    ['cancelled', 'cancel'],
    ['c02', 'forbidden'],
  ] as const)
    test(`scanCode (${way}) fails with “${reason}” where the wallet answers ${answer}, and the kit shows nothing`, async ({
      page,
      wallet,
    }) => {
      await wallet.answer('scanQRCode', answer)
      await open(page)
      expect(await call(page, 'scanCode', way)).toEqual(
        linesOf(way, 'fail', `{"errMsg":"scanCode:fail ${reason}"}`),
      )
      await page.waitForTimeout(800)
      await expect(page.locator('[data-upsdk-kit=toast]')).toHaveCount(0)
    })
}

test('another function that Taro has not in H5 says so on the console, though it reports success', async ({
  page,
}) => {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await open(page)
  const [line] = await call(page, 'getWeRunData', 'Promise')
  expect(line).toBe('resolved {"errMsg":"暂时不支持 API"}')
  expect(said).toContain('Taro.getWeRunData does nothing in H5, whatever it answers.')
})

test.describe('outside the wallet', () => {
  test.use({ walletSettings: { insideWallet: false } })
  test('scanCode fails with “outside-wallet”, and requestPayment as inside', async ({ page }) => {
    await open(page)
    expect(await call(page, 'scanCode', 'Promise')).toEqual([
      'rejected {"errMsg":"scanCode:fail outside-wallet"}',
    ])
    expect(await call(page, 'requestPayment', 'Promise')).toEqual([
      'rejected {"errMsg":"requestPayment:fail use upsdk.pay"}',
    ])
  })
})
