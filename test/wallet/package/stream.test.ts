/** Bodies pass through the command at the server's own pace, and break off where they broke off. */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { PassThrough, Readable } from 'node:stream'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { DocumentRewriter } from '../../../wallet/server/inject'
import { decompressed, sendBody, sendDocument } from '../../../wallet/server/stream'
import { eventually } from '../../support/eventually'
import { later } from './servers'

const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Opens a connection to a server, and gives its response and what arrives of it. */
async function receiver() {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  later(() => server.close())
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  later(() => socket.destroy())
  let got = ''
  socket.on('data', (chunk: Buffer) => {
    got += chunk.toString('latin1')
  })
  socket.on('error', () => undefined)
  socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse]
  const closed = once(socket, 'close')
  return {
    response,
    socket,
    closed,
    got: () => got,
    body: () => dechunked(got.split('\r\n\r\n').slice(1).join('\r\n\r\n')),
  }
}

/** Reads the chunks of a body, also of one that is not whole. */
function dechunked(text: string): string {
  const [, size = '', rest = ''] = /^([\da-f]+)\r\n([\s\S]*)$/.exec(text) || []
  const length = parseInt(size || '0', 16)
  return length ? rest.slice(0, length) + dechunked(rest.slice(length + 2)) : ''
}

const isWhole = (got: string): boolean => got.endsWith('0\r\n\r\n')

/** Marks what it rewrites, piece by piece. */
const marking = (): DocumentRewriter => ({ write: (html) => `[${html}]`, end: () => '.' })

describe('a document', () => {
  it('is sent piece by piece, as it is rewritten', async () => {
    const { response, body, got } = await receiver()
    const source = new PassThrough()
    sendDocument(source, undefined, response, marking())
    source.write('first')
    await eventually(() => expect(body()).toBe('[first]'))
    source.end('last')
    await eventually(() => expect(isWhole(got())).toBe(true))
    expect(got()).toContain('[last]')
  })

  it('that breaks off gives what has come, and breaks off', async () => {
    const { response, body, got, closed } = await receiver()
    const source = new PassThrough()
    sendDocument(source, undefined, response, marking())
    source.write('first')
    await turn()
    source.destroy(new Error('broken off'))
    await closed
    expect(body()).toContain('[first]')
    expect(isWhole(got())).toBe(false)
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('in %s that breaks off gives what can be read, and breaks off', async (encoding, compress) => {
    const { response, body, got, closed } = await receiver()
    const source = new PassThrough()
    sendDocument(source, encoding, response, { write: (html) => html, end: () => '' })
    const text = Array.from({ length: 5000 }, (_one, at) => at).join(' ')
    source.write(compress(text).subarray(0, -100))
    await turn()
    source.destroy(new Error('broken off'))
    await closed
    expect(text.startsWith(body())).toBe(true)
    expect(body().length).toBeGreaterThan(text.length / 2)
    expect(isWhole(got())).toBe(false)
  })

  it('in gzip that is cut off, though its message is whole, ends as in a browser', async () => {
    const { response, body, got } = await receiver()
    const text = Array.from({ length: 5000 }, (_one, at) => at).join(' ')
    const cut = Readable.from([gzipSync(text).subarray(0, -100)])
    sendDocument(cut, 'gzip', response, { write: (html) => html, end: () => '' })
    await eventually(() => expect(isWhole(got())).toBe(true))
    expect(body().length).toBeGreaterThan(text.length / 2)
  })

  it('that is no gzip, though it says so, breaks off', async () => {
    const { response, got, closed } = await receiver()
    sendDocument(Readable.from([Buffer.from('no gzip at all')]), 'gzip', response, marking())
    await closed
    expect(got()).toContain('200 OK')
    expect(isWhole(got())).toBe(false)
  })

  it('that cannot be rewritten breaks off, since its head is sent', async () => {
    const { response, got, closed } = await receiver()
    const failing: DocumentRewriter = {
      write() {
        throw new Error('no')
      },
      end: () => '',
    }
    sendDocument(Readable.from([Buffer.from('a')]), undefined, response, failing)
    await closed
    expect(isWhole(got())).toBe(false)
  })

  it('waits while its receiver is full', async () => {
    const { response, socket } = await receiver()
    socket.pause()
    const source = new PassThrough()
    sendDocument(source, undefined, response, marking())
    const more = () => source.write(Buffer.alloc(1 << 20))
    while (!source.isPaused()) {
      more()
      await turn()
    }
    socket.resume()
    await eventually(() => expect(source.isPaused()).toBe(false))
  })

  it.each([undefined, 'gzip'])('whose receiver is gone is left, in %s', async (encoding) => {
    const { response, socket } = await receiver()
    const source = new PassThrough()
    sendDocument(source, encoding, response, marking())
    source.write(encoding ? gzipSync('a') : 'a')
    await turn()
    socket.destroy()
    await eventually(() => expect(source.destroyed).toBe(true))
  })
})

describe('a body that is no document', () => {
  it('that breaks off gives all that has come, and breaks off', async () => {
    const { response, socket, got, closed } = await receiver()
    socket.pause()
    const source = new PassThrough()
    response.flushHeaders()
    sendBody(source, response)
    const size = 200_000
    source.write('a'.repeat(size))
    await turn()
    source.destroy(new Error('broken off'))
    socket.resume()
    await closed
    expect(
      got()
        .match(/a{20,}/g)
        ?.join('').length,
    ).toBe(size)
    expect(isWhole(got())).toBe(false)
  })

  it('is left if its receiver is gone already', async () => {
    const { response, socket } = await receiver()
    socket.destroy()
    await once(response, 'close')
    const source = new PassThrough()
    sendBody(source, response)
    expect(source.destroyed).toBe(true)
  })

  it('is left with its receiver', async () => {
    const { response, socket } = await receiver()
    const source = new PassThrough()
    sendBody(source, response)
    source.write('a')
    await turn()
    socket.destroy()
    await eventually(() => expect(source.destroyed).toBe(true))
  })
})

describe('a compressed body', () => {
  const read = async (body: Readable) => Buffer.concat(await body.toArray()).toString()

  it.each([
    ['gzip', gzipSync],
    ['GZIP', gzipSync],
    ['x-gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('of %s is read', async (encoding, compress) => {
    expect(await read(decompressed(Readable.from([compress('text')]), encoding))).toBe('text')
  })

  it.each([undefined, '', 'identity', 'unheard-of'])('of %s passes as it is', (encoding) => {
    const body = Readable.from(['text'])
    expect(decompressed(body, encoding)).toBe(body)
  })
})
