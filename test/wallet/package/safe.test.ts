/** `upsdk-kit wallet` gives nothing to other sites, machines and projects. Only loopback addresses are tried. */
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { ask, CLIENT, DOCUMENT, OWN_FETCH, open, type Started, withTarget } from './servers'

const FOREIGN = 'https://evil.example'

describe('the command answers only to this machine’s names:', () => {
  it.each(['127.0.0.1', 'localhost', 'page.localhost', 'a.b.localhost', 'LOCALHOST'])(
    'it answers to %s',
    async (name) => {
      const { wallet } = await withTarget()
      expect(await open({ ...wallet, host: `${name}:${wallet.port}` })).toMatchObject({ status: 200 })
    },
  )

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    'evillocalhost',
    'localhost@evil.example',
    '127.0.0.2',
    '192.168.0.2',
  ])('it does not answer to %s, as in DNS rebinding', async (name) => {
    const { wallet, reached } = await withTarget()
    const answer = await open({ ...wallet, host: `${name}:${wallet.port}` })
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('secret')
    expect(reached).toEqual([])
  })

  it('it gives its own files to no other name', async () => {
    const { wallet } = await withTarget()
    const answer = await ask({ ...wallet, host: 'evil.example' }, { path: '/@upsdk-kit/client.js' })
    expect(answer).toMatchObject({ status: 403 })
    expect(answer.text).not.toContain(CLIENT)
  })

  it('it listens on 127.0.0.1 alone', async () => {
    const { wallet } = await withTarget()
    await expect(open(wallet, { address: '127.0.0.2' })).rejects.toThrow('ECONNREFUSED')
  })
})

describe('a request from another site is refused before it reaches the target:', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'a script',
      { 'sec-fetch-dest': 'script', 'sec-fetch-mode': 'no-cors', 'sec-fetch-site': 'cross-site' },
      'GET',
    ],
    [
      'an image',
      { 'sec-fetch-dest': 'image', 'sec-fetch-mode': 'no-cors', 'sec-fetch-site': 'same-site' },
      'GET',
    ],
    [
      'a fetch',
      {
        origin: FOREIGN,
        'sec-fetch-dest': 'empty',
        'sec-fetch-mode': 'cors',
        'sec-fetch-site': 'cross-site',
      },
      'GET',
    ],
    ['a fetch of an old browser', { origin: FOREIGN }, 'POST'],
    ['a fetch of a sandboxed frame', { origin: 'null' }, 'POST'],
    ['a preflight', { origin: FOREIGN, 'access-control-request-method': 'PUT' }, 'OPTIONS'],
    ['an <object>', { ...DOCUMENT, 'sec-fetch-dest': 'object', 'sec-fetch-site': 'cross-site' }, 'GET'],
    [
      'a fetch of a document',
      { ...DOCUMENT, 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'cross-site' },
      'GET',
    ],
    ['a project on another port', { origin: 'http://localhost:3000' }, 'POST'],
    ['this name on another port', { origin: 'http://page.localhost:1' }, 'POST'],
  ])('%s', async (_what, headers, method) => {
    const { wallet, reached } = await withTarget()
    const answer = await ask(wallet, { method, headers })
    expect(answer.status).toBe(403)
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(reached).toEqual([])
  })

  it('except for a link, and a login elsewhere that comes back', async () => {
    const { wallet, reached } = await withTarget()
    const answer = await open(wallet, { path: '/back?code=1', headers: { 'sec-fetch-site': 'cross-site' } })
    expect(answer.text).toContain('secret')
    expect(reached).toMatchObject([{ url: '/back?code=1' }])
  })

  it('and the target’s permission for other origins is removed', async () => {
    const { wallet, reached } = await withTarget()
    const answer = await ask(wallet, { headers: OWN_FETCH })
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(reached).toHaveLength(1)
  })

  it.each<[string, Record<string, string>, string]>([
    ['by a script', { origin: FOREIGN, 'content-type': 'application/json' }, '{"situation":"success"}'],
    [
      'by a form',
      { ...DOCUMENT, origin: FOREIGN, 'sec-fetch-site': 'cross-site', 'content-type': 'text/plain' },
      '{"situation":"success"}',
    ],
    [
      'by a form that the developer let through',
      { ...DOCUMENT, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      '{"situation":"success"}',
    ],
  ])('and it changes no setting of the phone, %s', async (_what, headers, body) => {
    const { wallet } = await withTarget()
    const answer = await ask(wallet, { path: '/@upsdk-kit/state', method: 'POST', headers, body })
    expect(answer.status).toBe(403)
    expect(wallet.server.desk.settings()).toEqual({})
  })

  it.each(['client.js', 'kit.js', 'phone.js', 'recorder.js', 'state', 'upsdk.js?/upsdk.js'])(
    'and it gets nothing of the command’s own: %s',
    async (name) => {
      const { wallet } = await withTarget()
      const headers = {
        'sec-fetch-dest': 'script',
        'sec-fetch-mode': 'no-cors',
        'sec-fetch-site': 'cross-site',
      }
      expect(await ask(wallet, { path: `/@upsdk-kit/${name}`, headers })).toMatchObject({ status: 403 })
    },
  )

  it('and it gets no frame with the phone', async () => {
    const { wallet } = await withTarget()
    const { headers, status } = await open(wallet, { path: '/@upsdk-kit/' })
    expect(status).toBe(200)
    expect(headers['content-security-policy']).toBe("frame-ancestors 'self'")
  })

  it('and it cannot use the command as an open proxy', async () => {
    const { wallet, reached } = await withTarget()
    const answer = await open(wallet, { path: 'http://evil.example/' })
    expect(answer).toMatchObject({ status: 403 })
    expect(
      await raw(wallet, `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${wallet.host}\r\n\r\n`),
    ).not.toMatch(/ 200 /)
    expect(reached).toEqual([])
  })

  it('and a path of two slashes stays a path of the target', async () => {
    const { wallet, reached } = await withTarget()
    await open(wallet, { path: '//evil.example/a' })
    expect(reached).toMatchObject([{ url: '//evil.example/a' }])
  })
})

const raw = ({ port }: Started, text: string) =>
  new Promise<string>((resolve) => {
    let got = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => {
      got += chunk.toString()
      socket.end()
    })
    socket.on('close', () => resolve(got))
    socket.on('error', () => resolve(got))
  })

describe('a form that another site sends', () => {
  const form = (wallet: Started, body: string, type = 'application/x-www-form-urlencoded') =>
    open(wallet, {
      path: '/login/back?x=1&y="',
      method: 'POST',
      body,
      headers: { origin: FOREIGN, 'sec-fetch-site': 'cross-site', 'content-type': type },
    })

  it('gets a page that asks first', async () => {
    const { wallet, reached } = await withTarget()
    const answer = await form(wallet, 'code=a%22%3Cb&empty=&word=a+b')
    expect(reached).toEqual([])
    expect(answer.text).toContain('Another site has sent a form')
    expect(answer.text).toContain(
      `<form method="post" action="http://${wallet.host}/login/back?x=1&amp;y=&quot;">`,
    )
    expect(answer.text).toContain('name="code" value="a&quot;&lt;b"')
    expect(answer.text).toContain('name="word" value="a b"')
    expect(answer.headers['content-security-policy']).toBe("frame-ancestors 'self'")
  })

  it.each(['//evil.example/a', '/\\evil.example/a', '///evil.example/a'])(
    'is sent to this server only: %s',
    async (path) => {
      const { wallet } = await withTarget()
      const { text } = await open(wallet, {
        path,
        method: 'POST',
        body: 'a=1',
        headers: {
          origin: FOREIGN,
          'sec-fetch-site': 'cross-site',
          'content-type': 'application/x-www-form-urlencoded',
        },
      })
      const [, action = ''] = / action="([^"]*)"/.exec(text) || []
      expect(new URL(action, `http://${wallet.host}/`).host).toBe(wallet.host)
    },
  )

  it.each([
    ['utf-8', '%E4%BA%91', Buffer.from('云')],
    ['gb18030', '%D4%C6', Buffer.from([0xd4, 0xc6])],
  ])('keeps its fields unchanged, in %s', async (charset, encoded, bytes) => {
    const { wallet } = await withTarget()
    const answer = await form(wallet, `name=${encoded}`)
    expect(answer.headers['content-type']).toBe(`text/html; charset=${charset}`)
    expect(answer.bytes.includes(Buffer.concat([Buffer.from('value="'), bytes, Buffer.from('"')]))).toBe(true)
  })

  it.each([
    ['with files', 'multipart/form-data; boundary=x', 'a'],
    ['whose type only names a form’s', 'text/plain; application/x-www-form-urlencoded', 'a=1'],
    ['of 2 MB', 'application/x-www-form-urlencoded', `a=${'b'.repeat(2 << 20)}`],
  ])('%s is sent nowhere', async (_what, type, body) => {
    const { wallet, reached } = await withTarget()
    expect(await form(wallet, body, type)).toMatchObject({ status: 403 })
    expect(reached).toEqual([])
  })
})

describe('the header Origin', () => {
  it('of this server becomes the target’s, as do Host and Referer', async () => {
    const { wallet, reached, origin } = await withTarget()
    const own = `http://${wallet.host}`
    await ask(wallet, { method: 'POST', headers: { ...OWN_FETCH, origin: own, referer: `${own}/a?b=1` } })
    expect(reached[0]?.headers).toMatchObject({
      host: new URL(origin).host,
      origin,
      referer: `${origin}/a?b=1`,
    })
  })

  it('of another site never becomes the target’s', async () => {
    const { wallet, reached } = await withTarget()
    await open(wallet, {
      headers: { 'sec-fetch-site': 'same-origin', origin: 'null', referer: `${FOREIGN}/x` },
    })
    expect(reached[0]?.headers).toMatchObject({ origin: 'null', referer: `${FOREIGN}/x` })
  })
})

describe('a WebSocket', () => {
  async function opens(headers: Record<string, string>, own?: boolean) {
    const { wallet, server, origin } = await withTarget()
    const seen: unknown[] = []
    const sockets = new WebSocketServer({ server })
    sockets.on('connection', (socket, request) => {
      seen.push(request.headers.origin)
      socket.on('message', (data) => socket.send(`echo ${data}`))
    })
    const socket = new WebSocket(`ws://127.0.0.1:${wallet.port}/hot`, {
      headers: { host: wallet.host, ...headers, ...(own && { origin: `http://${wallet.host}` }) },
    })
    const said = await new Promise<string>((resolve) => {
      socket.on('open', () => socket.send('a'))
      socket.on('message', (data) => resolve(String(data)))
      socket.on('error', (error) => resolve(error.message))
    })
    socket.terminate()
    return { said, seen, origin }
  }

  it('of this server’s page reaches the target with the target’s Origin', async () => {
    const { said, seen, origin } = await opens({}, true)
    expect(said).toBe('echo a')
    expect(seen).toEqual([origin])
  })

  it.each<[string, Record<string, string>]>([
    ['of another site', { origin: FOREIGN }],
    ['of a project on another port', { origin: 'http://localhost:3000' }],
    ['without an Origin', {}],
    ['under another Host', { host: 'evil.example', origin: 'http://evil.example' }],
  ])('%s is refused', async (_what, headers) => {
    const { said, seen } = await opens(headers)
    expect(said).toContain('403')
    expect(seen).toEqual([])
  })
})
