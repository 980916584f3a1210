/** `upsdk-kit wallet` passes requests to the target and its answers back. */
import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { ask, later, OWN_FETCH, open, startTarget, startWallet } from './servers'

const headersOf = async (headers: Record<string, string | string[]>, status = 200) =>
  startWallet(
    (
      await startTarget((_request, response) => {
        response.writeHead(status, headers)
        response.end()
      })
    ).origin,
  )

describe('requests to the target', () => {
  it.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])(
    'by %s arrive with their body',
    async (method) => {
      const { origin } = await startTarget((incoming, response) => {
        let body = ''
        incoming.on('data', (chunk) => {
          body += chunk
        })
        incoming.on('end', () => response.end(`${incoming.method} ${incoming.url} ${body}`))
      })
      const body = method === 'GET' ? '' : 'a=1'
      const answer = await ask(await startWallet(origin), {
        method,
        path: '/a/b?c=d%20e',
        body,
        headers: OWN_FETCH,
      })
      expect(answer.text).toBe(`${method} /a/b?c=d%20e ${body}`)
    },
  )

  it('carry the chosen wallet’s user agent, and nothing of this browser’s', async () => {
    const seen: object[] = []
    const { origin } = await startTarget((incoming, response) => {
      seen.push(incoming.headers)
      response.end()
    })
    const wallet = await startWallet(origin)
    const headers = { 'user-agent': 'Mozilla/5.0 (X11) Chrome/140', 'sec-ch-ua-platform': '"Linux"' }
    await open(wallet, { headers })
    wallet.server.desk.choose({ platform: 'ios', bridge: 'jsbridge', language: 'en_US' })
    await open(wallet, { headers })
    wallet.server.desk.choose({ insideWallet: false })
    await open(wallet, { headers })
    expect(seen).toMatchObject([
      { 'user-agent': expect.stringMatching(/Android.*com\.unionpay\.mobilepay.*cordova/) },
      { 'user-agent': expect.stringMatching(/iPhone.*com\.unionpay\.chsp.*securitywebcache.*en_US/) },
      { 'user-agent': expect.not.stringContaining('unionpay') },
    ])
    expect(JSON.stringify(seen)).not.toMatch(/sec-ch|X11/)
  })

  it.each(['127.0.0.1', '::1'])('reach a target that calls itself localhost on %s', async (address) => {
    const { port } = await startTarget((_incoming, response) => response.end('here'), { address })
    for (const host of ['localhost', 'app.localhost'])
      expect((await open(await startWallet(`http://${host}:${port}`))).text, host).toBe('here')
  })

  it('are all answered for 500 at once', async () => {
    const { origin } = await startTarget((incoming, response) => response.end(incoming.url))
    const wallet = await startWallet(origin)
    const paths = Array.from({ length: 500 }, (_one, index) => `/${index}`)
    const answers = await Promise.all(paths.map((path) => ask(wallet, { path, headers: OWN_FETCH })))
    expect(answers.map(({ text }) => text)).toEqual(paths)
  })
})

describe('redirects', () => {
  it.each([
    ['to the target’s own address, lead here', '$/a?b=1#c', 'http://page/a?b=1#c'],
    ['with two slashes in the path, lead here', '$//evil.example/', 'http://page//evil.example/'],
    ['to a path, stay', '/a', '/a'],
    ['to another site, stay', 'https://login.example/?back=$', 'https://login.example/?back=$'],
    ['to another port, stay', 'http://127.0.0.1:1/', 'http://127.0.0.1:1/'],
    ['that are malformed, stay', 'http://[', 'http://['],
  ])('%s', async (_what, location, expected) => {
    let origin = ''
    const target = await startTarget((_request, response) => {
      response.writeHead(302, { Location: location.replace('$', origin) })
      response.end()
    })
    origin = target.origin
    const wallet = await startWallet(origin)
    const { status, headers } = await open(wallet)
    expect(status).toBe(302)
    expect(headers.location).toBe(expected.replace('$', origin).replace('//page', `//${wallet.host}`))
  })
})

describe('cookies', () => {
  const SET = [
    'a=1; Domain=127.0.0.1; Path=/; Secure; SameSite=None',
    'b=2; HttpOnly',
    '__Host-c=3; Secure; Path=/',
  ]

  it('lose their Domain, and keep Secure on *.localhost', async () => {
    const { headers } = await open(await headersOf({ 'Set-Cookie': SET }))
    expect(headers['set-cookie']).toEqual(['a=1; Path=/; Secure; SameSite=None', 'b=2; HttpOnly', SET[2]])
  })

  it('lose Secure and what needs it on a network address, where a note says that __Host- cannot work', async () => {
    const target = await startTarget((_request, response) => {
      response.writeHead(200, { 'Set-Cookie': SET, 'Content-Type': 'text/html' })
      response.end('<head></head>')
    })
    const wallet = await startWallet(target.origin, { lan: true })
    const cookie = `upsdk-kit-key=${wallet.server.key}`
    const network = { ...wallet, host: `127.0.0.2:${wallet.port}` }
    const { headers, text } = await open(network, { address: '127.0.0.2', headers: { cookie } })
    expect(headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; HttpOnly', '__Host-c=3; Path=/'])
    expect(text).toContain('"notes":["cookie"]')
  })

  it('of another domain are dropped, as a browser does at the target', async () => {
    const { headers } = await open(
      await headersOf({ 'Set-Cookie': ['a=1; Domain=evil.example', 'upsdk-kit-key=x'] }),
    )
    expect(headers['set-cookie']).toBeUndefined()
  })
})

describe('a stream through the command:', () => {
  it('server-sent events arrive one by one', async () => {
    let send = (_text: string): unknown => undefined
    const { origin } = await startTarget((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      send = (text) => response.write(text)
      response.flushHeaders()
    })
    const { port, host } = await startWallet(origin)
    const heard = await new Promise<string>((resolve) => {
      let got = ''
      const sent = request(
        { host: '127.0.0.1', port, headers: { host, ...OWN_FETCH }, agent: false },
        (answer) => {
          send('data: 1\n\n')
          answer.on('data', (chunk) => {
            got += chunk
            if (got === 'data: 1\n\n') send('data: 2\n\n')
            else resolve(got)
          })
        },
      )
      sent.end()
      later(() => sent.destroy())
    })
    expect(heard).toBe('data: 1\n\ndata: 2\n\n')
  })

  it('an event stream that is quiet for longer than connections are kept stays open', async () => {
    const { origin } = await startTarget((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.flushHeaders()
      setTimeout(() => response.end('data: late\n\n'), 6000)
    })
    const wallet = await startWallet(origin)
    expect((await ask(wallet, { headers: OWN_FETCH })).text).toBe('data: late\n\n')
  })

  const CHUNK = Buffer.alloc(1 << 16, 'upsdk')
  const chunks = (count: number) =>
    Readable.from(
      (function* () {
        for (let i = 0; i < count; i++) yield CHUNK
      })(),
    )

  it('a download of 200 MB takes less than 150 MB of memory', async () => {
    const { origin } = await startTarget((_request, response) => {
      chunks(3200).pipe(response)
    })
    const { port, host } = await startWallet(origin)
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 5)
    const before = process.memoryUsage().rss
    const size = await new Promise<number>((resolve, reject) => {
      let got = 0
      const sent = request(
        { host: '127.0.0.1', port, headers: { host, ...OWN_FETCH }, agent: false },
        (answer) => {
          answer.on('data', (chunk: Buffer) => {
            got += chunk.length
          })
          answer.on('end', () => resolve(got))
        },
      )
      sent.on('error', reject)
      sent.end()
    })
    clearInterval(watch)
    expect(size).toBe(3200 << 16)
    // Target, server and client share one process here.
    expect(most - before).toBeLessThan(150e6)
  })

  it('an upload of 50 MB arrives whole', async () => {
    const { origin } = await startTarget((incoming, response) => {
      const hash = createHash('sha1')
      incoming.on('data', (chunk) => hash.update(chunk))
      incoming.on('end', () => response.end(hash.digest('hex')))
    })
    const { port, host } = await startWallet(origin)
    const expected = createHash('sha1')
    for (let i = 0; i < 800; i++) expected.update(CHUNK)
    const got = await new Promise<string>((resolve, reject) => {
      const headers = { host, ...OWN_FETCH, 'content-length': String(800 << 16) }
      const sent = request({ host: '127.0.0.1', port, method: 'POST', headers, agent: false }, (answer) => {
        let text = ''
        answer.on('data', (chunk) => {
          text += chunk
        })
        answer.on('end', () => resolve(text))
      })
      sent.on('error', reject)
      chunks(800).pipe(sent)
    })
    expect(got).toBe(expected.digest('hex'))
  })

  it('a file that no page shows stays compressed', async () => {
    const { origin } = await startTarget((incoming, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'br', ETag: '"1"' })
      response.end(`as it came, ${incoming.headers['accept-encoding']}`)
    })
    const headers = { ...OWN_FETCH, 'accept-encoding': 'gzip, deflate, br, zstd' }
    const answer = await ask(await startWallet(origin), { headers })
    expect(answer.text).toBe('as it came, gzip, deflate, br, zstd')
    expect(answer.headers).toMatchObject({ 'content-encoding': 'br', etag: '"1"' })
  })
})
