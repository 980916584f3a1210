/** `upsdk-kit wallet` passes requests to the target and its answers back. */
import { request } from 'node:http'
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

describe('a header Refresh', () => {
  it.each([
    ['5; url=$/a?b=1', '5; url=http://page/a?b=1'],
    ['0;URL="$/a"', '0;URL="http://page/a"'],
    ["0, url='$/a'", "0, url='http://page/a'"],
    ['1;$/a', '1;http://page/a'],
    ['3;url=/a', '3;url=/a'],
    ['3;url=https://other.example/$', '3;url=https://other.example/$'],
    ['3', '3'],
    ['no refresh', 'no refresh'],
  ])('leads to this server if it leads to the target: %s', async (refresh, expected) => {
    let origin = ''
    const target = await startTarget((_request, response) => {
      response.writeHead(200, { Refresh: refresh.replace('$', origin) })
      response.end()
    })
    origin = target.origin
    const wallet = await startWallet(origin)
    const { headers } = await open(wallet)
    expect(headers.refresh).toBe(expected.replace('$', origin).replace('//page', `//${wallet.host}`))
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
