/** A request for another protocol than a WebSocket is an ordinary request; sockets that are refused are closed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../support/eventually'
import { connectRaw, headOf, later, type Started, startTarget, startWallet, withTarget } from './servers'

/** What Java's client adds to each first request. */
const H2C = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAEAAEAAAAIAAAAB' }
const socketHeaders = ({ host }: Started) => ({
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  Origin: `http://${host}`,
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Version': '13',
})

async function startEcho() {
  const seen: Record<string, unknown>[] = []
  const { origin } = await startTarget((request, response) => {
    seen.push(request.headers)
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk
    })
    request.on('end', () => response.end(`${request.method} ${request.url} ${body}.`))
  })
  return { seen, wallet: await startWallet(origin) }
}

describe('a request that asks for HTTP/2', () => {
  it.each([
    ['GET /a?b=1 HTTP/1.1', {}, ''],
    ['POST /pay HTTP/1.1', { 'Content-Length': '6' }, 'tn=123'],
  ])('is answered as if it had not: %s', async (line, headers, body) => {
    const { seen, wallet } = await startEcho()
    const client = connectRaw(wallet, headOf(wallet, { ...H2C, ...headers }, line) + body)
    const [method, path] = line.split(' ')
    await eventually(() => expect(client.got()).toContain(`${method} ${path} ${body}.`))
    expect(client.got()).toMatch(/^HTTP\/1\.1 200 /)
    expect(Object.keys(seen[0] || {})).not.toEqual(expect.arrayContaining(['upgrade']))
    expect(seen[0]).not.toHaveProperty('http2-settings')
  })

  it('whose body comes in pieces, and after which more requests come, is answered with them', async () => {
    const { wallet } = await startEcho()
    const client = connectRaw(wallet, headOf(wallet, { ...H2C, 'Content-Length': '6' }, 'POST /1 HTTP/1.1'))
    for (const part of [
      'tn=',
      '123',
      headOf(wallet, H2C, 'GET /2 HTTP/1.1'),
      headOf(wallet, {}, 'GET /3 HTTP/1.1'),
    ]) {
      await new Promise((resolve) => setTimeout(resolve, 20))
      client.socket.write(part)
    }
    await eventually(() => expect(client.got()).toContain('GET /3 .'))
    expect(client.got()).toMatch(/POST \/1 tn=123\.[\s\S]*GET \/2 \.[\s\S]*GET \/3 \./)
  })

  it('from another site is refused like any other', async () => {
    const { wallet, reached } = await withTarget()
    const client = connectRaw(
      wallet,
      headOf(wallet, { ...H2C, Origin: 'https://evil.example' }, 'POST / HTTP/1.1'),
    )
    await eventually(() => expect(client.got()).toMatch(/^HTTP\/1\.1 403 /))
    expect(reached).toEqual([])
  })

  it.each(['websocket, h2c', 'WebSocket/13', 'TLS/1.0', ''])(
    'in words such as "%s" ends nothing',
    async (upgrade) => {
      const { wallet } = await startEcho()
      const client = connectRaw(wallet, headOf(wallet, { Connection: 'Upgrade', Upgrade: upgrade }))
      await eventually(() => expect(client.got()).toMatch(/^HTTP\/1\.1 200 /))
    },
  )
})

describe('a WebSocket that nobody takes', () => {
  const refused = async (wallet: Started, path: string, headers = {}) => {
    const client = connectRaw(
      wallet,
      headOf(wallet, { ...socketHeaders(wallet), ...headers }, `GET ${path} HTTP/1.1`),
    )
    await client.closed
    return client.got()
  }

  it.each(['/@upsdk-kit/', '/@upsdk-kit/state', '/@upsdk-kit', '/@upsdk-kit/none?a=1'])(
    'at an address of the command is not passed on: %s',
    async (path) => {
      const { seen, wallet } = await startEcho()
      expect(await refused(wallet, path)).toBe(
        'HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
      )
      expect(seen).toEqual([])
    },
  )

  it('of another site gets a whole answer, and its connection is closed', async () => {
    const { wallet } = await startEcho()
    expect(await refused(wallet, '/', { Origin: 'https://evil.example' })).toBe(
      'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    )
  })

  it('of a page in a folder is refused', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-upgrades-'))
    later(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'index.html'), '')
    expect(await refused(await startWallet(folder), '/')).toMatch(/^HTTP\/1\.1 404 /)
  })
})
