/** `upsdk-kit wallet` changes documents only, and passes on an unfinished part of one unchanged. */

import type { RequestListener } from 'node:http'
import { type AddressInfo, connect, createServer } from 'node:net'
import { brotliCompressSync, createGzip, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { walletAgent } from '../../support/nativeSide.mjs'
import { ask, CLIENT, DOCUMENT, later, OWN_FETCH, open, startTarget, startWallet } from './servers'

type Body = string | Uint8Array

const serving = async (body: Body, headers: Record<string, string> = {}, status = 200) =>
  startWallet(
    (
      await startTarget((_request, response) => {
        response.writeHead(status, { 'Content-Type': 'text/html', ...headers })
        response.end(body)
      })
    ).origin,
  )

const TAGS =
  /<script type="application\/json" data-upsdk-kit="settings">.*?<\/script><script src="\/@upsdk-kit\/client\.js"><\/script>/
const PAGE = '<!doctype html><html><head><title>a</title></head><body>b</body></html>'
const latin1 = (bytes: Buffer) => bytes.toString('latin1')

describe('the client is put into a document', () => {
  it.each([
    ['as it is', PAGE, {}],
    ['in gzip', gzipSync(PAGE), { 'Content-Encoding': 'gzip' }],
    ['in br', brotliCompressSync(PAGE), { 'Content-Encoding': 'br' }],
  ])('that comes %s', async (_what, body, headers) => {
    const answer = await open(await serving(body, { ...headers, ETag: '"1"', 'Last-Modified': 'x' }))
    expect(answer.text).toMatch(TAGS)
    expect(answer.text.replace(TAGS, '')).toBe(PAGE)
    expect(answer.headers['cache-control']).toBe('no-store')
    for (const name of ['etag', 'last-modified', 'content-encoding', 'content-length'])
      expect(answer.headers[name], name).toBeUndefined()
  })

  it('that is requested in a readable encoding, and never from the cache', async () => {
    let seen: Record<string, unknown> = {}
    const { origin } = await startTarget((request, response) => {
      seen = request.headers
      response.end()
    })
    const headers = {
      'if-none-match': '"1"',
      'if-modified-since': 'x',
      range: 'bytes=1-',
      'accept-encoding': 'zstd',
    }
    await open(await startWallet(origin), { headers })
    expect(seen['accept-encoding']).toBe('gzip, br')
    expect(Object.keys(seen).filter((name) => /^(if-|range)/.test(name))).toEqual([])
  })

  it.each([
    ['in a frame', { 'sec-fetch-dest': 'iframe' }],
    ['by a browser that names no destination (--lan)', { accept: 'text/html,*/*' }],
  ])('that is requested %s', async (_what, headers) => {
    expect((await ask(await serving(PAGE), { headers: headers as Record<string, string> })).text).toMatch(
      TAGS,
    )
  })

  it('that is an error page, or the answer to a form', async () => {
    expect((await open(await serving(PAGE, {}, 404))).text).toMatch(TAGS)
    const wallet = await serving(PAGE)
    const headers = { 'sec-fetch-site': 'same-origin' }
    expect((await open(wallet, { method: 'POST', body: 'a=1', headers })).text).toMatch(TAGS)
  })

  it('whose policies are removed, which the log says', async () => {
    const head = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    const headers = { 'Content-Security-Policy': "default-src 'none'", 'X-Frame-Options': 'DENY' }
    const answer = await open(await serving(PAGE.replace('<title>', `${head}<title>`), headers))
    // This policy is the command's: no other site may frame the page, whose own header against frames is removed.
    expect(answer.headers['content-security-policy']).toBe("frame-ancestors 'self'")
    expect(answer.headers['x-frame-options']).toBeUndefined()
    expect(answer.text).toContain('http-equiv="x-Content-Security-Policy"')
    expect(answer.text).toContain('"notes":["policy","frame"]')
  })

  it('with the address that its server signs', async () => {
    const { origin } = await startTarget((_request, response) => {
      response.setHeader('Content-Type', 'text/html')
      response.end(PAGE)
    })
    expect((await open(await startWallet(origin))).text).toContain(`"targetOrigin":"${origin}"`)
  })

  it('whose upsdk.js becomes the client’s', async () => {
    const tag = '<script src="https://open.95516.com/s/open/js/upsdk.js" integrity="sha384-x"></script>'
    const answer = await open(await serving(PAGE.replace('<title>', `${tag}<title>`)))
    expect(answer.text).toContain(
      '<script src="/@upsdk-kit/upsdk.js?https%3A%2F%2Fopen.95516.com%2Fs%2Fopen%2Fjs%2Fupsdk.js"></script>',
    )
  })

  it('that streams, as soon as its beginning is there', async () => {
    let finish = () => {}
    const { origin } = await startTarget((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      response.write('<!doctype html><head></head><body>first<b')
      finish = () => response.end('>last</b>')
    })
    const { port, host } = await startWallet(origin)
    const socket = connect(port, '127.0.0.1')
    later(() => socket.destroy())
    const lines = Object.entries({ host, ...DOCUMENT }).map(([name, value]) => `${name}: ${value}`)
    socket.write(['GET / HTTP/1.1', ...lines, '', ''].join('\r\n'))
    let got = ''
    await new Promise<void>((resolve) => {
      socket.on('data', (chunk) => {
        got += chunk
        if (got.includes('first')) finish()
        if (got.includes('last')) resolve()
      })
    })
    expect(got).toMatch(TAGS)
  })
})

describe('a page in GBK', () => {
  // 云闪付 in GBK, and every pair of bytes that GBK has.
  const pairs: number[] = []
  for (let lead = 0x81; lead < 0xff; lead++)
    for (let trail = 0x40; trail < 0xff; trail++) if (trail !== 0x7f) pairs.push(lead, trail)
  const body = Buffer.concat([
    Buffer.from('<!doctype html><html><head><meta charset="gbk"><title>'),
    Buffer.from([0xd4, 0xc6, 0xc9, 0xc1, 0xb8, 0xb6]),
    Buffer.from('</title><script src="/upsdk.js"></script></head><body><p title="'),
    Buffer.from(pairs),
    Buffer.from('"></body></html>'),
  ])

  it('stays in GBK byte by byte, with its <meta charset> within the first 1,024', async () => {
    const answer = await open(await serving(body, { 'Content-Type': 'text/html; charset=gbk' }))
    const text = latin1(answer.bytes)
    expect(answer.headers['content-type']).toBe('text/html; charset=gbk')
    expect(text).toMatch(TAGS)
    expect(text.indexOf('charset="gbk"')).toBeLessThan(1000)
    const own = text.replace(TAGS, '').replace('"/@upsdk-kit/upsdk.js?%2Fupsdk.js"', '"/upsdk.js"')
    expect(own === latin1(body)).toBe(true)
  })

  it('stays in GBK however many settings were chosen', async () => {
    const wallet = await serving(body)
    wallet.server.desk.choose({ results: { scanQRCode: 'x'.repeat(2000) } })
    const text = latin1((await open(wallet)).bytes)
    expect(text.indexOf('<meta charset="gbk">')).toBeLessThan(100)
  })

  it('gets settings in ASCII', async () => {
    const wallet = await serving(body)
    wallet.server.desk.choose({ results: { scanQRCode: '云<' } })
    const text = latin1((await open(wallet)).bytes)
    expect(text.slice(0, 400)).toContain('{"scanQRCode":"\\u4e91\\u003c"}')
  })
})

describe('the command passes on unchanged', () => {
  it.each([
    ['a fragment that a script asks for', PAGE, {}, OWN_FETCH],
    [
      'what jQuery asks for, over plain http',
      PAGE,
      {},
      { accept: 'text/html, */*', 'x-requested-with': 'XMLHttpRequest' },
    ],
    ['a file to keep', PAGE, { 'Content-Disposition': 'attachment; filename=a.html' }, DOCUMENT],
    ['plain text', PAGE, { 'Content-Type': 'text/plain' }, DOCUMENT],
    ['HTML in UTF-16', Buffer.from(`\ufeff${PAGE}`, 'utf16le'), {}, DOCUMENT],
    [
      'binary that says it is HTML',
      Buffer.from([0x89, 0x50, 0, 1, 0x3c, 0x68, 0x65, 0x61, 0x64, 0x3e]),
      {},
      DOCUMENT,
    ],
    ['HTML in zstd', 'as it came', { 'Content-Encoding': 'zstd' }, DOCUMENT],
    ['no content', '', {}, DOCUMENT],
  ])('%s', async (what, body, headers, asked) => {
    const wallet = await serving(body, headers as Record<string, string>, what === 'no content' ? 204 : 200)
    const answer = await ask(wallet, { headers: asked as Record<string, string> })
    expect(answer.bytes.equals(Buffer.from(body as string))).toBe(true)
  })

  it.each([
    ['HTML without <head>', '<p>a'],
    ['10 MB of HTML', PAGE.replace('b', '<i>x</i>'.repeat(1_250_000))],
    ['a lone comment', '<!-- <head> --><p>'],
  ])('except for the client, %s', async (_what, body) => {
    const answer = await open(await serving(body))
    expect(answer.text).toMatch(TAGS)
    expect(answer.text.replace(TAGS, '') === body).toBe(true)
  })

  it('except for the client, a document that breaks off before its end', async () => {
    const { origin } = await startTarget((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '9999' })
      response.write(PAGE, () => response.destroy())
    })
    const { text } = await open(await startWallet(origin))
    expect(text).toMatch(TAGS)
    expect(text.replace(TAGS, '')).toBe(PAGE)
  })
})

describe('a document in a real wallet', () => {
  it('keeps upsdk.js and is not simulated; the recorder is added', async () => {
    const agent = walletAgent({})
    const tag = '<script src="/upsdk.js"></script>'
    let seen = ''
    const { origin } = await startTarget((request, response) => {
      seen = String(request.headers['user-agent'])
      response.setHeader('Content-Type', 'text/html')
      response.end(PAGE.replace('<title>', `${tag}<title>`))
    })
    const wallet = await startWallet(origin)
    wallet.server.desk.choose({ platform: 'ios' })
    const { text } = await open(wallet, { headers: { 'user-agent': agent } })
    expect(text).toContain(tag)
    expect(text).toContain('{"simulator":false,"inspector":true,"recorder":true}')
    expect(seen).toBe(agent)
  })
})

describe('a document that the browser has left', () => {
  let target: RequestListener = () => undefined
  const LONG = 'x'.repeat(1 << 16)
  it.each([
    ['as it is', 'text/html', undefined],
    ['in gzip', 'text/html', createGzip],
    ['that is no document', 'text/plain', undefined],
  ])('is no longer fetched from the target, %s', async (_what, type, compress) => {
    let sent = 0
    const isLeft = new Promise<void>((resolve) => {
      target = (_request, response) => {
        response.writeHead(200, { 'Content-Type': type, ...(compress && { 'Content-Encoding': 'gzip' }) })
        const sink = compress ? compress() : response
        if (sink !== response) sink.pipe(response)
        const timer = setInterval(() => {
          sent++
          // This text does not compress.
          sink.write(PAGE + LONG.replace(/x/g, () => String.fromCharCode(97 + Math.random() * 26)))
        }, 5)
        response.on('close', () => {
          clearInterval(timer)
          resolve()
        })
      }
    })
    const { origin } = await startTarget((request, response) => target(request, response))
    const { port, host } = await startWallet(origin)
    const socket = connect(port, '127.0.0.1')
    const lines = Object.entries({ host, ...DOCUMENT }).map(([name, value]) => `${name}: ${value}`)
    socket.write(['GET / HTTP/1.1', ...lines, '', ''].join('\r\n'))
    await new Promise((resolve) => socket.once('data', resolve))
    socket.destroy()
    await isLeft
    expect(sent).toBeLessThan(1000)
  })
})

describe('a long document', () => {
  const tag = '<script data-a="1 > 0" src="/upsdk.js"></script>'
  // Everything after the first MiB is passed on unchanged. The cut is tried at each byte of the tag.
  it.each(Array.from({ length: tag.length }, (_one, at) => at))(
    'is not cut inside a tag or a script: %i bytes into it',
    async (at) => {
      const before = '<head></head>'.padEnd((1 << 20) - at, '.')
      const { text } = await open(await serving(`${before}${tag}<p>end`, { 'Content-Type': 'text/html' }))
      const [, found = ''] = /\.(<script data-a.*)<p>end$/.exec(text) || []
      const changed = tag.replace('/upsdk.js', '/@upsdk-kit/upsdk.js?%2Fupsdk.js')
      expect([tag, changed]).toContain(found)
    },
  )
})

describe('a header that applies to the target’s own address', () => {
  it.each([
    ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains; preload'],
    ['Alt-Svc', 'h3=":443"; ma=86400'],
  ])('is not passed on: %s', async (name, value) => {
    for (const headers of [DOCUMENT, OWN_FETCH]) {
      const answer = await ask(await serving(PAGE, { [name]: value, 'X-Own': '1' }), { headers })
      expect(answer.headers).toMatchObject({ 'x-own': '1' })
      expect(answer.headers[name.toLowerCase()]).toBeUndefined()
    }
  })
})

describe('a redirect to UnionPay’s consent page', () => {
  const consent = 'https://open.95516.com/s/open/html/oauth.html?appId=1&redirectUri=x'
  const redirecting = () => serving('', { Location: consent }, 302)

  it('becomes a page with the client, which asks instead', async () => {
    const answer = await open(await redirecting())
    expect(answer.status).toBe(200)
    expect(answer.headers.location).toBeUndefined()
    expect(answer.text).toMatch(TAGS)
    expect(answer.text).toContain(consent)
  })

  it('becomes a page that can be read, whatever the encoding of the redirect', async () => {
    const redirect = {
      Location: consent,
      'Content-Encoding': 'gzip',
      'Content-Security-Policy': "script-src 'none'",
    }
    const answer = await open(await serving(gzipSync(''), redirect, 302))
    expect(answer.text).toContain(consent)
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(answer.text).not.toContain('"notes"')
  })

  it('is passed on in a real wallet', async () => {
    const answer = await open(await redirecting(), { headers: { 'user-agent': walletAgent({}) } })
    expect(answer).toMatchObject({ status: 302, headers: { location: consent } })
  })

  it('is passed on to a script that asks for it', async () => {
    const answer = await ask(await redirecting(), { headers: OWN_FETCH })
    expect(answer).toMatchObject({ status: 302, headers: { location: consent } })
  })
})

describe('the command’s own addresses', () => {
  it('give the client and the replacement of upsdk.js, and 404 for anything else', async () => {
    const wallet = await serving(PAGE)
    expect(await ask(wallet, { path: '/@upsdk-kit/client.js' })).toMatchObject({
      status: 200,
      text: `${CLIENT} // client.js`,
    })
    const standIn = await ask(wallet, { path: '/@upsdk-kit/upsdk.js?/upsdk.js' })
    expect(standIn.headers['content-type']).toContain('text/javascript')
    expect(await ask(wallet, { path: '/@upsdk-kit/other' })).toMatchObject({ status: 404 })
  })
})

describe('a service worker', () => {
  const worker = {
    'service-worker': 'script',
    'sec-fetch-dest': 'serviceworker',
    'sec-fetch-site': 'same-origin',
  }

  it.each([
    ['that the target does not have', 'text/html', 404],
    ['in whose place the target has its page', 'text/html', 200],
  ])('%s unregisters itself', async (_what, type, status) => {
    const answer = await ask(await serving(PAGE, { 'Content-Type': type }, status), {
      path: '/sw.js',
      headers: worker,
    })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain('javascript')
    expect(answer.text).toContain('unregister()')
  })

  it('of the target’s own stays', async () => {
    const answer = await ask(await serving('own()', { 'Content-Type': 'text/javascript' }), {
      headers: worker,
    })
    expect(answer.text).toBe('own()')
  })
})

describe('the command before a target that cannot be reached or read', () => {
  it('gives a page that says so and looks again each second, until the target comes up', async () => {
    const { origin, server } = await startTarget(() => undefined)
    await new Promise((resolve) => server.close(resolve))
    const wallet = await startWallet(origin)
    const answer = await open(wallet)
    expect(answer.status).toBe(502)
    expect(answer.text).toContain(`${origin} does not answer`)
    expect(answer.text).toContain('<meta http-equiv="refresh" content="1">')
    expect(await ask(wallet, { headers: OWN_FETCH })).toMatchObject({ status: 502 })
    await startTarget((_request, response) => response.end('up'), { port: Number(new URL(origin).port) })
    expect(await open(wallet)).toMatchObject({ status: 200, text: 'up' })
  })

  const rawTarget = async (answer: string) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', () => (answer ? socket.end(answer) : socket.resetAndDestroy()))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    later(() => server.close())
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }

  it.each([
    ['resets', '', 'ECONNRESET'],
    ['sends no status line', 'hello\r\n\r\n', 'HPE_'],
  ])('gives a page that says so if the target %s, and goes on', async (_what, text, code) => {
    const wallet = await startWallet(await rawTarget(text))
    for (let time = 0; time < 2; time++) {
      const answer = await open(wallet)
      expect(answer.status).toBe(502)
      expect(answer.text).toContain(code)
    }
  })
})
