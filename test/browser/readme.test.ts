import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BUNDLE, describeInBrowser, openPage, page, useBrowser } from './harness'

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
    await opened.waitForFunction(() => document.title === 'scanned', undefined, { timeout: 5000 })
    expect(await opened.title()).toBe('scanned')
    await opened.done()
  })
})
