/** A page in another encoding gets the texts of upsdk.js as garbled in the simulated wallet as in a real one (H17). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { headlessBrowser } from '../../browser/browsers'
import { describeInBrowser, openPage, PAGE_URL, REAL_SDK, SDK_URL, walletAgent } from '../../browser/harness'
import { type Command, startCommand } from './commandServer'

const ENCODINGS = ['gbk', 'big5', 'utf-8'] as const
const TAGS = ['', ' charset="utf-8"'] as const
const pages = ENCODINGS.flatMap((encoding) => TAGS.map((tag) => ({ encoding, tag })))
const nameOf = ({ encoding, tag }: (typeof pages)[number]) => `${encoding}${tag ? '-tag' : ''}.html`

/** The page pays without an order number, and keeps what the file says. */
const htmlOf = ({ encoding, tag }: (typeof pages)[number]) => `<!doctype html><meta charset="${encoding}">
<script src="${SDK_URL}"${tag}></script><script>upsdk.pluginReady(function () {
  upsdk.pay({ fail: function (error) { window.said = JSON.stringify(error) } })
})</script>`

const saidIn = async (page: Awaited<ReturnType<typeof openPage>> | import('playwright-core').Page) => {
  await page.waitForFunction('window.said', undefined, { timeout: 0 })
  return page.evaluate<string>('window.said')
}

describeInBrowser('the texts of upsdk.js', () => {
  const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-encoding-'))
  let command: Command
  beforeAll(async () => {
    for (const page of pages) writeFileSync(join(folder, nameOf(page)), htmlOf(page))
    writeFileSync(join(folder, 'index.html'), '')
    command = await startCommand(folder)
  })
  afterAll(async () => {
    await command.close()
    rmSync(folder, { recursive: true })
  })

  it.each(pages)('are the same in a page in $encoding, by a tag with$tag', async (page) => {
    const real = await openPage({
      userAgent: walletAgent({ platform: 'android' }),
      routes: {
        [PAGE_URL]: { contentType: 'text/html', body: htmlOf(page) },
        [SDK_URL]: { contentType: 'text/javascript', body: REAL_SDK },
      },
    })
    const expected = await saidIn(real)
    await real.done()
    const context = await (await headlessBrowser()).newContext()
    const simulated = await context.newPage()
    await simulated.goto(`${command.origin}/${nameOf(page)}`)
    expect(await saidIn(simulated)).toBe(expected)
    expect(expected.includes('调用方法缺少参数')).toBe(page.encoding === 'utf-8' || page.tag !== '')
    await context.close()
  })
})
