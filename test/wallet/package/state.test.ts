/** A server keeps the settings, and takes well-formed ones only, from its own pages only. */
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ask, open, type Started, withTarget } from './servers'

const post = (
  wallet: Started,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
  host = wallet.host,
) =>
  ask(
    { ...wallet, host },
    {
      path: '/@upsdk-kit/state',
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', origin: `http://${host}`, ...headers },
    },
  )

describe('the state address', () => {
  it('takes settings of the phone’s page, and null for the initial ones', async () => {
    const { wallet } = await withTarget()
    const settings = { platform: 'ios', answers: { pay: '01' }, kitOptions: { callTimeout: 500 } }
    expect(await post(wallet, JSON.stringify(settings))).toMatchObject({ status: 204 })
    expect(wallet.server.desk.settings()).toEqual(settings)
    expect(await post(wallet, 'null')).toMatchObject({ status: 204 })
    expect(wallet.server.desk.settings()).toEqual({})
  })

  it.each(['hasOwnProperty', '__proto__', 'valueOf', 'constructor', 'toString', 'isPrototypeOf', 'other'])(
    'refuses the malformed setting %s with a text that names it, and goes on',
    async (name) => {
      const { wallet } = await withTarget()
      for (const value of ['"x"', '{}', 'null', '[1]']) {
        const answer = await post(wallet, `{${JSON.stringify(name)}: ${value}}`)
        expect(answer).toMatchObject({ status: 400, text: `${name}: no setting\n` })
      }
      expect(wallet.server.desk.settings()).toEqual({})
      expect(Object.keys({})).toEqual([])
      expect(await open(wallet)).toMatchObject({ status: 200 })
    },
  )

  it.each([
    ['insideWallet', '"yes"', 'true, false'],
    ['platform', '"windows"', 'android, ios, harmony'],
    ['platform', '"constructor"', 'android, ios, harmony'],
    ['bridge', 'null', 'cordova, jsbridge'],
    ['language', '"zh_CN\\r\\nx: y"', 'a language such as zh_CN'],
    ['language', '"中文"', 'a language such as zh_CN'],
    ['latency', '-1', 'a time in ms'],
    ['latency', '1e999', 'a time in ms'],
    ['readyAfter', '"late"', 'a time in ms, never'],
    ['answers', '{"pay": 1}', 'an object with a text for each method'],
    ['results', '[]', 'an object with a value for each method'],
    ['results', `{"pay": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`, 'at most 50 levels deep'],
    ['situation', '"toString"', 'cancelled'],
    ['kitOptions', '{"script": "https://evil.example/x.js"}', 'an object with locale, messages'],
    ['kitOptions', '{"config": {}}', 'an object with locale, messages'],
    ['kitOptions', '{"openInApp": {}}', 'an object with locale, messages'],
    ['kitOptions', '{"__proto__": true}', 'an object with locale, messages'],
    ['kitOptions', '{"messages": {"zh-Hans": 1}}', 'an object with locale, messages'],
    ['kitOptions', '{"notify": "yes"}', 'an object with locale, messages'],
  ])('refuses a malformed %s, and says what it must be', async (name, value, words) => {
    const { wallet } = await withTarget()
    const answer = await post(wallet, `{"${name}": ${value}, "ask": true}`)
    expect(answer.status).toBe(400)
    expect(answer.text.startsWith(`${name}: `)).toBe(true)
    expect(answer.text).toContain(words)
    expect(wallet.server.desk.settings()).toEqual({})
    expect(await open(wallet)).toMatchObject({ status: 200 })
  })

  it.each(['', '{', '[]', '3', '"a"', 'undefined'])(
    'refuses a body that is no JSON object: %s',
    async (body) => {
      const { wallet } = await withTarget()
      expect(await post(wallet, body)).toMatchObject({ status: 400 })
      expect(wallet.server.desk.settings()).toEqual({})
    },
  )

  it('refuses more than 1 MiB, and goes on', async () => {
    const { wallet } = await withTarget()
    expect(await post(wallet, `"${'x'.repeat(1 << 20)}"`)).toMatchObject({ status: 413 })
    expect(await post(wallet, '{"ask": true}')).toMatchObject({ status: 204 })
  })

  it('reads Chinese correctly, wherever the network cuts it', async () => {
    const { wallet } = await withTarget()
    const text = '云闪付'.repeat(16_000)
    const body = Buffer.from(JSON.stringify({ results: { scanQRCode: text } }))
    const { host, port } = wallet
    const head = `POST /@upsdk-kit/state HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n`
    await new Promise<void>((resolve) => {
      const socket = connect(port, '127.0.0.1', async () => {
        socket.setNoDelay(true)
        socket.write(head)
        for (let at = 0; at < body.length; at += 10_001) {
          socket.write(body.subarray(at, at + 10_001))
          await new Promise((next) => setTimeout(next, 2))
        }
      })
      socket.resume()
      socket.on('close', () => resolve())
    })
    expect(wallet.server.desk.settings().results?.scanQRCode === text).toBe(true)
  })

  it.each<[string, Record<string, string>]>([
    ['without an Origin', { origin: '' }],
    ['with another Origin', { origin: 'http://evil.example' }],
    ['with an opaque Origin', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
    ['of another port', { origin: 'http://page.localhost:1' }],
    ['of another site, whatever its Origin', { 'sec-fetch-site': 'cross-site' }],
    ['of another port of this name, whatever its Origin', { 'sec-fetch-site': 'same-site' }],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }],
    ['with the content type of a form', { 'content-type': 'text/plain' }],
  ])('takes no settings %s', async (_what, { origin, ...headers }) => {
    const { wallet } = await withTarget()
    const answer = await ask(wallet, {
      path: '/@upsdk-kit/state',
      method: 'POST',
      body: '{"platform":"ios"}',
      headers: {
        'content-type': 'application/json',
        ...(origin !== '' && { origin: origin || `http://${wallet.host}` }),
        ...headers,
      },
    })
    expect(answer.status).toBe(403)
    expect(wallet.server.desk.settings()).toEqual({})
  })

  it('takes settings from the network with the key only', async () => {
    const { wallet } = await withTarget({ lan: true })
    const host = `127.0.0.2:${wallet.port}`
    const send = (headers: Record<string, string>) =>
      ask(
        { ...wallet, host },
        {
          path: '/@upsdk-kit/state',
          method: 'POST',
          body: '{"platform":"ios"}',
          address: '127.0.0.2',
          headers: { 'content-type': 'application/json', origin: `http://${host}`, ...headers },
        },
      )
    expect(await send({})).toMatchObject({ status: 403 })
    expect(wallet.server.desk.settings()).toEqual({})
    expect(await send({ cookie: `upsdk-kit-key=${wallet.server.key}` })).toMatchObject({ status: 204 })
    expect(wallet.server.desk.settings()).toEqual({ platform: 'ios' })
  })

  it('takes settings from no tunnel that calls itself localhost', async () => {
    const { wallet } = await withTarget()
    const headers = { 'x-forwarded-for': '203.0.113.7' }
    expect(await post(wallet, '{"platform":"ios"}', headers)).toMatchObject({ status: 403 })
    expect(wallet.server.desk.settings()).toEqual({})
  })

  it('gives the settings, and takes them by POST only', async () => {
    const { wallet } = await withTarget()
    await post(wallet, '{"platform":"ios"}')
    const headers = { origin: `http://${wallet.host}` }
    expect(await ask(wallet, { path: '/@upsdk-kit/state' })).toMatchObject({ text: '{"platform":"ios"}' })
    expect(await ask(wallet, { path: '/@upsdk-kit/state', method: 'PUT', headers })).toMatchObject({
      status: 405,
    })
  })
})
