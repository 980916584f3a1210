/** The phone of `upsdk-kit wallet` shows the target's own page, unchanged. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FrameLocator, Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { headlessBrowser } from '../../browser/browsers'
import { describeInBrowser, SDK_URL } from '../../browser/harness'
import { type Command, startCommand } from './commandServer'
import { openPhone, type Phone } from './phoneDesk'

const PAY = `<!doctype html><head><meta charset="utf-8"><script src="${SDK_URL}"></script></head><body>
<button id="pay">付款</button><p id="out"></p><script>
var out = document.getElementById('out')
document.getElementById('pay').onclick = function () {
  upsdk.pay({ tn: '1', success: function () { out.textContent = 'paid' }, fail: function (e) { out.textContent = 'failed ' + (e.msg || e.errmsg) } })
}
upsdk.pluginReady(function () { out.textContent = 'ready' })
</script>`

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function startTarget(answer: RequestListener | string): Promise<string> {
  const server = createServer(
    typeof answer === 'string'
      ? (_request, response) => {
          response.setHeader('Content-Type', 'text/html')
          response.end(answer)
        }
      : answer,
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endings.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

interface Shown extends Phone {
  readonly command: Command
  readonly target: string
  readonly path: () => string
  readonly inFrame: (code: string) => Promise<unknown>
  readonly notes: (kind: string) => Promise<string[]>
}

async function show(answer: RequestListener | string, path = '/'): Promise<Shown> {
  const target = await startTarget(answer)
  const command = await startCommand(target)
  endings.push(command.close)
  command.server.desk.choose({ ask: true, latency: 0 })
  const phone = await openPhone({ address: `${command.origin}/@upsdk-kit/` }, path)
  endings.push(phone.close)
  return {
    ...phone,
    command,
    target,
    path: () => new URL(phone.page.url()).hash.slice(1),
    inFrame: async (code) => phone.page.frames()[1]?.evaluate(code),
    notes: (kind) =>
      phone.page.locator(`[data-upsdk-kit=log] [data-note=${kind}] [data-part=text]`).allTextContents(),
  }
}

const says = (frame: FrameLocator | Page, text: string | RegExp) =>
  expect.poll(() => frame.locator('#out').textContent(), { timeout: 120_000 }).toMatch(text)

/** Counts the pixels of two pictures that an eye could tell apart: edges may be rounded differently. */
const differingPixels = (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    async (pictures) => {
      const [left, right] = await Promise.all(
        pictures.map(async (base64) => {
          const bitmap = await createImageBitmap(
            await (await fetch(`data:image/png;base64,${base64}`)).blob(),
          )
          const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
          context?.drawImage(bitmap, 0, 0)
          return context?.getImageData(0, 0, bitmap.width, bitmap.height).data || []
        }),
      )
      let count = 0
      for (let at = 0; at < (left?.length || 0); at += 4)
        if ([0, 1, 2].some((part) => Math.abs((left?.[at + part] || 0) - (right?.[at + part] || 0)) > 24))
          count++
      return count
    },
    [one, other].map((picture) => picture.toString('base64')),
  )

describeInBrowser('the phone of the command', () => {
  it('shows the target’s page, asks at a tap, and logs its calls', async () => {
    const { page, frame } = await show(PAY)
    await says(frame, 'ready')
    await frame.locator('#pay').click()
    await frame.locator('[data-upsdk-kit=sheet] [data-outcome=cancelled]').click()
    await says(frame, 'failed 用户取消支付')
    const row = page.locator('[data-upsdk-kit=log] [data-method=pay]')
    await expect.poll(() => row.getAttribute('data-status')).toBe('failure')
  })

  it('plays a situation with the page in either mode', async () => {
    const { page, frame } = await show(PAY)
    await says(frame, 'ready')
    await page.locator('[data-part=situation]').selectOption('c02')
    await expect.poll(() => frame.locator('[data-upsdk-kit=sheet]').count()).toBe(0)
    await says(frame, 'ready')
    await frame.locator('#pay').click()
    await says(frame, /^failed (?!该支付方式)/)
    await page.locator('[data-mode=in-place]').click()
    await says(frame, 'ready')
    await frame.locator('#pay').click()
    await says(frame, 'failed 该支付方式暂未开放，支付未发起，请换一种方式')
  })

  it('sends the chosen user agent to the target, so that its server renders the right page', async () => {
    const { page, frame } = await show((request, response) => {
      const agent = request.headers['user-agent'] || ''
      const kind = /com\.unionpay\.chsp/.test(agent) ? 'iOS' : /mobilepay/.test(agent) ? 'Android' : 'browser'
      response.setHeader('Content-Type', 'text/html')
      response.end(
        `<p id="out"></p><script>out.textContent = '${kind} ' + (/chsp/.test(navigator.userAgent) ? 'iOS' : /mobilepay/.test(navigator.userAgent) ? 'Android' : 'browser')</script>`,
      )
    })
    await says(frame, 'Android Android')
    await page.getByRole('combobox', { name: '系统', exact: true }).selectOption('ios')
    await says(frame, 'iOS iOS')
    await page.locator('[data-part=situation]').selectOption('outside')
    await says(frame, 'browser browser')
  })

  it.each([
    ['a page that is missing', '/missing', '这个路径没有页面（404）'],
    ['a server that does not answer', '/down', '页面的服务器没有应答'],
    ['a page that is refused', '/secret', '页面的服务器没有给出页面（403）'],
  ])('says so of %s, and no longer what the page before called', async (_what, path, said) => {
    const { page, frame } = await show((request, response) => {
      if (request.url === '/down') return void request.socket.destroy()
      response.statusCode = request.url === '/missing' ? 404 : request.url === '/secret' ? 403 : 200
      response.setHeader('Content-Type', 'text/html')
      response.end(request.url === '/' ? PAY : '<p>nothing here</p>')
    })
    await says(frame, 'ready')
    const log = page.locator('[data-upsdk-kit=log]')
    await log.locator('[data-part=tap]').waitFor()
    await page.locator('[data-part=path]').fill(path)
    await page.locator('[data-part=path]').press('Enter')
    await expect.poll(() => log.textContent()).toContain(said)
    expect(await log.locator('[data-method]').count()).toBe(0)
  })

  it('keeps a page’s hash routes, history routes and query, under a base', async () => {
    const shown = await show(
      `<base href="/app/"><a id="relative" href="next">next</a><p id="out"></p><script>out.textContent = location.pathname + location.search + location.hash</script>`,
      '/app/orders?id=1#/cart',
    )
    const { frame, path, inFrame } = shown
    await says(frame, '/app/orders?id=1#/cart')
    await inFrame(`history.pushState(null, '', '/app/orders/7')`)
    await expect.poll(path).toBe('/app/orders/7')
    await inFrame(`location.hash = '#/pay'`)
    await expect.poll(path).toBe('/app/orders/7#/pay')
    await inFrame('history.back()')
    await expect.poll(path).toBe('/app/orders/7')
    await frame.locator('#relative').click()
    await expect.poll(path).toBe('/app/next')
  })

  it('shows a page whose base is another host, and loads no file of its own there', async () => {
    const { frame } = await show(PAY.replace('<head>', '<head><base href="https://cdn.example/a/">'))
    await says(frame, 'ready')
  })

  it('serves a page that reads location.origin, and calls its API there', async () => {
    const { frame } = await show((request, response) => {
      const isApi = request.url === '/api'
      response.setHeader('Content-Type', isApi ? 'application/json' : 'text/html')
      response.end(
        isApi
          ? JSON.stringify([request.headers.host, request.headers.origin || 'none'])
          : `<p id="out"></p><script>fetch(location.origin + '/api', { method: 'POST' }).then((one) => one.text()).then((text) => { out.textContent = text })</script>`,
      )
    })
    await says(frame, /^\["127\.0\.0\.1:(\d+)","http:\/\/127\.0\.0\.1:\1"\]$/)
  })

  it('shows the page at 375 px exactly as at its own address, for the same user agent', async () => {
    const html = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>
      body { margin: 0; font: 16px/1.6 sans-serif } header { position: sticky; top: 0; background: #c00; color: #fff; padding: 12px }
      .grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(25vw, 1fr)); gap: 8px; padding: 8px }
      .grid div { height: 20vh; background: linear-gradient(#08c, #0c8); border-radius: 8px }
      @media (max-width: 374px) { body { background: #000 } } footer { position: fixed; bottom: 0; left: 0; right: 0; background: #eee }
    </style><header>云闪付 优惠</header><div class="grid">${'<div>券</div>'.repeat(12)}</div><footer id="out"></footer>
    <script>document.getElementById('out').textContent = navigator.userAgent</script>`
    const { page, frame, target, command } = await show((request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end(html.replace('优惠', request.headers['user-agent'] || ''))
    })
    await says(frame, 'mobilepay')
    const box = await page.locator('iframe[data-upsdk-kit=page]').boundingBox()
    if (!box) throw new Error('no frame')
    // The phone's corners are round.
    const clip = (x: number, y: number) => ({ x, y: y + 40, width: box.width, height: box.height - 80 })
    const inPhone = await page.screenshot({ clip: clip(box.x, box.y) })
    const context = await (await headlessBrowser()).newContext({
      userAgent: command.server.desk.agent(),
      viewport: { width: box.width, height: box.height },
      colorScheme: 'light',
    })
    endings.push(() => context.close())
    const alone = await context.newPage()
    await alone.goto(target)
    expect(box.width).toBe(375)
    const atHome = await alone.screenshot({ clip: clip(0, 0) })
    expect(await differingPixels(alone, atHome, inPhone)).toBeLessThan(20)
    // This proves that the comparison finds a difference.
    await alone.setViewportSize({ width: 374, height: box.height })
    expect(await differingPixels(alone, await alone.screenshot(), inPhone)).toBeGreaterThan(1000)
  })

  it('stays if the page busts frames', async () => {
    const { page, frame } = await show(
      `<p id="out">busted</p><script>if (top !== self) top.location.href = self.location.href</script>`,
    )
    await says(frame, 'busted')
    expect(page.url()).toContain('/@upsdk-kit/')
  })

  it('logs that policies were removed', async () => {
    const { frame, notes } = await show((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'text/html',
        'Content-Security-Policy': "default-src 'none'; script-src 'unsafe-inline'",
        'X-Frame-Options': 'DENY',
      })
      response.end(PAY)
    })
    await says(frame, 'ready')
    await expect
      .poll(() => notes('server'))
      .toEqual(['页面的 Content-Security-Policy 在这里已去掉', '页面的 X-Frame-Options 在这里已去掉'])
  })

  it('logs a policy that stands behind the first script', async () => {
    const policy = '<meta http-equiv="Content-Security-Policy" content="script-src \'none\'">'
    const { frame, notes } = await show(`<head><script>1</script>${policy}</head>${PAY}`)
    await says(frame, 'ready')
    await expect.poll(() => notes('server')).toEqual(['页面的 Content-Security-Policy 在这里已去掉'])
  })

  it('logs answers that are longer than their Content-Length, or cut off', async () => {
    const html =
      '<p id="out">支付</p><script>fetch("/track");fetch("/cut").then((cut) => cut.text()).catch(() => {})</script>the rest'
    const { frame, notes } = await show(({ url }, response) => {
      const { socket } = response
      const answer = (head: string, body: string) => socket?.end(`HTTP/1.1 ${head}\r\n\r\n${body}`)
      if (url === '/track') answer('204 No Content', '{}')
      else if (url === '/cut') answer('200 OK\r\nContent-Length: 99', 'cut')
      else answer(`200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${html.length}`, html)
    })
    await says(frame, '支付')
    await expect
      .poll(async () => (await notes('server')).sort())
      .toEqual([
        expect.stringMatching(/^\/ 的应答比 Content-Length 长/),
        expect.stringMatching(/^\/cut 的应答没有发完/),
        expect.stringMatching(/^\/track 的应答比 Content-Length 长/),
      ])
  })

  it('logs that a link leads to the target’s own address, past the command', async () => {
    let target = ''
    const shown = await show((_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end(`<p id="out">first</p><a id="absolute" href="${target}/second?token=1">second</a>`)
    })
    target = shown.target
    await shown.page.locator('[data-part=reload]').click()
    await expect.poll(() => shown.frame.locator('#absolute').getAttribute('href')).toContain(target)
    await shown.frame.locator('#absolute').click()
    await expect.poll(() => shown.notes('server')).toEqual([expect.stringContaining('（/second）')])
  })
})

describeInBrowser('web authorization behind the command', () => {
  const consent = (redirectUri: string, scope: string) =>
    `https://open.95516.com/s/open/${scope === 'upapi_contract' ? 'noPwd/html/open' : 'html/oauth'}.html?appId=app-1&responseType=code&scope=${scope}&state=s%20t&redirectUri=${encodeURIComponent(redirectUri)}`

  /** Starts a target with a page whose script leaves for the consent page, and one that its server redirects there. */
  async function showAuthorization(path: string, scope = 'upapi_mobile', host = ''): Promise<Shown> {
    let target = ''
    const shown = await show((request, response) => {
      const { pathname, search } = new URL(request.url || '/', 'http://a')
      const address = consent(`${host || target}/back?from=1#/done`, scope)
      if (pathname === '/redirect') {
        response.writeHead(302, { Location: address, 'Set-Cookie': 'asked=1' })
        return void response.end()
      }
      response.setHeader('Content-Type', 'text/html')
      if (pathname === '/back')
        return void response.end(
          `<p id="out"></p><script>out.textContent = '${search} ${request.headers.cookie || 'no cookie'} ' + location.hash</script>`,
        )
      response.end(
        `<p id="out">start</p><button id="go" onclick="location.href = '${address}'">go</button><a id="plain" href="/redirect">go</a>`,
      )
    }, '/start')
    target = shown.target
    await shown.open(path)
    await says(shown.frame, 'start')
    return shown
  }

  it.each([
    ['a script leads to the consent page', '#go', 'no cookie'],
    ['the page’s server leads to the consent page', '#plain', 'asked=1'],
  ])('opens a sheet if %s: its code goes back to the page’s own address', async (_what, link, cookie) => {
    const { frame, page, notes } = await showAuthorization('/start?1')
    await frame.locator(link).click()
    const sheet = frame.locator('[data-upsdk-kit=sheet]')
    await expect.poll(() => sheet.getAttribute('data-method')).toBe('oauth.html')
    expect(await sheet.locator('.body').textContent()).toMatch(/手机号.*app-1.*upapi_mobile/)
    await sheet.locator('[data-outcome=success]').click()
    await says(frame, new RegExp(`^\\?from=1&code=example%2Bcode%2F\\d+%3D&state=s%20t ${cookie} #/done$`))
    expect(page.url()).toMatch(/@upsdk-kit.*#\/back/)
    // The log goes on with the page that the authorization returns to, and starts again with each other.
    const came = [expect.stringMatching(/upapi_mobile.*\/back/)]
    await expect.poll(() => notes('authorization')).toEqual(came)
    await page.locator('[data-part=reload]').click()
    await expect.poll(() => notes('authorization')).toEqual([])
  })

  it('returns a refusal with state, errmsg and errorcode', async () => {
    const { frame } = await showAuthorization('/start?2')
    await frame.locator('#go').click()
    const refuse = frame.locator('[data-upsdk-kit=sheet] [data-outcome=cancelled]')
    // The page has no callback that could be named.
    expect(await refuse.textContent()).toBe('拒绝带 errmsg、errorcode 回到页面')
    await refuse.click()
    await says(
      frame,
      /^\?from=1&state=s%20t&errmsg=%E7%94%A8%E6%88%B7%E5%8F%96%E6%B6%88&errorcode=example no cookie #\/done$/,
    )
  })

  it.each(['upapi_base', 'upapi_mshpush'])(
    'gives %s without asking, and without a way to refuse',
    async (scope) => {
      const { frame, command } = await showAuthorization('/start?4', scope)
      await frame.locator('#go').click()
      await says(frame, /^\?from=1&code=/)
      command.server.desk.choose({ situation: 'cancelled' })
      await frame.locator('body').evaluate(() => location.replace('/start?5'))
      await says(frame, 'start')
      await frame.locator('#go').click()
      await says(frame, /^\?from=1&code=/)
    },
  )

  it('returns to the same path here, if the developer says so of an address at another host', async () => {
    const { frame, page } = await showAuthorization('/start?9', 'upapi_mobile', 'https://m.bank.example')
    const placesToReturn = () => frame.locator('[data-upsdk-kit=sheet] [data-part=return-to]')
    await frame.locator('#go').click()
    await expect
      .poll(() => placesToReturn().locator('option').allTextContents())
      .toEqual(['m.bank.example/back', '这里的 /back'])
    await placesToReturn().selectOption('here')
    await frame.locator('[data-upsdk-kit=sheet] [data-outcome=success]').click()
    await says(frame, /^\?from=1&code=.*#\/done$/)
    // A run of all situations asks nothing, and restores the page's storage.
    await page.locator('[data-part=compare]').click()
    const ended = page.locator('[data-mode][data-end]')
    await expect.poll(() => ended.count(), { timeout: 120_000 }).toBeGreaterThan(0)
    expect(await ended.first().getAttribute('data-end')).toBe('done')
  })

  it('asks on the contract page for payments without a password', async () => {
    const { frame } = await showAuthorization('/start?6', 'upapi_contract')
    await frame.locator('#go').click()
    const sheet = frame.locator('[data-upsdk-kit=sheet]')
    await expect.poll(() => sheet.locator('.body').textContent()).toMatch(/免密支付签约.*upapi_contract/)
    await sheet.locator('[data-outcome=success]').click()
    await says(frame, /^\?from=1&code=/)
  })

  it('keeps the page without an answer, which the log says', async () => {
    const { frame, command, notes } = await showAuthorization('/start?7')
    command.server.desk.choose({ situation: 'silent' })
    await frame.locator('body').evaluate(() => location.replace('/start?8'))
    await says(frame, 'start')
    await frame.locator('#go').click()
    await expect.poll(() => notes('authorization')).toEqual(['网页授权 upapi_mobile：没有返回，停留在当前页'])
    await says(frame, 'start')
  })

  it('does not ask in a situation', async () => {
    const { frame, command } = await showAuthorization('/start?3')
    command.server.desk.choose({ situation: 'success' })
    await frame.locator('#plain').click()
    await says(frame, /^\?from=1&code=/)
  })
})
