/** The command accepts a self-signed certificate of a private host alone, or with `--insecure`. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { isTestHost } from '../../../wallet/server/certificate'
import { readRequest } from '../../../wallet/server/exchange'
import { sendResponse } from '../../../wallet/server/send'
import { createTarget } from '../../../wallet/server/target'
import { selfSigned } from './selfSigned'
import { ask, later, open, startTarget, startWallet, texts } from './servers'

let secure = { key: '', cert: '' }

beforeAll(() => {
  secure = selfSigned()
})

describe('a self-signed certificate', () => {
  it('is accepted from a private host', async () => {
    const { origin } = await startTarget((_request, response) => response.end('https'), { secure })
    expect(await open(await startWallet(origin))).toMatchObject({ status: 200, text: 'https' })
  })

  it.each([
    ['is refused of any other, with a line that names --insecure', false, 502, 'try again with --insecure'],
    ['is accepted of any other with --insecure', true, 200, 'https'],
  ])('%s', async (_what, insecure, status, text) => {
    const { origin } = await startTarget((_request, response) => response.end('https'), { secure })
    const said: string[] = []
    // A name of the public internet, which resolves to this machine here.
    const target = new URL(origin.replace('127.0.0.1', 'h5.example.com'))
    const forwarding = createTarget({
      target,
      insecure,
      agent: () => 'agent',
      respond: (answer, { response }) => sendResponse(response, answer),
      texts,
      notice: (line) => void said.push(line),
      lookup: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    })
    const server = createServer((request, response) =>
      forwarding.forward({ ...readRequest(request), response }),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    later(() => {
      forwarding.stop()
      server.close()
    })
    const { port } = server.address() as AddressInfo
    const answer = await ask({ port, host: `page.localhost:${port}` })
    expect(answer.status).toBe(status)
    expect(answer.text).toContain(text)
    expect(said.join()).toContain(insecure ? '' : `${target.host}. If it is your own test server`)
  })
})

describe('the host', () => {
  it.each([
    'localhost',
    'a.localhost',
    'h5.test',
    'printer.local',
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.9',
    '172.16.0.1',
    '172.31.0.1',
    '[::1]',
    '[fd00::1]',
    '[fe80::1]',
  ])('the certificate of %s needs no trusted signature', (host) => expect(isTestHost(host)).toBe(true))

  it.each([
    'h5.example.com',
    'test',
    'local',
    'test.com',
    'localhost.com',
    '172.32.0.1',
    '11.0.0.1',
    '192.169.0.1',
    '10.evil.com',
    '[2001:db8::1]',
  ])('the certificate of %s needs a trusted signature', (host) => expect(isTestHost(host)).toBe(false))
})
