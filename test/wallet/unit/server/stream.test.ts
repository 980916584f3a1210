// @vitest-environment node
/** A document passes through the command: changed at its beginning, in its own encoding, at the page's own pace. */
import { PassThrough, Readable } from 'node:stream'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { decompressed, type Sink, streamDocument } from '../../../../wallet/server/stream'

afterEach(() => {
  vi.useRealTimers()
})

/** A receiver that keeps what it got, and is full as often as it is told. */
function receiver() {
  const listeners: Record<string, () => void> = {}
  const got: Buffer[] = []
  const events: string[] = []
  const sink: Sink = {
    write: (chunk) => {
      got.push(Buffer.from(chunk))
      return !isFull
    },
    end: () => events.push('end'),
    destroy: () => events.push('destroy'),
    once: (event, listener) => {
      listeners[event] = listener
    },
  }
  let isFull = false
  return {
    ...{ sink, events, got },
    text: () => Buffer.concat(got).toString('latin1'),
    fill: () => {
      isFull = true
    },
    tell: (event: 'drain' | 'close') => {
      isFull = false
      listeners[event]?.()
    },
  }
}

const marked = (html: string) => html.replace('<head>', '<head>+')
const turn = () => new Promise((resolve) => setImmediate(resolve))
const PAGE = '<!doctype html><head><body>'
const LONG = PAGE + ' '.repeat(1 << 20)

describe('a document', () => {
  it('that is short is changed as a whole, once it has ended', async () => {
    const body = new PassThrough()
    const { sink, events, text } = receiver()
    streamDocument(body, sink, marked)
    body.write(PAGE.slice(0, 20))
    await turn()
    expect(text()).toBe('')
    body.end(PAGE.slice(20))
    await vi.waitFor(() => expect(events).toEqual(['end']))
    expect(text()).toBe(marked(PAGE))
  })

  it('that is long is changed at its beginning, and the rest passes as it comes', async () => {
    const body = new PassThrough()
    const { sink, text } = receiver()
    const read = vi.fn(marked)
    streamDocument(body, sink, read)
    body.write(LONG)
    await turn()
    expect(text() === marked(LONG)).toBe(true)
    body.write('<head>')
    await turn()
    expect(text() === `${marked(LONG)}<head>`).toBe(true)
    expect(read).toHaveBeenCalledOnce()
  })

  it('that is slow is changed as far as it has come, but not before its document type', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const body = new PassThrough()
    const { sink, text } = receiver()
    streamDocument(body, sink, marked)
    body.write('<!doc')
    await turn()
    vi.advanceTimersByTime(60_000)
    expect(text()).toBe('')
    body.write('type html><head>')
    await turn()
    vi.advanceTimersByTime(60_000)
    expect(text()).toBe('<!doctype html><head>+')
  })

  it.each([
    ['is binary', `\0${PAGE}`, false],
    ['is binary behind its first kilobyte', `${PAGE}${' '.repeat(1024)}\0`, true],
    ['begins with the mark of UTF-16, low byte first', `\xff\xfe${PAGE}`, false],
    ['begins with the mark of UTF-16, high byte first', `\xfe\xff${PAGE}`, false],
    ['has such a mark further down', `${PAGE}\xff\xfe`, true],
    ['has bytes of another encoding', `${PAGE}\xb8\xb6\xbf\xee`, true],
  ])('that %s keeps its bytes', async (_what, html, isChanged) => {
    const { sink, events, text } = receiver()
    streamDocument(Readable.from([Buffer.from(html, 'latin1')]), sink, marked)
    await vi.waitFor(() => expect(events).toEqual(['end']))
    expect(text()).toBe(isChanged ? marked(html) : html)
  })

  it('that breaks off gives what has come, and ends', async () => {
    const body = new PassThrough()
    const { sink, events, text } = receiver()
    streamDocument(body, sink, marked)
    body.write(PAGE)
    await turn()
    body.destroy(new Error('broken off'))
    await vi.waitFor(() => expect(events).toEqual(['end']))
    expect(text()).toBe(marked(PAGE))
  })

  it('that cannot be changed breaks off, since its head is sent', async () => {
    const { sink, events } = receiver()
    streamDocument(Readable.from([Buffer.from(PAGE)]), sink, () => {
      throw new Error('no')
    })
    await vi.waitFor(() => expect(events[0]).toBe('destroy'))
  })

  it('waits while its receiver is full', async () => {
    const body = new PassThrough()
    const { sink, got, fill, tell } = receiver()
    streamDocument(body, sink, marked)
    fill()
    body.write(LONG)
    await turn()
    expect(got).toHaveLength(1)
    expect(body.isPaused()).toBe(true)
    tell('drain')
    expect(body.isPaused()).toBe(false)
  })

  it('whose receiver is gone is left, and nothing of it waits', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const body = new PassThrough()
    const { sink, tell, text } = receiver()
    streamDocument(body, sink, marked)
    body.write(PAGE)
    await turn()
    expect(vi.getTimerCount()).toBe(1)
    tell('close')
    expect([body.destroyed, vi.getTimerCount(), text()]).toEqual([true, 0, ''])
  })

  it('that has ended leaves no timer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const body = new PassThrough()
    const { sink, events } = receiver()
    streamDocument(body, sink, marked)
    body.end(PAGE)
    while (!events.length) await turn()
    expect(vi.getTimerCount()).toBe(0)
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

  it('that is cut off gives what came before, and an error', async () => {
    const whole = gzipSync(Buffer.alloc(200_000, 'text of a page '))
    const body = decompressed(Readable.from([whole.subarray(0, whole.length - 20)]), 'gzip')
    const chunks: Buffer[] = []
    await expect(
      (async () => {
        for await (const chunk of body) chunks.push(chunk as Buffer)
      })(),
    ).rejects.toThrow()
    expect(chunks.length).toBeGreaterThan(0)
  })

  it('that is left leaves its source too', async () => {
    const source = new PassThrough()
    const body = decompressed(source, 'gzip')
    body.destroy()
    await vi.waitFor(() => expect(source.destroyed).toBe(true))
  })
})
