/** Passes a document through: changes its beginning and streams the rest. */
import { Buffer } from 'node:buffer'
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

/** After this many bytes, or this many ms since the first ones, the rest of a document is streamed unchanged. */
const MOST_BYTES = 1 << 20
const MOST_TIME = 500

const ENCODINGS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

const encodingOf = (headers: IncomingHttpHeaders): string =>
  String(headers['content-encoding'] || 'identity').toLowerCase()

/** Is the answer an HTML document that can be changed? */
export function isChangeable(status: number, headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'] || ''
  const encoding = encodingOf(headers)
  return (
    /^\s*text\/html\b/i.test(type) &&
    // In these encodings, a tag would need two or four bytes per character.
    !/utf-?(16|32)/i.test(type) &&
    !/^\s*attachment/i.test(String(headers['content-disposition'] || '')) &&
    (encoding === 'identity' || encoding in ENCODINGS) &&
    status !== 204 &&
    status !== 304
  )
}

/** Decompresses a body. If it is cut off or malformed, the stream gives what came before and ends with an error. */
export function decompressed(body: Readable, headers: IncomingHttpHeaders): Readable {
  const make = ENCODINGS[encodingOf(headers)]
  if (!make) return body
  const stream = make() as unknown as Readable & NodeJS.WritableStream
  body.on('error', (error) => stream.destroy(error))
  return body.pipe(stream)
}

/** Is a text binary, or of two bytes per character, whatever its `Content-Type` says? */
const isBinary = (text: string): boolean =>
  /\0/.test(text.slice(0, 1024)) || /^(\xff\xfe|\xfe\xff)/.test(text)

/** The members of a response that are used. */
export interface Sink {
  write(chunk: Uint8Array): boolean
  end(): unknown
  once(event: 'drain' | 'close', listener: () => void): unknown
}

/**
 * Streams a document with a changed beginning. It is read as latin1, one character per byte, so that a page in any
 * encoding keeps its bytes.
 *
 * @param change gets a short document as a whole, or the beginning of a long or slow one
 */
export function streamDocument(body: Readable, sink: Sink, change: (html: string) => string): void {
  let waiting: Buffer[] | undefined = []
  let size = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function send(chunk: Uint8Array): void {
    if (chunk.length && !sink.write(chunk)) {
      body.pause()
      sink.once('drain', () => body.resume())
    }
  }

  function flush(isWhole: boolean): void {
    clearTimeout(timer)
    timer = undefined
    if (!waiting) return
    const bytes = Buffer.concat(waiting)
    const text = bytes.toString('latin1')
    // The cut is never inside a tag.
    const end = isWhole ? text.length : text.lastIndexOf('>') + 1
    if (!end && size < MOST_BYTES && !isWhole) return
    waiting = undefined
    if (isBinary(text)) return send(bytes)
    send(Buffer.from(change(text.slice(0, end)), 'latin1'))
    send(bytes.subarray(end))
  }

  body.on('data', (chunk: Buffer) => {
    if (!waiting) return send(chunk)
    waiting.push(chunk)
    size += chunk.length
    if (size >= MOST_BYTES) flush(false)
    else timer = timer || setTimeout(() => flush(false), MOST_TIME)
  })
  body.on('end', () => {
    flush(true)
    sink.end()
  })
  body.on('error', () => {
    flush(true)
    sink.end()
  })
  sink.once('close', () => {
    clearTimeout(timer)
    body.destroy()
  })
}
