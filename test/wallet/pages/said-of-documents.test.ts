/**
 * What the phone's log says of whole documents is so: an AMD page, redirects, result pages, dead pages, and a production
 * build of an example. Calls in one document are in `said-is-so.test.ts`.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FrameLocator, Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { install } from '../../../scripts/install.mjs'
import { describeInBrowser, SDK_URL } from '../../browser/harness'
import { oneOfEach } from '../../support/samples'
import { startCommand } from './commandServer'
import { openPhone } from './phoneDesk'
import { JUDGEMENT } from './saidPages'

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

/** Opens a folder's page in the phone of the command, as `upsdk-kit wallet <folder>` does. */
async function showFolder(
  fill: (folder: string) => unknown,
  prepare?: (page: Page) => Promise<unknown>,
): Promise<{ frame: FrameLocator; log(): Promise<string> }> {
  const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-said-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  await fill(folder)
  const command = await startCommand(folder)
  endings.push(command.close)
  const phone = await openPhone({ address: `${command.origin}/@upsdk-kit/` }, '/', { locale: 'en-US' })
  endings.push(phone.close)
  if (prepare) {
    await prepare(phone.page)
    await phone.open('/')
  }
  // biome-ignore lint/performance/useDomNodeTextContent: a row's parts stand apart, as a person sees them
  return { frame: phone.frame, log: () => phone.page.locator('[data-part=diagnosed-log]').innerText() }
}

const page = (script: string, head = `<script src="${SDK_URL}"></script>`): string =>
  `<!doctype html><meta charset="utf-8">${head}<button>Pay</button><p></p><script>
  const button = document.querySelector('button')
  const show = (text) => { document.querySelector('p').textContent = text }
  ${script}</script>`

/** Loads upsdk as UnionPay's `upsdk.dynamic.html` does: by a loader, which puts on the console what a module throws. */
const LOADER = `
  window.define = (factory) => { window.made = factory() }
  define.amd = {}
  const need = (address, run) => {
    const tag = document.createElement('script')
    tag.src = address
    tag.onload = () => { try { run(window.made) } catch (error) { console.error(error) } }
    document.head.append(tag)
  }`

interface DocumentsRow {
  readonly files: Readonly<Record<string, string>>
  /** What a person taps, and the text that then comes. Without it nothing is tapped. */
  readonly sees?: string
  readonly says: readonly RegExp[]
  readonly saysNot: readonly RegExp[]
}

const rows: Readonly<Record<string, DocumentsRow>> = {
  'an AMD page': {
    files: {
      'index.html': page(
        `${LOADER}
        need('${SDK_URL}', (sdk) => sdk.pluginReady(() => {
          button.onclick = () => sdk.pay({ tn: '1', success: () => show('paid'), fail: () => show('not paid') })
          show('ready')
        }))`,
        '',
      ),
    },
    sees: 'paid',
    says: [/1 call, \d+ causes checked, 0 found/, /pay\s[\s\S]*success/],
    saysNot: [/has loaded no upsdk/, /uncaught error/],
  },
  'a page that goes on to a result page, which calls nothing': {
    files: {
      'index.html': page(
        `upsdk.pluginReady(() => show('ready')); button.onclick = () =>
          upsdk.pay({ tn: '1', success: () => { location.href = 'result.html' }, fail: () => show('not paid') })`,
      ),
      'result.html': page(`show('支付成功')`),
    },
    sees: '支付成功',
    says: [/1 call, \d+ causes checked, 0 found/, /pay\s[\s\S]*success/],
    saysNot: [],
  },
  'a page whose form sends itself while the payment is open': {
    files: {
      'index.html': `<!doctype html><meta charset="utf-8"><script src="${SDK_URL}"></script>
        <form><input type="hidden" name="sent"><button>Pay</button></form><p></p><script>
        const show = (text) => { document.querySelector('p').textContent = text }
        document.querySelector('form').onsubmit = () => upsdk.pluginReady(() => upsdk.pay({ tn: '1', success: () => show('paid') }))
        upsdk.pluginReady(() => show(location.search ? 'sent' : 'ready'))</script>`,
    },
    sees: 'sent',
    says: [/Next page opened/, /pay\s[\s\S]*no result/],
    saysNot: [/waiting/],
  },
  'a page whose script throws before it calls anything': {
    files: { 'index.html': page(`nothing.there; button.onclick = () => upsdk.pay({ tn: '1' })`) },
    says: [/0 calls, \d+ causes checked, 0 found, 1 uncaught error/],
    saysNot: [],
  },
  'a page that waits for what never comes': {
    files: {
      'index.html': page(
        `new Promise(() => {}).then(() => { button.onclick = () => upsdk.pay({ tn: '1' }) }); show('wait')`,
      ),
    },
    says: [],
    saysNot: [/success/],
  },
}

describeInBrowser('of whole documents the log says nothing that it has not seen', () => {
  it.each(Object.entries(rows))('%s', async (_name, { files, sees, says, saysNot }) => {
    const { frame, log } = await showFolder((folder) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    })
    if (sees) {
      await frame.getByText(/^(ready|wait)$/).waitFor()
      await frame.getByRole('button', { name: 'Pay' }).click()
      await frame.getByText(sees, { exact: true }).waitFor()
    }
    for (const one of says) await expect.poll(log, { timeout: 10_000 }).toMatch(one)
    for (const one of [JUDGEMENT, ...saysNot]) expect(await log()).not.toMatch(one)
  })

  it.each(oneOfEach('production builds', ['vue-vant', 'react-antd-mobile', 'script-tag'], () => ''))(
    'a production build of the example %s, after one payment',
    async (name) => {
      install('examples')
      const order = { id: 'HS1001', tn: '202601010001001', state: 'waiting' }
      const { frame, log } = await showFolder(
        async (folder) => {
          const { NODE_ENV: _mode, ...env } = process.env
          const args = [
            'examples/node_modules/vite/bin/vite.js',
            'build',
            `examples/${name}`,
            '--outDir',
            folder,
          ]
          await promisify(execFile)(process.execPath, [...args, '--emptyOutDir'], { env })
        },
        (tab) =>
          tab.route('**/api/**', (route) => {
            const isLogin = route.request().url().includes('/login')
            return route.fulfill({ json: isLogin ? { member: '8826' } : order })
          }),
      )
      await frame.getByText('立即支付', { exact: true }).first().click()
      await expect.poll(log, { timeout: 20_000 }).toMatch(/pay\s[\s\S]*success/)
      // What the guide's page calls on its own account: nothing of it is a mistake.
      expect(await log()).toMatch(/ \d+ causes checked, 0 found/)
      for (const one of [JUDGEMENT, /has called no config/, /uncaught error/])
        expect(await log()).not.toMatch(one)
    },
  )
})
