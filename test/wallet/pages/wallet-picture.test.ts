/** The phone saves a picture of the page as the browser shows it, or says why not. */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { findChromium } from '../../../scripts/chromium.mjs'
import { describeInBrowser } from '../../browser/harness'
import { openPhone, useDesk } from './phoneDesk'

describeInBrowser('a picture of the phone', () => {
  const desk = useDesk({
    'index.html': '<!doctype html><meta charset="utf-8"><body style="background: rgb(200, 30, 30)">Shop',
  })

  it('shows the page in the size of the device', async () => {
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--auto-accept-this-tab-capture'],
    })
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, acceptDownloads: true })
    await page.goto(`${desk.address}#/`)
    await page.frameLocator('iframe[data-upsdk-kit=page]').getByText('Shop').waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-part=picture]').click(),
    ])
    expect(download.suggestedFilename()).toBe('upsdk-kit-phone.png')
    const picture = readFileSync(await download.path()).toString('base64')
    const seen = await page.evaluate<{ width: number; height: number; middle: number[] }>(`(async () => {
      const bytes = Uint8Array.from(atob(${JSON.stringify(picture)}), (one) => one.charCodeAt(0))
      const image = await createImageBitmap(new Blob([bytes]))
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')
      context.drawImage(image, 0, 0)
      const middle = [...context.getImageData(image.width / 2, image.height / 2, 1, 1).data]
      return { width: image.width, height: image.height, middle }
    })()`)
    const box = await page.locator('[data-part=device]').boundingBox()
    expect(Math.abs(seen.width - (box?.width || 0))).toBeLessThan(4)
    expect(Math.abs(seen.height - (box?.height || 0))).toBeLessThan(4)
    const [red = 0, green = 0, blue = 0] = seen.middle
    expect(red > 150 && green < 80 && blue < 80).toBe(true)
    await browser.close()
  })

  it('is not offered by a browser that cannot capture a part of its tab, as the phone says', async () => {
    const phone = await openPhone(desk)
    await phone.page.evaluate('delete window.CropTarget')
    await phone.page.locator('[data-part=picture]').click()
    await expect
      .poll(() => phone.page.locator('[data-part=notice]').textContent())
      .toContain('这个浏览器不能截取标签页')
    await phone.reset()
  })
})
