/** `upsdk-kit wallet --lan` lets the network in by its key alone. Only loopback addresses are tried. */
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { ask, OWN_FETCH, open, type Started, startTarget, startWallet, withTarget } from './servers'

describe('the command with --lan, tried on 127.0.0.2,', () => {
  const NETWORK = '127.0.0.2'
  const from = (wallet: Started): Started => ({ ...wallet, host: `${NETWORK}:${wallet.port}` })

  it('gives nothing without the key: no page, no file of its own, no WebSocket', async () => {
    const { wallet, reached } = await withTarget({ lan: true })
    for (const path of [
      '/',
      '/@upsdk-kit/',
      '/@upsdk-kit/client.js',
      '/@upsdk-kit/enter?wrong',
      '/@upsdk-kit/enter?',
    ])
      expect(await open(from(wallet), { path, address: NETWORK }), path).toMatchObject({ status: 403 })
    const wrong = { cookie: 'upsdk-kit-key=wrong' }
    expect(await open(from(wallet), { address: NETWORK, headers: wrong })).toMatchObject({ status: 403 })
    expect(reached).toEqual([])
  })

  it('gives nothing to a machine that says it is localhost', async () => {
    const { wallet, reached } = await withTarget({ lan: true })
    const lying = { ...wallet, host: `localhost:${wallet.port}` }
    expect(await open(lying, { address: NETWORK })).toMatchObject({ status: 403 })
    expect(reached).toEqual([])
  })

  it('answers to no other name, even with the key', async () => {
    const { wallet, reached } = await withTarget({ lan: true })
    const cookie = `upsdk-kit-key=${wallet.server.key}`
    const rebound = { ...wallet, host: `evil.example:${wallet.port}` }
    expect(await open(rebound, { address: NETWORK, headers: { cookie } })).toMatchObject({ status: 403 })
    expect(reached).toEqual([])
  })

  it('accepts the key, which becomes a cookie that is never passed on', async () => {
    const { wallet, reached } = await withTarget({ lan: true })
    const { key } = wallet.server
    expect(key).toMatch(/^[\da-f]{32}$/)
    const entered = await open(from(wallet), { path: `/@upsdk-kit/enter?${key}`, address: NETWORK })
    expect(entered.status).toBe(302)
    expect(entered.headers).toMatchObject({
      location: '/',
      'set-cookie': [`upsdk-kit-key=${key}; Path=/; HttpOnly; SameSite=Lax`],
    })
    const cookie = `a=1; upsdk-kit-key=${key}; b=2`
    expect((await open(from(wallet), { address: NETWORK, headers: { cookie } })).text).toContain('secret')
    expect(reached[0]?.headers.cookie).toBe('a=1; b=2')
    expect(reached).toHaveLength(1)
  })

  it('passes on the key in no Referer', async () => {
    const { wallet, reached, origin } = await withTarget({ lan: true })
    const { key } = wallet.server
    const referer = `http://${from(wallet).host}/@upsdk-kit/enter?${key}`
    const headers = { cookie: `upsdk-kit-key=${key}`, referer }
    await open(from(wallet), { path: '/a', address: NETWORK, headers })
    expect(reached).toMatchObject([{ url: '/a', headers: { referer: `${origin}/` } }])
    expect(JSON.stringify(reached)).not.toContain(key)
  })

  it('lets no target set the key, neither by an answer nor by a WebSocket', async () => {
    const { server, origin } = await startTarget((_request, response) => {
      response.setHeader('Set-Cookie', ['upsdk-kit-key=x; Path=/', 'a=1; Domain=127.0.0.1; Path=/'])
      response.end()
    })
    const sockets = new WebSocketServer({ server })
    sockets.on('headers', (headers) =>
      headers.push('Set-Cookie: upsdk-kit-key=x; Path=/', 'Set-Cookie: a=1; Domain=127.0.0.1; Path=/'),
    )
    const wallet = await startWallet(origin, { lan: true })
    expect((await open(wallet)).headers['set-cookie']).toEqual(['a=1; Path=/'])
    const socket = new WebSocket(`ws://127.0.0.1:${wallet.port}/hot`, {
      headers: { host: wallet.host, origin: `http://${wallet.host}` },
    })
    const [{ headers }] = (await once(socket, 'upgrade')) as [IncomingMessage]
    socket.terminate()
    expect(headers['set-cookie']).toEqual(['a=1; Path=/'])
  })

  it('asks the own machine for no key', async () => {
    const { wallet } = await withTarget({ lan: true })
    expect(await open(wallet)).toMatchObject({ status: 200 })
  })

  it('has another key at each start', async () => {
    const [one, other] = [await withTarget({ lan: true }), await withTarget({ lan: true })]
    expect(one.wallet.server.key).not.toBe(other.wallet.server.key)
  })
})

describe('the command without --lan', () => {
  it.each(['', '?', '?undefined'])('has no entrance: /@upsdk-kit/enter%s', async (query) => {
    const { wallet, reached } = await withTarget()
    const answer = await open(
      { ...wallet, host: `127.0.0.1:${wallet.port}` },
      { path: `/@upsdk-kit/enter${query}` },
    )
    expect(answer).toMatchObject({ status: 404 })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect(reached).toEqual([])
  })
})

describe('what the command prints of a request', () => {
  it('is method, path and status: no query, body, cookie or key', async () => {
    const { wallet } = await withTarget({ lan: true })
    const own = `http://${wallet.host}`
    await ask(wallet, {
      path: '/pay?token=secret-1#secret-2',
      method: 'POST',
      body: 'secret-3',
      headers: { ...OWN_FETCH, origin: own, cookie: 'secret-4=1' },
    })
    const byAddress = { ...wallet, host: `127.0.0.1:${wallet.port}` }
    await open(byAddress, { path: `/@upsdk-kit/enter?${wallet.server.key}` })
    expect(wallet.printed).toEqual(['POST /pay 200', 'GET /@upsdk-kit/enter 302'])
    expect(wallet.said).toEqual([])
  })
})
