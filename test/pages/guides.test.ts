/**
 * The Vue and React projects of docs/getting-started.md: their files as they stand there, in Vite. `npm run starters`
 * installs all five as the Chinese guide says, whose code is the same (`test/package/guides.test.ts`). Other guides have
 * another main.ts.
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { headlessBrowser } from '../browser/browsers'
import { describeInBrowser, REAL_SDK } from '../browser/harness'
import { readSteps, TEXTS } from '../install/starters/guide.mjs'
import {
  checkBuild,
  PHONE,
  payInVain,
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

/** Serves a page of files: the guide's own server would have to be installed. */
const STATIC_SERVER = `node -e "
  const { readFile } = require('fs')
  const type = (file) => ({ 'Content-Type': /js$/.test(file) ? 'text/javascript' : 'text/html' })
  const server = require('http').createServer(({ url }, response) => {
    const file = url === '/' ? 'index.html' : url.slice(1)
    readFile(file, (error, body) => response.writeHead(error ? 404 : 200, type(file)).end(body))
  })
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port))
"`

const WORDS = TEXTS.en
type Steps = ReturnType<typeof readSteps>

/** Where each library shows a dialog. */
const DIALOGS = { 'Vue 3': '.van-dialog', React: '.adm-dialog' }

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-guides-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Installs what the guide installs. */
function install(project: string, heading: keyof typeof LIBRARIES) {
  const link = (target: string, path: string) => {
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(resolve(target), path)
  }
  installKit(project)
  for (const [from, names] of Object.entries(LIBRARIES[heading]))
    for (const name of names) link(`${from}/node_modules/${name}`, join(project, 'node_modules', name))
  link(join(project, 'node_modules/vite/bin/vite.js'), join(project, 'node_modules/.bin/vite'))
}

/** The guide's files, and no others, in a project that has what the guide installs. */
function makeProject(heading: keyof typeof LIBRARIES) {
  const project = join(folder, heading.replace(' ', ''))
  const steps = readSteps(heading, 'en')
  for (const name of Object.values(LIBRARIES[heading]).flat())
    expect(steps.setUp.join('\n')).toMatch(new RegExp(` ${name}@\\d`))
  install(project, heading)
  writeFiles(project, { ...steps.files, 'package.json': '{ "private": true }' })
  return { project, steps }
}

interface Served {
  /** A tab for this project alone: the next server may have the same address. */
  page: Page
  address: string
}

/** Serves a project as the guide says, as long as there is something to do with it. */
async function whileServed(project: string, steps: Steps, use: (served: Served) => Promise<void>) {
  const { address, stop } = await serve(project, steps.serve)
  try {
    const page = await (await headlessBrowser()).newPage(PHONE)
    await use({ page, address })
    await page.close()
  } finally {
    stop()
  }
}

async function paysBothWays({ page, address }: Served, heading: keyof typeof DIALOGS) {
  await payOn(page, address, WORDS, REAL_SDK)
  await payInVain(page, address, WORDS, REAL_SDK, DIALOGS[heading])
}

/** Builds it as the guide says. @returns the bytes of its scripts */
async function build(project: string, { build: command }: Steps): Promise<number> {
  await runInShell(project, command)
  checkBuild(join(project, 'dist'))
  expect(readFileSync(join(project, 'dist/index.html'), 'utf8')).toContain('<div id=')
  return scriptBytes(join(project, 'dist'))
}

/** Other guides have another main.ts for the Vue project: here each has a page of its own, beside the project's. */
const OTHERS = [
  { name: 'testing', isSimulated: true },
  { name: 'faq', isSimulated: false },
]

function writeOtherPages(project: string, { files }: Steps) {
  for (const { name } of OTHERS) {
    const guide = `docs/${name}.md`
    const main = blocks(guide, 'ts').find((code) => code.includes("from './App.vue'"))
    expect(main, guide).toBeTruthy()
    const html = files['index.html']?.replace('/src/main.ts', `/src/${name}.ts`) || ''
    writeFiles(project, { [`${name}.html`]: html, [`src/${name}.ts`]: main || '' })
  }
}

async function runsOtherPage({ page, address }: Served, isSimulated: boolean) {
  const errors: string[] = []
  const onError = ({ message }: Error) => errors.push(message)
  page.on('pageerror', onError)
  await page.route('https://open.95516.com/**', (route) => route.abort())
  await page.goto(address)
  await page.getByRole('button', { name: WORDS.pay, exact: true }).click()
  if (isSimulated) await page.getByRole('button', { name: WORDS.paid, exact: true }).waitFor()
  // A blank page is what the FAQ is about; outside the wallet the user is told.
  else await page.locator('.van-dialog').getByRole('button').first().waitFor()
  expect(errors).toEqual([])
  await page.unroute('https://open.95516.com/**')
  page.off('pageerror', onError)
}

describeInBrowser('the files of the guide', { timeout: 120_000 }, () => {
  it('Vue 3: pay in Vite, tell a failure in their own UI, and build without the simulator; so do those of other guides', async () => {
    const { project, steps } = makeProject('Vue 3')
    writeOtherPages(project, steps)
    await whileServed(project, steps, async (served) => {
      await paysBothWays(served, 'Vue 3')
      for (const { name, isSimulated } of OTHERS)
        await runsOtherPage({ ...served, address: `${served.address}/${name}.html` }, isSimulated)
    })
    // The page of the guide: what others are served beside it is not built.
    const whole = await build(project, steps)

    const wallet = blocks('docs/your-own-ui.md', 'ts').find(
      (code) => code.startsWith('// wallet.ts') && code.includes('vant'),
    )
    writeFiles(project, { 'src/wallet.ts': wallet || '' })
    // Getting started promises about a fifth of the kit.
    expect(whole - (await build(project, steps))).toBeGreaterThan(4500)
    await whileServed(project, steps, (served) => paysBothWays(served, 'Vue 3'))
  })

  it('a script tag: pay, tell a failure, and lead to the order', async () => {
    const steps = readSteps('A script tag', 'en')
    const project = join(folder, 'script-tag')
    writeFiles(project, steps.files)
    // As the package is installed there.
    const installed = 'node_modules/upsdk-kit/dist'
    mkdirSync(join(project, installed), { recursive: true })
    for (const file of ['upsdk-kit.js', 'upsdk-kit.dev.js', 'upsdk-kit.min.js']) {
      expect(Object.values(steps.files).join()).toContain(file)
      copyFileSync(`dist/${file}`, join(project, installed, file))
    }
    await whileServed(project, { ...steps, serve: STATIC_SERVER }, async ({ page, address }) => {
      await payOn(page, address, WORDS, REAL_SDK)
      await payInVain(page, address, WORDS, REAL_SDK)
    })
    execFileSync(process.execPath, ['goLive.mjs'], { cwd: project })
    const live = readFileSync(join(project, 'dist/index.html'), 'utf8')
    expect(live).toContain('<script src="./upsdk-kit.min.js"></script>')
    expect(live).not.toMatch(/upsdk-kit\.(dev\.)?js|node_modules/)
  })

  it('React: pay in Vite, tell a failure in their own UI, and build without the simulator', async () => {
    const { project, steps } = makeProject('React')
    await whileServed(project, steps, (served) => paysBothWays(served, 'React'))
    await build(project, steps)
  })
})
