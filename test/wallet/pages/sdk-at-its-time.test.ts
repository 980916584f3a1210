/**
 * upsdk is there once the page has loaded it, and not before: the same page does the same with UnionPay's own file in a
 * wallet as with the simulated one, in the command, in Vite, and in a test.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWallet } from '../../../wallet/playwright/wallet'
import type { SdkTag } from '../../../wallet/shared/log'
import { pause } from '../../../wallet/shared/pause'
import type { DeskSettings } from '../../../wallet/shared/settings'
import { settingsInForce } from '../../../wallet/shared/situations'
import { userAgentOf } from '../../../wallet/simulator/userAgent'
import { headlessBrowser } from '../../browser/browsers'
import { describeInBrowser, kitFile, REAL_SDK, SDK_URL, script, walletAgent } from '../../browser/harness'
import { CORDOVA } from '../../support/nativeSide.mjs'
import { startCommand } from './commandServer'

/** A page, and what it sees in a real wallet. */
interface Case {
  readonly html: string
  readonly seen: readonly string[]
  /** Where the simulated wallet's log says that the tag of upsdk.js stood, at each error of the page. @default nothing */
  readonly said?: readonly SdkTag[]
}

const TAG = `<script src="${SDK_URL}"></script>`
const tag = (attributes: string) => `<script ${attributes} src="${SDK_URL}"></script>`
const inline = (code: string) => `<script>${code}</script>`
const USE = inline(`use('inline')`)
const AT_LOAD = inline(`addEventListener('load', () => use('load'))`)
const KIT = '<script src="/kit.js"></script>'
const add = (after: string) =>
  `const made = document.createElement('script'); ${after}; document.head.append(made)`
const FAILS = 'Uncaught ReferenceError: upsdk is not defined'
const pays = (where: string) => [`${where} ready`, `${where} paid`]
const INTEGRITY = `sha384-${createHash('sha384').update(REAL_SDK).digest('base64')}`
const kit = (options: string) =>
  inline(
    `UpsdkKit.createUpsdk(${options}).pay({ tn: '1' }, { notify: false }).then(() => seen.push('kit paid'), ({ reason }) => seen.push(reason))`,
  )

const cases: Readonly<Record<string, Case>> = {
  'by a tag above its use': { html: TAG + USE, seen: pays('inline') },
  'by a tag below its use': { html: USE + TAG + AT_LOAD, seen: [FAILS, ...pays('load')], said: ['below'] },
  'by an async tag': { html: tag('async') + USE + AT_LOAD, seen: [FAILS, ...pays('load')], said: ['async'] },
  'by a deferred tag': {
    html: `${tag('defer')}${USE}${inline(`document.addEventListener('DOMContentLoaded', () => use('parsed'))`)}`,
    seen: [FAILS, ...pays('parsed')],
    said: ['deferred'],
  },
  'by a module tag': {
    html: tag('type="module"') + USE + AT_LOAD,
    seen: [FAILS, ...pays('load')],
    said: ['deferred'],
  },
  'by a tag with integrity': {
    html: tag(`integrity="${INTEGRITY}" crossorigin`) + USE,
    seen: pays('inline'),
  },
  'by a script that adds a tag, and uses it in onload': {
    html: inline(add(`made.src = '${SDK_URL}'; made.onload = () => use('onload')`)),
    seen: pays('onload'),
  },
  'by a script that adds a tag, and does not wait': {
    html: inline(`${add(`made.setAttribute('src', '${SDK_URL}')`)}; use('inline')`) + AT_LOAD,
    seen: [FAILS, ...pays('load')],
    said: ['added'],
  },
  'by a tag that is added after a second': {
    html: `${USE}${inline(`setTimeout(() => { use('early') }, 500); setTimeout(() => { ${add(`made.src = '${SDK_URL}'; made.onload = () => use('onload')`)} }, 1000)`)}`,
    seen: [FAILS, FAILS, ...pays('onload')],
    said: ['below', 'none'],
  },
  'by document.write': {
    html: inline(`document.write('<script src="${SDK_URL}"><' + '/script>')`) + USE,
    seen: pays('inline'),
  },
  'inside a bundle': { html: `<script src="/bundle.js"></script>${USE}`, seen: pays('inline') },
  never: { html: USE + AT_LOAD, seen: [FAILS, FAILS], said: ['below', 'none'] },
  'by the kit, with script: true': { html: KIT + kit('{ script: true }'), seen: ['kit paid'] },
  'by a tag below the kit': { html: KIT + kit('{}') + TAG, seen: ['kit paid'] },
  'never, with the kit': { html: KIT + kit('{ readyTimeout: 600 }'), seen: ['sdk-missing'] },
  'never, with the development build of the kit': {
    html: `<script src="/kit-dev.js"></script>${kit('{ readyTimeout: 600 }')}`,
    seen: ['sdk-missing'],
    said: ['none'],
  },
  'never, with the kit as window.upsdk': {
    html: `${KIT}${inline(`window.upsdk = UpsdkKit.createUpsdk({ readyTimeout: 600 }); upsdk.pay({ tn: '1', fail: ({ errcode }) => seen.push('told') })`)}`,
    seen: ['told'],
  },
}

const HEAD = inline(`
window.seen = []
addEventListener('error', ({ message }) => { if (message) seen.push(message) })
function use(where) {
  upsdk.pluginReady(() => {
    seen.push(where + ' ready')
    upsdk.pay({ tn: '1', success: () => seen.push(where + ' paid'), fail: () => seen.push(where + ' failed') })
  })
}`)
const documentOf = ({ html }: Case) =>
  `<!doctype html><html><head><meta charset="utf-8">${HEAD}${html}</head><body></body></html>`

const names = Object.keys(cases)
const fileOf = (name: string) => `case-${names.indexOf(name)}.html`
const filesOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(names.map((name) => [fileOf(name), documentOf(cases[name] as Case)])),
  'kit.js': '',
  'kit-dev.js': readFileSync('dist/upsdk-kit.js', 'utf8'),
  'bundle.js': REAL_SDK,
}

/** A place where the pages are opened. */
interface Place {
  open(name: string): Promise<Page>
  close(): Promise<unknown>
}

/** Pages at an address of their own, without a server. */
async function routed(context: BrowserContext, more: Readonly<Record<string, string>> = {}): Promise<Place> {
  await context.route('https://mini.example/**', (route) => {
    const name = new URL(route.request().url()).pathname.slice(1)
    if (name.endsWith('.html')) return route.fulfill({ contentType: 'text/html', body: filesOf[name] || '' })
    return route.fulfill(script(name === 'kit.js' ? kitFile() : filesOf[name] || ''))
  })
  for (const address of Object.keys(more))
    await context.route(address, (route) =>
      route.fulfill({
        ...script(more[address] || ''),
        headers: { 'Access-Control-Allow-Origin': '*' },
      }),
    )
  const page = await context.newPage()
  return {
    async open(name) {
      await page.goto(`https://mini.example/${fileOf(name)}`)
      return page
    },
    close: () => context.close(),
  }
}

/** UnionPay's own file, in a wallet with a fake native side. */
async function real(): Promise<Place> {
  const context = await (await headlessBrowser()).newContext({ userAgent: walletAgent() })
  return routed(context, { [SDK_URL]: REAL_SDK, '**/cordova.js': CORDOVA })
}

async function fixture(): Promise<Place> {
  const settings: DeskSettings = {}
  const userAgent = userAgentOf(settingsInForce(settings))
  const context = await (await headlessBrowser()).newContext({ userAgent })
  const place = await routed(context)
  await createWallet(context as never, settings, {
    read: (name) => readFileSync(`dist/wallet/${name}`, 'utf8'),
  })
  return place
}

/** What a page saw, and what the log said. */
type Look = readonly [seen: readonly string[], said: readonly string[]]

/** Reads what the log of a page says; nothing in a real wallet. */
const SAID = `(({ log } = { log: { notes: [], entries: [] } }) => [
  ...log.notes.map(({ missedSdk }) => missedSdk),
  ...log.entries.map(({ missedSdk }) => missedSdk && missedSdk.tag),
].filter(Boolean))(window[Symbol.for('upsdk-kit.wallet')])`

/** How long a page may take to do all that is expected of it, in ms. */
const PAGE_ENDS_IN = 8000

let folder = ''

async function inBrowser(origin: string, end: () => Promise<unknown>): Promise<Place> {
  const context = await (await headlessBrowser()).newContext()
  // Nothing leaves this machine.
  await context.route(/^https:/, (route) => route.abort())
  const page = await context.newPage()
  return {
    async open(name) {
      await page.goto(`${origin}/${fileOf(name)}`)
      return page
    },
    async close() {
      await context.close()
      await end()
    },
  }
}

async function command(): Promise<Place> {
  const { origin, close } = await startCommand(folder)
  return inBrowser(origin, close)
}

const vite = (path: string) => async (): Promise<Place> => {
  const { createServer }: typeof import('vite') =
    path === 'vite'
      ? await import('vite')
      : await import(pathToFileURL(createRequire(import.meta.url).resolve(`${path}/dist/node/index.js`)).href)
  const { default: upsdkKit } = await import(pathToFileURL(resolve('dist/vite.js')).href)
  const server = await createServer({
    root: folder,
    // Scripts that Vite does not change.
    publicDir: join(folder, 'public'),
    configFile: false,
    logLevel: 'error',
    plugins: [upsdkKit({ inspector: false })],
    cacheDir: join(folder, 'cache', path.replace(/\W/g, '')),
    server: { host: '127.0.0.1', port: 0, hmr: false },
  })
  await server.listen()
  return inBrowser((server.resolvedUrls?.local[0] || '').replace(/\/$/, ''), () => server.close())
}

const REAL = 'a real wallet'
const places: Readonly<Record<string, () => Promise<Place>>> = {
  [REAL]: real,
  'the command': command,
  'Vite 8': vite('vite'),
  'Vite 5': vite(resolve('test/frameworks/node_modules/vite')),
  'a test': fixture,
}

describeInBrowser('upsdk is there when the page has loaded it', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-time-'))
    mkdirSync(join(folder, 'public'))
    for (const name of Object.keys(filesOf)) {
      const text = name === 'kit.js' ? kitFile() : filesOf[name] || ''
      writeFileSync(join(folder, name), text)
      if (name.endsWith('.js')) writeFileSync(join(folder, 'public', name), text)
    }
    writeFileSync(join(folder, 'index.html'), '<!doctype html><p>Cases</p>')
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const opened = new Map<string, Place>()
  beforeAll(async () => {
    for (const where of Object.keys(places))
      opened.set(where, await (places[where] as () => Promise<Place>)())
  })
  afterAll(() => Promise.all(Array.from(opened.values(), (place) => place.close())))

  it.each(names)('%s', async (name) => {
    const { seen: expected, said = [] } = cases[name] as Case
    const lookAt = async (place: Place): Promise<Look> => {
      const page = await place.open(name)
      const seen = () => page.evaluate<string[]>('seen')
      const end = Date.now() + PAGE_ENDS_IN
      while (Date.now() < end && (await seen()).length < expected.length) await pause(50)
      // Nothing more comes.
      await pause(700)
      return [await seen(), await page.evaluate<string[]>(SAID)]
    }
    const looks = await Promise.all(
      Array.from(opened, async ([where, place]) => [where, await lookAt(place)] as const),
    )
    expect(Object.fromEntries(looks)).toEqual(
      Object.fromEntries(
        Array.from(opened.keys(), (where) => [where, [expected, where === REAL ? [] : said]]),
      ),
    )
  })
})
