/** Sends the body of a response on, as it comes. What breaks off breaks off here too, after all that has come. */
import { Buffer } from 'node:buffer'
import type { ServerResponse } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import { constants, createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { DocumentRewriter } from './inject'

/** A compressed body that ends too early is read as far as it goes, as browsers do. */
const ZLIB = { finishFlush: constants.Z_SYNC_FLUSH }
const BROTLI = { finishFlush: constants.BROTLI_OPERATION_FLUSH }

const DECODERS = new Map<string, (() => Transform) | undefined>([
  ['identity', undefined],
  ['gzip', () => createGunzip(ZLIB)],
  ['x-gzip', () => createGunzip(ZLIB)],
  ['deflate', () => createInflate(ZLIB)],
  ['br', () => createBrotliDecompress(BROTLI)],
])

const nameOf = (encoding = ''): string => encoding.trim().toLowerCase() || 'identity'

/** Can a body of this `Content-Encoding` be changed? */
export const canDecompress = (encoding: string | undefined): boolean => DECODERS.has(nameOf(encoding))

/**
 * Decompresses a body. If the body breaks off, the stream gives what has come, and ends; if it is malformed, the stream
 * fails. If the stream is left, the body is left too.
 */
export function decompressed(body: Readable, encoding: string | undefined): Readable {
  const make = DECODERS.get(nameOf(encoding))
  if (!make) return body
  const decoder = make()
  body.pipe(decoder)
  body.on('error', () => decoder.end())
  decoder.on('close', () => body.destroy())
  return decoder
}

/** Sends a body as it is. */
export function sendBody(body: Readable, response: ServerResponse): void {
  body.pipe(response)
  body.on('error', () => breakOff(response))
  leaveWith(response, body)
}

/** Sends a document as it is rewritten: read as latin1, it has one character per byte, in any encoding. */
export function sendDocument(
  body: Readable,
  encoding: string | undefined,
  response: ServerResponse,
  rewriter: DocumentRewriter,
): void {
  const source = decompressed(body, encoding)

  function send(rewritten: () => string): void {
    let text: string
    try {
      text = rewritten()
    } catch {
      // The head is sent, so that the response can only break off.
      return breakOff(response)
    }
    if (!text || response.write(Buffer.from(text, 'latin1'))) return
    source.pause()
    response.once('drain', () => source.resume())
  }

  source.on('data', (chunk: Buffer) => send(() => rewriter.write(chunk.toString('latin1'))))
  source.on('end', () => {
    send(rewriter.end)
    if (body.errored) breakOffLater(response)
    else response.end()
  })
  source.on('error', () => {
    send(rewriter.end)
    breakOffLater(response)
  })
  leaveWith(response, source)
}

/** Ends a connection after what has been sent, so that the response is seen to be unfinished. */
function breakOff(response: ServerResponse): void {
  if (!response.headersSent) response.flushHeaders()
  response.socket?.destroySoon()
}

/** ms until a document breaks off. A browser that waits for the client's script would forget what stands behind it. */
const LOADS_CLIENT = 1000

function breakOffLater(response: ServerResponse): void {
  const timer = setTimeout(() => breakOff(response), LOADS_CLIENT)
  response.once('close', () => clearTimeout(timer))
}

/** Leaves a body whose receiver is gone, so that neither a file nor a connection stays open. */
function leaveWith(response: ServerResponse, body: Readable): void {
  if (response.destroyed) body.destroy()
  else response.once('close', () => body.destroy())
}
