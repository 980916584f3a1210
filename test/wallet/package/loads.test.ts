/** `upsdk-kit wallet` passes on many requests at once, and streams that are long or large. */
import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { ask, OWN_FETCH, startTarget, startWallet } from './servers'

describe('requests to the target', () => {
  it('are all answered for 500 at once', async () => {
    const { origin } = await startTarget((incoming, response) => response.end(incoming.url))
    const wallet = await startWallet(origin)
    const paths = Array.from({ length: 500 }, (_one, index) => `/${index}`)
    const answers = await Promise.all(paths.map((path) => ask(wallet, { path, headers: OWN_FETCH })))
    expect(answers.map(({ text }) => text)).toEqual(paths)
  })
})

describe('a stream through the command:', () => {
  it('an event stream that is quiet for longer than connections are kept stays open', async () => {
    const { origin } = await startTarget((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.flushHeaders()
      setTimeout(() => response.end('data: late\n\n'), 6000)
    })
    const wallet = await startWallet(origin)
    expect((await ask(wallet, { headers: OWN_FETCH })).text).toBe('data: late\n\n')
  })

  const CHUNK = Buffer.alloc(1 << 16, 'upsdk')
  const chunks = (count: number) =>
    Readable.from(
      (function* () {
        for (let i = 0; i < count; i++) yield CHUNK
      })(),
    )

  it('a download of 200 MB takes less than 150 MB of memory', async () => {
    const { origin } = await startTarget((_request, response) => {
      chunks(3200).pipe(response)
    })
    const { port, host } = await startWallet(origin)
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss)
    }, 5)
    const before = process.memoryUsage().rss
    const size = await new Promise<number>((resolve, reject) => {
      let got = 0
      const sent = request(
        { host: '127.0.0.1', port, headers: { host, ...OWN_FETCH }, agent: false },
        (answer) => {
          answer.on('data', (chunk: Buffer) => {
            got += chunk.length
          })
          answer.on('end', () => resolve(got))
        },
      )
      sent.on('error', reject)
      sent.end()
    })
    clearInterval(watch)
    expect(size).toBe(3200 << 16)
    // Target, server and client share one process here.
    expect(most - before).toBeLessThan(150e6)
  })

  it('an upload of 50 MB arrives whole', async () => {
    const { origin } = await startTarget((incoming, response) => {
      const hash = createHash('sha1')
      incoming.on('data', (chunk) => hash.update(chunk))
      incoming.on('end', () => response.end(hash.digest('hex')))
    })
    const { port, host } = await startWallet(origin)
    const expected = createHash('sha1')
    for (let i = 0; i < 800; i++) expected.update(CHUNK)
    const got = await new Promise<string>((resolve, reject) => {
      const headers = { host, ...OWN_FETCH, 'content-length': String(800 << 16) }
      const sent = request({ host: '127.0.0.1', port, method: 'POST', headers, agent: false }, (answer) => {
        let text = ''
        answer.on('data', (chunk) => {
          text += chunk
        })
        answer.on('end', () => resolve(text))
      })
      sent.on('error', reject)
      chunks(800).pipe(sent)
    })
    expect(got).toBe(expected.digest('hex'))
  })
})
