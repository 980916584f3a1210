/** Passes a document through: changes its beginning and streams the rest. */
import { Buffer } from 'node:buffer'
import { pipeline, type Readable, type Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { readTags } from './html'

/** After this many bytes, or this many ms since the first ones, the rest of a document is streamed unchanged. */
const MOST_BYTES = 1 << 20
const MOST_TIME = 500

const DECODERS = new Map<string, (() => Transform) | undefined>([
  ['identity', undefined],
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
])

const nameOf = (encoding = ''): string => encoding.trim().toLowerCase() || 'identity'

/** Can a body of this `Content-Encoding` be changed? */
export const canDecompress = (encoding: string | undefined): boolean => DECODERS.has(nameOf(encoding))

/**
 * Decompresses a body. If it is cut off or malformed, the stream gives what came before and ends with an error. If the
 * stream is left, the body is left too.
 */
export function decompressed(body: Readable, encoding: string | undefined): Readable {
  const make = DECODERS.get(nameOf(encoding))
  return make ? pipeline(body, make(), () => undefined) : body
}

/** Is a text binary, or of two bytes per character, whatever its `Content-Type` says? */
const isBinary = (text: string): boolean =>
  /\0/.test(text.slice(0, 1024)) || /^(\xff\xfe|\xfe\xff)/.test(text)

/** The members of a response that are used. */
export interface Sink {
  write(chunk: Uint8Array): boolean
  end(): unknown
  destroy(): unknown
  once(event: 'drain' | 'close', listener: () => void): unknown
}

/**
 * Streams a document with a changed beginning. It is read as latin1, one character per byte, so that a page in any
 * encoding keeps its bytes.
 *
 * @param rewriteHtml gets a short document as a whole, or the beginning of a long or slow one, which may end inside a
 *   tag
 */
export function streamDocument(body: Readable, sink: Sink, rewriteHtml: (html: string) => string): void {
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
    // The client must not come before a document type that is on its way.
    if (!isWhole && size < MOST_BYTES && !readTags(text, () => undefined)) return
    waiting = undefined
    try {
      send(isBinary(text) ? bytes : Buffer.from(rewriteHtml(text), 'latin1'))
    } catch {
      // The head is sent, so that the answer can only break off.
      sink.destroy()
    }
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
