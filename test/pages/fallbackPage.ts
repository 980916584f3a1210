/** A page with all fallbacks in Chromium outside the wallet, and how to tap there. */
import { mkdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { picture } from '../browser/fakeCamera'
import { BROWSER_AGENT, openPage, type PageOptions, page } from '../browser/harness'
import { still } from '../browser/screen'
import { MODULES } from './modules'

/** Chromium on Linux has no `BarcodeDetector`; this one has its interface, with a real decoder behind it. */
export const DETECTOR = `<script type="module">
  import decodeQR from '/qr/decode.js'
  window.BarcodeDetector = class {
    static async getSupportedFormats() { return ['qr_code', 'ean_13'] }
    constructor({ formats }) { window.formats = formats }
    async detect(source) {
      const width = source.videoWidth || source.width, height = source.videoHeight || source.height
      if (!width) return []
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const drawing = canvas.getContext('2d')
      drawing.drawImage(source, 0, 0)
      try { return [{ rawValue: decodeQR(drawing.getImageData(0, 0, width, height)) }] } catch { return [] }
    }
  }
</script>`

const html = (head: string) =>
  page(
    `${head}<button id="tap">tap</button><script type="module">
  import { createUpsdk } from '/dist/index.js'
  import { fallbacks, navi, openLocation, webFallbacks } from '/dist/fallbacks.js'
  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (wanted) => (window.stream = await getUserMedia(wanted))
  window.kit = createUpsdk({ fallbacks: fallbacks({ ...webFallbacks, navi, openLocation }), locale: 'zh-CN' })
  // A call from a tap, as pages make it. 'outcome' is its result, or the reason of its failure.
  window.onTap = (run) => {
    window.outcome = undefined
    document.querySelector('#tap').onclick = () => run(window.kit).then(
      (value) => { window.outcome = { value } },
      ({ reason, code, sent, message }) => { window.outcome = { reason, code, sent, message } })
  }
</script>`,
  )

const script = (file: string) => ({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') })

/** Opens it. @param head before its own script */
export async function open(head = '', options: PageOptions = {}) {
  const opened = await openPage({
    userAgent: BROWSER_AGENT,
    html: html(head),
    ...options,
    routes: {
      ...MODULES,
      'https://mini.example/qr/decode.js': script('node_modules/qr/decode.js'),
      'https://mini.example/qr/index.js': script('node_modules/qr/index.js'),
      'https://mini.example/next': { contentType: 'text/html', body: '<title>next</title>' },
      'https://mini.example/data': { contentType: 'application/json', body: '{"a":1}' },
      'https://uri.amap.com/marker': { contentType: 'text/html', body: '' },
      'https://uri.amap.com/navigation': { contentType: 'text/html', body: '' },
    },
  })
  await opened.waitForFunction(`window.kit && ${head ? 'window.BarcodeDetector' : true}`)
  return opened
}

/** Taps, and makes a call in the tap's handler. @param call a function of the kit, as text */
export async function tap(opened: Page, call: string): Promise<void> {
  await opened.evaluate(`onTap(${call})`)
  await opened.click('#tap')
}

/** How the call of the last tap ended. */
export async function outcome(opened: Page): Promise<unknown> {
  await opened.waitForFunction('window.outcome')
  return opened.evaluate('window.outcome')
}

export async function run(opened: Page, call: string): Promise<unknown> {
  await tap(opened, call)
  return outcome(opened)
}

/** The dialog or scanner above the page. */
export const dialog = (opened: Page) => opened.locator('[data-upsdk-kit=dialog]')
export const toastText = (opened: Page) =>
  opened.evaluate("document.querySelector('[data-upsdk-kit=toast]').shadowRoot.textContent")
/** How many dialogs, file inputs and running cameras there are. */
export const leftOver = (opened: Page) =>
  opened.evaluate(
    `document.querySelectorAll('[data-upsdk-kit=dialog], input').length + (window.stream ? stream.getTracks().filter((track) => track.readyState === 'live').length : 0)`,
  )

/** Takes a screenshot if `SCREENSHOTS` names a folder. */
export async function look(opened: Page, name: string) {
  if (!process.env.SCREENSHOTS) return
  mkdirSync(process.env.SCREENSHOTS, { recursive: true })
  await still(opened)
  await opened.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png` })
}

/** Taps, and chooses a file in what opens. */
export async function choose(
  opened: Page,
  file: { name: string; mimeType: string; buffer: Buffer },
  call: string,
) {
  const chooser = opened.waitForEvent('filechooser')
  await tap(opened, call)
  await (await chooser).setFiles(file)
  return outcome(opened)
}

/** A picture file, of a QR code if there is a text. */
export const bmp = (width: number, height: number, text?: string) => ({
  name: 'picture.bmp',
  mimeType: 'image/bmp',
  buffer: picture(width, height, text),
})
