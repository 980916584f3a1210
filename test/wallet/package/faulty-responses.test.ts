/** What is wrong with an answer is not made worse: it comes as far as the target has sent it, and the log says so. */
import { once } from 'node:events'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import type { ResponseFault } from '../../../wallet/shared/responseFaults'
import { eventually } from '../../support/eventually'
import {
  ask,
  connectRaw,
  DOCUMENT,
  headOf,
  later,
  OWN_FETCH,
  open,
  type Started,
  startRawTarget,
  startWallet,
} from './servers'

const PAGE = '<!doctype html><html><head><title>支付</title></head><body>支付成功<i>end</i></body></html>'
const BYTES = Buffer.from(PAGE)
const HTML = 'Content-Type: text/html; charset=utf-8\r\n'

const answering = async (head: string, body: Uint8Array = new Uint8Array(), ends = true) =>
  startWallet(
    await startRawTarget((socket) => {
      socket.write(`HTTP/1.1 ${head}\r\n\r\n`)
      if (ends) socket.end(body)
      else socket.write(body)
    }),
  )

const faultsOf = async (wallet: Started): Promise<[ResponseFault['kind'], string][]> => {
  const { text } = await ask(wallet, { path: '/@upsdk-kit/faults' })
  return (JSON.parse(text) as ResponseFault[]).map(({ kind, path }) => [kind, path])
}

const withoutClient = (text: string) =>
  text.replace(/<script type="application\/json".*?client\.js"><\/script>/, '')

describe('a Content-Length that counts characters, not bytes,', () => {
  const head = `200 OK\r\n${HTML}Content-Length: ${PAGE.length}`

  it.each([true, false])('gives as much as a browser reads; the connection ends: %s', async (ends) => {
    const wallet = await answering(head, BYTES, ends)
    const cut = BYTES.subarray(0, PAGE.length).toString()
    const document = await open(wallet, { path: '/orders?tn=1' })
    expect(document.status).toBe(200)
    expect(withoutClient(document.text)).toBe(cut)
    expect(await ask(wallet, { path: '/api', headers: OWN_FETCH })).toMatchObject({ status: 200, text: cut })
    expect(await faultsOf(wallet)).toEqual([
      ['longer', '/orders'],
      ['longer', '/api'],
    ])
  })

  it('harms no later request on the connection, even if the rest comes late', async () => {
    let isClosed: Promise<unknown> | undefined
    const wallet = await startWallet(
      await startRawTarget((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
        isClosed = once(socket, 'close')
        setTimeout(() => socket.write('more than said'), 20)
      }),
    )
    for (let time = 0; time < 4; time++) {
      expect(await ask(wallet, { headers: OWN_FETCH })).toMatchObject({ status: 200, text: 'ok' })
      await isClosed
    }
  })
})

describe('an answer that may have no body', () => {
  it.each(['204 No Content', '304 Not Modified'])(
    'but has one is passed on without it: %s',
    async (status) => {
      const wallet = await answering(`${status}\r\nContent-Length: 2`, Buffer.from('{}'))
      const answer = await ask(wallet, { path: '/track', headers: OWN_FETCH })
      expect(answer).toMatchObject({ status: parseInt(status, 10), text: '' })
      expect(await faultsOf(wallet)).toEqual([['longer', '/track']])
    },
  )
})

describe('a document that is cut off', () => {
  const gzip = gzipSync(PAGE + 'x1y2'.repeat(2000))
  it.each<[string, string, Uint8Array]>([
    ['before its Content-Length', `Content-Length: ${BYTES.length + 10}`, BYTES],
    ['inside a chunk', 'Transfer-Encoding: chunked', Buffer.from(`fff\r\n${PAGE}`)],
    [
      'between chunks',
      'Transfer-Encoding: chunked',
      Buffer.from(`${BYTES.length.toString(16)}\r\n${PAGE}\r\n`),
    ],
    ['in gzip', `Content-Encoding: gzip\r\nContent-Length: ${gzip.length}`, gzip.subarray(0, -8)],
    ['in br', 'Content-Encoding: br\r\nContent-Length: 9999', brotliCompressSync(PAGE)],
  ])('%s gives what has come, and is cut off here too', async (_what, headers, body) => {
    const wallet = await answering(`200 OK\r\n${HTML}${headers}`, body)
    const client = connectRaw(wallet, headOf(wallet, DOCUMENT))
    await client.closed
    expect(client.got()).toContain('HTTP/1.1 200 OK')
    expect(client.got()).toContain('/@upsdk-kit/client.js')
    expect(client.got()).toContain('<i>end</i>')
    expect(client.got()).not.toMatch(/\r\n0\r\n\r\n$/)
    expect(await faultsOf(wallet)).toEqual([['cut-off', '/']])
  })

  it('in a gzip whose message is whole is shown as far as it goes, as in a browser', async () => {
    const cut = gzip.subarray(0, -8)
    const wallet = await answering(
      `200 OK\r\n${HTML}Content-Encoding: gzip\r\nContent-Length: ${cut.length}`,
      cut,
    )
    const client = connectRaw(wallet, headOf(wallet, { ...DOCUMENT, Connection: 'close' }))
    await client.closed
    expect(client.got()).toContain('<i>end</i>')
    expect(client.got()).toMatch(/\r\n0\r\n\r\n$/)
  })
})

describe('a file that is cut off', () => {
  it.each<[string, string]>([
    ['before its Content-Length', 'Content-Length: 99'],
    ['inside a chunk', 'Transfer-Encoding: chunked'],
  ])('%s is cut off here too', async (_what, headers) => {
    const wallet = await answering(`200 OK\r\n${headers}`, Buffer.from('fff\r\nfirst'))
    const client = connectRaw(wallet, headOf(wallet, OWN_FETCH, 'GET /app.js HTTP/1.1'))
    await client.closed
    expect(client.got()).toContain('first')
    expect(client.got()).not.toMatch(/\r\n0\r\n\r\n$/)
    expect(await faultsOf(wallet)).toEqual([['cut-off', '/app.js']])
  })

  it('by the browser itself is no fault', async () => {
    let isLeft = false
    const wallet = await startWallet(
      await startRawTarget((socket) => {
        socket.on('close', () => {
          isLeft = true
        })
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nfirst')
      }),
    )
    const client = connectRaw(wallet, headOf(wallet, OWN_FETCH))
    await eventually(() => expect(client.got()).toContain('first'))
    client.socket.destroy()
    await eventually(() => expect(isLeft).toBe(true))
    expect(await faultsOf(wallet)).toEqual([])
  })
})

describe('a document of a slow server', () => {
  it.each([
    ['its first script is there', '<!doctype html><html><head><script src="/a.js"></script>'],
    [
      'its first script is there, with the name of its encoding',
      '<head><meta charset="gbk"><script>1</script>',
    ],
    ['its head is over', '<html><head><title>a</title></head>'],
    ['its body begins', '<html><body class="x">'],
    ['an element of the body is there', '<!doctype html><p>'],
    ['a text is there', '<!doctype html>\n1 %'],
  ])('is sent as soon as %s', async (_what, first) => {
    const wallet = await startWallet(
      await startRawTarget((socket) => {
        socket.write(`HTTP/1.1 200 OK\r\n${HTML}Connection: close\r\n\r\n${first}`)
      }),
    )
    // No time passes for the server.
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    later(() => vi.useRealTimers())
    const client = connectRaw(wallet, headOf(wallet, DOCUMENT))
    while (!client.got().includes('/@upsdk-kit/client.js')) await new Promise((turn) => setImmediate(turn))
    expect(client.got()).toContain(first.slice(-3))
  })
})

describe('the list of faults', () => {
  it('keeps the last hundred, with short paths, and tells how long ago each was', async () => {
    const wallet = await answering('204 No Content', Buffer.from('{}'))
    for (let at = 0; at < 101; at++)
      await ask(wallet, { path: `/${at}/${'x'.repeat(1000)}`, headers: OWN_FETCH })
    const faults = JSON.parse((await ask(wallet, { path: '/@upsdk-kit/faults' })).text) as ResponseFault[]
    expect(faults.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_one, at) => at + 2))
    expect(Math.max(...faults.map(({ path }) => path.length))).toBe(200)
    const [oldest, newest] = [faults[0]?.ago || 0, faults[99]?.ago || 0]
    expect(oldest).toBeGreaterThan(newest)
    expect(newest).toBeGreaterThan(0)
  })

  it('is given to no other site', async () => {
    const wallet = await answering('204 No Content', Buffer.from('{}'))
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      'sec-fetch-dest': 'script',
    }
    expect(await ask(wallet, { path: '/@upsdk-kit/faults', headers })).toMatchObject({ status: 403 })
  })
})
