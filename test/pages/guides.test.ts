/**
 * The Vue and React projects of docs/getting-started.md, in both languages: their files as they stand there, in Vite.
 * `npm run starters` also installs them as the guide says, and follows the other three. Other guides have another main.ts.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { describeInBrowser, REAL_SDK } from '../browser/harness'
import { readSteps, TEXTS } from '../install/starters/guide.mjs'
import {
  checkBuild,
  payOn,
  runInShell,
  scriptBytes,
  serve,
  writeFiles,
} from '../install/starters/project.mjs'
import { blocks } from '../support/snippets'
import { installKit } from './installed'

/** What the guide installs, from where the other tests have it. */
const LIBRARIES = {
  'Vue 3': {
    examples: ['vue', 'vant', '@vitejs/plugin-vue'],
    '.': ['vite'],
  },
  React: {
    examples: ['react', 'react-dom', 'antd-mobile'],
    'test/frameworks': ['vite', '@vitejs/plugin-react'],
  },
}

const CASES = (['Vue 3', 'React'] as const).flatMap((heading) =>
  (['zh', 'en'] as const).map((language) => ({ heading, language })),
)

/** Where each library shows a dialog. */
const DIALOGS = { 'Vue 3': '.van-dialog', React: '.adm-dialog' }

let folder = ''
let browser: Browser | undefined

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-guides-'))
  const endpoint = inject('browser')
  if (endpoint) browser = await chromium.connect(endpoint)
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The guide's files in a project that has what the guide installs. */
function makeProject(heading: keyof typeof LIBRARIES, language: 'zh' | 'en', name = 'project') {
  const project = join(folder, `${heading}-${language}-${name}`.replace(' ', ''))
  const steps = readSteps(heading, language)
  const link = (target: string, path: string) => {
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(resolve(target), path)
  }
  installKit(project)
  for (const [from, names] of Object.entries(LIBRARIES[heading]))
    for (const name of names) {
      expect(steps.setUp.join('\n')).toMatch(new RegExp(` ${name}@\\d`))
      link(`${from}/node_modules/${name}`, join(project, 'node_modules', name))
    }
  link(join(project, 'node_modules/vite/bin/vite.js'), join(project, 'node_modules/.bin/vite'))
  writeFiles(project, { ...steps.files, 'package.json': '{ "private": true }' })
  return { project, steps }
}

/** Pays in a wallet that does not say how it went: the library's own dialog tells the user. */
async function payInVain(address: string, heading: keyof typeof DIALOGS, button: string) {
  if (!browser) throw new Error('no browser')
  const page = await browser.newPage({ locale: 'zh-CN' })
  await page.addInitScript("window.upsdkKitDev = { answers: { pay: '02' } }")
  await page.goto(address)
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.locator(DIALOGS[heading]).getByText('支付结果待确认，请查看订单，勿重复付款').waitFor()
  await page.context().close()
}

describeInBrowser('the files of the guide', () => {
  it.each(CASES)(
    '$heading, $language: pay in Vite, tell a failure in their own UI, and build without the simulator',
    {
      timeout: 120_000,
    },
    async ({ heading, language }) => {
      if (!browser) throw new Error('no browser')
      const { project, steps } = makeProject(heading, language)
      const server = await serve(project, steps.serve)
      try {
        await payOn(browser, server.address, TEXTS[language], REAL_SDK)
        await payInVain(server.address, heading, TEXTS[language].pay)
      } finally {
        server.stop()
      }
      await runInShell(project, steps.build)
      checkBuild(join(project, 'dist'))
      const built = readFileSync(join(project, 'dist/index.html'), 'utf8')
      expect(built).toContain('<div id=')
    },
  )

  it.each(['zh', 'en'] as const)(
    'your-own-ui, %s: its wallet.ts pays in the Vue project, and is smaller',
    {
      timeout: 120_000,
    },
    async (language) => {
      if (!browser) throw new Error('no browser')
      const { project, steps } = makeProject('Vue 3', language, 'core')
      const sizeOf = async () => {
        await runInShell(project, steps.build)
        return scriptBytes(join(project, 'dist'))
      }
      const whole = await sizeOf()
      const guide = language === 'zh' ? 'docs/zh/your-own-ui.md' : 'docs/your-own-ui.md'
      const wallet = blocks(guide, 'ts').find(
        (code) => code.startsWith('// wallet.ts') && code.includes('vant'),
      )
      writeFiles(project, { 'src/wallet.ts': wallet || '' })
      // Getting started promises about a fifth of the kit.
      expect(whole - (await sizeOf())).toBeGreaterThan(4500)
      const server = await serve(project, steps.serve)
      try {
        await payOn(browser, server.address, TEXTS[language], REAL_SDK)
        await payInVain(server.address, 'Vue 3', TEXTS[language].pay)
      } finally {
        server.stop()
      }
    },
  )

  it.each([
    { guide: 'docs/zh/testing.md', language: 'zh', isSimulated: true },
    { guide: 'docs/testing.md', language: 'en', isSimulated: true },
    { guide: 'docs/zh/faq.md', language: 'zh', isSimulated: false },
    { guide: 'docs/faq.md', language: 'en', isSimulated: false },
  ] as const)(
    '$guide: its main.ts runs in the Vue project',
    { timeout: 60_000 },
    async ({ guide, language, isSimulated }) => {
      if (!browser) throw new Error('no browser')
      const main = blocks(guide, 'ts').find((code) => code.includes("from './App.vue'"))
      const { project, steps } = makeProject('Vue 3', language, guide.replace(/\W/g, '-'))
      writeFiles(project, { 'src/main.ts': main || '' })
      const server = await serve(project, steps.serve)
      const page = await browser.newPage()
      const errors: string[] = []
      page.on('pageerror', ({ message }) => errors.push(message))
      await page.route('https://open.95516.com/**', (route) => route.abort())
      try {
        await page.goto(server.address)
        const { pay, paid } = TEXTS[language]
        await page.getByRole('button', { name: pay, exact: true }).click()
        if (isSimulated) await page.getByRole('button', { name: paid, exact: true }).waitFor()
        // A blank page is what the FAQ is about; outside the wallet the user is told.
        else await page.locator('.van-dialog').getByRole('button').first().waitFor()
        expect(errors).toEqual([])
      } finally {
        await page.context().close()
        server.stop()
      }
    },
  )
})
