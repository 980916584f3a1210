/**
 * `examples/uni-app-h5/src/uniCalls.js` works on the page `calls.vue`, which knows nothing of upsdk, in a production
 * build.
 */
import type { Page } from '@playwright/test'
import { expect, test } from 'upsdk-kit/playwright'

/** A picture of one pixel. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGPgjkkDAAFDAM4cGyKpAAAAAElFTkSuQmCC'
const WAYS = ['回调', 'Promise'] as const

/** Opens the page, taps a row's button, and gives what it shows: a line for each callback. */
async function call(page: Page, name: string, way: (typeof WAYS)[number], lines: number): Promise<string[]> {
  const row = page.locator('.call', { has: page.getByText(name, { exact: true }) })
  await row.getByText(way, { exact: true }).click()
  await expect(row.locator('.line')).toHaveCount(lines)
  return row.locator('.line').allTextContents()
}
const open = (page: Page) => page.goto('/#/pages/calls/calls')

/** The lines of a success or failure, in either way. */
const linesOf = (way: string, outcome: 'success' | 'fail', result: string) =>
  way === 'Promise'
    ? [`${outcome === 'success' ? 'resolved' : 'rejected'} ${result}`]
    : [`${outcome} ${result}`, `complete ${result}`]

const results = [
  ['scanCode', 'scanQRCode', '{"result":"https://example.com/7","scanType":"","errMsg":"scanCode:ok"}'],
  [
    'getLocation gcj02',
    'getLocationGps',
    '{"latitude":31.23,"longitude":121.47,"accuracy":0,"errMsg":"getLocation:ok"}',
  ],
  [
    'chooseLocation',
    'chooseLocation',
    '{"latitude":31.23,"longitude":121.47,"name":"人民广场","address":"人民大道","errMsg":"chooseLocation:ok"}',
  ],
  ['openLocation', 'openLocation', '{"errMsg":"openLocation:ok"}'],
  ['getScreenBrightness', 'getScreenBrightness', '{"value":0.5,"errMsg":"getScreenBrightness:ok"}'],
  ['setScreenBrightness', 'setScreenBrightness', '{"errMsg":"setScreenBrightness:ok"}'],
] as const
const place = { latitude: '31.23', longitude: '121.47' }
test.use({
  walletSettings: {
    results: {
      scanQRCode: 'https://example.com/7',
      getLocationGps: place,
      chooseLocation: { ...place, name: '人民广场', address: '人民大道', provinceName: '上海市' },
      getScreenBrightness: { brightness: '0.5' },
    },
  },
})

for (const way of WAYS) {
  for (const [name, method, result] of results) {
    test(`uni.${name} (${way}) gives what upsdk.${method} answers, as uni-app has it`, async ({
      page,
      wallet,
    }) => {
      await open(page)
      expect(await call(page, name, way, way === 'Promise' ? 1 : 2)).toEqual(linesOf(way, 'success', result))
      await expect(wallet).toHaveCalled(method)
    })
    test(`uni.${name} (${way}) fails with its reason where the wallet gives no permission (c02)`, async ({
      page,
      wallet,
    }) => {
      await wallet.answer(method, 'c02')
      await open(page)
      const errMsg = `{"errMsg":"${name.split(' ')[0]}:fail forbidden"}`
      expect(await call(page, name, way, way === 'Promise' ? 1 : 2)).toEqual(linesOf(way, 'fail', errMsg))
    })
  }
  test(`uni.scanCode (${way}) that the user cancels fails with “cancel”, and the kit shows nothing`, async ({
    page,
    wallet,
  }) => {
    await wallet.answer('scanQRCode', 'cancelled')
    await open(page)
    expect(await call(page, 'scanCode', way, way === 'Promise' ? 1 : 2)).toEqual(
      linesOf(way, 'fail', '{"errMsg":"scanCode:fail cancel"}'),
    )
    await wallet.answer('scanQRCode', 'c02')
    await call(page, 'scanCode', way, way === 'Promise' ? 1 : 2)
    await page.waitForTimeout(800)
    await expect(
      page.locator('[data-upsdk-kit=toast], uni-toast, uni-modal').filter({ visible: true }),
    ).toHaveCount(0)
  })
  test(`uni.requestPayment (${way}) fails with what to write, and no payment reaches native`, async ({
    page,
    wallet,
  }) => {
    await open(page)
    expect(await call(page, 'requestPayment', way, way === 'Promise' ? 1 : 2)).toEqual(
      linesOf(way, 'fail', '{"errMsg":"requestPayment:fail use upsdk.pay"}'),
    )
    expect(wallet.calls().filter(({ method }) => method === 'pay')).toEqual([])
  })
  test(`uni.chooseImage({ count: 1 }) (${way}) gives a file with a blob path`, async ({ page, wallet }) => {
    await wallet.answer('chooseImage', { value: { base64: PICTURE, type: 'png' } })
    await open(page)
    const [line = ''] = await call(page, 'chooseImage 1', way, way === 'Promise' ? 1 : 2)
    expect(line).toMatch(
      /^(success|resolved) image\/png 69 blob: .*"tempFilePaths":\["blob:.*"errMsg":"chooseImage:ok"/,
    )
    await expect(wallet).toHaveCalled('chooseImage', { sourceType: '1' })
  })
  test(`uni.chooseImage({ count: 1 }) (${way}) fails where the answer has no picture`, async ({
    page,
    wallet,
  }) => {
    await wallet.answer('chooseImage', { value: {} })
    await open(page)
    expect(await call(page, 'chooseImage 1', way, way === 'Promise' ? 1 : 2)).toEqual(
      linesOf(way, 'fail', '{"errMsg":"chooseImage:fail system"}'),
    )
  })
}

test('uni.scanCode hands over the kinds that upsdk knows', async ({ page, wallet }) => {
  await open(page)
  await call(page, 'scanCode barCode', 'Promise', 1)
  await expect(wallet).toHaveCalled('scanQRCode', { scanType: ['barCode'], needResult: '1' })
})

test('uni.openLocation hands over text', async ({ page, wallet }) => {
  await open(page)
  await call(page, 'openLocation', 'Promise', 1)
  await expect(wallet).toHaveCalled('openLocation', { latitude: '31.23', longitude: '121.47', scale: '15' })
})

test('uni.getLocation with wgs84 stays uni-app’s own', async ({ page, wallet, context }) => {
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ latitude: 30, longitude: 120 })
  await open(page)
  const [line] = await call(page, 'getLocation wgs84', 'Promise', 1)
  expect(line).toContain('"latitude":30,"longitude":120')
  expect(wallet.calls()).toEqual([])
})

test('uni.chooseImage of nine stays uni-app’s own', async ({ page, wallet }) => {
  await open(page)
  const chooser = page.waitForEvent('filechooser')
  const row = page.locator('.call', { has: page.getByText('chooseImage 9', { exact: true }) })
  await row.getByText('Promise', { exact: true }).click()
  expect((await chooser).isMultiple()).toBe(true)
  expect(wallet.calls()).toEqual([])
})

test('uni.setNavigationBarTitle sets the title of both', async ({ page, wallet }) => {
  await open(page)
  await call(page, 'setNavigationBarTitle', 'Promise', 1)
  await expect(wallet).toHaveCalled('setNavigationBarTitle', { title: '附近门店' })
  await expect(page).toHaveTitle('附近门店')
})

test('what needs no answer works without callbacks and leaves no error on the console', async ({ page }) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await open(page)
  for (const [name] of results) await call(page, name, 'Promise', 1)
  expect(errors).toEqual([])
})

test.describe('before the bridge is up', () => {
  test.use({ walletSettings: { readyAfter: 1500 } })
  test('a call waits for it', async ({ page, wallet }) => {
    await open(page)
    expect(await call(page, 'setScreenBrightness', 'Promise', 1)).toEqual([
      'resolved {"errMsg":"setScreenBrightness:ok"}',
    ])
    await expect(wallet).toHaveCalled('setScreenBrightness', { brightness: '0.5' })
  })
})

test('uni.scanCode without arguments is sent, and leaves no error on the console when it succeeds', async ({
  page,
  wallet,
}) => {
  const errors: string[] = []
  page.on('pageerror', ({ message }) => errors.push(message))
  await open(page)
  await page.getByText('scanCode()', { exact: true }).click()
  await expect(wallet).toHaveCalled('scanQRCode', { scanType: ['qrCode', 'barCode'], needResult: '1' })
  await page.waitForTimeout(500)
  expect(errors).toEqual([])
})

test('uni.scanCode without arguments that the user cancels leaves the page as it was, and nothing is shown', async ({
  page,
  wallet,
}) => {
  await wallet.answer('scanQRCode', 'cancelled')
  await open(page)
  await page.getByText('scanCode()', { exact: true }).click()
  await expect(wallet).toHaveCalled('scanQRCode')
  await page.waitForTimeout(800)
  await expect(
    page.locator('[data-upsdk-kit=toast], uni-toast, uni-modal').filter({ visible: true }),
  ).toHaveCount(0)
  expect(await call(page, 'scanCode', 'Promise', 1)).toEqual(['rejected {"errMsg":"scanCode:fail cancel"}'])
})

test('a call before uniCalls.js has run is answered by uni-app, and the page starts', async ({
  page,
  wallet,
}) => {
  await open(page)
  await page.getByText('early', { exact: true }).click()
  await expect(page.getByText(/^early rejected "scanCode:fail/)).toBeVisible()
  expect(wallet.calls()).toEqual([])
})

test('an interceptor that the page adds later to the same call does not run, and the page has its answer', async ({
  page,
  wallet,
}) => {
  await wallet.answer('scanQRCode', 'cancelled')
  await open(page)
  await page.getByText('addInterceptor', { exact: true }).click()
  expect(await call(page, 'scanCode', 'Promise', 1)).toEqual(['rejected {"errMsg":"scanCode:fail cancel"}'])
  await expect(page.getByText(/^interceptor/)).toHaveCount(0)
})

test('removeInterceptor gives a call back to uni-app', async ({ page, wallet }) => {
  await open(page)
  await page.getByText('removeInterceptor', { exact: true }).click()
  const [line] = await call(page, 'scanCode', 'Promise', 1)
  expect(line).toContain("scanCode:fail method 'uni.scanCode' not supported")
  expect(wallet.calls()).toEqual([])
})

test.describe('outside the wallet', () => {
  test.use({ walletSettings: { insideWallet: false } })

  for (const way of WAYS)
    test(`uni.scanCode (${way}) fails with “outside-wallet”, since uni-app has none of its own`, async ({
      page,
    }) => {
      await open(page)
      expect(await call(page, 'scanCode', way, way === 'Promise' ? 1 : 2)).toEqual(
        linesOf(way, 'fail', '{"errMsg":"scanCode:fail outside-wallet"}'),
      )
    })

  test('what uni-app has itself stays its own', async ({ page, context }) => {
    await context.grantPermissions(['geolocation'])
    await context.setGeolocation({ latitude: 30, longitude: 120 })
    await open(page)
    const chooser = page.waitForEvent('filechooser')
    const row = page.locator('.call', { has: page.getByText('chooseImage 1', { exact: true }) })
    await row.getByText('Promise', { exact: true }).click()
    await chooser
    await call(page, 'setNavigationBarTitle', 'Promise', 1)
    await expect(page).toHaveTitle('附近门店')
  })
})
