// @vitest-environment node
/** Which requests are to this server, and which come from this machine. */
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../../../wallet/server/exchange'
import {
  isFromThisMachine,
  isLocalHost,
  isNetworkHost,
  isToLoopback,
  isToThisServer,
  originOf,
  refuseOtherHosts,
} from '../../../../wallet/server/hosts'
import { textsFor } from '../../../../wallet/server/serverTexts'

const NAMES = [
  'localhost',
  'LOCALHOST:80',
  'a.localhost',
  'a-1.b.localhost:9527',
  '127.0.0.1',
  '127.0.0.1:65535',
]
const ADDRESSES = [
  '192.168.1.20',
  '10.0.0.1:9527',
  '[::1]',
  '[fe80::1]:9527',
  '[FD00::AB]',
  '[::ffff:10.0.0.1]',
]
const OTHERS = [
  '',
  'evil.example',
  'localhost.evil.example',
  'evillocalhost',
  'a_b.localhost',
  '.localhost',
  'localhost:80x',
  'x localhost',
  '127.0.0.1.evil.example',
  '192.168.1.20.evil.example',
  'evil.192.168.1.20',
  '1920.168.1.20',
  '192.168.1',
  '192.168.1.20:',
  '[::1',
  '[::g]',
  '[]',
]

describe('a Host header', () => {
  it.each(NAMES)('names this machine: %s', (host) => expect(isLocalHost(host)).toBe(true))
  it.each(ADDRESSES)('is an address in its network: %s', (host) => {
    expect(isNetworkHost(host)).toBe(true)
    expect(isLocalHost(host)).toBe(false)
  })
  it.each(OTHERS)('is anyone else’s: “%s”', (host) => {
    expect(isLocalHost(host)).toBe(false)
    expect(isNetworkHost(host)).toBe(false)
  })

  it('that is missing is nobody’s', () => {
    expect(isLocalHost()).toBe(false)
    expect(isNetworkHost()).toBe(false)
  })

  it('gives the origin in lower case, as a browser writes it', () => {
    expect(originOf('A.Localhost:80')).toBe('http://a.localhost:80')
  })
})

const request = (url: string | undefined, host: string) => ({ url, headers: { host } }) as IncomingMessage

describe('a request is to this server', () => {
  it.each(NAMES)('by each of this machine’s names: %s', (host) => {
    expect(isToThisServer(request('/', host), false)).toBe(true)
  })
  it.each(ADDRESSES)('by an address only with --lan: %s', (host) => {
    expect(isToThisServer(request('/', host), false)).toBe(false)
    expect(isToThisServer(request('/', host), true)).toBe(true)
  })
  it.each([undefined, 'http://localhost/', '*'])('unless it asks for %s', (url) => {
    expect(isToThisServer(request(url, 'localhost'), true)).toBe(false)
  })
})

const between = (remoteAddress?: string, localAddress?: string) =>
  ({ socket: { remoteAddress, localAddress } }) as IncomingMessage

describe('a request comes from this machine', () => {
  it.each(['127.0.0.1', '127.0.0.2', '::ffff:127.0.0.1', '::1'])('by a loopback address: %s', (address) => {
    expect(isFromThisMachine(between(address, '192.168.1.20'))).toBe(true)
  })
  it('by the address that it came to', () => {
    expect(isFromThisMachine(between('192.168.1.20', '192.168.1.20'))).toBe(true)
  })
  it.each(['192.168.1.21', '10.127.0.1', '::ffff:10.0.0.1', 'fe80::1', '::12', '::ffff:10.127.0.1'])(
    'unless another machine has the address: %s',
    (address) => expect(isFromThisMachine(between(address, '192.168.1.20'))).toBe(false),
  )
  it('unless its connection is gone', () => {
    expect(isFromThisMachine(between())).toBe(false)
    expect(isFromThisMachine(between('', ''))).toBe(false)
  })
})

describe('a request came to the loopback address', () => {
  it.each(['127.0.0.1', '::ffff:127.0.0.1', '::1'])('%s', (address) => {
    expect(isToLoopback(between(address, address))).toBe(true)
  })
  it.each(['127.0.0.2', '127.0.0.10', '10.127.0.0.1', '192.168.1.20', '::12', 'fe80::1', undefined])(
    'and not %s',
    (address) => expect(isToLoopback(between('127.0.0.1', address))).toBe(false),
  )
})

describe('a request under a name that is not this machine’s', () => {
  it.each(['en', 'zh_CN'])('is told to open the right address, not that another site asked (%s)', (LANG) => {
    const texts = textsFor({ LANG })
    let said = ''
    const response = { setHeader: () => undefined, end: (text: string) => void (said = text) }
    const request = { url: '/', headers: { host: 'dev.example.test:9527', 'sec-fetch-site': 'none' } }
    const exchange = { request, response } as unknown as Exchange
    expect(refuseOtherHosts(false, texts)(exchange)).toBe(true)
    expect(said).toBe(`${texts.otherName}\n`)
    expect(said).not.toContain(texts.refused)
  })
})
