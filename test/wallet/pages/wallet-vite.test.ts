/** Projects on Vite 8 and 5 get hot updates behind `upsdk-kit wallet`, without a navigation, on a history route. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { headlessBrowser } from '../../browser/browsers'
import { describeInBrowser } from '../../browser/harness'
import { startCommand } from './commandServer'

type ViteModule = typeof import('vite')

const HTML =
  '<!doctype html><html><head><script src="https://open.95516.com/s/open/js/upsdk.js"></script></head><body><p id="a"></p><script type="module" src="/main.js"></script></body></html>'
const MAIN = `import { text } from './text.js'
const show = (text) => { document.querySelector('#a').textContent = text }
show(text)
import.meta.hot.accept('./text.js', (changed) => show(changed.text))`

const versions = [
  ['8', 'vite'],
  ['5', resolve('test/frameworks/node_modules/vite')],
] as const

const load = async (path: string): Promise<ViteModule> =>
  path === 'vite'
    ? import('vite')
    : import(pathToFileURL(createRequire(import.meta.url).resolve(`${path}/dist/node/index.js`)).href)

describeInBrowser('the command in front of', () => {
  let project = ''
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'upsdk-kit-wallet-vite-'))
    writeFileSync(join(project, 'index.html'), HTML)
    writeFileSync(join(project, 'main.js'), MAIN)
  })
  afterAll(() => rmSync(project, { recursive: true, force: true }))

  it.each(versions)(
    'Vite %s updates a page without a navigation, with a wallet in it',
    async (major, path) => {
      writeFileSync(join(project, 'text.js'), `export const text = 'first'`)
      const vite = await load(path)
      const server = await vite.createServer({
        root: project,
        configFile: false,
        logLevel: 'error',
        cacheDir: join(project, `cache-${major}`),
        server: { host: '127.0.0.1', port: 0 },
      })
      await server.listen()
      const command = await startCommand(server.resolvedUrls?.local[0] || '', { word: 'vite' })
      const page = await (await headlessBrowser()).newPage()
      try {
        const opened = page.waitForEvent('console', (message) => /connected/.test(message.text()))
        await page.goto(`${command.origin}/orders/1`)
        await opened
        await page.locator('#a', { hasText: 'first' }).waitFor()
        expect(await page.evaluate('window.isSame = upsdk.isInsideWallet')).toBe(true)
        writeFileSync(join(project, 'text.js'), `export const text = 'second'`)
        await page.locator('#a', { hasText: 'second' }).waitFor({ timeout: 120_000 })
        expect(await page.evaluate('window.isSame')).toBe(true)
        expect(new URL(page.url()).pathname).toBe('/orders/1')
      } finally {
        await page.close()
        await command.close()
        await server.close()
      }
    },
  )
})
