/**
 * Takes the pictures of the guides, from the demo's film and from a page in the wallet on the desk: after `npm run build`,
 * `node scripts/screenshots.mjs`.
 *
 * The pictures in `docs` use Noto Sans SC, and have 256 colours, which makes them a third as large. To make new ones
 * look the same, run `apt-get install fonts-noto-cjk pngquant` (or the like) before, and `pngquant --ext .png --force
 * --nofs 256 docs/*.png` after.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'
import { findChromium, whyNoBrowser } from './chromium.mjs'

/** The picture has 1200 x 900 px. */
const PHONES = { viewport: { width: 800, height: 600 }, deviceScaleFactor: 1.5 }
/** A page with the sheet of a payment over it. */
const SHEET = { viewport: { width: 375, height: 620 }, deviceScaleFactor: 1.5 }
/** The phone on a developer's desk. */
const DESK = { viewport: { width: 1280, height: 800 } }
/** ms after which animations have ended. */
const STILL = 400

/** The captions in each language, for the phone without the kit and the one with it. */
const PICTURES = [
  {
    language: 'zh',
    lang: 'zh-Hans',
    locale: 'zh-CN',
    shop: ['下午茶', '乌龙茶 2 杯', '支付 24.00 元'],
    captions: {
      raw: ['保持原样', '用户以为没有付成，再付一次'],
      kit: ['换上 upsdk-kit', '用户先看订单，不急着再付'],
    },
  },
  {
    language: 'en',
    lang: 'en',
    locale: 'en',
    shop: ['Tea shop', 'Oolong, 2 cups', 'Pay ¥ 24.00'],
    captions: {
      raw: ['As it is', 'It says “Payment failed”, so the user pays again.'],
      kit: ['With upsdk-kit', 'The user looks at the order first.'],
    },
  },
]

/** Makes a page with the film of the demo's first screen, larger. */
function bothPhones({ language, lang, captions }) {
  const names = Object.values(captions)
    .map(([title, text]) => `<p><b>${title}</b><br>${text}</p>`)
    .join('')
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
    <link rel="stylesheet" href="style.css"><link rel="stylesheet" href="first/first.css">
    <style>
      .first-what, .first-again, .first-pair figcaption { display: none }
      .first-pair { grid-template-columns: 300px 300px; gap: 72px; padding-top: 22px }
      .names { display: grid; grid-template-columns: 340px 340px; gap: 32px; justify-content: center; text-align: center }
      .names p { margin: 10px 0; color: var(--soft) }
      .names b { color: var(--ink); font-size: 17px }
    </style></head><body><div id="film"></div><div class="names">${names}</div>
    <script type="module">
      import { createFirstPhones } from './first/phones.ts'
      createFirstPhones(document.getElementById('film'), '${language}')
    </script></body></html>`
}

/** Makes a shop's page that has just called `pay`. */
function shopPage({ lang, shop: [name, order, pay] }) {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <style>
      body { margin: 0; padding: 24px 20px; font: 16px/1.6 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif }
      h1 { margin: 0; font-size: 22px }
      button { width: 100%; padding: 12px; border: 0; border-radius: 8px; font: inherit; color: #fff; background: #b3261e }
    </style>
    <script>window.upsdkKitDev = { ask: true, readyAfter: 0 }</script>
    <script type="module">
      import '/@fs${fileURLToPath(new URL('../wallet/dev.ts', import.meta.url))}'
      upsdk.pluginReady(() => upsdk.pay({ tn: '201811290000001' }))
    </script></head><body><h1>${name}</h1><p>${order}</p><button>${pay}</button></body></html>`
}

const executablePath = findChromium()
if (!executablePath) throw new Error(`Pictures need a browser: ${whyNoBrowser()}`)
const server = await createServer({ root: 'demo', configFile: 'demo/vite.config.ts', logLevel: 'error' })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  await server.listen()
  const [address] = server.resolvedUrls?.local || []

  for (const picture of PICTURES) {
    const page = await open(PHONES)
    const body = bothPhones(picture)
    await page.route(`${address}phones`, (route) => route.fulfill({ body, contentType: 'text/html' }))
    await page.goto(`${address}phones`)
    for (const mode of ['raw', 'kit']) await page.locator(`[data-phone=${mode}][data-ended]`).waitFor()
    await save(page, `phones.${picture.language}.png`)

    const shop = await open({ ...SHEET, locale: picture.locale })
    const html = shopPage(picture)
    await shop.route(`${address}shop`, (route) => route.fulfill({ body: html, contentType: 'text/html' }))
    await shop.goto(`${address}shop`)
    await shop.locator('[data-upsdk-kit="sheet"] dialog').waitFor()
    await save(shop, `payment-sheet.${picture.language}.png`)
    await takeDesk(picture)
  }
} finally {
  await browser.close()
  await server.close()
}

/**
 * Takes the picture of the phone around a page of raw upsdk, at a payment. The built plug-in serves it, as in a project
 * (run `npm run build` before).
 */
async function takeDesk({ language, lang, locale, shop: [name, order, pay] }) {
  const root = mkdtempSync(join(tmpdir(), 'upsdk-kit-desk-'))
  const html = `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${name}</title>
    <meta name="viewport" content="width=device-width">
    <style>body { margin: 0; padding: 24px 20px; font: 16px/1.6 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif }</style>
    <script src="https://open.95516.com/s/open/js/upsdk.js"></script></head>
    <body><h1>${name}</h1><p>${order}</p><button id="pay" disabled>${pay}</button><script>
      var button = document.getElementById('pay')
      // A tap before pluginReady would be lost.
      upsdk.pluginReady(function () { upsdk.setNavigationBarTitle('${name}'); button.disabled = false })
      button.onclick = function () { upsdk.pay({ tn: '201811290000001' }) }
    </script></body></html>`
  writeFileSync(join(root, 'index.html'), html)
  const { default: upsdkKit } = await import('../dist/vite.js')
  const plugins = [upsdkKit({ simulator: { ask: true } })]
  const project = await createServer({ root, configFile: false, logLevel: 'error', plugins })
  await project.listen()
  const [local] = project.resolvedUrls?.local || []
  const desk = await open({ ...DESK, locale })
  await desk.goto(new URL('/@upsdk-kit/', local).href)
  const page = desk.frameLocator('iframe')
  await page.locator('#pay').click()
  await page.locator('[data-upsdk-kit="sheet"] dialog').waitFor()
  await save(desk, `phone.${language}.png`)
  await project.close()
  rmSync(root, { recursive: true, force: true })
}

async function open(options) {
  const context = await browser.newContext({ ...options, colorScheme: 'light', reducedMotion: 'reduce' })
  return context.newPage()
}

async function save(page, name) {
  await page.waitForTimeout(STILL)
  const picture = await page.screenshot({ fullPage: true })
  await page.context().close()
  writeFileSync(`docs/${name}`, picture)
  console.log(`docs/${name}: ${Math.round(picture.length / 1000)} kB`)
}
