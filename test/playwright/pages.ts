/** Pages that the specifications open: at an address of their own, without a server. */
import { readFileSync } from 'node:fs'
import type { BrowserContext } from '@playwright/test'

export const SHOP = 'https://shop.example/'

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
/** A file of the package, as it is built. */
export const built = (file: string) => read(`dist/${file}`)
/** UnionPay's own file as a bundle contains it. */
export const UNIONPAY = read('node_modules/js-upsdk/src/upsdk.js')
const SDK_TAG = '<script src="https://open.95516.com/s/open/js/upsdk.js"></script>'

/** A page of 2019 with raw upsdk, which shows what its callbacks got. */
export const RAW = `
const said = document.querySelector('output')
const say = (...parts) => { said.textContent += parts.join(' ') + '; ' }
upsdk.pluginReady(() => say('ready'))
for (const button of document.querySelectorAll('button'))
  button.onclick = () => upsdk[button.id](Object.assign(JSON.parse(button.value || '{}'), {
    success: (value) => say(button.id, 'success', typeof value === 'string' ? value : JSON.stringify(value)),
    fail: (error) => say(button.id, 'fail', error.msg || error.errmsg || JSON.stringify(error)),
  }))
`
/** The same with the kit, and no presenter. */
const KIT = `
const said = document.querySelector('output')
const say = (...parts) => { said.textContent += parts.join(' ') + '; ' }
const kit = UpsdkKit.createUpsdk({ callTimeout: 8000, readyTimeout: 8000 })
for (const button of document.querySelectorAll('button'))
  button.onclick = () => kit[button.id](JSON.parse(button.value || '{}')).then(
    (value) => say(button.id, 'success', JSON.stringify(value)),
    (error) => say(button.id, error.reason),
  )
`

export const BUTTONS = `
<button id="pay" value='{"tn":"201811290000001"}'>pay</button>
<button id="scanQRCode">scan</button>
<button id="appletAuth">log in</button>
<button id="getLocationGps">locate</button>
<button id="bioDetect">face</button>
<output></output>`

export interface ShopPage {
  body?: string
  /** Scripts of the page's, in order. */
  scripts?: readonly string[]
  headers?: Record<string, string>
  head?: string
}

/** Serves a page at an address, and its scripts as files, which a strict policy lets through. */
export async function servePage(context: BrowserContext, page: ShopPage, at = SHOP): Promise<void> {
  const { body = BUTTONS, scripts = [RAW], headers = {}, head = SDK_TAG } = page
  const name = (index: number) => `${at.replace(/[?#].*/, '')}script-${index}.js`
  const tags = scripts.map((_, index) => `<script src="${name(index)}"></script>`).join('')
  await context.route(at, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers,
      body: `<!doctype html><html><head>${head}</head><body>${body}${tags}</body></html>`,
    }),
  )
  for (const [index, script] of scripts.entries())
    await context.route(name(index), (route) =>
      route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script }),
    )
}

export const rawPage: ShopPage = {}
export const kitPage = (build: 'upsdk-kit.js' | 'upsdk-kit.min.js'): ShopPage => ({
  scripts: [read(`dist/${build}`), KIT],
})
/** A policy as strict as that of banks. */
export const STRICT = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' https://open.95516.com; style-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types upsdk-kit",
}
