/** The command survives answers that HTTP does not allow, and says what was wrong. */
import { type AddressInfo, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ask, later, OWN_FETCH, open, startWallet, texts } from './servers'

/** Starts a target that answers every request with the same text. */
async function startRaw(answer: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', () => socket.end(answer, 'latin1'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  later(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const END = 'Content-Type: text/html\r\nContent-Length: 4\r\nConnection: close\r\n\r\n<p>a'

describe('the command', () => {
  it.each([
    ['the status 000', `HTTP/1.1 000 OK\r\n${END}`, 502],
    ['the status 042', `HTTP/1.1 042 OK\r\n${END}`, 502],
    ['the status 099', `HTTP/1.1 099 OK\r\n${END}`, 502],
    ['the status 101, unasked', `HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n`, 502],
    ['the status 999', `HTTP/1.1 999 OK\r\n${END}`, 999],
    ['a control character in the reason', `HTTP/1.1 200 O\x01K\r\n${END}`, 502],
    ['a reason in Chinese', `HTTP/1.1 200 \xe4\xba\x91\r\n${END}`, 200],
    ['Content-Encoding: constructor', `HTTP/1.1 200 OK\r\nContent-Encoding: constructor\r\n${END}`, 200],
    ['Content-Encoding: toString', `HTTP/1.1 200 OK\r\nContent-Encoding: toString\r\n${END}`, 200],
    ['Content-Encoding: __proto__', `HTTP/1.1 200 OK\r\nContent-Encoding: __proto__\r\n${END}`, 200],
    ['what is no gzip, as gzip', `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n${END}`, 200],
    ['a Trailer', `HTTP/1.1 200 OK\r\nTrailer: Expires\r\n${END}`, 200],
    ['a header without a name', `HTTP/1.1 200 OK\r\n: a\r\n${END}`, 502],
    ['a control character in a header', `HTTP/1.1 200 OK\r\nX-A: a\x01b\r\n${END}`, 502],
    ['two lengths', `HTTP/1.1 200 OK\r\nContent-Length: 3\r\n${END}`, 502],
    ['a length below 0', `HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n`, 502],
    ['a redirect to nothing', `HTTP/1.1 302 Found\r\nLocation:\r\n${END}`, 302],
    ['a redirect in Chinese', `HTTP/1.1 302 Found\r\nLocation: /\xe4\xba\x91\r\n${END}`, 302],
    ['nothing', '', 502],
  ])('keeps working after a target has sent %s', async (_what, text, status) => {
    const wallet = await startWallet(await startRaw(text))
    for (const method of ['GET', 'HEAD', 'POST'])
      for (const headers of [{}, OWN_FETCH]) {
        const asked = { method, headers: headers as Record<string, string> }
        const answer = await (headers === OWN_FETCH ? ask : open)(wallet, asked)
        expect(answer.status, `${method} ${JSON.stringify(headers)}`).toBe(status)
      }
    expect(await ask(wallet, { path: '/@upsdk-kit/state' })).toMatchObject({ status: 200 })
  })

  it('says what was wrong with an answer', async () => {
    const wallet = await startWallet(await startRaw(`HTTP/1.1 099 OK\r\n${END}`))
    expect((await open(wallet)).text).toContain('ERR_HTTP_INVALID_STATUS_CODE')
    expect((await ask(wallet, { headers: OWN_FETCH })).text).toContain('ERR_HTTP_INVALID_STATUS_CODE')
  })
})

describe('a target that does not answer', () => {
  it('gives a script the reason in a line, and is no notice to the developer', async () => {
    const wallet = await startWallet('http://127.0.0.1:1')
    const answer = await ask(wallet, { headers: OWN_FETCH })
    expect(answer).toMatchObject({ status: 502, text: `${texts.waiting('http://127.0.0.1:1')}\n` })
    expect(answer.text).not.toContain('second')
    expect(wallet.said).toEqual([])
  })

  it('gives a page that waits for it, except to a form', async () => {
    const wallet = await startWallet('http://127.0.0.1:1')
    const own = { origin: `http://${wallet.host}`, 'sec-fetch-site': 'same-origin' }
    const [page, form] = [
      await open(wallet),
      await open(wallet, { method: 'POST', headers: own, body: 'a=1' }),
    ]
    for (const { status, text } of [page, form]) {
      expect(status).toBe(502)
      expect(text).toContain('http://127.0.0.1:1')
    }
    expect([page, form].map(({ text }) => /<script|http-equiv="refresh"/i.test(text))).toEqual([true, false])
    expect([page, form].map(({ text }) => /each second/.test(text))).toEqual([true, false])
  })
})
