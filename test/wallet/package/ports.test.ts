/** The command listens on the next port that is free. */

import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createWalletServer, lastPort } from '../../../wallet/server/server'
import { later, texts } from './servers'

const listening = (server: Server, port: number) =>
  new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => resolve(true))
  })

/** Takes free ports in a row. @returns the first */
async function take(count: number): Promise<number> {
  for (;;) {
    const servers = Array.from({ length: count }, () => createServer())
    later(() => servers.map((server) => server.close()))
    await listening(servers[0] as Server, 0)
    const { port } = (servers[0] as Server).address() as AddressInfo
    const others = await Promise.all(servers.slice(1).map((server, at) => listening(server, port + 1 + at)))
    if (others.every(Boolean) && port + count < 65_000) return port
  }
}

function command() {
  const server = createWalletServer({
    target: new URL('http://127.0.0.1:1'),
    startPath: '/',
    lan: false,
    insecure: false,
    texts,
    files: { read: () => '' },
    notice: () => undefined,
  })
  later(() => server.close())
  return server
}

describe('the command', () => {
  it('takes the next port if some are in use', async () => {
    const first = await take(3)
    const port = await command().listen(first)
    expect(port).toBeGreaterThanOrEqual(first + 3)
    expect(port).toBeLessThan(first + 50)
  })

  it('says which ports it has tried', () => {
    expect(texts.noPort(80, lastPort(80))).toContain('80 to 129')
    expect(lastPort(65_530)).toBe(65_535)
  })

  it('gives up after 50 ports', async () => {
    await expect(command().listen(await take(50))).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('gives up behind the last port there is', async () => {
    const last = createServer()
    later(() => last.close())
    await listening(last, 65_535)
    await expect(command().listen(65_535)).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
