/** A picture of a page looks as the page did, runs nothing, and says what it could not keep. */
import type { Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Picture, shareTexts } from '../../../wallet/shared/picture'
import { zh } from '../../../wallet/view/texts/zh'
import { headlessBrowser } from '../../browser/browsers'
import { describeInBrowser, openPage, PAGE_URL, type PageOptions, page } from '../../browser/harness'

const SIZE = { width: 375, height: 600 }
const NOT_KEPT = JSON.stringify(zh.notKept)
const STYLES = 'https://mini.example/a/styles.css'
const IMAGE = 'https://mini.example/a/image.svg'
const OTHER = 'https://other.example/'

const svg = (fill: string) => ({
  contentType: 'image/svg+xml',
  body: `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18" fill="${fill}"/></svg>`,
})
const ROUTES = {
  [STYLES]: {
    contentType: 'text/css',
    body: '.image { background: url(image.svg); width: 40px; height: 40px } x-card:not(:defined) { display: none }',
  },
  [IMAGE]: svg('teal'),
  [OTHER]: { contentType: 'text/html', body: 'elsewhere' },
}

/** Pages with what HTML alone does not say. */
const PAGES: Readonly<Record<string, string>> = {
  'styles that scripts have made': page(
    `<div class="image"></div><p class="made">made</p><p class="adopted">adopted</p><x-card>a card</x-card>
<script>
customElements.define('x-card', class extends HTMLElement {})
document.querySelector('style').sheet.insertRule('.made { color: red; font-size: 30px }')
const sheet = new CSSStyleSheet(); sheet.replaceSync('.adopted { background: gold; padding: 9px }')
document.adoptedStyleSheets = [sheet]
</script>`,
    `<style>body { margin: 3px }</style><link rel="stylesheet" href="${STYLES}">`,
  ),
  'shadow roots': page(
    `<div id="host"><b slot="in">in the slot</b></div><script>
const root = host.attachShadow({ mode: 'open' })
const sheet = new CSSStyleSheet(); sheet.replaceSync('p { color: green; border: 2px solid }')
root.innerHTML = '<p>shadow <slot name="in"></slot></p>'
root.adoptedStyleSheets = [sheet]
</script>`,
  ),
  'what was typed, ticked and scrolled': page(
    `<form id="form"><input id="name"><input id="box" type="checkbox"><input id="off" type="checkbox" checked>
<textarea id="text"></textarea><select id="select"><option>one<option>two</select></form>
<div id="list" style="height:90px;overflow:auto"><p style="height:400px">top<br><br><br><br><br><br><br>below</p></div>
<p style="height:900px">tall<br><br><br>page</p><script>
document.getElementById('name').value = '张三'; box.checked = true; off.checked = false
text.value = '\\n<b>line</b>'; select.value = 'two'; list.scrollTop = 66; scrollTo(0, 50)
</script>`,
  ),
  'a canvas, images and an animation': page(
    `<canvas id="own" width="80" height="40" style="width:120px;padding:4px;border:1px solid"></canvas>
<img src="${IMAGE}"><img width="60" style="display:block"><img id="blob"><p class="moving">moving</p>
<script>
const draw = own.getContext('2d'); draw.fillStyle = 'purple'; draw.fillRect(10, 10, 50, 20)
own.toBlob((one) => { blob.src = URL.createObjectURL(one) })
</script>`,
    '<style>.moving { animation: move 100s linear -20s paused } @keyframes move { to { margin-left: 300px } }</style>',
  ),
  'a dialog above another, and a popover': page(
    `<p>below</p><dialog id="low" style="top:0">low <button>one</button></dialog>
<dialog id="high" open style="top:120px">open, not modal</dialog><div id="pop" popover>popover</div>
<script>low.showModal(); document.activeElement.blur(); pop.showPopover()</script>`,
  ),
  'a page of old, in quirks mode':
    '<html><head><meta charset="utf-8"></head><body background="a.png"><table height="100%" bgcolor="pink"><tr><td>middle</table><p style="width:80">width without a unit</p></body></html>',
  'a dark page with a frame of its own': page(
    '<p>dark</p><iframe width="200" height="100" srcdoc="<p style=\'color:orange\'>within &amp;lt;b></p><div style=\'height:400px\'></div>"></iframe>',
    '<meta name="color-scheme" content="dark light"><style>@media (prefers-color-scheme: dark) { p { color: lime } }</style>',
  ),
}

describeInBrowser('a picture of a page', () => {
  let scripts = ''
  let drawn: Page | undefined
  const asked: string[] = []

  async function bundle(file: string, name: string): Promise<string> {
    const built = await build({
      configFile: false,
      logLevel: 'error',
      build: { write: false, minify: false, lib: { entry: file, formats: ['iife'], name } },
    })
    const [first] = [built].flat()
    return first && 'output' in first ? first.output[0].code : ''
  }
  beforeAll(async () => {
    scripts = `${await bundle('wallet/page/picture.ts', 'taking')};${await bundle('wallet/phone/pictureFrame.ts', 'drawing')};window.taking = taking; window.drawing = drawing;`
    const browser = await headlessBrowser()
    drawn = await browser.newPage({ viewport: { width: 800, height: 800 }, colorScheme: 'dark' })
    await drawn.route('**/*', (route) => {
      const url = route.request().url()
      if (url === PAGE_URL) return route.fulfill({ contentType: 'text/html', body: page('<p>phone</p>') })
      asked.push(url)
      return url === IMAGE || url === STYLES ? route.fulfill(ROUTES[url]) : route.abort()
    })
    await drawn.goto(PAGE_URL)
    await drawn.evaluate(scripts)
  })
  afterAll(() => drawn?.close())

  async function take(html: string, more: Pick<PageOptions, 'headers' | 'routes'> = {}) {
    const opened = await openPage({ html, viewport: SIZE, colorScheme: 'dark', routes: ROUTES, ...more })
    await opened.waitForLoadState('load')
    await opened.waitForTimeout(100)
    const image = await opened.screenshot()
    // A policy of the page stops no script of a test.
    await opened.evaluate(scripts)
    const picture = await opened.evaluate<Picture>(`taking.takePicture(${NOT_KEPT})`)
    const after = await opened.screenshot()
    await opened.done()
    return { image, picture, isUnchanged: image.equals(after) }
  }

  async function draw(picture: Picture): Promise<Buffer> {
    if (!drawn) throw new Error('no page')
    await drawn.evaluate(`(async () => {
      window.ran = 0
      document.body.replaceChildren()
      const { element, done } = drawing.drawPicture(${JSON.stringify(picture)}, 'picture')
      document.body.append(element)
      await done
      const inside = element.contentDocument
      await inside.fonts.ready
      await Promise.all(Array.from(inside.images, (one) => one.decode().catch(() => 0)))
    })()`)
    return drawn.locator('iframe').first().screenshot()
  }

  /** Counts the pixels in which two images differ. */
  const countOther = (one: Buffer, two: Buffer): Promise<number> | undefined =>
    drawn?.evaluate<number>(`(async () => {
      const [a, b] = await Promise.all([${[one, two].map((image) => `'${image.toString('base64')}'`)}].map(async (data) => {
        const bitmap = await createImageBitmap(await (await fetch('data:image/png;base64,' + data)).blob())
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
        canvas.getContext('2d').drawImage(bitmap, 0, 0)
        return canvas.getContext('2d').getImageData(0, 0, bitmap.width, bitmap.height).data
      }))
      let count = a.length === b.length ? 0 : Infinity
      for (let at = 0; at < a.length; at += 4)
        if ([0, 1, 2].some((part) => Math.abs(a[at + part] - b[at + part]) > 2)) count++
      return count
    })()`)

  it.each(Object.entries(PAGES))('looks as the page did: %s', async (_name, html) => {
    const { image, picture, isUnchanged } = await take(html)
    expect(isUnchanged).toBe(true)
    const other = await countOther(image, await draw(picture))
    expect(other).toBeLessThan(SIZE.width * SIZE.height * 0.0015)
  })

  it('keeps a page under a strict policy', async () => {
    const html = page('<p class="a">strict</p>', `<link rel="stylesheet" href="${STYLES}">`)
    const headers = { 'Content-Security-Policy': "default-src 'self'" }
    const { image, picture } = await take(html, { headers })
    expect(await countOther(image, await draw(picture))).toBe(0)
  })

  it('says what it could not keep, in its place', async () => {
    const { picture } = await take(
      page(
        `<canvas id="tainted" width="200" height="60"></canvas><canvas id="huge" width="5000" height="5000" style="width:5000px"></canvas><video></video><iframe src="${OTHER}"></iframe><img id="other" src="${OTHER}x.svg">
<script>other.onload = () => tainted.getContext('2d').drawImage(other, 0, 0)</script>`,
      ),
      { routes: { ...ROUTES, [`${OTHER}x.svg`]: svg('red') } },
    )
    const html = picture.pieces.join('')
    expect(html.match(/<canvas[^>]*title="([^"]*)"/g)).toHaveLength(2)
    for (const text of Object.values(zh.notKept)) expect(html).toContain(text)
    await draw(picture)
    const inner = drawn?.frameLocator('iframe').first().frameLocator('iframe')
    expect(await inner?.locator('body').textContent()).toContain(zh.notKept.frame)
  })

  it('runs no script, and has no password', async () => {
    const { picture } = await take(
      page(
        `<input type="password" id="secret"><img src="data:," onerror="parent.ran = 1"><script>secret.value = 'geheim'</script>
<a href="javascript:parent.ran = 1">go</a><svg><script>parent.ran = 1</script></svg><noscript>without scripts</noscript>`,
      ),
    )
    const html = picture.pieces.join('')
    expect(html).not.toMatch(/geheim|<script|onerror|without scripts/)
    expect(html).toContain('value="••••••"')
    await draw(picture)
    expect(await drawn?.evaluate('window.ran')).toBe(0)
  })

  it('asks for no image a second time that the page may read', async () => {
    const { picture } = await take(
      page(`<img src="${IMAGE}"><img src="${IMAGE}?track" width="1" height="1">`),
    )
    asked.length = 0
    await draw(picture)
    expect(asked).toEqual([])
  })

  it('shares the texts of many pictures', async () => {
    const { picture } = await take(page('<p>one</p>', `<style>${'p { color: red }'.repeat(5000)}</style>`))
    const share = shareTexts()
    const copies = Array.from({ length: 20 }, () => share(JSON.parse(JSON.stringify(picture))))
    const before = process.memoryUsage().heapUsed
    expect(new Set(copies.flatMap(({ pieces }) => pieces).filter(({ length }) => length > 1000)).size).toBe(1)
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20e6)
  })
})
