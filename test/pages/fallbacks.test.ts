/** Locations, pages, device and network work outside the wallet, and nothing asks for a permission on load. */
import { expect, it } from 'vitest'
import { BROWSER_AGENT, describeInBrowser, PAGE_URL } from '../browser/harness'
import { DETECTOR, open, run, tap, toastText } from './fallbackPage'

describeInBrowser('before the user touched the page,', () => {
  it('no fallback asks for a permission, or opens a chooser that the browser would block', async () => {
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

describeInBrowser('a fallback’s location', () => {
  it('is GCJ-02 in China, and as it is elsewhere', async () => {
    const opened = await open('', { permissions: ['geolocation'] })
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

  it('says where to allow it if it is denied', async () => {
    const opened = await open()
    expect(await run(opened, '(kit) => kit.getLocationGps()')).toMatchObject({
      reason: 'permission',
      message: '请在浏览器设置中开启定位权限后再试',
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

  it('that is no location is refused', async () => {
    const opened = await open()
    const call = "(kit) => kit.openLocation({ latitude: 'x', longitude: 1, name: '', address: '' })"
    expect(await run(opened, call)).toMatchObject({ reason: 'invalid-params' })
    await opened.done()
  })
})

describeInBrowser('the fallbacks for pages:', () => {
  it('showFlashInfo shows a toast, setNavigationBarTitle sets the title', async () => {
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
  ])('%s opens the address, and coming back to the page: %s', async (call, back) => {
    const opened = await open('', { fresh: true })
    await tap(opened, `(kit) => ${call}`)
    await opened.waitForURL('https://mini.example/next')
    await opened.goBack({ waitUntil: 'commit' })
    expect(opened.url()).toBe(back ? PAGE_URL : 'about:blank')
    await opened.done()
  })

  it('navigateBack and closeWebApp go back', async () => {
    for (const call of ['kit.navigateBack()', 'kit.closeWebApp()']) {
      const opened = await open('', { fresh: true })
      await opened.evaluate("history.pushState(1, '', '#one')")
      await tap(opened, `(kit) => ${call}`)
      await opened.waitForURL(PAGE_URL)
      await opened.done()
    }
  })

  it('closeWebApp closes a window that the browser allows it to close', async () => {
    const opened = await open('', { fresh: true })
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

  it('showSharePopup copies the address if the browser has no panel', async () => {
    const opened = await open()
    // The browser's own clipboard is shared with the tests of other files.
    await opened.evaluate('navigator.clipboard.writeText = async (text) => { window.copied = text }')
    await opened.evaluate('Object.defineProperty(navigator, "share", { value: undefined })')
    await opened.evaluate("history.replaceState(1, '', '?id=7&token=secret')")
    expect(await run(opened, '(kit) => kit.showSharePopup()')).toEqual({ value: undefined })
    expect(await opened.evaluate('window.copied')).toBe(PAGE_URL)
    expect(await toastText(opened)).toContain('链接已复制')
    await opened.done()
  })
})

describeInBrowser('the fallbacks for device and network', () => {
  it('give what the browser gives', async () => {
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

  it('make vibrate and getBatteryInfo unsupported if the browser has none', async () => {
    const opened = await open()
    await opened.evaluate(
      "for (const name of ['vibrate', 'getBattery']) Object.defineProperty(navigator, name, { value: undefined })",
    )
    for (const method of ['vibrate', 'getBatteryInfo'])
      expect(await run(opened, `(kit) => kit.${method}()`)).toMatchObject({ reason: 'unsupported' })
    await opened.done()
  })

  it('vibrate by vibrate', async () => {
    const opened = await open()
    await opened.evaluate('navigator.vibrate = (ms) => { window.vibrated = ms; return true }')
    expect(await run(opened, '(kit) => kit.vibrate()')).toEqual({ value: undefined })
    expect(await opened.evaluate('window.vibrated')).toBe(400)
    await opened.done()
  })

  it('keep the screen on while it is bright by setScreenBrightness, or are unsupported', async () => {
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

  it('fetch by sendRequest', async () => {
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

  it('send forms and blobs unchanged by sendRequest, and no malformed header', async () => {
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
