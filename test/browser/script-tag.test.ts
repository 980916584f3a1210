import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BUNDLE, describeInBrowser, openPage, PAGE_URL, page, useBrowser } from './harness'

useBrowser()

describeInBrowser('the README’s page with a script tag', () => {
  it('works as it stands, on the real SDK file', async () => {
    const snippet = /```html\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] || ''
    const opened = await openPage({
      html: page(snippet),
      before: `window.native = { answers: { 'UPWebUI.scanQRCode': { success: 'scanned' } }, calls: [], wait: 0 }`,
      routes: {
        'https://mini.example/upsdk-kit.min.js': {
          contentType: 'text/javascript; charset=utf-8',
          body: BUNDLE,
        },
      },
    })
    await opened.waitForFunction(() => document.title === 'scanned', undefined, { timeout: 20_000 })
    expect(await opened.title()).toBe('scanned')
    await opened.done()
  })
})

describeInBrowser('a page in GBK whose server names no encoding for scripts', () => {
  it('has the Chinese texts as they are', async () => {
    const opened = await openPage({
      routes: {
        [PAGE_URL]: {
          contentType: 'text/html; charset=gbk',
          body: '<script src="/upsdk-kit.min.js"></script>',
        },
        'https://mini.example/upsdk-kit.min.js': { contentType: 'text/javascript', body: BUNDLE },
      },
    })
    expect(await opened.evaluate('document.characterSet')).toBe('GBK')
    expect(
      await opened.evaluate(
        "UpsdkKit.createUpsdk({ locale: 'zh-CN' }).explain({ reason: 'network' }).message",
      ),
    ).toContain('请稍后再试')
    await opened.done()
  })
})
