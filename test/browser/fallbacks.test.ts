/** Each fallback in Chromium, with its fake devices. */
import { mkdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { picture, writeCameraFile } from './fakeCamera'
import { BROWSER_AGENT, describeInBrowser, MODULES, openPage, PAGE_URL, page, useBrowser } from './harness'

const CODE = 'https://qr.95516.com/00010000/0123456789'

useBrowser([
  '--use-fake-device-for-media-stream',
  `--use-file-for-fake-video-capture=${writeCameraFile(CODE)}`,
])

/** Chromium on Linux has no `BarcodeDetector`; this one has its interface, with a real decoder behind it. */
const DETECTOR = `<script type="module">
  import decodeQR from '/qr/decode.js'
  window.BarcodeDetector = class {
    static async getSupportedFormats() { return ['qr_code', 'ean_13'] }
    constructor({ formats }) { window.formats = formats }
    async detect(source) {
      const width = source.videoWidth || source.width, height = source.videoHeight || source.height
      if (!width) return []
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const drawing = canvas.getContext('2d')
      drawing.drawImage(source, 0, 0)
      try { return [{ rawValue: decodeQR(drawing.getImageData(0, 0, width, height)) }] } catch { return [] }
    }
  }
</script>`

const html = (head: string) =>
  page(
    `${head}<button id="tap">tap</button><script type="module">
  import { createUpsdk } from '/dist/index.js'
  import { webFallbacks } from '/dist/fallbacks.js'
  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wanted) => (window.stream = await getUserMedia(wanted))
  window.kit = createUpsdk({ fallbacks: webFallbacks, locale: 'zh-CN' })
  // A call as a page makes it: from a tap. 'outcome' is its result, or the reason that it failed for.
  window.onTap = (run) => {
    window.outcome = undefined
    document.querySelector('#tap').onclick = () => run(window.kit).then(
      (value) => { window.outcome = { value } },
      ({ reason, code, sent, message }) => { window.outcome = { reason, code, sent, message } })
  }
</script>`,
  )

const script = (file: string) => ({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') })

async function open(head = '', permissions: string[] = []) {
  const opened = await openPage({
    userAgent: BROWSER_AGENT,
    html: html(head),
    routes: {
      ...MODULES,
      'https://mini.example/qr/decode.js': script('node_modules/qr/decode.js'),
      'https://mini.example/qr/index.js': script('node_modules/qr/index.js'),
      'https://mini.example/next': { contentType: 'text/html', body: '<title>next</title>' },
      'https://mini.example/data': { contentType: 'application/json', body: '{"a":1}' },
      'https://uri.amap.com/marker': { contentType: 'text/html', body: '' },
      'https://uri.amap.com/navigation': { contentType: 'text/html', body: '' },
    },
  })
  await opened.context().grantPermissions(permissions, { origin: 'https://mini.example' })
  await opened.waitForFunction(`window.kit && ${head ? 'window.BarcodeDetector' : true}`)
  return opened
}

/** Taps, and lets the page make a call in it. @param call a function of the kit, as text */
async function tap(opened: Page, call: string): Promise<void> {
  await opened.evaluate(`onTap(${call})`)
  await opened.click('#tap')
}

/** How the call of the last tap ended. */
async function outcome(opened: Page): Promise<unknown> {
  await opened.waitForFunction('window.outcome')
  return opened.evaluate('window.outcome')
}

async function run(opened: Page, call: string): Promise<unknown> {
  await tap(opened, call)
  return outcome(opened)
}

const dialog = (opened: Page) => opened.locator('[data-upsdk-kit=dialog]')
const toastText = (opened: Page) =>
  opened.evaluate("document.querySelector('[data-upsdk-kit=toast]').shadowRoot.textContent")
const leftOver = (opened: Page) =>
  opened.evaluate(
    `document.querySelectorAll('[data-upsdk-kit=dialog], input').length + (window.stream ? stream.getTracks().filter((track) => track.readyState === 'live').length : 0)`,
  )

async function look(opened: Page, name: string) {
  if (!process.env.SCREENSHOTS) return
  mkdirSync(process.env.SCREENSHOTS, { recursive: true })
  await opened.waitForTimeout(400)
  await opened.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` })
}

async function choose(opened: Page, file: { name: string; mimeType: string; buffer: Buffer }, call: string) {
  const chooser = opened.waitForEvent('filechooser')
  await tap(opened, call)
  await (await chooser).setFiles(file)
  return outcome(opened)
}

const bmp = (width: number, height: number, text?: string) => ({
  name: 'picture.bmp',
  mimeType: 'image/bmp',
  buffer: picture(width, height, text),
})

describeInBrowser('scanQRCode', () => {
  it('reads a code from the camera, and lets go of it', async () => {
    const opened = await open(DETECTOR, ['camera'])
    expect(await run(opened, '(kit) => kit.scanQRCode()')).toEqual({ value: CODE })
    expect(await leftOver(opened)).toBe(0)
    expect(await opened.evaluate('window.formats')).toEqual(['qr_code', 'ean_13'])
    await opened.done()
  })

  it('looks for the kinds of codes that are asked for', async () => {
    const opened = await open(DETECTOR, ['camera'])
    await run(opened, "(kit) => kit.scanQRCode({ scanType: ['qrCode'] })")
    expect(await opened.evaluate('window.formats')).toEqual(['qr_code'])
    await opened.done()
  })

  it.each([
    ['its button', (opened: Page) => dialog(opened).getByRole('button', { name: '取消' }).click()],
    ['Escape', (opened: Page) => opened.keyboard.press('Escape')],
    ['going back', (opened: Page) => opened.evaluate("dispatchEvent(new PopStateEvent('popstate'))")],
  ])('is cancelled by %s, and lets go of the camera', async (_way, cancel) => {
    const opened = await open(DETECTOR, ['camera'])
    await opened.evaluate('BarcodeDetector.prototype.detect = async () => []')
    await tap(opened, '(kit) => kit.scanQRCode()')
    await dialog(opened).getByText('将二维码或条码对准镜头').waitFor()
    await opened.waitForFunction(
      "document.querySelector('[data-upsdk-kit=dialog]').shadowRoot.querySelector('video').videoWidth > 0",
    )
    await look(opened, 'scan')
    await cancel(opened)
    expect(await outcome(opened)).toMatchObject({ reason: 'cancelled', sent: false })
    expect(await leftOver(opened)).toBe(0)
    await opened.done()
  })

  it('lets go of the camera when the page aborts, or goes', async () => {
    const opened = await open(DETECTOR, ['camera'])
    await opened.evaluate('BarcodeDetector.prototype.detect = async () => []')
    await tap(
      opened,
      '(kit) => kit.scanQRCode(undefined, { signal: (window.giveUp = new AbortController()).signal })',
    )
    await dialog(opened).getByText('将二维码或条码对准镜头').waitFor()
    await opened.evaluate('giveUp.abort()')
    expect(await outcome(opened)).toMatchObject({ reason: 'aborted' })
    expect(await leftOver(opened)).toBe(0)
    await opened.done()
  })

  it('says where to allow the camera, where it is denied', async () => {
    const opened = await open(DETECTOR)
    expect(await run(opened, '(kit) => kit.scanQRCode()')).toMatchObject({
      reason: 'permission',
      message: '未获相机权限，请在浏览器设置中允许后再试',
    })
    await opened.done()
  })

  it('reads a chosen picture where there is no camera', async () => {
    const opened = await open(DETECTOR)
    await opened.evaluate(
      "navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('none', 'NotFoundError') }",
    )
    const call = '(kit) => kit.scanQRCode()'
    expect(await choose(opened, bmp(400, 400, CODE), call)).toEqual({ value: CODE })
    expect(await choose(opened, bmp(40, 40), call)).toMatchObject({
      reason: 'unknown',
      message: '未识别到二维码或条码，请换一张更清晰的图片',
    })
    expect(await leftOver(opened)).toBe(0)
    await opened.done()
  })

  it('is unsupported where the browser reads no codes', async () => {
    const opened = await open()
    expect(await run(opened, '(kit) => kit.scanQRCode()')).toMatchObject({ reason: 'unsupported' })
    await opened.done()
  })
})

describeInBrowser('before the user touched the page', () => {
  it('nothing asks for a permission, or opens a chooser that the browser would not open', async () => {
    const opened = await open(`${DETECTOR}<script>addEventListener('load', async () => {
      const asked = [kit.scanQRCode(), kit.getLocationGps(), kit.getLocation(), kit.chooseImage()]
      window.onLoad = await Promise.all(asked.map((call) => call.catch(({ reason }) => reason)))
    })</script>`)
    await opened.waitForFunction('window.onLoad')
    expect(await opened.evaluate('onLoad')).toEqual(Array(4).fill('unsupported'))
    expect(await opened.evaluate('window.stream')).toBeUndefined()
    expect(await run(opened, '(kit) => kit.getLocationGps()')).toMatchObject({ reason: 'permission' })
    await opened.done()
  })
})

describeInBrowser('files', () => {
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

  it('chooseImage is unsupported for what is no picture, and cancelled by the user', async () => {
    const opened = await open()
    const call = '(kit) => kit.chooseImage()'
    const text = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('text') }
    expect(await choose(opened, text, call)).toMatchObject({ reason: 'unsupported' })
    // Without anyone who chooses, a headless browser cancels by itself.
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
    expect(readFileSync((await saved.path()) || '').toString('base64')).toBe(base64)
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

describeInBrowser('location', () => {
  it('is GCJ-02 in China, and as it is elsewhere', async () => {
    const opened = await open('', ['geolocation'])
    await opened.context().setGeolocation({ latitude: 39.9042, longitude: 116.4074, accuracy: 20 })
    const { value } = (await run(opened, '(kit) => kit.getLocationGps()')) as {
      value: Record<string, number>
    }
    expect(value.latitude).toBeCloseTo(39.9056, 3)
    expect(value.longitude).toBeCloseTo(116.41364, 3)
    await opened.context().setGeolocation({ latitude: 51.5074, longitude: -0.1278, accuracy: 20 })
    expect(await run(opened, "(kit) => kit.getLocation({ cacheTimeout: '0' })")).toEqual({
      value: { latitude: 51.5074, longitude: -0.1278, accuracy: 20 },
    })
    await opened.done()
  })

  it('says where to allow it, where it is denied', async () => {
    const opened = await open()
    expect(await run(opened, '(kit) => kit.getLocationGps()')).toMatchObject({
      reason: 'permission',
      message: '未获定位权限，请在浏览器设置中允许后再试',
    })
    await opened.done()
  })

  it.each([
    [
      "kit.openLocation({ latitude: 31.23, longitude: '121.47', name: '外滩, 上海', address: '' })",
      'https://uri.amap.com/marker?position=121.47%2C31.23&name=%E5%A4%96%E6%BB%A9%2C%20%E4%B8%8A%E6%B5%B7&coordinate=gaode&callnative=1',
    ],
    [
      "kit.navi({ sLat: 31, sLon: 121, sName: 'A,B', dLat: 32, dLon: 122, dName: 'C' })",
      'https://uri.amap.com/navigation?from=121%2C31%2CA%20B&to=122%2C32%2CC&mode=car&coordinate=gaode&callnative=1',
    ],
  ])('%s is shown on AMap’s page', async (call, address) => {
    const opened = await open()
    await tap(opened, `(kit) => ${call}`)
    await opened.waitForURL(/amap/)
    expect(opened.url()).toBe(address)
    await opened.done()
  })

  it('that is none is refused', async () => {
    const opened = await open()
    const call = "(kit) => kit.openLocation({ latitude: 'x', longitude: 1, name: '', address: '' })"
    expect(await run(opened, call)).toMatchObject({ reason: 'invalid-params' })
    await opened.done()
  })
})

describeInBrowser('pages', () => {
  it('showFlashInfo is a toast, setNavigationBarTitle the title', async () => {
    const opened = await open()
    expect(await run(opened, "(kit) => kit.showFlashInfo({ msg: '已保存' })")).toEqual({ value: undefined })
    expect(await toastText(opened)).toContain('已保存')
    await run(opened, "(kit) => kit.setNavigationBarTitle('我的订单')")
    expect(await opened.title()).toBe('我的订单')
    await opened.done()
  })

  it.each([
    ["kit.createWebView({ url: '/next' })", true],
    ["kit.createWebView({ url: '/next', isFinish: '1' })", false],
    ["kit.navigateTo({ url: '/next' })", true],
    ["kit.redirectTo({ url: '/next' })", false],
  ])('%s opens the address; back to the page: %s', async (call, back) => {
    const opened = await open()
    await tap(opened, `(kit) => ${call}`)
    await opened.waitForURL('https://mini.example/next')
    await opened.goBack({ waitUntil: 'commit' })
    expect(opened.url()).toBe(back ? PAGE_URL : 'about:blank')
    await opened.done()
  })

  it('navigateBack and closeWebApp go back', async () => {
    for (const call of ['kit.navigateBack()', 'kit.closeWebApp()']) {
      const opened = await open()
      await opened.evaluate("history.pushState(1, '', '#one')")
      await tap(opened, `(kit) => ${call}`)
      await opened.waitForURL(PAGE_URL)
      await opened.done()
    }
  })

  it('closeWebApp closes a window that the browser lets it close', async () => {
    const opened = await open()
    const popup = opened.waitForEvent('popup')
    await opened.evaluate('window.open(location.href)')
    const child = await popup
    await child.waitForFunction('window.kit')
    const closed = child.waitForEvent('close')
    await child.evaluate('void kit.closeWebApp()').catch(() => {})
    await closed
    await opened.done()
  })

  it('showSharePopup uses the browser’s panel, and says cancelled', async () => {
    const opened = await open()
    await opened.evaluate('navigator.share = async (content) => { window.shared = content }')
    const call = "(kit) => kit.showSharePopup({ title: 'T', desc: 'D', shareUrl: 'https://mini.example/s' })"
    expect(await run(opened, call)).toEqual({ value: undefined })
    expect(await opened.evaluate('window.shared')).toEqual({
      title: 'T',
      text: 'D',
      url: 'https://mini.example/s',
    })
    await opened.evaluate("navigator.share = async () => { throw new DOMException('', 'AbortError') }")
    expect(await run(opened, call)).toMatchObject({ reason: 'cancelled' })
    await opened.done()
  })

  it('showSharePopup copies the address where the browser has no panel', async () => {
    const opened = await open('', ['clipboard-read', 'clipboard-write'])
    await opened.evaluate('Object.defineProperty(navigator, "share", { value: undefined })')
    await opened.evaluate("history.replaceState(1, '', '?id=7&token=secret')")
    expect(await run(opened, '(kit) => kit.showSharePopup()')).toEqual({ value: undefined })
    expect(await opened.evaluate('navigator.clipboard.readText()')).toBe(`${PAGE_URL}?id=7`)
    expect(await toastText(opened)).toContain('链接已复制')
    await opened.done()
  })
})

describeInBrowser('device and network', () => {
  it('tell what the browser tells', async () => {
    const opened = await open()
    expect(await run(opened, '(kit) => kit.getScreenParams()')).toEqual({
      value: { width: 375, height: 667, pixelRatio: 1 },
    })
    expect(await run(opened, '(kit) => kit.getSystemInfo()')).toMatchObject({
      value: { windowWidth: 375, screenHeight: 667, userAgent: BROWSER_AGENT },
    })
    const { value } = (await run(opened, '(kit) => kit.getBatteryInfo()')) as {
      value: Record<string, unknown>
    }
    expect(value).toEqual({ level: expect.any(Number), isCharging: expect.any(Boolean) })
    await opened.done()
  })

  it('vibrate and getBatteryInfo are unsupported where the browser has none', async () => {
    const opened = await open()
    await opened.evaluate(
      "for (const name of ['vibrate', 'getBattery']) Object.defineProperty(navigator, name, { value: undefined })",
    )
    for (const method of ['vibrate', 'getBatteryInfo'])
      expect(await run(opened, `(kit) => kit.${method}()`)).toMatchObject({ reason: 'unsupported' })
    await opened.done()
  })

  it('vibrate vibrates', async () => {
    const opened = await open()
    await opened.evaluate('navigator.vibrate = (ms) => { window.vibrated = ms; return true }')
    expect(await run(opened, '(kit) => kit.vibrate()')).toEqual({ value: undefined })
    expect(await opened.evaluate('window.vibrated')).toBe(400)
    await opened.done()
  })

  it('setScreenBrightness keeps the screen on while it is bright, or says that it cannot', async () => {
    const opened = await open()
    await opened.evaluate(`Object.defineProperty(navigator, 'wakeLock', { value: {
      request: async () => { window.locks = (window.locks || 0) + 1; return { release: async () => { window.locks-- } } } }, configurable: true })`)
    const set = (brightness: string) =>
      run(opened, `(kit) => kit.setScreenBrightness({ brightness: ${brightness} })`)
    expect(await set('1')).toEqual({ value: { brightness: 1 } })
    expect(await set("'0.8'")).toEqual({ value: { brightness: 0.8 } })
    expect(await opened.evaluate('window.locks')).toBe(1)
    expect(await set('0.2')).toEqual({ value: { brightness: 0.2 } })
    expect(await opened.evaluate('window.locks')).toBe(0)
    expect(await set('2')).toMatchObject({ reason: 'invalid-params' })
    await opened.evaluate("Object.defineProperty(navigator, 'wakeLock', { value: undefined })")
    expect(await set('1')).toMatchObject({ reason: 'unsupported' })
    await opened.done()
  })

  it('sendRequest fetches', async () => {
    const opened = await open()
    const send = (params: string) => run(opened, `(kit) => kit.sendRequest(${params})`)
    expect(await send("{ url: '/data', dataType: 'json' }")).toEqual({
      value: { message: { a: 1 }, status: 200 },
    })
    expect(await send("{ url: '/data' }")).toEqual({ value: { message: '{"a":1}', status: 200 } })
    expect(await send("{ url: 'https://elsewhere.example/x' }")).toMatchObject({ reason: 'network' })
    expect(await send('{}')).toMatchObject({ reason: 'invalid-params' })
    const request = opened.waitForRequest('**/data')
    await send("{ url: '/data', method: 'post', headers: { 'X-A': 1 }, data: { b: 2 } }")
    const sent = await request
    expect([sent.method(), sent.postData(), sent.headers()['x-a']]).toEqual(['POST', '{"b":2}', '1'])
    await opened.done()
  })

  it('sendRequest sends forms and blobs as they are, and no header that is none', async () => {
    const opened = await open()
    const send = (params: string) => run(opened, `(kit) => kit.sendRequest(${params})`)
    const kindOf = async (data: string) => {
      const request = opened.waitForRequest('**/data')
      await send(`{ url: '/data', method: 'POST', data: ${data} }`)
      return (await request).headers()['content-type']
    }
    expect(await kindOf('new FormData()')).toMatch(/^multipart\/form-data; boundary=/)
    expect(await kindOf("new Blob(['x'], { type: 'image/png' })")).toBe('image/png')
    expect(await kindOf("new URLSearchParams('a=1')")).toMatch(/^application\/x-www-form-urlencoded/)
    for (const params of [
      "headers: { 'X-A': 'a\\nb' }",
      "headers: { 'a b': 1 }",
      "method: 'TRACE'",
      'data: new FormData()',
    ])
      expect(await send(`{ url: '/data', ${params} }`), params).toMatchObject({ reason: 'invalid-params' })
    await opened.done()
  })
})
