/** Pages work unchanged behind `upsdk-kit wallet` in Chromium. */

import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { headlessBrowser } from '../../browser/browsers'
import { describeInBrowser, kitFile, REAL_SDK, SDK_URL } from '../../browser/harness'
import { KIT, SDK } from '../../browser/scripts'
import { startCommand } from './commandServer'

const CALLS = `
window.call = (method, params) => new Promise((resolve) => upsdk.pluginReady(() => upsdk[method]({
  ...params, success: (value) => resolve(['ok', value]), fail: (error) => resolve(['failed', error]) })))`

describeInBrowser('a page behind the command', () => {
  let context: BrowserContext
  let page: Page
  let asked: string[] = []
  const endings: (() => unknown)[] = []

  beforeAll(async () => {
    context = await (await headlessBrowser()).newContext({ viewport: { width: 375, height: 667 } })
    // No page of a test leaves this machine.
    await context.route(/^https:.*95516\.com/, (route) => {
      asked.push(route.request().url())
      return route.abort()
    })
    page = await context.newPage()
  })
  afterAll(() => context.close())
  afterEach(async () => {
    asked = []
    await page.goto('about:blank')
    for (const end of endings.splice(0)) await end()
  })

  async function serve(answer: RequestListener): Promise<number> {
    const server = createServer(answer)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    endings.push(() => {
      server.closeAllConnections()
      server.close()
    })
    return (server.address() as AddressInfo).port
  }

  /** @returns the target's origin, and the one that the browser sees */
  async function start(answer: RequestListener, word = 'page') {
    const target = `http://127.0.0.1:${await serve(answer)}`
    const command = await startCommand(target, { word })
    endings.push(command.close)
    return { target, ...command }
  }

  /** Starts a page whose only script contains the real upsdk file, as a bundler writes it. */
  const startBundled = (code: string) =>
    start((request, response) => {
      const isBundle = request.url === '/bundle.js'
      response.setHeader('Content-Type', isBundle ? 'text/javascript' : 'text/html')
      response.end(
        isBundle ? `${REAL_SDK}\n${code}` : '<!doctype html><head><script src="/bundle.js"></script></head>',
      )
    })

  /** Starts a target with a socket that answers its own pages only. */
  async function startEcho() {
    const echo: unknown[] = []
    const server = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end('<p>page')
    })
    new WebSocketServer({ server }).on('connection', (socket, request) => {
      echo.push(request.headers.origin)
      socket.on('message', (data) => socket.send(`echo ${data}`))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    endings.push(() => {
      server.closeAllConnections()
      server.close()
    })
    const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const command = await startCommand(target)
    endings.push(command.close)
    return { target, echo, ...command }
  }

  it('in GBK, under policies of header and meta, has a wallet, pays, and stays in GBK', async () => {
    const policy = "default-src 'none'; script-src 'unsafe-inline' https://open.95516.com"
    const html = Buffer.concat([
      Buffer.from('<!doctype html><html><head><meta charset="gbk">'),
      Buffer.from(`<meta http-equiv="Content-Security-Policy" content="${policy}"><title>`),
      Buffer.from([0xd4, 0xc6, 0xc9, 0xc1, 0xb8, 0xb6]),
      Buffer.from(
        `</title><script src="${SDK_URL}" integrity="sha384-x" onload="window.isLoaded = true"></script>`,
      ),
      Buffer.from(`<script>${CALLS}</script></head><body></body></html>`),
    ])
    const { origin } = await start((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'text/html',
        'Content-Security-Policy': policy,
        'X-Frame-Options': 'DENY',
      })
      response.end(html)
    })
    await page.goto(`${origin}/orders/1`)
    expect(
      await page.evaluate('[document.characterSet, document.title, isLoaded, upsdk.isInsideWallet]'),
    ).toEqual(['GBK', '云闪付', true, true])
    expect(await page.evaluate(`call('pay', { tn: '1' })`)).toEqual(['ok', undefined])
    expect(new URL(page.url()).pathname).toBe('/orders/1')
    expect(asked).toEqual([])
  })

  it.each(['cordova', 'jsbridge'] as const)(
    'that bundles upsdk pays over the simulated %s',
    async (bridge) => {
      const { origin, server } = await startBundled(CALLS)
      server.desk.choose({ bridge })
      await page.goto(origin)
      expect(await page.evaluate(`call('pay', { tn: '1' })`)).toMatchObject({ 0: 'ok' })
      expect(await page.evaluate(`call('scanQRCode')`)).toEqual(['ok', expect.any(String)])
      expect(asked).toEqual([])
    },
  )

  it.each(['cordova', 'jsbridge'] as const)(
    'that bundles upsdk is never ready over a %s bridge that never comes up',
    async (bridge) => {
      const { origin, server } = await startBundled('upsdk.pluginReady(() => { window.isReady = true })')
      server.desk.choose({ bridge, situation: 'bridge-never' })
      await page.goto(origin)
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate('window.isReady')).toBe(undefined)
      server.desk.choose({ situation: undefined })
      await page.reload()
      await page.waitForFunction('window.isReady')
    },
  )

  it.each([
    ['in the documented order', SDK + KIT],
    ['after the kit', KIT + SDK],
    ['async', SDK.replace('src', 'async src') + KIT],
    [
      'by a script',
      `<script>{ const tag = document.createElement('script'); tag.src = '${SDK_URL}'; document.head.append(tag) }</script>${KIT}`,
    ],
  ])('that loads upsdk.js %s has a kit that does not take the file for missing', async (_how, tags) => {
    const { origin, server } = await start((request, response) => {
      const isKit = request.url === '/kit.js'
      response.setHeader('Content-Type', isKit ? 'text/javascript' : 'text/html')
      response.end(
        isKit
          ? kitFile()
          : `<!doctype html><head>${tags}<script>
              const settled = UpsdkKit.createUpsdk({ notify: false }).scanQRCode()
                .then(() => 'scanned', ({ reason }) => reason)
            </script></head>`,
      )
    })
    // This is longer than a loaded file may take to run.
    server.desk.choose({ readyAfter: 1500 })
    await page.goto(origin)
    expect(await page.evaluate('settled')).toBe('scanned')
    expect(asked).toEqual([])
  })

  it('that is signed is accepted with the target’s address, and refused with the command’s', async () => {
    const { origin, target } = await start((_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end(`<head><script src="${SDK_URL}"></script></head>`)
    })
    await page.goto(`${origin}/pay?a=1#b`)
    const config = (url: string) =>
      page.evaluate(`new Promise((resolve) => {
        upsdk.ready(() => resolve('ready'))
        upsdk.error((error) => resolve(error.msg))
        upsdk.config({ appId: 'a', nonceStr: 'b', timestamp: 'c', signature: 'd', url: ${JSON.stringify(url)} })
      })`)
    expect(await config(`${origin}/pay?a=1`)).toContain(`${target}/pay?a=1`)
    await page.reload()
    expect(await config(`${target}/pay?a=1`)).toBe('ready')
  })

  it('of a server that checks Origin and Host keeps its cookie, its form and its redirect', async () => {
    const seen: unknown[] = []
    const { origin, target } = await start((request, response) => {
      const { host, origin: from, cookie } = request.headers
      response.setHeader('Content-Type', 'text/html')
      if (request.method === 'POST') {
        seen.push([host, from, cookie])
        response.writeHead(303, { Location: `http://${host}/done` })
      } else if (request.url === '/') {
        response.setHeader('Set-Cookie', [
          'session=1; Domain=127.0.0.1; Secure; HttpOnly',
          '__Host-b=2; Secure; Path=/',
        ])
        response.write('<form method="post" action="/pay"><button>pay</button></form>')
      } else seen.push(cookie)
      response.end()
    })
    await page.goto(origin)
    await page.click('button')
    await page.waitForURL(`${origin}/done`)
    const cookies = 'session=1; __Host-b=2'
    expect(seen).toEqual([[new URL(target).host, target, cookies], cookies])
  })

  it('gets no cookie of a project on another port', async () => {
    const seen: unknown[] = []
    const { origin } = await start((request, response) => {
      seen.push(request.headers.cookie)
      response.end()
    }, 'other')
    const project = await serve((_request, response) => {
      response.setHeader('Set-Cookie', ['token=secret', 'wide=secret; Domain=localhost'])
      response.end()
    })
    await page.goto(`http://localhost:${project}/`)
    await page.goto(origin)
    expect(seen).toEqual([undefined])
  })

  it('gets nothing that another site’s page asks for, except its link; its form is asked about', async () => {
    const reached: unknown[] = []
    const { origin, port } = await start((request, response) => {
      reached.push(`${request.method} ${request.url}`)
      response.setHeader('Content-Type', 'text/html')
      response.end('<article>page')
    })
    const site = await serve((_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end(`<a href="${origin}/link">link</a>
        <form method="post" action="${origin}/form"><input name="word" value="云"><button>send</button></form>`)
    })
    const evil = `http://127.0.0.1:${site}/`
    await page.goto(evil)
    const outcome = await page.evaluate(`Promise.all([
      new Promise((resolve) => Object.assign(document.head.appendChild(document.createElement('script')),
        { onload: () => resolve('loaded'), onerror: () => resolve('refused'), src: '${origin}/script' })),
      new Promise((resolve) => Object.assign(new Image(),
        { onload: () => resolve('loaded'), onerror: () => resolve('refused'), src: '${origin}/image' })),
      fetch('${origin}/fetch', { method: 'POST', mode: 'no-cors' }).then(() => 'sent'),
      fetch('${origin}/read').then(() => 'read', () => 'refused'),
      new Promise((resolve) => Object.assign(new WebSocket('ws://page.localhost:${port}/socket'),
        { onopen: () => resolve('open'), onerror: () => resolve('refused') })),
    ])`)
    expect(outcome).toEqual(['refused', 'refused', 'sent', 'refused', 'refused'])
    expect(reached).toEqual([])
    await page.click('button')
    await page.waitForURL(`${origin}/form`)
    expect(await page.locator('h1').textContent()).toBe('Another site has sent a form')
    expect(reached).toEqual([])
    await page.click('button')
    await page.locator('article').waitFor()
    expect(reached).toContain('POST /form')
    await page.goto(evil)
    await page.click('a')
    await page.waitForURL(`${origin}/link`)
    expect(reached).toContain('GET /link')
  })

  it('opens its socket at its own server’s address through the command, as webpack-dev-server’s client does', async () => {
    const { origin, target, echo } = await startEcho()
    await page.goto(origin)
    const said = await page.evaluate(`new Promise((resolve) => {
      const socket = new WebSocket('${target.replace('http:', 'ws:').replace('127.0.0.1', 'localhost')}/hot')
      Object.assign(socket, { onopen: () => socket.send('a'), onmessage: ({ data }) => resolve(data), onerror: () => resolve('refused') })
    })`)
    expect(said).toBe('echo a')
    expect(echo).toEqual([target])
    expect(await page.evaluate(`new WebSocket('ws://127.0.0.1:1/') instanceof WebSocket`)).toBe(true)
  })

  it('is in no frame of another site, though its own header against frames is removed', async () => {
    const { origin } = await start((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'X-Frame-Options': 'DENY' })
      response.end('<article>page')
    })
    const framing: RequestListener = (_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end(`<iframe src="${origin}/" onload="window.isDone = true"></iframe>`)
    }
    await page.goto(`http://127.0.0.1:${await serve(framing)}/`)
    await page.waitForFunction('window.isDone')
    const [, frame] = page.frames()
    expect(await frame?.locator('article').count()).toBe(0)
    // The phone opens pages by this path.
    await page.goto(origin)
    await page.evaluate(`document.body.innerHTML = '<iframe src="/"></iframe>'`)
    await page.frameLocator('iframe').locator('article').waitFor({ timeout: 120_000 })
  })

  it('is loaded anew without the service worker of another project', async () => {
    let hasWorker = true
    const { origin } = await start((request, response) => {
      const isWorker = request.url === '/sw.js' && hasWorker
      response.setHeader('Content-Type', isWorker ? 'text/javascript' : 'text/html')
      response.end(
        isWorker
          ? `addEventListener('install', () => skipWaiting())
           addEventListener('activate', (event) => event.waitUntil(clients.claim()))
           addEventListener('fetch', (event) => event.request.mode === 'navigate' &&
             event.respondWith(new Response('<p>old', { headers: { 'Content-Type': 'text/html' } })))`
          : '<p>new',
      )
    })
    await page.goto(origin)
    await page.evaluate(`navigator.serviceWorker.register('/sw.js').then(() => new Promise((resolve) => {
      navigator.serviceWorker.controller ? resolve() : (navigator.serviceWorker.oncontrollerchange = resolve) }))`)
    await page.reload()
    expect(await page.locator('p').textContent()).toBe('old')
    hasWorker = false
    await page
      .evaluate('navigator.serviceWorker.getRegistration().then((one) => one.update()).catch(() => 0)')
      .catch(() => 0)
    await page.locator('p', { hasText: 'new' }).waitFor()
  })
})
