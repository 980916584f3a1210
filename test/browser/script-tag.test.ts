/** The script tags of the documents work as they stand. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BUNDLE, describeInBrowser, openPage, PAGE_URL, page, script } from './harness'

describeInBrowser('the README’s page with a script tag', () => {
  it('works as it stands, on the real SDK file', async () => {
    const snippet = /```html\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] || ''
    const opened = await openPage({
      html: page(snippet),
      before: `window.native = { answers: { 'UPWebUI.scanQRCode': { success: 'scanned' } }, calls: [], wait: 0 }`,
      routes: {
        'https://mini.example/upsdk-kit.min.js': script(BUNDLE),
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

describeInBrowser('the script tag of SUPPORT.md', () => {
  const snippet = /```html\n([\s\S]*?)```/.exec(readFileSync('.github/SUPPORT.md', 'utf8'))?.[1] || ''
  const hash = JSON.parse(readFileSync('dist/integrity.json', 'utf8'))['upsdk-kit.min.js']
  it.each([
    ['runs the file that was built', BUNDLE, true],
    ['does not run another', `${BUNDLE};`, false],
  ])('%s', async (_what, body, runs) => {
    const opened = await openPage({
      html: page(snippet.replace('sha384-…', hash)),
      routes: {
        'https://mini.example/vendor/upsdk-kit-0.1.0/upsdk-kit.min.js': script(body),
      },
    })
    expect(await opened.evaluate("typeof UpsdkKit !== 'undefined'")).toBe(runs)
    expect(await opened.locator('script[integrity^="sha384-"]').count()).toBe(1)
    await opened.done()
  })
})
