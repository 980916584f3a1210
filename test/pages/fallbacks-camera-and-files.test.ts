/** Scanning, photos and files work outside the wallet, with Chromium's fake camera. */
import { buffer } from 'node:stream/consumers'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { CAMERA_CODE as CODE } from '../browser/fakeCamera'
import { describeInBrowser } from '../browser/harness'
import { bmp, choose, DETECTOR, dialog, leftOver, look, open, outcome, run, tap } from './fallbackPage'

const CAMERA = { inWholeBrowser: true, permissions: ['camera'] }

describeInBrowser('the fallback of scanQRCode', () => {
  it('reads a code from the camera, and releases it', async () => {
    const opened = await open(DETECTOR, CAMERA)
    expect(await run(opened, '(kit) => kit.scanQRCode()')).toEqual({ value: CODE })
    expect(await leftOver(opened)).toBe(0)
    expect(await opened.evaluate('window.formats')).toEqual(['qr_code', 'ean_13'])
    await opened.done()
  })

  it('looks for the kinds of codes that are asked for', async () => {
    const opened = await open(DETECTOR, CAMERA)
    await run(opened, "(kit) => kit.scanQRCode({ scanType: ['qrCode'] })")
    expect(await opened.evaluate('window.formats')).toEqual(['qr_code'])
    await opened.done()
  })

  it.each([
    ['its button', (opened: Page) => dialog(opened).getByRole('button', { name: '取消' }).click()],
    ['Escape', (opened: Page) => opened.keyboard.press('Escape')],
    ['going back', (opened: Page) => opened.evaluate("dispatchEvent(new PopStateEvent('popstate'))")],
  ])('is cancelled by %s, and releases the camera', async (_way, cancel) => {
    const opened = await open(DETECTOR, CAMERA)
    await opened.evaluate('BarcodeDetector.prototype.detect = async () => []')
    await tap(opened, '(kit) => kit.scanQRCode()')
    await dialog(opened).getByText('将镜头对准二维码或条形码').waitFor()
    await opened.waitForFunction(
      "document.querySelector('[data-upsdk-kit=dialog]').shadowRoot.querySelector('video').videoWidth > 0",
    )
    await look(opened, 'scan')
    await cancel(opened)
    expect(await outcome(opened)).toMatchObject({ reason: 'cancelled', sent: false })
    expect(await leftOver(opened)).toBe(0)
    await opened.done()
  })

  it.each([
    [320, 568],
    [568, 320],
  ])('shows its way out on a screen of %i × %i', async (width, height) => {
    const opened = await open(DETECTOR, CAMERA)
    await opened.setViewportSize({ width, height })
    await opened.evaluate('BarcodeDetector.prototype.detect = async () => []')
    await tap(opened, '(kit) => kit.scanQRCode()')
    const button = await dialog(opened).getByRole('button', { name: '取消' }).boundingBox()
    expect((button?.y || height) + (button?.height || 0)).toBeLessThanOrEqual(height)
    await look(opened, `scan-${width}x${height}`)
    await opened.done()
  })

  it('releases the camera when the page aborts, or unloads', async () => {
    const opened = await open(DETECTOR, CAMERA)
    await opened.evaluate('BarcodeDetector.prototype.detect = async () => []')
    await tap(
      opened,
      '(kit) => kit.scanQRCode(undefined, { signal: (window.giveUp = new AbortController()).signal })',
    )
    await dialog(opened).getByText('将镜头对准二维码或条形码').waitFor()
    await opened.evaluate('giveUp.abort()')
    expect(await outcome(opened)).toMatchObject({ reason: 'aborted' })
    expect(await leftOver(opened)).toBe(0)
    await opened.done()
  })

  it('says where to allow the camera if it is denied', async () => {
    const opened = await open(DETECTOR, { ...CAMERA, permissions: [] })
    expect(await run(opened, '(kit) => kit.scanQRCode()')).toMatchObject({
      reason: 'permission',
      message: '请在浏览器设置中开启相机权限后再试',
    })
    await opened.done()
  })

  it('reads a chosen picture if there is no camera', async () => {
    const opened = await open(DETECTOR)
    await opened.evaluate(
      "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('none', 'NotFoundError') }",
    )
    const call = '(kit) => kit.scanQRCode()'
    expect(await choose(opened, bmp(400, 400, CODE), call)).toEqual({ value: CODE })
    expect(await choose(opened, bmp(40, 40), call)).toMatchObject({
      reason: 'unknown',
      message: '未识别到二维码或条形码，请换一张更清晰的图片',
    })
    expect(await leftOver(opened)).toBe(0)
    await opened.done()
  })

  it('is unsupported if the browser reads no codes', async () => {
    const opened = await open()
    expect(await run(opened, '(kit) => kit.scanQRCode()')).toMatchObject({ reason: 'unsupported' })
    await opened.done()
  })
})

describeInBrowser('the fallbacks for files:', () => {
  it('chooseImage gives a picture scaled down as the wallet does', async () => {
    const opened = await open()
    const sizes = async (chosen: unknown) => {
      const { base64, type } = (chosen as { value: { base64: string; type: string } }).value
      expect([type, base64.slice(0, 4)]).toEqual(['jpg', '/9j/'])
      return opened.evaluate(async (text) => {
        const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
        const { width, height } = await createImageBitmap(new Blob([bytes]))
        return [width, height]
      }, base64)
    }
    const choosing = (params: string) => choose(opened, bmp(1200, 900), `(kit) => kit.chooseImage(${params})`)
    expect(await sizes(await choosing(''))).toEqual([500, 375])
    expect(await sizes(await choosing('{ maxWidth: 300, maxHeight: 90 }'))).toEqual([120, 90])
    expect(await sizes(await choosing('{ maxWidth: 100 }'))).toEqual([500, 375])
    expect(await sizes(await choosing('{ maxWidth: 5000, maxHeight: 5000 }'))).toEqual([1200, 900])
    expect(await leftOver(opened)).toBe(0)
    await opened.done()
  })

  it('chooseImage is unsupported for a file that is no picture, and cancelled by the user', async () => {
    const opened = await open()
    const call = '(kit) => kit.chooseImage()'
    const text = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('text') }
    expect(await choose(opened, text, call)).toMatchObject({
      reason: 'unsupported',
      message: expect.stringMatching(/picture|图片/),
    })
    // If nobody chooses, a headless browser cancels by itself.
    expect(await run(opened, call)).toMatchObject({ reason: 'cancelled', sent: false })
    expect(await leftOver(opened)).toBe(0)
    await opened.done()
  })

  it('chooseFileFromAlbum and readAlbumData give a file in chunks, up to a size', async () => {
    const opened = await open()
    const buffer = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256))
    const file = { name: 'film.mp4', mimeType: 'video/mp4', buffer }
    const call = (maxSize: number) =>
      `(kit) => kit.chooseFileFromAlbum({ maxSize: ${maxSize}, sourceType: '00' })`
    expect(await choose(opened, file, call(999))).toMatchObject({ reason: 'invalid-params', code: '03' })
    const { value } = (await choose(opened, file, call(1000))) as { value: { url: string } }
    expect(value).toEqual({ url: expect.any(String), size: 1000, filename: 'film.mp4' })
    const read = (from: number, size: number, url = value.url) =>
      run(opened, `(kit) => kit.readAlbumData({ url: '${url}', fromOffset: ${from}, bufferSize: ${size} })`)
    const chunk = (from: number, to: number, isFinished: string) => ({
      value: { data: buffer.subarray(from, to).toString('base64'), isFinished },
    })
    expect(await read(0, 600)).toEqual(chunk(0, 600, '0'))
    expect(await read(600, 600)).toEqual(chunk(600, 1000, '1'))
    expect(await read(0, 524_289)).toMatchObject({ code: '00', reason: 'invalid-params' })
    expect(await read(0, 10, 'other')).toMatchObject({ code: '07', reason: 'invalid-params' })
    await opened.done()
  })

  it('saveImage downloads a picture, given as base64 or as an address', async () => {
    const opened = await open()
    const base64 =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    const download = opened.waitForEvent('download')
    expect(await run(opened, `(kit) => kit.saveImage({ base64: '${base64}' })`)).toEqual({ value: undefined })
    const saved = await download
    expect(saved.suggestedFilename()).toMatch(/^image-\d+\.png$/)
    expect((await buffer(await saved.createReadStream())).toString('base64')).toBe(base64)
    expect(
      await run(opened, "(kit) => kit.saveImage({ url: 'https://elsewhere.example/a.png' })"),
    ).toMatchObject({
      reason: 'network',
    })
    expect(await run(opened, "(kit) => kit.saveImage({ base64: '%' })")).toMatchObject({
      reason: 'invalid-params',
    })
    expect(await run(opened, '(kit) => kit.saveImage({})')).toMatchObject({ reason: 'invalid-params' })
    await opened.done()
  })
})
