/** The command keeps no connection that is gone, ends none that still works, and nothing of a connection ends it. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { connect, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { queryObjects } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { eventually } from '../../support/eventually'
import {
  ask,
  connectRaw,
  DOCUMENT,
  headOf,
  later,
  OWN_FETCH,
  type Started,
  startRawTarget,
  startWallet,
  withTarget,
} from './servers'

/** Calls a listener with each message of a channel of Node, until the test ends. */
function listen<Message>(channel: string, listener: (message: Message) => void): void {
  const run = (message: unknown) => listener(message as Message)
  subscribe(channel, run)
  later(() => unsubscribe(channel, run))
}

/** Asks for a WebSocket that is refused, since no page of ours asks. */
const refusedHead = (wallet: Started) =>
  headOf(wallet, { Connection: 'Upgrade', Upgrade: 'websocket', Origin: 'https://evil.example' })

describe('a refused WebSocket', () => {
  it('whose client has reset the connection ends nothing', async () => {
    const { wallet } = await withTarget()
    const thrown: unknown[] = []
    const usual = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    process.on('uncaughtException', (error) => thrown.push(error))
    later(() => {
      process.removeAllListeners('uncaughtException')
      for (const listener of usual) process.on('uncaughtException', listener)
    })
    for (let time = 0; time < 50; time++) {
      const socket = connect(wallet.port, '127.0.0.1')
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      socket.write(refusedHead(wallet), () => socket.resetAndDestroy())
      await once(socket, 'close')
    }
    expect(await ask(wallet, { headers: OWN_FETCH })).toMatchObject({ status: 200 })
    expect(thrown).toEqual([])
  })

  it('is not kept', async () => {
    const { wallet } = await withTarget()
    for (let time = 0; time < 5; time++) await connectRaw(wallet, refusedHead(wallet)).closed
    const before = queryObjects(Socket, { format: 'count' })
    // The test keeps one socket of each client.
    for (let time = 0; time < 50; time++) await connectRaw(wallet, refusedHead(wallet)).closed
    await expect.poll(() => queryObjects(Socket, { format: 'count' })).toBeLessThan(before + 75)
  })
})

describe('a connection', () => {
  it('may take any time for an upload', async () => {
    const { wallet } = await withTarget()
    const limits: unknown[] = []
    listen<{ server: { requestTimeout: number } }>('http.server.request.start', ({ server }) =>
      limits.push(server.requestTimeout),
    )
    await ask(wallet, { path: '/@upsdk-kit/state' })
    expect(limits).toEqual([0])
  })

  it('on which half a request has come is closed with the command', async () => {
    const { wallet } = await withTarget()
    const client = connectRaw(wallet, headOf(wallet, OWN_FETCH) + headOf(wallet, OWN_FETCH).slice(0, 20))
    await eventually(() => expect(client.got()).toContain('200 OK'))
    await wallet.server.close()
    await client.closed
  })

  it('whose client does not read a large file is closed with the command', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'upsdk-kit-large-'))
    later(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'index.html'), '')
    writeFileSync(join(folder, 'film.mp4'), '')
    truncateSync(join(folder, 'film.mp4'), 1 << 28)
    const wallet = await startWallet(folder)
    const socket = connect(wallet.port, '127.0.0.1').on('error', () => undefined)
    later(() => socket.destroy())
    socket.write(headOf(wallet, OWN_FETCH, 'GET /film.mp4 HTTP/1.1'))
    await once(socket, 'readable')
    await wallet.server.close()
  })

  it('to a target whose answer cannot be sent is closed', async () => {
    let isClosed = false
    const wallet = await startWallet(
      await startRawTarget((socket) => {
        socket.on('close', () => {
          isClosed = true
        })
        socket.write('HTTP/1.1 099 OK\r\nContent-Length: 999999\r\n\r\na')
      }),
    )
    const client = connectRaw(wallet, headOf(wallet, OWN_FETCH))
    await eventually(() => expect(client.got()).toContain('HTTP/1.1 502'))
    await eventually(() => expect(isClosed).toBe(true))
  })

  it('goes on after a form with files that was refused', async () => {
    const { wallet } = await withTarget()
    const body = 'x'.repeat(4 << 20)
    const headers = {
      ...DOCUMENT,
      'Content-Type': 'multipart/form-data; boundary=x',
      'Content-Length': String(body.length),
      Origin: 'https://evil.example',
      'Sec-Fetch-Site': 'cross-site',
    }
    const client = connectRaw(wallet, headOf(wallet, headers, 'POST / HTTP/1.1') + body)
    client.socket.write(headOf(wallet, OWN_FETCH, 'GET /@upsdk-kit/state HTTP/1.1'))
    await eventually(() => expect(client.got()).toMatch(/^HTTP\/1\.1 403 [\s\S]*HTTP\/1\.1 200 /))
  })
})
